"""What both sorts of lists offer below their entries: add, complete, go on, bring back."""

from wizard import words
from wizard.interview.survey import Turn
from wizard.sitting.ask import EVERY_WAY, Option
from wizard.sitting.sitting import Sitting

ADD, COMPLETE, GO_ON, UNDO = "\x00add", "\x00complete", "\x00on", "\x00undo"


def ways(sitting: Sitting, turn: Turn, has_entries: bool, *, can_wait: bool) -> tuple[Option, ...]:
    """The options that stand apart: add one, call the list complete, come back later, bring one back."""
    made = [Option(ADD, turn.part.add or words.say("list.add"), apart=True)]
    made.append(Option(COMPLETE, words.say("list.complete" if has_entries else "list.none"), apart=True))
    if can_wait:
        made.append(Option(GO_ON, words.say("list.go_on"), apart=True))
    if removed := sitting.removed.newest(turn.place):
        made.append(Option(UNDO, words.say("list.bring_back", name=removed.name), apart=True))
    return tuple(made)


def can(sitting: Sitting, path: str) -> frozenset[str]:
    """The ways out of a list's page; undo only where something can be brought back."""
    return EVERY_WAY | {"undo"} if sitting.removed.newest(path) else EVERY_WAY
