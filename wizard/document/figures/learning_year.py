"""Figure 8: the rounds of the learning year on the months of the plan, and what is looked at in each.

It stands in place of the table of rounds (guide C.3; EV-09). An indicator that comes up in several rounds is
named once, with the numbers of its rounds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from wizard.document.figures.months import Bar, Months, Spot, months_of
from wizard.document.placeholders import Mark
from wizard.document.view.by_slot import BySlot
from wizard.document.view.records import Record, RecordList

ROUNDS = "evaluation.calendar"
STEPS = ("collect", "review", "act")
SLOTS = tuple(f"{ROUNDS}[].{name}" for name in (*STEPS, "indicators"))
LEAST = 3  # rounds with a day, where nothing more is known of them
_SHOWN = ("review", "act", "collect")  # where an indicator stands: the first day its round has


@dataclass(frozen=True)
class Round:
    """One round: its steps (of STEPS) that have a day, in the order of their days, and how far they reach."""

    record: Record
    signs: tuple[tuple[str, Spot], ...]
    reach: Bar | None


@dataclass(frozen=True)
class Indicator:
    """What is looked at: the numbers of its rounds, and a spot for each of those as there is room."""

    name: Mark
    rounds: tuple[int, ...]
    signs: tuple[tuple[int, Spot], ...]


@dataclass(frozen=True)
class LearningYear:
    months: Months
    listed: RecordList
    rounds: tuple[Round, ...]
    indicators: tuple[Indicator, ...]

    @property
    def items(self) -> tuple[Mark, ...]:
        """The days of all rounds, and what is looked at."""
        days = [mark for one in self.rounds for mark in one.record.marks(*STEPS)]
        return (*days, *(each.name for each in self.indicators))


def draw(printed: BySlot) -> LearningYear | None:
    """The year; None without a day, or with so few rounds without indicators that a table says it quicker."""
    listed = printed.lists.get(ROUNDS)
    days = [each for record in listed.records if (each := _days(record))] if listed else []
    if listed is None or not days:
        return None
    months = months_of(printed.period, [day for day, _ in chain(*days)])
    rounds = tuple(_round(record, months) for record in listed.records)
    indicators = tuple(_indicators(listed, months))
    return LearningYear(months, listed, rounds, indicators) if indicators or len(days) >= LEAST else None


def _days(record: Record) -> list[tuple[int, str]]:
    """Each day of a round with its step, in the order of the days."""
    days = ((record.day(step), at) for at, step in enumerate(STEPS))
    return [(day, STEPS[at]) for day, at in sorted((day, at) for day, at in days if day is not None)]


def _round(record: Record, months: Months) -> Round:
    days = _days(record)
    spots = months.signs([day for day, _ in days])
    signs = tuple((step, spot) for (_, step), spot in zip(days, spots, strict=True) if spot)
    return Round(record, signs, months.bar(days[0][0], days[-1][0]) if len(days) > 1 else None)


def _indicators(listed: RecordList, months: Months) -> Iterator[Indicator]:
    """In the order in which they come up first."""
    names: dict[str, Mark] = {}
    found: dict[str, list[Record]] = {}
    for record in listed.records:
        answer = record.answers.get("indicators")
        for key, entry in zip(answer.keys, answer.entries, strict=True) if answer and answer.keys else ():
            if isinstance(entry, Mark):
                names.setdefault(str(key), entry)
                found.setdefault(str(key), []).append(record)
    for key, records in found.items():
        yield Indicator(names[key], tuple(each.number for each in records), _numbers(records, months))


def _numbers(records: list[Record], months: Months) -> tuple[tuple[int, Spot], ...]:
    """The number of each round by its day, as far as there is one and the line has room."""
    days = {record.number: day for record in records if (day := _shown_on(record)) is not None}
    spots = months.signs(list(days.values()))
    return tuple((number, spot) for number, spot in zip(days, spots, strict=True) if spot)


def _shown_on(record: Record) -> int | None:
    days = (record.day(step) for step in _SHOWN)
    return next((day for day in days if day is not None), None)
