"""The plan on one page, in 250 words or fewer: what is less needed is left out first, and only then is a text cut.

Source: guide C.6. The chapters hold everything whole.
"""

import re
from dataclasses import dataclass
from typing import Any

from wizard.document.placeholders import Mark
from wizard.document.view.answers import Pillar, pillars
from wizard.document.view.builder import GOALS, Builder
from wizard.plan.sections.goals import GoalItem
from wizard.plan.sections.sign_off import NextStep

WORDS = 250
FIXED = 36  # words of the template itself on this page
_LETTERS = 9  # of an ordinary word; an endless one is cut as well
_NEEDS = _STRENGTHS = _GOALS = _STEPS = 3
_FULLEST = (("joining", "who", "measure", "remember"), ("who", "remember"), ("remember",), ())


@dataclass(frozen=True)
class ShortGoal:
    number: int
    statement: Mark | None
    pillars: tuple[Pillar, ...]
    lead: Mark | None
    measure: Mark | None
    date: Mark | None


@dataclass(frozen=True)
class Step:
    action: Mark
    who: Mark | None
    by: Mark | None


@dataclass(frozen=True)
class Summary:
    """A hole is None; `more_goals` is how many stand in the plan beside these."""

    name: Mark | None
    places: Mark | None
    start: Mark | None
    end: Mark | None
    mission: Mark | None
    needs: tuple[Mark, ...]
    strengths: tuple[Mark, ...]
    goals: tuple[ShortGoal, ...]
    more_goals: int
    steps: tuple[Step, ...]
    remember: Mark | None
    contact: Mark | None
    joining: Mark | None
    lines: tuple[Mark, ...]
    review: Mark | None


@dataclass
class _Cut:
    """Cuts texts to a share of their allowance and counts the words; `extras` are the pieces there is room for."""

    builder: Builder
    share: float
    extras: tuple[str, ...]
    words: int = 0

    def mark(self, text: str, most: int, *, least: int = 4) -> Mark | None:
        if not text:
            return None
        cut = shortened(text, max(least, round(most * self.share)))
        self.words += len(cut.split())
        return self.builder.put(cut)

    def sure(self, text: str, most: int, *, least: int = 4) -> Mark:
        """A text that is there."""
        return self.mark(text, most, least=least) or self.builder.put("")

    def extra(self, name: str, text: str, most: int, *, least: int = 4) -> Mark | None:
        return self.mark(text, most, least=least) if name in self.extras else None


def summary(builder: Builder, helping: tuple[str, ...]) -> Summary:
    """The fullest summary that keeps to the words allowed."""
    tries = [(1.0, extras) for extras in _FULLEST] + [(share / 100, ()) for share in range(95, 0, -5)]
    for share, extras in tries:
        cut = _Cut(builder, share, extras)
        found = _summary(builder, cut, helping)
        if cut.words + FIXED <= WORDS:
            break
    return found


def shortened(text: str, words: int) -> str:
    """The first words of a text, and an ellipsis where there are more."""
    every = text.split()
    kept = " ".join(every[:words])[: words * _LETTERS].rstrip()
    return kept if len(kept) == len(" ".join(every)) else f"{kept.rstrip('.,;:')}…"


def _summary(builder: Builder, cut: _Cut, helping: tuple[str, ...]) -> Summary:
    needs = sorted(_named(builder, "build.needs"), key=lambda need: -(need.seriousness or 0))
    steps = _named(builder, "sign_off.next_steps")[:_STEPS]
    strengths = _named(builder, "build.resources")[:_STRENGTHS]
    goals = builder.items(GOALS)
    return Summary(
        name=cut.mark(builder.text("about.name"), 12),
        places=cut.mark(", ".join(builder.texts("about.places")), 16, least=8),
        start=cut.mark(builder.text("about.period.start"), 3),
        end=cut.mark(builder.text("about.period.end"), 3),
        mission=cut.mark(builder.text("define.mission"), 60, least=45),
        needs=tuple(cut.sure(builder.name("build.needs", need), 12, least=6) for need in needs[:_NEEDS]),
        strengths=tuple(cut.sure(builder.name("build.resources", each), 6) for each in strengths),
        goals=tuple(_goal(builder, cut, number, goal) for number, goal in enumerate(goals[:_GOALS], 1)),
        more_goals=max(0, len(goals) - _GOALS),
        steps=tuple(_step(builder, cut, each) for each in steps),
        remember=cut.extra("remember", builder.text("sign_off.remember"), 30, least=20),
        contact=cut.mark(builder.text("about.contact"), 15),
        joining=cut.extra("joining", builder.text("build.joining.how"), 12),
        lines=tuple(cut.sure(each, 15, least=10) for each in helping[:2]),
        review=cut.mark(builder.text("sign_off.look_again"), 4),
    )


def _named(builder: Builder, path: str) -> list[Any]:
    """The items that say what they are; a blank one tells a reader of one page nothing."""
    grown = builder.toolkit.lists.get(path)
    return [each for each in builder.items(path) if grown and getattr(each, grown.names) is not None]


def _goal(builder: Builder, cut: _Cut, number: int, goal: GoalItem) -> ShortGoal:
    ps = builder.part(f"{GOALS}[].ps")
    signs = pillars(builder, ps, goal.ps or ()) if ps else ()
    cut.words += 1 + 2 * len(signs)  # its number, and the letters and the name of each P
    statement, date = (builder.field(GOALS, goal, name) for name in ("statement", "target_date"))
    return ShortGoal(
        number=number,
        statement=cut.mark(statement, 30, least=20),
        pillars=signs,
        lead=cut.mark(builder.field(GOALS, goal, "lead"), 8),
        measure=cut.extra("measure", _measure(builder, goal), 10),
        date=None if date and date in statement else cut.mark(date, 4),
    )


def _measure(builder: Builder, goal: GoalItem) -> str:
    """What is counted, and the number to reach; nothing where the sentence of the goal has that number in it."""
    measure, target, statement = (
        builder.field(GOALS, goal, name) for name in ("measure", "target", "statement")
    )
    if target and re.search(rf"(?<![\d,.]){re.escape(target)}(?![\d,.]*\d)", statement):
        return ""
    return " → ".join(filter(None, (measure, target))) if measure else ""


def _step(builder: Builder, cut: _Cut, step: NextStep) -> Step:
    path = "sign_off.next_steps"
    return Step(
        action=cut.sure(builder.name(path, step), 12, least=7),
        who=cut.extra("who", builder.field(path, step, "who"), 6),
        by=cut.mark(builder.field(path, step, "by"), 4),
    )
