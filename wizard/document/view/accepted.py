"""The checks a partnership chose to accept, with its reasons: appendix C of the inside copy (guide C.2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.pen import GOALS, Pen
from wizard.interview.pruned import pruned
from wizard.interview.survey import Turn


@dataclass(frozen=True)
class Accepted:
    """One accepted check: the question it is about, None for the whole plan, the entry or the goal, and why."""

    check: Mark
    question: Mark | None
    about: Mark | None
    goal: int | None
    because: Mark | None


def accepted(pen: Pen) -> tuple[Accepted, ...]:
    """What was accepted about what still applies, in the order of the plan; the whole plan comes first."""
    if not pen.here.draft.accepted_checks:
        return ()
    found = [(_turn(pen, check), check) for check in pruned(pen.here).accepted_checks]
    order = {turn.key: at for at, turn in enumerate(pen.whole.turns, 1)}
    found.sort(key=lambda each: order[each[0].key] if each[0] else 0)
    return tuple(_accepted(pen, turn, check) for turn, check in found)


def _turn(pen: Pen, check: Mapping[str, str]) -> Turn | None:
    """The first part a check is about: at its place, in it or around it."""
    at = check.get("at", "").replace("[]", "")
    if not at:
        return None
    return next(
        turn
        for turn in pen.whole.turns
        if f"{turn.place}.".startswith(f"{at}.") or f"{at}.".startswith(f"{turn.place}.")
    )


def _accepted(pen: Pen, turn: Turn | None, check: Mapping[str, str]) -> Accepted:
    because = pen.put(check["because"], long=True) if check.get("because") else None
    code = pen.put(check["check"])
    if turn is None:
        return Accepted(code, None, None, None, because)
    inside = bool(turn.item) and turn.item in check["at"].split(".")
    goal = pen.goals.get(turn.item) if inside and turn.part.list == GOALS else None
    names = [
        pen.name(turn.part.list, each)
        for each in (pen.items(turn.part.list) if inside and goal is None else [])
        if each["id"] == turn.item
    ]
    return Accepted(code, pen.put(turn.question.label), pen.put(names[0]) if names else None, goal, because)
