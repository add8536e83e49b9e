"""Lists that show themselves growing: add, edit, duplicate, move, remove with undo, and call them complete."""

from typing import Any

from wizard import words
from wizard.formatting.places import short
from wizard.formatting.wrap import line
from wizard.interview import walk
from wizard.interview.flow import Part
from wizard.interview.names import item_name
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Act, Answer, Ask, Back, NotYet, Pages
from wizard.sitting.ask_builder import SidePage
from wizard.sitting.lists.items import edit, enter, tidy
from wizard.sitting.lists.options import ADD, COMPLETE, UNDO, bring_back, page
from wizard.sitting.lists.pasted import offered, rows_in, sorted_out
from wizard.sitting.lists.removing import take_out
from wizard.sitting.matching import folded
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
                yield from edit(sitting, turn.part.slot, value)
            case Act(what, on):
                at = yield from _act(sitting, turn, what, on)
            case _:
                return True


def _ids(sitting: Sitting, turn: Turn) -> list[str]:
    return [item["id"] for item in sitting.draft.entries(turn.part.slot)]


def _page(sitting: Sitting, turn: Turn, at: Any) -> Ask:
    can_wait = sitting.here.is_open(turn) or turn.part.slot not in sitting.draft.complete
    return page(sitting, turn, tuple(ask_builder.item_options(sitting.here, turn)), at, can_wait=can_wait)


def _add(sitting: Sitting, turn: Turn, begun: str = "") -> Pages[None]:
    """A new item starts empty and is not saved before its first answer. `begun`: letters of its name."""
    ident = sitting.draft.add(turn.part.slot, turn.part.item)
    turns = ask_builder.item_turns(sitting.look(), turn.part.slot, ident)
    if begun:
        _begin_name(sitting, turn, turns, begun)
    if turns:
        yield from enter(sitting, ident, turns[0])


def _begin_name(sitting: Sitting, grown: Turn, turns: list[Turn], begun: str) -> None:
    """Lets a new item's name begin with these letters, also where something else is asked before."""
    named = f"{grown.part.slot}[].{grown.part.names}"
    at = next((each for each in turns if each.part.slot == named), turns[0])
    sitting.begun[at.place] = begun
    sitting.half.write(at.place, begun)
    if at is not turns[0]:
        sitting.add_note(words.say("list.waits", text=begun, label=at.part.label or at.question.label))


def _add_typed(sitting: Sitting, turn: Turn, text: str) -> Pages[None]:
    """What was typed on the list's page: the beginning of one item's name, or a line for each of several."""
    rows = rows_in(text)
    if len(rows) < 2:
        yield from _add(sitting, turn, text.strip() and line(text))
        return
    path, here = turn.part.slot, sitting.here
    naming = sitting.toolkit.filling[f"{path}[].{turn.part.names}"]
    there = [item_name(here.toolkit, here.answers, turn.part, item) for item in sitting.draft.items(path)]
    pasted = sorted_out(rows, there, lambda name: _as_name(sitting, naming, name))
    if (yield from offered(sitting, turn, pasted)):
        for _, value in pasted.new:
            ident = sitting.draft.add(path, turn.part.item)
            sitting.draft.put(f"{path}.{ident}.{naming.field}", value)
        yield from save(sitting, turn.question.id)


def _as_name(sitting: Sitting, naming: Part, name: str) -> Any:
    """A name as the plan holds it: one of the choices, words of one's own, or the text. Raises Unfit."""
    from wizard.plan.slots import slot

    if not naming.options:
        return slot(naming.fills).fit(name)
    options = sitting.toolkit.choices_of(naming).options
    key = next((each.key for each in options if folded(each.label) == folded(name)), None)
    return slot(naming.fills).fit(key or {"other": name})


def _act(sitting: Sitting, turn: Turn, what: str, ident: Any) -> Pages[Any]:
    """Does something with one item; gives what is pointed at next."""
    path, draft = turn.part.slot, sitting.draft
    match what:
        case "edit":
            yield from edit(sitting, path, ident)
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
        case "add":
            yield from _add_typed(sitting, turn, ident)
            return ADD
    return ident


def _remove(sitting: Sitting, turn: Turn, ident: str) -> Pages[Any]:
    """Says what else refers to the item, and asks when something does."""
    here, path = sitting.here, turn.part.slot
    at = _ids(sitting, turn).index(ident)
    name = short(item_name(here.toolkit, here.answers, turn.part, here.draft.entries(path)[at]))
    referring = [place for place, _ in here.draft.references_to(ident)]
    if referring:
        sure = SidePage(
            "yes_no",
            words.say("list.remove_referred", count=len(referring), name=name),
            ask_builder.head(here, turn),
            hint=words.say("list.remove_hint"),
            above=tuple((_label(sitting, place), _owner(sitting, place)) for place in referring),
            place=f"{path}.{ident}?remove",
        )
        if (yield sure) != Answer(True):
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
    removed = yield from bring_back(sitting, turn)
    return removed.held["id"] if removed else ADD
