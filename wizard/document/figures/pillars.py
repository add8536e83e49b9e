"""Figure 1: how many members and how much help each P has, as bars; with few members as numbers alone.

Source: guide C.3 and the toolkit's "Several Ps, with equal voice".
"""

from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.answers import Pillar
from wizard.document.view.by_slot import BySlot
from wizard.document.view.records import Record

COUNTED = {"members": "build.members", "resources": "build.resources"}
SLOTS = tuple(f"{path}[].ps" for path in COUNTED.values())
LEAST = 3  # members from which bars say more than numbers


@dataclass(frozen=True)
class Column:
    """What is counted: for each P how many, and how many have no P yet. `percent` is of the highest count of all."""

    key: str
    counts: tuple[int, ...]
    percent: tuple[float, ...]
    without: int


@dataclass(frozen=True)
class Pillars:
    """A row for each P, with columns for what there is any of."""

    pillars: tuple[Pillar, ...]
    columns: tuple[Column, ...]
    bars: bool

    @property
    def items(self) -> tuple[Mark, ...]:
        """The Ps."""
        return tuple(mark for each in self.pillars for mark in (each.letter, each.name))


def draw(printed: BySlot) -> Pillars | None:
    """Members and resources by P; None where none of them has a P."""
    found = {key: printed.records(path) for key, path in COUNTED.items()}
    counts = {key: _counts(some, printed.pillars) for key, some in found.items() if some}
    most = max((count for each in counts.values() for count in each), default=0)
    if not most:
        return None
    columns = (
        Column(key, each, tuple(100 * count / most for count in each), _without(found[key]))
        for key, each in counts.items()
    )
    return Pillars(printed.pillars, tuple(columns), bars=len(found["members"]) >= LEAST)


def _counts(found: tuple[Record, ...], pillars: tuple[Pillar, ...]) -> tuple[int, ...]:
    return tuple(sum(each.key in record.keys("ps") for record in found) for each in pillars)


def _without(found: tuple[Record, ...]) -> int:
    return sum(not record.keys("ps") for record in found)
