"""The figures of a document, each drawn from the view, or left out where its data is thin.

A figure's file lays out; its template of the same name (`figures/NAME.html`) draws, with a caption and a text
twin that names every item the figure shows (guide C.3, C.5).
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from wizard.document.figures import (
    conflict_steps,
    coverage,
    gantt,
    goals_ps,
    leadership,
    learning_year,
    logic,
    pillars,
    scores,
    survivor_ladder,
    sustaining,
)
from wizard.document.placeholders import Mark


class Figure(Protocol):
    """What a figure's file gives its template: numbers and marks, nothing left to compute."""

    @property
    def items(self) -> tuple[Mark, ...]:
        """Everything the figure shows by name; the twin has to name each."""


FIGURES: Mapping[str, Callable[[Mapping[str, Any]], Figure | None]] = {
    "pillars": pillars.draw,
    "coverage": coverage.draw,
    "goals_ps": goals_ps.draw,
    "scores": scores.draw,
    "gantt": gantt.draw,
    "logic": logic.draw,
    "leadership": leadership.draw,
    "learning_year": learning_year.draw,
    "conflict_steps": conflict_steps.draw,
    "sustaining": sustaining.draw,
    "survivor_ladder": survivor_ladder.draw,
}


def drawn(view: Mapping[str, Any]) -> dict[str, Figure | None]:
    """Every figure by its name; None where there is too little to draw."""
    return {name: draw(view) for name, draw in FIGURES.items()}
