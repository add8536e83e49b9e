"""Figure 3: which Ps each goal needs, and which of them its lead and its co-lead bring.

Source: guide C.3 and the toolkit's "Setting Goals in Your Partnership" (several Ps, shared leadership).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer, Pillar
from wizard.document.view.by_slot import BySlot
from wizard.document.view.records import Record

GOALS = "goals.items"
SLOTS = (*(f"{GOALS}[].{name}" for name in ("ps", "lead", "co_lead")), "build.members[].ps")

Brings = Mapping[str, tuple[str, ...]]  # the Ps of each member, by its id


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
        leads = (answer for row in self.rows for answer in (row.lead, row.co_lead) if answer)
        return (*ps, *(mark for answer in leads for mark in answer.marks))


def draw(printed: BySlot) -> GoalsPs | None:
    """The grid; None where no goal names a P."""
    pillars = printed.pillars
    rows = tuple(_row(goal, pillars, printed.members_ps) for goal in printed.records(GOALS))
    needed = [any(row.cells[at].needed for row in rows) for at in range(len(pillars))]
    unused = tuple(each.name for each, is_needed in zip(pillars, needed, strict=True) if not is_needed)
    return GoalsPs(pillars, rows, unused) if any(needed) else None


def _row(goal: Record, pillars: tuple[Pillar, ...], brings: Brings) -> Row:
    needs, lead, co_lead = goal.keys("ps"), _ps_of(goal, "lead", brings), _ps_of(goal, "co_lead", brings)
    cells = (
        Cell(True, each.key in lead, each.key in co_lead) if each.key in needs else Cell(False, False, False)
        for each in pillars
    )
    return Row(goal.number, tuple(cells), goal.answers.get("lead"), goal.answers.get("co_lead"))


def _ps_of(goal: Record, field: str, brings: Brings) -> list[str]:
    return [key for member in goal.keys(field) for key in brings.get(str(member), ())]
