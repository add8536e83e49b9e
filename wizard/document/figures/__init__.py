"""The figures of a document, each drawn from what is printed, or left out where its data is thin.

A figure's file names the slots it draws and lays out; its template of the same name (`figures/NAME.html`) paints,
with a caption and a text twin that names every item the figure shows (guide C.3, C.5).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from wizard.document.figures import (
    conflict_steps,
    coverage,
    gantt,
    goals_ps,
    leadership,
    learning_year,
    logic,
    logic_boxes,
    pillars,
    scores,
    survivor_ladder,
    sustaining,
)
from wizard.document.placeholders import Mark
from wizard.document.view.by_slot import BySlot


class Figure(Protocol):
    """What a figure's file gives its template: numbers and marks, nothing left to compute."""

    @property
    def items(self) -> tuple[Mark, ...]:
        """Everything the figure shows by name; the twin has to name each."""


@dataclass(frozen=True)
class Drawing:
    """The slots a figure draws, by their paths, and what draws it."""

    slots: tuple[str, ...]
    draw: Callable[[BySlot], Figure | None]


FIGURES: Mapping[str, Drawing] = {
    "pillars": Drawing(pillars.SLOTS, pillars.draw),
    "coverage": Drawing(coverage.SLOTS, coverage.draw),
    "goals_ps": Drawing(goals_ps.SLOTS, goals_ps.draw),
    "scores": Drawing(scores.SLOTS, scores.draw),
    "gantt": Drawing(gantt.SLOTS, gantt.draw),
    "logic": Drawing(logic.SLOTS, logic.draw),
    "logic_boxes": Drawing(logic_boxes.SLOTS, logic_boxes.draw),
    "leadership": Drawing(leadership.SLOTS, leadership.draw),
    "learning_year": Drawing(learning_year.SLOTS, learning_year.draw),
    "conflict_steps": Drawing(conflict_steps.SLOTS, conflict_steps.draw),
    "sustaining": Drawing(sustaining.SLOTS, sustaining.draw),
    "survivor_ladder": Drawing(survivor_ladder.SLOTS, survivor_ladder.draw),
}


def drawn(printed: BySlot) -> dict[str, Figure | None]:
    """Every figure by its name; None where there is too little to draw."""
    return {name: drawing.draw(printed) for name, drawing in FIGURES.items()}
