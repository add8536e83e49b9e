"""The partnership plan as a document: its view and its template, put together."""

from pathlib import Path

from wizard import words
from wizard.content import OUTPUT_TEMPLATES
from wizard.document.look import PLAIN, Look
from wizard.document.page import Document, Paper, compose
from wizard.document.view.pen import Wishes
from wizard.document.view.whole import view_of
from wizard.interview.survey import Survey

TEMPLATE = OUTPUT_TEMPLATES / "plan"
ONE_PAGE = OUTPUT_TEMPLATES / "one_page"
SHARED = OUTPUT_TEMPLATES / "shared"


def printed_plan(
    survey: Survey,
    *,
    paper: Paper = "letter",
    template: Path = TEMPLATE,
    wishes: Wishes = Wishes(),  # noqa: B008  # frozen
    look: Look = PLAIN,
) -> Document:
    """One look over a plan becomes a page ready to leave the house."""
    view, answers = view_of(survey, wishes=wishes)
    name = survey.answers.get("about", {}).get("name")
    title = words.say("document.title", name=name) if name else words.say("document.untitled")
    language = survey.toolkit.outline.language
    return compose(template, view, answers, lang=language, title=title, paper=paper, parts=SHARED, look=look)
