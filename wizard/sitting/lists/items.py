"""An item is entered on one page: its answered parts stand above, the current part is the prompt."""

from wizard import words
from wizard.formatting.places import short
from wizard.formatting.values import labelled
from wizard.interview import walk
from wizard.interview.names import item_name
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Option, Pages
from wizard.sitting.ask_builder import SidePage
from wizard.sitting.lists.options import GO_ON
from wizard.sitting.lists.texts import ask_texts
from wizard.sitting.questions.cards import show_cards, show_note
from wizard.sitting.questions.parts import ask_part
from wizard.sitting.sitting import Sitting
from wizard.storage.draft import is_within


def enter(sitting: Sitting, ident: str, first: Turn) -> Pages[bool]:
    """Asks an item's open parts from one on; False when the person goes back to the list."""
    way: list[Turn] = []
    turn: Turn | None = first
    while turn is not None:
        went_on = (yield from show_cards(sitting, turn)) and (yield from ask_one(sitting, turn))
        sitting.trail.last = turn
        parts = _parts(sitting, turn, ident)
        keys = [each.key for each in parts]
        at = keys.index(turn.key) if turn.key in keys else len(keys)
        if went_on:
            way.append(turn)
            turn = next((each for each in parts[at + 1 :] if sitting.here.is_open(each)), None)
            continue
        turn = _before(sitting, way) or (parts[at - 1] if 0 < at <= len(parts) else None)
        if turn is None:
            return False
    return True


def ask_one(sitting: Sitting, turn: Turn) -> Pages[bool]:
    """Asks one part, or a list of texts; False when the person goes back."""
    if turn.part.kind == "list":
        return ask_texts(sitting, turn)
    return ask_part(sitting, turn)


def edit(sitting: Sitting, path: str, ident: str) -> Pages[None]:
    """Shows an item's parts with their answers; the picked one is asked, until the person is done."""
    at, grown = "", sitting.toolkit.lists[path]
    while turns := {each.place: each for each in ask_builder.item_turns(sitting.here, path, ident)}:
        at = at or next((place for place in turns if sitting.here.is_open(turns[place])), next(iter(turns)))
        item = next(each for each in sitting.draft.items(path) if each["id"] == ident)
        here = sitting.here
        done = Option(GO_ON, words.say("list.done"), apart=True)
        options = (
            Option(
                place,
                labelled(each.part.label or each.question.label, ask_builder.in_one_line(here, each)),
            )
            for place, each in turns.items()
        )
        reply = yield SidePage(
            "one",
            words.say("list.what_to_change"),
            ask_builder.head(here, next(iter(turns.values()))),
            (*options, done),
            note=sitting.take_note(),
            hint=short(item_name(here.toolkit, here.answers, grown, item)),
            value=at,
            place=f"{path}.{ident}",
        )
        if not isinstance(reply, Answer) or reply.value == GO_ON:
            return
        at = reply.value
        if (yield from show_note(sitting, turns[at])):
            yield from ask_one(sitting, turns[at])


def tidy(sitting: Sitting, but: str = "") -> None:
    """Takes items away that nobody put anything into, except the one at hand."""
    kept = sitting.draft
    empty = [
        (path, item["id"])
        for path in sitting.toolkit.lists
        for item in kept.items(path)
        if kept.is_only_begun(path, item)
        and item["id"] != but
        and not _is_meant(sitting, f"{path}.{item['id']}")
    ]
    for path, ident in empty:
        kept.remove(path, ident)
    if empty:
        sitting.look()


def _is_meant(sitting: Sitting, place: str) -> bool:
    """An item without answers, with words that are not finished."""
    return any(is_within(each, place) for each in sitting.half)


def _parts(sitting: Sitting, turn: Turn, ident: str) -> list[Turn]:
    """The parts on an item's page."""
    turns = ask_builder.item_turns(sitting.here, turn.part.list, ident)
    return [each for each in turns if ask_builder.list_turn(sitting.here, each) is not None]


def _before(sitting: Sitting, way: list[Turn]) -> Turn | None:
    while way:
        if found := walk.again(sitting.here, way.pop()):
            return found
    return None
