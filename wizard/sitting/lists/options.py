"""What both sorts of lists share: their page with what it offers below the entries, and bringing one back."""

from typing import Any

from wizard import words
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import EVERY_WAY, Ask, Option, Pages
from wizard.sitting.lists.removing import Removed, put_back
from wizard.sitting.saving import save
from wizard.sitting.sitting import Sitting

ADD, COMPLETE, GO_ON, UNDO = "\x00add", "\x00complete", "\x00on", "\x00undo"


def page(sitting: Sitting, turn: Turn, entries: tuple[Option, ...], at: Any, *, can_wait: bool) -> Ask:
    """A list as it is now, pointing `at` an entry or at what is offered below them."""
    removed = sitting.removed.newest(turn.place)
    return Ask(
        "list",
        ask_builder.wording(turn),
        ask_builder.head(sitting.here, turn),
        (*entries, *_below(turn, bool(entries), removed, can_wait=can_wait)),
        hint=turn.part.hint or turn.question.hint,
        note=sitting.take_note(ask_builder.left_open(sitting.here, turn)),
        help=ask_builder.help_for(sitting.here, turn),
        value=at,
        can=EVERY_WAY | {"undo"} if removed else EVERY_WAY,
        place=turn.place,
    )


def _below(turn: Turn, has_entries: bool, removed: Removed | None, *, can_wait: bool) -> tuple[Option, ...]:
    """The options that stand apart: add one, call the list complete, come back later, bring one back."""
    made = [Option(ADD, turn.part.add or words.say("list.add"), apart=True)]
    made.append(Option(COMPLETE, words.say("list.complete" if has_entries else "list.none"), apart=True))
    if can_wait:
        made.append(Option(GO_ON, words.say("list.go_on"), apart=True))
    if removed:
        made.append(Option(UNDO, words.say("list.bring_back", name=removed.name), apart=True))
    return tuple(made)


def bring_back(sitting: Sitting, turn: Turn) -> Pages[Removed | None]:
    """Brings back what was removed last; answers given since stay."""
    removed = sitting.removed.take(turn.place)
    if removed is None:
        sitting.note = words.say("list.nothing_to_undo")
        return None
    put_back(sitting.toolkit, sitting.draft, removed)
    sitting.note = words.say("list.undone", name=removed.name)
    yield from save(sitting, turn.question.id)
    return removed
