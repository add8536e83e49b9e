"""A plan as one of its documents: its view and its template, put together."""

from wizard.document.document import SHARED, Document
from wizard.document.documents import PLAN, DocumentKind
from wizard.document.options import DEFAULT, DocumentOptions
from wizard.document.page import compose
from wizard.document.prose import filled, prose
from wizard.interview.pruned import pruned
from wizard.interview.survey import Survey
from wizard.storage import plan_file


def printed_plan(
    survey: Survey,
    kind: DocumentKind = PLAN,
    options: DocumentOptions = DEFAULT,
) -> Document:
    """One look over a plan becomes a page ready to leave the house."""
    view, answers = kind.view(survey, options)
    language = survey.toolkit.outline.language
    sentences = prose((kind.folder, SHARED), language)
    name = survey.answers.get("about", {}).get("name")
    title = filled(sentences["title"], name=name) if name else sentences["untitled"]
    return compose(
        kind.folder,
        view,
        answers,
        lang=language,
        title=title,
        paper=options.paper,
        parts=SHARED,
        look=options.look,
    )


def carried(survey: Survey) -> bytes:
    """The text of the plan that the document may carry inside: what applies, and nothing that is set aside.

    This is for an inside copy. A copy for the public must not carry what its pages do not show.
    """
    return plan_file.text_of(pruned(survey)).encode()
