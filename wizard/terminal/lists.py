"""Lists that show themselves growing: add, edit, duplicate, move, remove with undo, and call them complete."""

from typing import Any

from wizard import words
from wizard.interview import walk
from wizard.interview.flow import Part
from wizard.interview.survey import Turn
from wizard.interview.written import item_name, written
from wizard.terminal import asking
from wizard.terminal.seam import Act, Answer, Ask, Back, Nevers, Option, Pass
from wizard.terminal.sitting import Sitting

ADD, COMPLETE, GO_ON, UNDO = "\x00add", "\x00complete", "\x00on", "\x00undo"


def ask_list(sitting: Sitting, turn: Turn) -> Any:
    """Shows a list of items until it is complete or left for now; gives a reply, or the turn to ask next."""
    while True:
        tidy(sitting, turn.part)
        reply = sitting.ask(_page(sitting, turn))
        match reply:
            case Answer(value) if value == ADD:
                return _add(sitting, turn)
            case Answer(value) if value == COMPLETE:
                sitting.draft.call_complete(turn.place)
                sitting.save(turn.question.id)
                return Pass()
            case Answer(value) if value == GO_ON:
                return Pass()
            case Answer(value) if value == UNDO:
                _undo(sitting)
            case Answer(value):
                edit(sitting, turn, value)
            case Act():
                _act(sitting, turn, reply)
            case Nevers():
                from wizard.terminal.walking import show_nevers

                show_nevers(sitting)
            case _:
                return reply


def _page(sitting: Sitting, turn: Turn) -> Ask:
    here, part = sitting.here, turn.part
    items = list(asking.item_options(here, turn))
    ways = [Option(ADD, part.add or words.say("list.add"), apart=True)]
    if items or part.slot not in sitting.draft.complete:
        ways.append(Option(COMPLETE, words.say("list.complete" if items else "list.none"), apart=True))
    if here.is_open(turn):
        ways.append(Option(GO_ON, words.say("list.go_on"), apart=True))
    if sitting.undo:
        ways.append(Option(UNDO, words.say("list.bring_back", name=sitting.undo[-1][0]), apart=True))
    return Ask(
        "list",
        part.ask or turn.question.ask,
        asking.head(here, turn),
        (*items, *ways),
        hint=part.hint or turn.question.hint,
        note=sitting.note(),
        help=asking.help_for(here, turn),
        value=ADD,
    )


def _add(sitting: Sitting, turn: Turn) -> Any:
    """A new item starts empty and is not saved before its first answer."""
    ident = sitting.draft.add(turn.part.slot, turn.part.item)
    here = sitting.look()
    return next((each for each in asking.item_turns(here, turn.part.slot, ident)), turn)


def tidy(sitting: Sitting, grown: Part) -> None:
    """Takes items away that nobody put anything into."""
    for item in list(sitting.draft.items(grown.slot)):
        noted = any(point.at.startswith(f"{grown.slot}.{item['id']}") for point in sitting.draft.open_points)
        if set(item) == {"id"} and not noted:
            sitting.draft.remove(grown.slot, item["id"])
    sitting.look()


def _act(sitting: Sitting, turn: Turn, act: Act) -> None:
    path, draft = turn.part.slot, sitting.draft
    match act.what:
        case "edit":
            edit(sitting, turn, act.on)
            return
        case "duplicate":
            draft.duplicate(path, act.on, turn.part.item)
        case "up" | "down":
            draft.move(path, act.on, -1 if act.what == "up" else 1)
        case "remove":
            _remove(sitting, turn, act.on)
            return
        case "undo":
            _undo(sitting)
            return
    sitting.save(turn.question.id)


def _remove(sitting: Sitting, turn: Turn, ident: str) -> None:
    """Says what else refers to the item, and asks when something does."""
    here, path = sitting.here, turn.part.slot
    item = next(each for each in here.draft.items(path) if each["id"] == ident)
    name = item_name(here.toolkit, here.answers, turn.part, item)
    referring = [place for place, _ in here.draft.references_to(ident)]
    if referring:
        rows = tuple((_label(sitting, place), _owner(sitting, place)) for place in referring)
        ask = Ask(
            "yes_no",
            words.say("list.remove_referred", name=name, count=len(referring)),
            asking.head(here, turn),
            hint=words.say("list.remove_hint"),
            above=rows[:8],
            can=frozenset({"back", "leave"}),
        )
        if sitting.ask(ask) != Answer(True):
            return
    sitting.undo.append((name, sitting.draft.snapshot()))
    sitting.draft.remove(path, ident)
    sitting.save(turn.question.id)
    sitting.said = words.say("list.removed", name=name)


def _label(sitting: Sitting, place: str) -> str:
    found = walk.at_place(sitting.here, place)
    return (found.part.label or found.question.label) if found else place


