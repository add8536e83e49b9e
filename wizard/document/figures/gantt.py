"""Figure 5: the activities of each goal over the months of the plan, with target dates and days to look back.

It stands in place of the table of activities, so it shows every field of each (guide C.3; ST-02, GO-05, EV-09, SO-03).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wizard.document.figures.months import Bar, Months, Spot, months_of
from wizard.document.figures.reading import block, day_of, first_mark, goal_of, told
from wizard.document.placeholders import Mark
from wizard.document.view.lists import Listed, Record
from wizard.document.view.said import Said


@dataclass(frozen=True)
class Activity:
    """An activity and its bar, or the spot of its only date; neither where no date is known."""

    record: Record
    bar: Bar | None
    spot: Spot | None


@dataclass(frozen=True)
class Milestone:
    """The day a goal is to be reached by, in words and on the line."""

    goal: int
    target: Mark
    spot: Spot


@dataclass(frozen=True)
class Group:
    """What is done for one goal; None for activities that name none."""

    goal: int | None
    milestone: Milestone | None
    activities: tuple[Activity, ...]


@dataclass(frozen=True)
class Look:
    """A day to look back: at what was counted (`results`), or at the whole `plan`."""

    of: str
    day: Mark
    spot: Spot


@dataclass(frozen=True)
class Gantt:
    """`waiting` are the milestones of goals without an activity."""

    months: Months
    listed: Listed
    groups: tuple[Group, ...]
    waiting: tuple[Milestone, ...]
    looks: tuple[Look, ...]

    @property
    def items(self) -> tuple[Mark, ...]:
        """The activities, and every day that has a sign."""
        records = [each.record for group in self.groups for each in group.activities]
        names = [name for each in records if (name := first_mark(each.said.get("activity")))]
        targets = [group.milestone.target for group in self.groups if group.milestone]
        return (*names, *targets, *(each.target for each in self.waiting), *(each.day for each in self.looks))


def draw(view: Mapping[str, Any]) -> Gantt | None:
    """The chart; None where no activity has a date."""
    listed = block(view, "ST-02", Listed)
    days = [day for record in listed.records for day in _days(record)] if listed else []
    if listed is None or not days:
        return None
    months = months_of(view, days)
    milestones = {each.goal: each for each in _milestones(view, months)}
    groups = tuple(_groups(listed, months, milestones))
    held = {group.goal for group in groups}
    waiting = tuple(each for goal, each in milestones.items() if goal not in held)
    return Gantt(months, listed, groups, waiting, _looks(view, months))


def _days(record: Record) -> list[int]:
    days = (day_of(record.said.get(field)) for field in ("start", "end"))
    return [day for day in days if day is not None]


def _groups(listed: Listed, months: Months, milestones: Mapping[int, Milestone]) -> Iterator[Group]:
    """By the number of the goal; what belongs to none stands last."""
    goals = {goal_of(record) for record in listed.records}
    for goal in sorted(goals, key=lambda each: (each is None, each or 0)):
        own = (_activity(record, months) for record in listed.records if goal_of(record) == goal)
        yield Group(goal, milestones.get(goal) if goal else None, tuple(own))


def _activity(record: Record, months: Months) -> Activity:
    days = _days(record)
    return Activity(
        record,
        months.bar(*days) if len(days) == 2 else None,
        months.spot(days[0]) if len(days) == 1 else None,
    )


def _milestones(view: Mapping[str, Any], months: Months) -> Iterator[Milestone]:
    goals = block(view, "GO-02", Listed)
    for record in goals.records if goals else ():
        target = record.said.get("target_date")
        day, words = day_of(target), first_mark(target)
        if day is not None and words is not None:
            yield Milestone(record.number, words, months.spot(day))


def _looks(view: Mapping[str, Any], months: Months) -> tuple[Look, ...]:
    """The days to look back, in their order."""
    found = []
    for of, said in _said_looks(view):
        day, words = day_of(said), first_mark(said)
        if day is not None and words is not None:
            found.append((day, of, words))
    found.sort(key=lambda each: each[:2])
    spots = months.spots([day for day, _, _ in found])
    return tuple(Look(of, words, spot) for (_, of, words), spot in zip(found, spots, strict=True))


def _said_looks(view: Mapping[str, Any]) -> Iterator[tuple[str, Said | None]]:
    calendar = block(view, "EV-09", Listed)
    for record in calendar.records if calendar else ():
        yield "results", record.said.get("review")
    again = told(view, "SO-03")
    for fact in again.blocks if again else ():
        yield "plan", getattr(fact, "said", None)
