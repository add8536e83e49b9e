"""Figure 10: how strong each thing is that keeps the partnership going, as bars from 0 to 5.

Source: guide C.3 (TR-09).
"""

from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer
from wizard.document.view.by_slot import BySlot
from wizard.document.view.grids import GridTable

FACTORS = "trust.factors"
SLOTS = (FACTORS,)
MOST = 5
LEAST = 3  # ratings; fewer make no picture


@dataclass(frozen=True)
class Bar:
    """A thing and its rating from 0 to MOST with its words; None where nobody has said, or where it was left open."""

    factor: Mark
    rating: int | None
    answer: Answer | None


@dataclass(frozen=True)
class Bars:
    """The bars of one table. Two that are `half` stand side by side."""

    bars: tuple[Bar, ...]
    half: bool


@dataclass(frozen=True)
class Sustaining:
    """The bars in the order they were asked; `strong` and `thin` are the highest and the lowest, if they differ."""

    tables: tuple[Bars, ...]
    strong: tuple[Mark, ...]
    thin: tuple[Mark, ...]

    @property
    def items(self) -> tuple[Mark, ...]:
        """Everything that was to be rated."""
        return tuple(bar.factor for table in self.tables for bar in table.bars)


def draw(printed: BySlot) -> Sustaining | None:
    """The bars; None with fewer than three ratings, or where the grid as a whole was left open."""
    grid = printed.grids.get(FACTORS)
    if grid is None or grid.open is not None:
        return None
    tables = tuple(Bars(_bars(table), table.half) for table in grid.tables)
    rated = [(bar.rating, bar.factor) for each in tables for bar in each.bars if bar.rating is not None]
    if len(rated) < LEAST:
        return None
    ratings = [rating for rating, _ in rated]
    ends = (max(ratings), min(ratings)) if max(ratings) > min(ratings) else (None, None)
    strong, thin = (tuple(factor for rating, factor in rated if rating == end) for end in ends)
    return Sustaining(tables, strong, thin)


def _bars(table: GridTable) -> tuple[Bar, ...]:
    return tuple(Bar(factor, _rating(answer), answer) for factor, (answer, *_) in table.rows)


def _rating(answer: Answer | None) -> int | None:
    key = str(answer.keys[0]) if answer and answer.keys else ""
    return min(int(key), MOST) if key.isdecimal() else None
