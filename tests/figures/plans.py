"""Small plans for figures: a draft with a few answers, seen as a reader meets it."""

from collections.abc import Mapping
from typing import Any

from tests.markers import by_chapter, plain
from wizard.document import printed_plan
from wizard.document.placeholders import Answers, Mark
from wizard.document.view.whole import view_of
from wizard.interview import toolkit as toolkits
from wizard.interview.survey import survey
from wizard.storage.draft import Draft

DRAWABLE = frozenset(map(chr, range(32, 0x3000)))


def item(draft: Draft, path: str, **answers: Any) -> str:
    """A new item of a list with these answers; its id."""
    ident = draft.add(path, path.rpartition(".")[2].rstrip("s"))
    for name, value in answers.items():
        draft.put(f"{path}.{ident}.{name}", value)
    return ident


def figure(draft: Draft, name: str) -> tuple[Any, Answers]:
    """A figure of the plan, or None, and the words behind its marks."""
    view, answers = view_of(survey(toolkits.load(), draft))
    return view["figures"][name], answers


def read(answers: Answers, mark: Mark) -> str:
    return plain(answers.fill(f"<p>{mark}</p>", DRAWABLE).html).strip()


def page(draft: Draft) -> str:
    """The whole page as HTML."""
    return printed_plan.printed_plan(survey(toolkits.load(), draft)).html


def chapters(draft: Draft) -> Mapping[str, str]:
    """The text of each printed chapter, without spaces."""
    return by_chapter(page(draft))
