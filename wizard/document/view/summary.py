"""The plan on one page, in 250 words or fewer: long answers are cut at a word, the chapters hold them whole."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wizard.document.placeholders import Mark
from wizard.document.view.pen import GOALS, Pen
from wizard.document.view.said import Pillar, pillars

WORDS = 250
FIXED = 41  # words of the template itself on this page
_LETTERS = 9  # of an ordinary word; an endless one is cut as well
_NEEDS = _STRENGTHS = _GOALS = _STEPS = 3


@dataclass(frozen=True)
class ShortGoal:
    number: int
    statement: Mark
    pillars: tuple[Pillar, ...]
    lead: Mark | None
    measure: Mark | None
    date: Mark | None


@dataclass(frozen=True)
class Step:
    action: Mark
    who: Mark | None
    by: Mark | None


@dataclass
class _Cut:
    """Cuts texts to a share of their allowance and counts the words that are left."""

    pen: Pen
    share: float
    words: int = 0

    def mark(self, text: str, most: int, *, least: int = 4) -> Mark | None:
        if not text:
            return None
        cut = shortened(text, max(least, round(most * self.share)))
        self.words += len(cut.split())
        return self.pen.put(cut)


def summary(pen: Pen, helping: tuple[str, ...]) -> Mapping[str, Any]:
    """The summary at the fullest share that keeps to the words allowed."""
    for percent in range(100, 0, -5):
        cut = _Cut(pen, percent / 100)
        found = _summary(pen, cut, helping)
        if cut.words + FIXED <= WORDS:
            break
    return found


def shortened(text: str, words: int) -> str:
    """The first words of a text, and an ellipsis where there are more."""
    every = text.split()
    kept = " ".join(every[:words])[: words * _LETTERS].rstrip()
    return kept if len(kept) == len(" ".join(every)) else f"{kept.rstrip('.,;:')}…"


def _summary(pen: Pen, cut: _Cut, helping: tuple[str, ...]) -> dict[str, Any]:
    needs = sorted(pen.items("build.needs"), key=lambda need: -int(need.get("seriousness") or 0))
    steps = pen.items("sign_off.next_steps")[:_STEPS]
    strengths = pen.items("build.resources")[:_STRENGTHS]
    return {
        "mission": cut.mark(pen.text("define.mission"), 60, least=45),
        "needs": tuple(cut.mark(pen.name("build.needs", need), 12, least=6) for need in needs[:_NEEDS]),
        "strengths": tuple(cut.mark(pen.name("build.resources", each), 6) for each in strengths),
        "goals": tuple(
            _goal(pen, cut, number, goal) for number, goal in enumerate(pen.items(GOALS)[:_GOALS], 1)
        ),
        "more_goals": max(0, len(pen.items(GOALS)) - _GOALS),
        "steps": tuple(_step(pen, cut, each) for each in steps),
        "remember": cut.mark(pen.text("sign_off.remember"), 30, least=20),
        "contact": cut.mark(pen.text("about.contact"), 15),
        "joining": cut.mark(pen.text("build.joining.how"), 12),
        "lines": tuple(cut.mark(each, 15, least=10) for each in helping[:2]),
        "review": cut.mark(pen.text("sign_off.look_again"), 4),
    }


def _goal(pen: Pen, cut: _Cut, number: int, goal: Mapping[str, Any]) -> ShortGoal:
    ps = pen.toolkit.filling.get(f"{GOALS}[].ps")
    signs = pillars(pen, ps, goal.get("ps") or []) if ps else ()
    cut.words += 2 * len(signs)  # the letters and the name
    return ShortGoal(
        number=number,
        statement=cut.mark(pen.name(GOALS, goal), 30, least=20) or pen.put(""),
        pillars=signs,
        lead=cut.mark(_of(pen, goal, "lead"), 8),
        measure=cut.mark(_measure(pen, goal), 10) if cut.share > 0.7 else None,  # whole or not at all
        date=cut.mark(_of(pen, goal, "target_date"), 4),
    )


def _measure(pen: Pen, goal: Mapping[str, Any]) -> str:
    """What is counted, and the number to reach; nothing where the sentence of the goal has that number in it."""
    target = _of(pen, goal, "target")
    if target and re.search(rf"(?<![\d,.]){re.escape(target)}(?![\d,.]*\d)", pen.name(GOALS, goal)):
        return ""
    pieces = (_of(pen, goal, "measure"), target)
    return " → ".join(piece for piece in pieces if piece)


def _of(pen: Pen, goal: Mapping[str, Any], name: str) -> str:
    value = goal.get(name)
    return "" if value is None else pen.text(f"{GOALS}[].{name}", value)


def _step(pen: Pen, cut: _Cut, step: Mapping[str, Any]) -> Step:
    who, by = step.get("who"), step.get("by")
    return Step(
        action=cut.mark(pen.name("sign_off.next_steps", step), 12, least=7) or pen.put(""),
        who=cut.mark(pen.text("sign_off.next_steps[].who", who), 4) if who and cut.share > 0.6 else None,
        by=cut.mark(pen.text("sign_off.next_steps[].by", by), 4) if by else None,
    )
