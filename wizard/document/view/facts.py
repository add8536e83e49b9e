"""Simple answers with their labels, and which of them share a line."""

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer

_OWN_LINES = frozenset(("prose", "many", "ranking"))
_SHARED = 75  # letters of an answer that may share a line with others


@dataclass(frozen=True)
class Fact:
    """One simple answer; the label is left out where that of its block says it."""

    label: Mark | None
    answer: Answer

    @property
    def is_short(self) -> bool:
        """Whether it may share a line."""
        return self.label is not None and self.answer.kind not in _OWN_LINES and self.answer.size < _SHARED


@dataclass(frozen=True)
class Line:
    """Short answers that follow each other `together`, or one on a line of its own."""

    facts: tuple[Fact, ...]
    together: bool


def lines(facts: Iterable[Fact]) -> tuple[Line, ...]:
    """The facts in their order, on as few lines as they need."""
    found: list[Line] = []
    for fact in facts:
        if fact.is_short and found and found[-1].together:
            found[-1] = Line((*found[-1].facts, fact), together=True)
        else:
            found.append(Line((fact,), together=fact.is_short))
    return tuple(found)
