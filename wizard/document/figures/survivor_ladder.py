"""Figure 11: the part survivors have now and the one aimed at, on a ladder; beside it, where they take part.

Source: guide C.3 (SU-01, SU-02).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wizard.document.figures.reading import block, facts, told
from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer
from wizard.document.view.blocks import Fact
from wizard.document.view.lists import Grid

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
    what was said about stages where there is no table.
    """

    rungs: tuple[Rung, ...]
    by: Answer | None
    rest: tuple[Fact, ...]
    title: Mark | None
    stages: Grid | None
    beside: bool
    instead: tuple[Fact, ...]

    @property
    def items(self) -> tuple[Mark, ...]:
        """The rungs, the stages and the Ps."""
        tables = self.stages.tables if self.stages else ()
        named = [mark for each in tables for mark in (*each.columns, *(row for row, _ in each.rows))]
        return (*(rung.label for rung in self.rungs), *named)


def draw(view: Mapping[str, Any]) -> Ladder | None:
    """The ladder; None where only one of now and next is known, or neither."""
    answered = facts(view, "SU-01")
    answer = {fact.field: fact.answer for fact in answered if fact.answer.kind != "open"}
    levels = [key for key, _ in view["levels"]]
    places = [levels.index(key) for key in _keys(answer, "level_now", "level_aim") if key in levels]
    if len(places) < 2:
        return None
    now, aim = places
    asked, stages = told(view, "SU-02"), block(view, "SU-02", Grid)
    shown = {"level_now", "level_aim", *({"aim_by"} & answer.keys())}
    return Ladder(
        rungs=tuple(
            Rung(label, at == now, at == aim, at <= now) for at, (_, label) in enumerate(view["levels"])
        ),
        by=answer.get("aim_by"),
        rest=tuple(fact for fact in answered if fact.field not in shown),
        title=asked.label if asked else None,
        stages=stages,
        beside=stages is not None and _is_small(stages),
        instead=facts(view, "SU-02"),
    )


def _is_small(stages: Grid) -> bool:
    """Whether a grid is one table, narrow enough to leave room for the ladder, and not high with long notes."""
    sizes = [answer.size for each in stages.tables for _, cells in each.rows for answer in cells if answer]
    narrow = [len(each.columns) <= MOST_BESIDE for each in stages.tables]
    return narrow == [True] and max(sizes, default=0) <= SHORT


def _keys(answer: Mapping[str, Answer], *fields: str) -> list[str | int | float]:
    return [key for field in fields if field in answer for key in answer[field].keys]
