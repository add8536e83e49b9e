"""Figure 9: the steps in a conflict as a staircase of days, in place of their table (guide C.3; TR-03).

The first step stands on top although one climbs to the next: a page is read downwards, by eye and by ear, and a
staircase drawn from the bottom up would be read from its end. Each step begins where the one above it ends.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wizard.document.figures.reading import block, first_mark, keys
from wizard.document.placeholders import Mark
from wizard.document.view.lists import Record, RecordList

LEAST = 2.0  # percent of the line that a step has at least


@dataclass(frozen=True)
class Step:
    """From `left` on, `width` wide, in percent of the line; what lies before is the time of the earlier steps."""

    record: Record
    left: float
    width: float


@dataclass(frozen=True)
class ConflictSteps:
    """`timed` when the line counts days from the day someone first spoke up; else the steps are alike."""

    listed: RecordList
    steps: tuple[Step, ...]
    timed: bool

    @property
    def items(self) -> tuple[Mark, ...]:
        """What the steps are, and within how many days."""
        answer = (step.record.answers.get(field) for step in self.steps for field in ("step", "days"))
        return tuple(mark for each in answer if (mark := first_mark(each)))


def draw(view: Mapping[str, Any]) -> ConflictSteps | None:
    """The stairs; None without a step."""
    listed = block(view, "TR-03", RecordList)
    if listed is None:
        return None
    days = [float(day) for record in listed.records for day in keys(record, "days")]
    timed = len(days) == len(listed.records) and days == sorted(days) and days[0] >= 0 < days[-1]
    ends = days if timed else list(range(1, len(listed.records) + 1))
    steps = (Step(record, *tread) for record, tread in zip(listed.records, treads(ends), strict=True))
    return ConflictSteps(listed, tuple(steps), timed)


def treads(ends: Sequence[float]) -> list[tuple[float, float]]:
    """Where each step begins and how wide it is, in percent of the last end. Ends rise, the last is above 0."""
    places = [100 * end / ends[-1] for end in ends]
    found = []
    for start, end in zip([0.0, *places], places, strict=False):
        width = max(end - start, LEAST)
        found.append((round(min(start, 100 - width), 2), round(width, 2)))
    return found
