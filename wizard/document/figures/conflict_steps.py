"""Figure 9: the steps in a conflict as a staircase of days, in place of their table (guide C.3; TR-03).

The first step stands on top although one climbs to the next: a page is read downwards, by eye and by ear, and a
staircase drawn from the bottom up would be read from its end. Each step begins where the one above it ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.by_slot import BySlot
from wizard.document.view.columns import beside
from wizard.document.view.records import Record, RecordList

STEPS = "trust.steps"
FIELDS = ("step", "who", "days")
SLOTS = tuple(f"{STEPS}[].{name}" for name in FIELDS)
SHARE = 90  # percent of the page that the words have
LEAST = 2.0  # percent of the line that a step has at least


@dataclass(frozen=True)
class Step:
    """From `left` on, `width` wide, in percent of the line; what lies before is the time of the earlier steps."""

    record: Record
    left: float
    width: float


@dataclass(frozen=True)
class ConflictSteps:
    """`timed` when the line counts days from the day someone first spoke up; else the steps are alike.

    `fields` are those with anything to print, `widths` the percent of the page for each.
    """

    listed: RecordList
    fields: tuple[str, ...]
    widths: tuple[float, ...]
    steps: tuple[Step, ...]
    timed: bool

    @property
    def items(self) -> tuple[Mark, ...]:
        """What the steps are, and within how many days."""
        return tuple(mark for step in self.steps for mark in step.record.marks("step", "days"))


def draw(printed: BySlot) -> ConflictSteps | None:
    """The stairs; None without a step."""
    listed = printed.lists.get(STEPS)
    if listed is None:
        return None
    days = [float(day) for record in listed.records for day in record.keys("days")]
    timed = len(days) == len(listed.records) and days == sorted(days) and days[0] >= 0 < days[-1]
    ends = days if timed else list(range(1, len(listed.records) + 1))
    steps = (Step(record, *tread) for record, tread in zip(listed.records, treads(ends), strict=True))
    fields = tuple(name for name in FIELDS if name in listed.fields)
    return ConflictSteps(listed, fields, beside(listed, fields, SHARE), tuple(steps), timed)


def treads(ends: Sequence[float]) -> list[tuple[float, float]]:
    """Where each step begins and how wide it is, in percent of the last end. Ends rise, the last is above 0."""
    places = [100 * end / ends[-1] for end in ends]
    found = []
    for start, end in zip([0.0, *places], places, strict=False):
        width = max(end - start, LEAST)
        found.append((round(min(start, 100 - width), 2), round(width, 2)))
    return found
