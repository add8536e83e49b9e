"""The partnership plan as a document: its view and its template, put together."""

from pathlib import Path

from wizard import words
from wizard.document.document import PLAN_TEMPLATE as TEMPLATE
from wizard.document.document import SHARED, Document, Paper
from wizard.document.look import PLAIN, Look
from wizard.document.options import ALL, Wishes
from wizard.document.page import compose
from wizard.document.view.whole import view_of
from wizard.interview.pruned import pruned
from wizard.interview.survey import Survey
from wizard.storage import plan_file


def printed_plan(
    survey: Survey,
    *,
    paper: Paper = "letter",
    template: Path = TEMPLATE,
    wishes: Wishes = ALL,
    look: Look = PLAIN,
) -> Document:
    """One look over a plan becomes a page ready to leave the house."""
    view, answers = view_of(survey, wishes=wishes)
    name = survey.answers.get("about", {}).get("name")
    title = words.say("document.title", name=name) if name else words.say("document.untitled")
    language = survey.toolkit.outline.language
    return compose(
        template, vars(view), answers, lang=language, title=title, paper=paper, parts=SHARED, look=look
    )


def carried(survey: Survey) -> bytes:
    """The text of the plan that the document may carry inside: what applies, and nothing that is set aside.

    This is for an inside copy. A copy for the public must not carry what its pages do not show.
    """
    return plan_file.text_of(pruned(survey)).encode()
