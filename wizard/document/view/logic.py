"""The small logic model, for a plan whose own is not written yet: four columns from what is there (guide C.3)."""

from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.pen import GOALS, Pen

MOST = 6
_WRITTEN = ("inputs", "outputs", "first_changes", "next_changes", "lasting")


@dataclass(frozen=True)
class Column:
    """`key` says which column it is; `more` how many entries do not stand in it."""

    key: str
    entries: tuple[Mark, ...]
    more: int = 0


def logic(pen: Pen) -> tuple[Column, ...]:
    """What goes in, what we do, what comes of it, what lasts; nothing where the plan has its own logic model."""
    if any(pen.value(f"strategy.{name}") for name in _WRITTEN):
        return ()
    columns = {
        "inputs": [pen.name("build.resources", each) for each in pen.items("build.resources")],
        "activities": [pen.name("strategy.activities", each) for each in pen.items("strategy.activities")],
        "outcomes": [text for goal in pen.items(GOALS) if (text := _outcome(pen, goal))],
        "impact": [text for text in [pen.text("define.mission")] if text],
    }
    return tuple(
        Column(key, tuple(map(pen.put, texts[:MOST])), max(0, len(texts) - MOST))
        for key, texts in columns.items()
    )


def _outcome(pen: Pen, goal: dict[str, object]) -> str:
    """The measure and the number to reach."""
    parts = (pen.text(f"{GOALS}[].{name}", goal[name]) for name in ("measure", "target") if name in goal)
    return ": ".join(part for part in parts if part)
