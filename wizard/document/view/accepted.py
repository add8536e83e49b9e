"""The checks a partnership chose to accept, with its reasons: appendix C of the inside copy (guide C.2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.builder import GOALS, Builder
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


def accepted(builder: Builder) -> tuple[Accepted, ...]:
    """What was accepted about what still applies, in the order of the plan; the whole plan comes first."""
    if not builder.here.draft.accepted_checks:
        return ()
    found = [(_turn(builder, check), check) for check in pruned(builder.here).accepted_checks]
    order = {turn.key: at for at, turn in enumerate(builder.whole.turns, 1)}
    found.sort(key=lambda each: order[each[0].key] if each[0] else 0)
    return tuple(_accepted(builder, turn, check) for turn, check in found)


def _turn(builder: Builder, check: Mapping[str, str]) -> Turn | None:
    """The first part a check is about: at its place, in it or around it."""
    at = check.get("at", "").replace("[]", "")
    if not at:
        return None
    return next(
        turn
        for turn in builder.whole.turns
        if f"{turn.place}.".startswith(f"{at}.") or f"{at}.".startswith(f"{turn.place}.")
    )


def _accepted(builder: Builder, turn: Turn | None, check: Mapping[str, str]) -> Accepted:
    because = builder.put(check["because"], long=True) if check.get("because") else None
    code = builder.put(check["check"])
    if turn is None:
        return Accepted(code, None, None, None, because)
    inside = bool(turn.item) and turn.item in check["at"].split(".")
    goal = builder.goals.get(turn.item) if inside and turn.part.list == GOALS else None
    names = [
        builder.name(turn.part.list, each)
        for each in (builder.items(turn.part.list) if inside and goal is None else [])
        if each.id == turn.item
    ]
    return Accepted(
        code, builder.put(turn.question.label), builder.put(names[0]) if names else None, goal, because
    )
