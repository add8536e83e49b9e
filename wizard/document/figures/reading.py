"""How a figure reads the view: a question, its list, and what was answered in a record, wherever it is printed."""

from collections.abc import Mapping
from typing import Any, TypeVar

from wizard.document.placeholders import Mark
from wizard.document.view.lists import Grid, Listed, Record
from wizard.document.view.questions import Told
from wizard.document.view.said import Said

Block = TypeVar("Block", Listed, Grid)


def told(view: Mapping[str, Any], ident: str) -> Told | None:
    """A question by its id; None where it is not printed."""
    return next(
        (chapter.questions[ident] for chapter in view["chapters"] if ident in chapter.questions), None
    )


def block(view: Mapping[str, Any], ident: str, kind: type[Block]) -> Block | None:
    """The first list or grid of a question."""
    question = told(view, ident)
    blocks = question.blocks if question else ()
    return next((each for each in blocks if isinstance(each, kind)), None)


def records(view: Mapping[str, Any], ident: str) -> tuple[Record, ...]:
    """The items of a question's list, in the order of their printing; empty where there are none."""
    listed = block(view, ident, Listed)
    return listed.records if listed else ()


def keys(record: Record, field: str) -> tuple[str | int | float, ...]:
    """What was chosen, counted or dated in one field of an item; empty for a hole."""
    said = record.said.get(field)
    return said.keys if said else ()


def first_mark(said: Said | None) -> Mark | None:
    """The words of an answer that has a single entry."""
    entry = said.entries[0] if said and said.entries else None
    return entry if isinstance(entry, Mark) else None


def goal_of(record: Record) -> int | None:
    """The number of the goal that an item belongs to."""
    said = record.said.get("goal")
    number = said.entries[0] if said and said.kind == "goals" else None
    return number if isinstance(number, int) else None


def day_of(said: Said | None) -> int | None:
    """A day as `date.toordinal()`; None for a hole."""
    return int(said.keys[0]) if said and said.keys else None


def dated(said: Said | None) -> tuple[int, Mark] | None:
    """A day as `date.toordinal()` and in words; None for a hole."""
    day, words = day_of(said), first_mark(said)
    return None if day is None or words is None else (day, words)
