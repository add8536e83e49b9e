"""Lists that show themselves growing: add, edit, duplicate, move, remove with undo, and call them complete."""

from typing import Any

from wizard import words
from wizard.formatting.places import short
from wizard.interview import walk
from wizard.interview.names import item_name
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Act, Answer, Ask, Back, NotYet, Pages
from wizard.sitting.lists.items import edit, enter, tidy
from wizard.sitting.lists.options import ADD, COMPLETE, UNDO, can, ways
from wizard.sitting.lists.removing import put_back, take_out
from wizard.sitting.questions.not_yet import leave_open
from wizard.sitting.saving import save
from wizard.sitting.sitting import Sitting


def ask_list(sitting: Sitting, turn: Turn) -> Pages[bool]:
    """Shows a list of items until it is complete or left for now; False when the person goes back."""
    at: Any = COMPLETE if turn.place in sitting.draft.complete else ADD
    while True:
        tidy(sitting)
        match (yield _page(sitting, turn, at)):
            case Back():
                return False
            case NotYet():
                if (yield from leave_open(sitting, turn)):
                    return True
            case Answer(value) if value == ADD:
                at = ADD
                yield from _add(sitting, turn)
            case Answer(value) if value == COMPLETE:
                sitting.draft.call_complete(turn.place)
                yield from save(sitting, turn.question.id)
                return True
            case Answer(value) if value == UNDO:
                at = yield from _undo(sitting, turn)
            case Answer(value) if value in _ids(sitting, turn):
                at = value
                yield from edit(sitting, turn, value)
            case Act(what, on):
                at = yield from _act(sitting, turn, what, on)
            case _:
                return True


def _ids(sitting: Sitting, turn: Turn) -> list[str]:
    return [item["id"] for item in sitting.draft.items(turn.part.slot)]


def _page(sitting: Sitting, turn: Turn, at: Any) -> Ask:
    here, part = sitting.here, turn.part
    items = tuple(ask_builder.item_options(here, turn))
    can_wait = here.is_open(turn) or part.slot not in sitting.draft.complete
    return Ask(
        "list",
        part.ask or turn.question.ask,
        ask_builder.head(here, turn),
        (*items, *ways(sitting, turn, bool(items), can_wait=can_wait)),
        hint=part.hint or turn.question.hint,
        note=sitting.take_note(ask_builder.left_open(here, turn)),
        help=ask_builder.help_for(here, turn),
        value=at,
        can=can(sitting, turn.place),
        place=turn.place,
    )


def _add(sitting: Sitting, turn: Turn) -> Pages[None]:
    """A new item starts empty and is not saved before its first answer."""
    ident = sitting.draft.add(turn.part.slot, turn.part.item)
    turns = ask_builder.item_turns(sitting.look(), turn.part.slot, ident)
    if turns:
        yield from enter(sitting, ident, turns[0])


def _act(sitting: Sitting, turn: Turn, what: str, ident: Any) -> Pages[Any]:
    """Does something with one item; gives what is pointed at next."""
    path, draft = turn.part.slot, sitting.draft
    match what:
        case "edit":
            yield from edit(sitting, turn, ident)
        case "duplicate":
            ident = draft.duplicate(path, ident, turn.part.item)
            sitting.note = words.say("list.duplicated")
            yield from save(sitting, turn.question.id)
        case "up" | "down":
            draft.move(path, ident, -1 if what == "up" else 1)
            yield from save(sitting, turn.question.id)
        case "remove":
            return (yield from _remove(sitting, turn, ident))
        case "undo":
            return (yield from _undo(sitting, turn))
    return ident


def _remove(sitting: Sitting, turn: Turn, ident: str) -> Pages[Any]:
    """Says what else refers to the item, and asks when something does."""
    here, path = sitting.here, turn.part.slot
    at = _ids(sitting, turn).index(ident)
    name = short(item_name(here.toolkit, here.answers, turn.part, here.draft.items(path)[at]))
    referring = [place for place, _ in here.draft.references_to(ident)]
    if referring:
        page = Ask(
            "yes_no",
            words.say(
                "list.remove_referred" if len(referring) > 1 else "list.remove_referred_one", name=name
            ),
            ask_builder.head(here, turn),
            hint=words.say("list.remove_hint"),
            above=tuple((_label(sitting, place), _owner(sitting, place)) for place in referring),
            help=ask_builder.nevers(),
            can=ask_builder.BESIDE,
            place=f"{path}.{ident}?remove",
        )
        if (yield page) != Answer(True):
            return ident
    sitting.removed.add(take_out(sitting.draft, path, ident, name))
    sitting.note = words.say("list.removed", name=name)
    yield from save(sitting, turn.question.id)
    left = _ids(sitting, turn)
    return left[min(at, len(left) - 1)] if left else ADD


def _label(sitting: Sitting, place: str) -> str:
    found = walk.at_place(sitting.here, place)
    return (found.part.label or found.question.label) if found else words.say("aside.one")


def _owner(sitting: Sitting, place: str) -> str:
    """The item a reference stands in, by its name; else its question."""
    found = walk.at_place(sitting.here, place)
    if found is None:
        return ""
    if found.item:
        grown = sitting.toolkit.lists[found.part.list]
        item = next(each for each in sitting.draft.items(found.part.list) if each["id"] == found.item)
        return short(item_name(sitting.toolkit, sitting.here.answers, grown, item))
    return found.question.label


def _undo(sitting: Sitting, turn: Turn) -> Pages[Any]:
    """Brings back what was removed last; answers given since stay."""
    removed = sitting.removed.take(turn.place)
    if removed is None:
        sitting.note = words.say("list.nothing_to_undo")
        return ADD
    put_back(sitting.toolkit, sitting.draft, removed)
    sitting.note = words.say("list.undone", name=removed.name)
    yield from save(sitting, turn.question.id)
    return removed.held["id"]
