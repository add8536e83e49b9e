"""The months of the plan as columns, and where a day stands on them; quarters or years where months are too many."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import ceil

MOST = 18  # columns; a narrower one has no room for its letter
MOST_YEARS = 8  # columns that are headed by a year in four digits
LEAST = 2.0  # percent of the line that a bar has at least, however short it is
TIP = 3.0  # percent that the arrow of a bar takes where it goes on outside the months
SIGN = 6.0  # percent that a sign takes
ROOM = int(100 // SIGN)  # signs side by side


@dataclass(frozen=True)
class Column:
    """The first month of a column, from 1 to 12, and its year."""

    year: int
    month: int


@dataclass(frozen=True)
class Bar:
    """From `left` on, `width` wide, in percent of the line; whether it began before the months, or goes on after."""

    left: float
    width: float
    before: bool = False
    after: bool = False

    @property
    def late(self) -> bool:
        """Whether words beside or under it have more room towards its beginning."""
        return self.left + self.width / 2 > 50


@dataclass(frozen=True)
class Spot:
    """Where the middle of a sign stands, in percent of the line; beside an edge where its day is outside."""

    at: float
    before: bool = False
    after: bool = False

    @property
    def late(self) -> bool:
        return self.at > 50


@dataclass(frozen=True)
class Months:
    """Columns of `step` months each; `edges` are the first days of all columns, and the day after the last."""

    step: int
    columns: tuple[Column, ...]
    edges: tuple[int, ...]

    @property
    def unit(self) -> str:
        """What a column is: month, quarter, or years."""
        return {1: "month", 3: "quarter"}.get(self.step, "years")

    @property
    def years(self) -> tuple[tuple[int, int], ...]:
        """Each year with how many columns begin in it."""
        return tuple((year, len(list(some))) for year, some in groupby(self.columns, lambda each: each.year))

    def bar(self, first: int, last: int) -> Bar:
        """From the morning of one day to the evening of another (as `date.toordinal()`)."""
        first, last = sorted((first, last))
        left, right = self._at(first), self._at(last + 1)
        before, after = first < self.edges[0], last >= self.edges[-1]
        width = max(right - left, LEAST + TIP * (before + after))
        return Bar(round(min(left, 100 - width), 2), round(width, 2), before, after)

    def sign(self, day: int) -> Spot:
        """A sign at the noon of a day, alone on its line."""
        return self._spot(day, spread([self._noon(day)])[0])

    def signs(self, days: Sequence[int]) -> tuple[Spot | None, ...]:
        """A sign for each day, moved aside as little as keeps each from covering another.

        Where a line has no room for all, the first day of each column has one, and the others are None.
        """
        order = sorted(range(len(days)), key=days.__getitem__)
        if len(order) > ROOM:
            firsts = {bisect_right(self.edges, days[at]): at for at in reversed(order)}
            order = [firsts[column] for column in sorted(firsts)][:ROOM]
        places = spread([self._noon(days[at]) for at in order])
        spots = {at: self._spot(days[at], place) for at, place in zip(order, places, strict=True)}
        return tuple(spots.get(at) for at in range(len(days)))

    def _spot(self, day: int, place: float) -> Spot:
        return Spot(round(place, 2), day < self.edges[0], day >= self.edges[-1])

    def _noon(self, day: int) -> float:
        return (self._at(day) + self._at(day + 1)) / 2

    def _at(self, day: int) -> float:
        if not self.edges[0] <= day < self.edges[-1]:
            return 0.0 if day < self.edges[0] else 100.0
        column = bisect_right(self.edges, day) - 1
        start, end = self.edges[column : column + 2]
        return 100 * (column + (day - start) / (end - start)) / len(self.columns)


def months_of(period: tuple[int | None, int | None], days: Iterable[int]) -> Months:
    """The months of the plan's dates; for one it has not, the days to be shown say (at least one)."""
    known = sorted(days)
    start, end = period
    first, last = sorted((known[0] if start is None else start, known[-1] if end is None else end))
    return months_between(date.fromordinal(first), date.fromordinal(last))


def months_between(first: date, last: date) -> Months:
    """Whole columns around two days: months if they are few enough, else quarters, else years."""
    step = _step(first, last)
    start = first.year * 12 + (first.month - 1) // step * step if step < 12 else first.year * 12
    count = (last.year * 12 + last.month - 1 - start) // step + 1
    columns = tuple(Column(*_month(start + at * step)) for at in range(count))
    edges = tuple(date(*_month(start + at * step), 1).toordinal() for at in range(count + 1))
    return Months(step, columns, edges)


def _step(first: date, last: date) -> int:
    months = last.year * 12 + last.month - first.year * 12 - first.month + 1
    if months <= MOST:
        return 1
    quarters = (last.year - first.year) * 4 + (last.month - 1) // 3 - (first.month - 1) // 3 + 1
    return 3 if quarters <= MOST else 12 * ceil((last.year - first.year + 1) / MOST_YEARS)


def _month(number: int) -> tuple[int, int]:
    return number // 12, number % 12 + 1


def spread(places: Sequence[float]) -> list[float]:
    """Middles of at most ROOM signs in rising order, none covering the next, all inside 0 to 100."""
    found: list[float] = []
    for place in places:
        found.append(max(place, SIGN / 2, found[-1] + SIGN if found else 0))
    edge = 100 - SIGN / 2
    for at in range(len(found) - 1, -1, -1):
        found[at] = min(found[at], edge)
        edge = found[at] - SIGN
    return found
