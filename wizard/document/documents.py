"""The documents a plan is printed as, in one list: each is a folder in `output_templates/` and an entry here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wizard.content import OUTPUT_TEMPLATES

if TYPE_CHECKING:
    from wizard.document.options import DocumentOptions
    from wizard.document.placeholders import Answers
    from wizard.interview.survey import Survey
    from wizard.words.vocabulary import Vocabulary

    View = tuple[Mapping[str, Any], Answers]


# What fills a template is loaded late: the command line reads this list to know the names.
def _whole(survey: Survey, options: DocumentOptions, sentences: Vocabulary) -> View:
    from wizard.document.view.whole import view_of

    del sentences  # stands in the templates
    view, answers = view_of(survey, options=options)
    return vars(view), answers


def _poster(survey: Survey, options: DocumentOptions, sentences: Vocabulary) -> View:
    from wizard.document.view.poster import poster

    return poster(survey, options, sentences)


@dataclass(frozen=True)
class DocumentKind:
    """One document: `key` is its name on the command line, `folder` its template, `view` what fills that.

    `suffix` ends the name of its file, `carries_plan` says whether the plan may be inside it, `takes` which of the
    options that only some documents have a use for it takes, and `needs` the slots without which it says little.
    """

    key: str
    folder: Path
    view: Callable[[Survey, DocumentOptions, Vocabulary], View] = _whole
    suffix: str = ""
    carries_plan: bool = False
    takes: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()


PLAN = DocumentKind(
    "plan",
    OUTPUT_TEMPLATES / "plan",
    carries_plan=True,
    takes=frozenset({"sections", "with_questions", "logo"}),
)
ONE_PAGE = DocumentKind("one-page", OUTPUT_TEMPLATES / "one_page", suffix="-one-page")
POSTER = DocumentKind(
    "poster",
    OUTPUT_TEMPLATES / "poster",
    _poster,
    suffix="-poster",
    takes=frozenset({"logo"}),
    needs=("operations.ground_rules", "operations.decision"),
)
DOCUMENTS = {each.key: each for each in (PLAN, ONE_PAGE, POSTER)}
