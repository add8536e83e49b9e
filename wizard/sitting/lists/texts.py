"""A list of plain texts: each entry one line, that can be changed, moved, removed and brought back."""

from typing import Any

from wizard import words
from wizard.formatting.places import short
from wizard.formatting.wrap import line
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Act, Answer, Ask, Back, NotYet, Option, Pages
from wizard.sitting.lists.options import ADD, COMPLETE, UNDO, bring_back, page
from wizard.sitting.lists.pasted import offered, rows_in, sorted_out
from wizard.sitting.lists.removing import Removed
from wizard.sitting.questions.not_yet import leave_open
from wizard.sitting.saving import store
from wizard.sitting.sitting import Sitting


def ask_texts(sitting: Sitting, turn: Turn) -> Pages[bool]:
    """Shows the texts until the list is complete or left for now; False when the person goes back."""
    at: Any = ADD if sitting.draft.get(turn.place) is None else COMPLETE
    if (half := _half_written(sitting, turn)) is not None:
        yield from _write(sitting, turn, half if half < len(_texts(sitting, turn)) else None)
    while True:
        match (yield _page(sitting, turn, at)):
            case Back():
                return False
            case NotYet():
                if (yield from leave_open(sitting, turn)):
                    return True
            case Answer(value) if value == ADD:
                at = ADD
                yield from _write(sitting, turn, None)
            case Answer(value) if value == COMPLETE:
                yield from store(sitting, turn, _texts(sitting, turn))
                return True
            case Answer(value) if value == UNDO:
                yield from bring_back(sitting, turn)
            case Answer(value) if isinstance(value, int):
                at = value
                yield from _write(sitting, turn, value)
            case Act(what, on):
                at = yield from _act(sitting, turn, what, on)
            case _:
                return True


def _texts(sitting: Sitting, turn: Turn) -> list[str]:
    return list(sitting.draft.get(turn.place) or [])


def _half_written(sitting: Sitting, turn: Turn) -> int | None:
    """Which text was being written when the window closed; the one behind the last for a new one."""
    for place in sitting.half:
        if place.startswith(f"{turn.place}."):
            number = place.removeprefix(f"{turn.place}.")
            return int(number) if number.isdigit() else len(_texts(sitting, turn))
    return None


def _page(sitting: Sitting, turn: Turn, at: Any) -> Ask:
    entries = tuple(Option(number, text) for number, text in enumerate(_texts(sitting, turn)))
    return page(sitting, turn, entries, at, can_wait=not entries)


def _add_typed(sitting: Sitting, turn: Turn, text: str) -> Pages[None]:
    """What was typed on the list's page: the beginning of one text, or a line for each of several."""
    rows = rows_in(text)
    if len(rows) < 2:
        yield from _write(sitting, turn, None, line(text))
        return
    there = _texts(sitting, turn)
    pasted = sorted_out(rows, there, lambda row: _fit(turn, row))
    if (yield from offered(sitting, turn, pasted)):
        note = sitting.note
        yield from store(sitting, turn, [*there, *(value for _, value in pasted.new)])
        sitting.note = note


def _write(sitting: Sitting, turn: Turn, at: int | None, begun: str = "") -> Pages[None]:
    """Asks for one text and puts it into the list; emptied, it goes. `begun`: letters it begins with."""
    texts = _texts(sitting, turn)
    place = f"{turn.place}.{'+' if at is None else at}"
    writing = Ask(
        "text",
        ask_builder.wording(turn),
        ask_builder.head(sitting.here, turn),
        hint=turn.part.hint or turn.question.hint,
        above=tuple((str(number), text) for number, text in enumerate(texts, 1)),
        help=ask_builder.help_for(sitting.here, turn),
        value=None if at is None else texts[at],
        begun=begun,
        unfinished=None if begun else sitting.half.at(place),
        fit=lambda text: _fit(turn, text),
        keep=lambda text: sitting.half.write(place, text),
        can=ask_builder.BESIDE,
        place=place,
    )
    reply = yield writing
    if isinstance(reply, Answer):
        kept = [text for number, text in enumerate(texts) if number != at]
        if reply.value is not None and reply.value not in kept:
            kept.insert(len(kept) if at is None else at, reply.value)
        sitting.half.finish(place)
        yield from store(sitting, turn, kept or None)


def _fit(turn: Turn, text: Any) -> Any:
    from wizard.plan.slots import slot

    return slot(turn.part.slot).fit_cell(text)


def _act(sitting: Sitting, turn: Turn, what: str, at: Any) -> Pages[Any]:
    """Does something with one text; gives what is pointed at next."""
    if what == "undo":
        yield from bring_back(sitting, turn)
        return ADD
    if what == "add":
        yield from _add_typed(sitting, turn, str(at))
        return ADD
    if what == "edit":
        yield from _write(sitting, turn, at)
        return at
    texts = _texts(sitting, turn)
    text = texts.pop(at)
    to = {"up": max(at - 1, 0), "down": min(at + 1, len(texts)), "duplicate": at}.get(what)
    if to is None:
        sitting.removed.add(Removed(turn.place, at, short(text), text))
        sitting.note = words.say("list.removed", name=short(text))
    else:
        texts.insert(to, text)
    yield from store(sitting, turn, texts or None)
    return at if to is None else to
