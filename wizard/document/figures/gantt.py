"""Figure 5: the activities of each goal over the months of the plan, with target dates and days to look back.

It stands in place of the table of activities, so it shows every field of each (guide C.3; ST-02, GO-05, EV-09, SO-03).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from wizard.document.figures.months import Bar, Months, Spot, months_of
from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer
from wizard.document.view.by_slot import BySlot
from wizard.document.view.records import Record, RecordList

ACTIVITIES, GOALS, ROUNDS, AGAIN = (
    "strategy.activities",
    "goals.items",
    "evaluation.calendar",
    "sign_off.look_again",
)
SLOTS = (
    *(f"{ACTIVITIES}[].{name}" for name in ("activity", "goal", "lead", "partners", "start", "end", "needs")),
    f"{GOALS}[].target_date",
    f"{ROUNDS}[].review",
    AGAIN,
)

Dated = tuple[int, Mark]  # a day, and its words


@dataclass(frozen=True)
class Activity:
    """An activity and its bar, or the spot of its only date; neither where no date is known."""

    record: Record
    bar: Bar | None
    spot: Spot | None


@dataclass(frozen=True)
class Milestone:
    """The day a goal is to be reached by, in words and on the line, if it has room."""

    goal: int
    target: Mark
    spot: Spot | None


@dataclass(frozen=True)
class Group:
    """What is done for one goal; None for activities that name none."""

    goal: int | None
    milestone: Milestone | None
    activities: tuple[Activity, ...]


@dataclass(frozen=True)
class Look:
    """A day to look back: at `results`, or at the whole `plan`."""

    of: str
    day: Mark
    spot: Spot | None


@dataclass(frozen=True)
class Gantt:
    """`waiting` are the milestones of goals without an activity."""

    months: Months
    listed: RecordList
    groups: tuple[Group, ...]
    waiting: tuple[Milestone, ...]
    looks: tuple[Look, ...]

    @property
    def items(self) -> tuple[Mark, ...]:
        """The activities, and every day that has a sign."""
        records = [each.record for group in self.groups for each in group.activities]
        names = [mark for each in records for mark in each.marks("activity")]
        targets = [group.milestone.target for group in self.groups if group.milestone]
        return (*names, *targets, *(each.target for each in self.waiting), *(each.day for each in self.looks))


def draw(printed: BySlot) -> Gantt | None:
    """The chart; None where no activity has both dates, so that there is no bar to draw."""
    listed = printed.lists.get(ACTIVITIES)
    days = [_days(record) for record in listed.records] if listed else []
    if listed is None or max(map(len, days), default=0) < 2:
        return None
    targets, looks = dict(_targets(printed)), list(_looks(printed))
    months = months_of(
        printed.period,
        [*chain(*days), *(day for day, _ in targets.values()), *(day for _, (day, _) in looks)],
    )
    groups = tuple(_groups(listed, months, targets))
    held = {group.goal for group in groups}
    waiting = {goal: target for goal, target in targets.items() if goal not in held}
    return Gantt(months, listed, groups, _milestones(waiting, months), _looked(looks, months))


def _days(record: Record) -> list[int]:
    days = (record.day(field) for field in ("start", "end"))
    return [day for day in days if day is not None]


def _targets(printed: BySlot) -> Iterator[tuple[int, Dated]]:
    """The number of each goal that has a target date, and the date."""
    for record in printed.records(GOALS):
        for found in _dated(record.answers.get("target_date")):
            yield record.number, found


def _looks(printed: BySlot) -> Iterator[tuple[str, Dated]]:
    for record in printed.records(ROUNDS):
        yield from (("results", found) for found in _dated(record.answers.get("review")))
    yield from (("plan", found) for found in _dated(printed.answer(AGAIN)))


def _dated(answer: Answer | None) -> Iterator[Dated]:
    """A day with its words; nothing for a hole."""
    if answer and answer.day is not None and answer.marks:
        yield answer.day, answer.marks[0]


def _groups(listed: RecordList, months: Months, targets: Mapping[int, Dated]) -> Iterator[Group]:
    """By the number of the goal; what belongs to none stands last."""
    goals = {record.goal for record in listed.records}
    for goal in sorted(goals, key=lambda each: (each is None, each or 0)):
        own = {number: target for number, target in targets.items() if number == goal}
        activities = (_activity(record, months) for record in listed.records if record.goal == goal)
        yield Group(goal, next(iter(_milestones(own, months)), None), tuple(activities))


def _activity(record: Record, months: Months) -> Activity:
    days = _days(record)
    bar = months.bar(*days) if len(days) == 2 else None
    return Activity(record, bar, months.sign(days[0]) if len(days) == 1 else None)


def _milestones(targets: Mapping[int, Dated], months: Months) -> tuple[Milestone, ...]:
    spots = months.signs([day for day, _ in targets.values()])
    return tuple(
        Milestone(goal, words, spot) for (goal, (_, words)), spot in zip(targets.items(), spots, strict=True)
    )


def _looked(looks: Sequence[tuple[str, Dated]], months: Months) -> tuple[Look, ...]:
    spots = months.signs([day for _, (day, _) in looks])
    return tuple(Look(of, words, spot) for (of, (_, words)), spot in zip(looks, spots, strict=True))
