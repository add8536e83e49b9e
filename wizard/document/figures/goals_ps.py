"""Figure 3: which Ps each goal needs, and which of them its lead and its co-lead bring.

Source: guide C.3 and the toolkit's "Setting Goals in Your Partnership" (several Ps, shared leadership).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wizard.document.figures.reading import keys, marks, records
from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer, Pillar
from wizard.document.view.lists import Record

Brings = Mapping[str | int | float, tuple[str, ...]]  # the Ps of each member, by its id


@dataclass(frozen=True)
class Cell:
    """One P for one goal: whether the goal needs it, and if so, who of its two leads brings it."""

    needed: bool
    lead: bool
    co_lead: bool


@dataclass(frozen=True)
class Row:
    """A goal by its number, with a cell for each P, and its leads or why there is none."""

    goal: int
    cells: tuple[Cell, ...]
    lead: Answer | None
    co_lead: Answer | None


@dataclass(frozen=True)
class GoalsPs:
    """`unused` are the Ps that no goal needs."""

    pillars: tuple[Pillar, ...]
    rows: tuple[Row, ...]
    unused: tuple[Mark, ...]

    @property
    def items(self) -> tuple[Mark, ...]:
        """The Ps and the leads."""
        ps = [mark for each in self.pillars for mark in (each.letter, each.name)]
        return (
            *ps,
            *(mark for row in self.rows for answer in (row.lead, row.co_lead) for mark in marks(answer)),
        )


def draw(view: Mapping[str, Any]) -> GoalsPs | None:
    """The grid; None where no goal names a P."""
    pillars: tuple[Pillar, ...] = view["pillars"]
    rows = tuple(_row(goal, pillars, view["members_ps"]) for goal in records(view, "GO-02"))
    needed = [any(row.cells[at].needed for row in rows) for at in range(len(pillars))]
    unused = tuple(each.name for each, is_needed in zip(pillars, needed, strict=True) if not is_needed)
    return GoalsPs(pillars, rows, unused) if any(needed) else None


def _row(goal: Record, pillars: tuple[Pillar, ...], brings: Brings) -> Row:
    needs, lead, co_lead = keys(goal, "ps"), _ps_of(goal, "lead", brings), _ps_of(goal, "co_lead", brings)
    cells = (
        Cell(True, each.key in lead, each.key in co_lead) if each.key in needs else Cell(False, False, False)
        for each in pillars
    )
    return Row(goal.number, tuple(cells), goal.answers.get("lead"), goal.answers.get("co_lead"))


def _ps_of(goal: Record, field: str, brings: Brings) -> list[str]:
    return [key for member in keys(goal, field) for key in brings.get(member, ())]
