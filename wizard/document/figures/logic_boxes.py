"""The logic model of a plan that has none of its own yet: four boxes, from what is there (guide C.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wizard.document.figures.reading import first_said, marks, records
from wizard.document.placeholders import Mark
from wizard.document.view.lists import Record

MOST, LEAST = 6, 2  # entries in a box; boxes with an entry


@dataclass(frozen=True)
class Box:
    """`key` says which one it is; an entry is one mark or several that belong together; `more` are left out."""

    key: str
    entries: tuple[tuple[Mark, ...], ...]
    more: int = 0


def boxes(view: Mapping[str, Any]) -> tuple[Box, ...]:
    """What goes in, what we do, what comes of it, what lasts; nothing where fewer than two could be filled.

    They come from several chapters, so a copy of only some has none.
    """
    if view["some_only"]:
        return ()
    into = records(view, "ST-03") or records(view, "BU-05")
    found: dict[str, list[tuple[Mark, ...]]] = {
        "inputs": [(each.name,) for each in into],
        "activities": [(each.name,) for each in records(view, "ST-02")],
        "outcomes": [entry for goal in records(view, "GO-02") if (entry := _outcome(goal))],
        "impact": [marks(first_said(view, "ST-07")) or marks(first_said(view, "DE-08"))],
    }
    if sum(any(entries) for entries in found.values()) < LEAST:
        return ()
    return tuple(_box(key, [entry for entry in entries if entry]) for key, entries in found.items())


def _box(key: str, entries: list[tuple[Mark, ...]]) -> Box:
    return Box(key, tuple(entries[:MOST]), max(0, len(entries) - MOST))


def _outcome(goal: Record) -> tuple[Mark, ...]:
    """The measure and the number to reach, as far as they are answered."""
    return (*marks(goal.answers.get("measure")), *marks(goal.answers.get("target")))
