"""Figure 11: the part survivors have now and the one aimed at, on a ladder; beside it, where they take part.

Source: guide C.3 (SU-01, SU-02).
"""

from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer
from wizard.document.view.by_slot import BySlot
from wizard.document.view.facts import Line, lines
from wizard.document.view.grids import Grid

NOW, AIM, AIM_BY = (f"survivors.{name}" for name in ("level_now", "level_aim", "aim_by"))
STAGES = "survivors.stages"
FURTHER = ("survivors.first_step", "survivors.first_step_by")
SLOTS = (NOW, AIM, AIM_BY, *FURTHER, STAGES)
MOST_BESIDE = 5  # columns of the second table that leave room for the ladder
SHORT = 40  # characters of its cells that do


@dataclass(frozen=True)
class Rung:
    """A part that survivors can have. `reached` holds for the one they have now and all below it."""

    label: Mark
    now: bool
    next: bool
    reached: bool


@dataclass(frozen=True)
class Ladder:
    """The rungs from the lowest up; `by` is the day of the aim, `rest` whatever else was said about the two.

    `title` and `stages` are the second table, `beside` whether it leaves room for the ladder, and `instead`
    why there is none.
    """

    rungs: tuple[Rung, ...]
    by: Answer | None
    rest: tuple[Line, ...]
    title: Mark | None
    stages: Grid | None
    beside: bool
    instead: Answer | None

    @property
    def items(self) -> tuple[Mark, ...]:
        """The rungs, the stages and the Ps."""
        tables = self.stages.tables if self.stages else ()
        named = [mark for each in tables for mark in (*each.columns, *(row for row, _ in each.rows))]
        return (*(rung.label for rung in self.rungs), *named)


def draw(printed: BySlot) -> Ladder | None:
    """The ladder; None where only one of now and next is known, or neither."""
    levels = list(printed.levels)
    chosen = (answer.keys for path in (NOW, AIM) if (answer := printed.answer(path)))
    places = [levels.index(str(key)) for keys in chosen for key in keys if key in levels]
    if len(places) < 2:
        return None
    now, aim = places
    by, stages, block = printed.answer(AIM_BY), printed.grids.get(STAGES), printed.blocks.get(STAGES)
    is_dated = by is not None and by.kind != "open"
    rest = (path for path in (*(() if is_dated else (AIM_BY,)), *FURTHER) if path in printed.facts)
    return Ladder(
        rungs=tuple(
            Rung(label, at == now, at == aim, at <= now) for at, label in enumerate(printed.levels.values())
        ),
        by=by if is_dated else None,
        rest=lines(printed.facts[path] for path in rest),
        title=block.label if block else None,
        stages=stages,
        beside=stages is not None and _is_small(stages),
        instead=printed.answer(STAGES),
    )


def _is_small(stages: Grid) -> bool:
    """Whether a grid is one table, narrow enough to leave room for the ladder, and not high with long notes."""
    sizes = [answer.size for each in stages.tables for _, cells in each.rows for answer in cells if answer]
    narrow = [len(each.columns) <= MOST_BESIDE for each in stages.tables]
    return narrow == [True] and max(sizes, default=0) <= SHORT