def _owner(sitting: Sitting, place: str) -> str:
    """The item a reference stands in, by its name; else its question."""
    found = walk.at_place(sitting.here, place)
    if found is None:
        return ""
    if found.item:
        grown = sitting.toolkit.lists[found.part.list]
        item = next(each for each in sitting.draft.items(found.part.list) if each["id"] == found.item)
        return item_name(sitting.toolkit, sitting.here.answers, grown, item)
    return found.question.label


def _undo(sitting: Sitting) -> None:
    """Brings the removed item back as it stood; answers given since stay where the two do not meet."""
    if sitting.undo:
        name, before = sitting.undo.pop()
        sitting.draft.restore(before)
        sitting.save()
        sitting.said = words.say("list.undone", name=name)


def edit(sitting: Sitting, turn: Turn, ident: str) -> None:
    """Shows an item's parts with their answers; the picked one is asked, until the person is done."""
    from wizard.terminal.walking import ask_turn

    while True:
        turns = asking.item_turns(sitting.here, turn.part.slot, ident)
        options = [
            Option(each.place, each.part.label or each.question.label, _said(sitting, each)) for each in turns
        ]
        done = Option(GO_ON, words.say("list.done"), apart=True)
        ask = Ask(
            "one",
            words.say("list.what_to_change"),
            asking.head(sitting.here, turn),
            (done, *(Option(o.value, f"{o.label}: {o.advice}") for o in options)),
            note=sitting.note(),
            can=frozenset({"back", "help", "leave"}),
        )
        reply = sitting.ask(ask)
        if not isinstance(reply, Answer) or reply.value == GO_ON:
            return
        picked = next(each for each in turns if each.place == reply.value)
        ask_turn(sitting, picked)


def _said(sitting: Sitting, turn: Turn) -> str:
    held = sitting.draft.get(turn.place)
    return written(sitting.toolkit, sitting.here.answers, turn.part, held) or words.say("review.empty")


def ask_texts(sitting: Sitting, turn: Turn) -> Any:
    """A list of plain texts: each entry a line."""
    while True:
        texts = list(sitting.draft.get(turn.place) or [])
        reply = sitting.ask(_texts_page(sitting, turn, texts))
        match reply:
            case Answer(value) if value == ADD:
                _write(sitting, turn, texts, None)
            case Answer(value) if value == COMPLETE:
                sitting.store(turn, texts)
                return Pass()
            case Answer(value) if value == GO_ON:
                return Pass()
            case Answer(value) if isinstance(value, int):
                _write(sitting, turn, texts, value)
            case Act(what, on):
                _act_on_text(sitting, turn, texts, what, on)
            case Nevers():
                from wizard.terminal.walking import show_nevers

                show_nevers(sitting)
            case Answer():
                continue
            case _:
                return reply


def _texts_page(sitting: Sitting, turn: Turn, texts: list[str]) -> Ask:
    ways = [Option(ADD, turn.part.add or words.say("list.add"), apart=True)]
    ways.append(Option(COMPLETE, words.say("list.complete" if texts else "list.none"), apart=True))
    if not texts:
        ways.append(Option(GO_ON, words.say("list.go_on"), apart=True))
    return Ask(
        "list",
        asking.wording(turn),
        asking.head(sitting.here, turn),
        (*(Option(at, text) for at, text in enumerate(texts)), *ways),
        hint=turn.part.hint or turn.question.hint,
        note=sitting.note(),
        help=asking.help_for(sitting.here, turn),
        value=ADD,
    )


def _write(sitting: Sitting, turn: Turn, texts: list[str], at: int | None) -> None:
    """Asks for one text and puts it into the list; emptied, it goes."""
    from wizard.plan.slots import slot

    place = f"{turn.place}.{'+' if at is None else at}"
    ask = Ask(
        "text",
        asking.wording(turn),
        asking.head(sitting.here, turn),
        hint=turn.part.hint or turn.question.hint,
        above=tuple((str(number), text) for number, text in enumerate(texts, 1)),
        value=None if at is None else texts[at],
        unfinished=sitting.unfinished_at(place),
        fit=slot(turn.part.slot).fit_cell,
        keep=lambda text: sitting.keep.typing(place, text),
        can=frozenset({"back", "help", "leave"}),
    )
    reply = sitting.ask(ask)
    if isinstance(reply, Back) or not isinstance(reply, Answer):
        return
    kept = [text for number, text in enumerate(texts) if number != at]
    if reply.value is not None and reply.value not in kept:
        kept.insert(len(kept) if at is None else at, reply.value)
    sitting.store(turn, kept or None)


def _act_on_text(sitting: Sitting, turn: Turn, texts: list[str], what: str, at: int) -> None:
    match what:
        case "edit":
            _write(sitting, turn, texts, at)
            return
        case "remove":
            sitting.undo.append((texts[at], sitting.draft.snapshot()))
            del texts[at]
        case "up" if at > 0:
            texts[at - 1], texts[at] = texts[at], texts[at - 1]
        case "down" if at < len(texts) - 1:
            texts[at + 1], texts[at] = texts[at], texts[at + 1]
        case "undo":
            _undo(sitting)
            return
        case _:
            return
    sitting.store(turn, texts or None)
