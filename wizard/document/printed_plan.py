"""A plan as one of its documents: its view and its template, put together."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wizard.document.document import SHARED, Document
from wizard.document.documents import PLAN, DocumentKind
from wizard.document.options import DEFAULT, DocumentOptions
from wizard.document.page import compose
from wizard.document.prose import TITLE, prose
from wizard.interview.conditions import values
from wizard.interview.pruned import pruned
from wizard.interview.survey import Survey
from wizard.storage import plan_file


def printed_plan(
    survey: Survey,
    kind: DocumentKind = PLAN,
    options: DocumentOptions = DEFAULT,
) -> Document:
    """One look over a plan becomes a page ready to leave the house."""
    language = survey.toolkit.outline.language
    name = survey.answers.get("about", {}).get("name")
    sentences = prose((kind.folder, SHARED), language)
    view, answers = kind.view(survey, options, sentences)
    document = compose(
        kind.folder,
        view,
        answers,
        lang=language,
        title=sentences.say(TITLE, {"name": name or None}),
        paper=options.paper,
        parts=SHARED,
        look=options.look,
        sentences=sentences,
    )
    return replace(document, unanswered=tuple(_unanswered(survey, kind.needs)))


def _unanswered(survey: Survey, needs: Iterable[str]) -> Iterator[str]:
    """The labels of the questions that fill these slots and have no answer."""
    for part in filter(None, map(survey.toolkit.filling.get, needs)):
        if next(values(part.slot, survey.answers), None) in (None, []):
            yield survey.toolkit.asked_by[part.id].label


def carried(survey: Survey) -> bytes:
    """The text of the plan that the document may carry inside: what applies, and nothing that is set aside.

    This is for an inside copy. A copy for the public must not carry what its pages do not show.
    """
    return plan_file.text_of(pruned(survey)).encode()
