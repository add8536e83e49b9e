"""Figure 6 of a plan that has no logic model of its own yet: four boxes, from what is there (guide C.3)."""

from dataclasses import dataclass

from wizard.document.figures import logic
from wizard.document.placeholders import Mark
from wizard.document.view.by_slot import BySlot

INPUTS, RESOURCES, ACTIVITIES, GOALS = (
    "strategy.inputs",
    "build.resources",
    "strategy.activities",
    "goals.items",
)
LASTING, MISSION = "strategy.lasting", "define.mission"
SLOTS = (
    f"{INPUTS}[].input",
    f"{RESOURCES}[].organization",
    f"{ACTIVITIES}[].activity",
    f"{GOALS}[].measure",
    f"{GOALS}[].target",
    LASTING,
    MISSION,
)
MOST, LEAST = 6, 2  # entries in a box; boxes with an entry


@dataclass(frozen=True)
class Box:
    """`key` says which one it is; an entry is one mark or several that belong together; `more` are left out."""

    key: str
    entries: tuple[tuple[Mark, ...], ...]
    more: int = 0


@dataclass(frozen=True)
class Boxes:
    boxes: tuple[Box, ...]

    @property
    def items(self) -> tuple[Mark, ...]:
        """Everything that stands in a box."""
        return tuple(mark for box in self.boxes for entry in box.entries for mark in entry)


def draw(printed: BySlot) -> Boxes | None:
    """What goes in, what we do, what comes of it, what lasts; None where fewer than two could be filled.

    They come from several chapters, so a copy of only some has none; nor has a plan with a logic model.
    """
    if printed.some_only or logic.is_begun(printed):
        return None
    into = printed.records(INPUTS) or printed.records(RESOURCES)
    found: dict[str, list[tuple[Mark, ...]]] = {
        "inputs": [(each.name,) for each in into],
        "activities": [(each.name,) for each in printed.records(ACTIVITIES)],
        "outcomes": [each.marks("measure", "target") for each in printed.records(GOALS)],
        "impact": [_words(printed, LASTING) or _words(printed, MISSION)],
    }
    if sum(any(entries) for entries in found.values()) < LEAST:
        return None
    return Boxes(tuple(_box(key, [entry for entry in entries if entry]) for key, entries in found.items()))


def _box(key: str, entries: list[tuple[Mark, ...]]) -> Box:
    return Box(key, tuple(entries[:MOST]), max(0, len(entries) - MOST))


def _words(printed: BySlot, path: str) -> tuple[Mark, ...]:
    answer = printed.answer(path)
    return answer.marks if answer else ()
