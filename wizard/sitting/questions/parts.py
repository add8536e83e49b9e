"""One part: its page, asked until it is answered, passed, left open, or the person goes back."""

import json
from typing import Any

from wizard import words
from wizard.formatting.dates import format_date
from wizard.formatting.field import field_at
from wizard.interview import grids, period
from wizard.interview.defaults import default_for
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Ask, Back, NotYet, Pages
from wizard.sitting.ask_builder import SidePage
from wizard.sitting.questions.adding import NEW, add_on_the_spot
from wizard.sitting.questions.not_yet import ASKED, leave_open, not_known_for_rest
from wizard.sitting.saving import store
from wizard.sitting.sitting import Sitting


def ask_part(sitting: Sitting, turn: Turn) -> Pages[bool]:
    """Asks a part and saves what was answered; False when the person goes back.

    A form that was left on one of its pages, by a closed window or by going elsewhere, is gone on with first.
    """
    form = sitting.half.form(turn.place)
    if form in ASKED and (yield from leave_open(sitting, turn, form)):
        return True
    if form == NEW and (yield from _added(sitting, turn)):
        return True
    while True:
        match (yield page_of(sitting, turn)):
            case Back():
                return False
            case NotYet():
                if (yield from leave_open(sitting, turn)):
                    return True
            case Answer(value):
                if (yield from _settled(sitting, turn, value)):
                    return True
            case _:
                return True


def page_of(sitting: Sitting, turn: Turn) -> Ask:
    """The page of a turn as it is now."""
    here = sitting.here
    value, suggested = ask_builder.value(here, turn)
    marks = sitting.half.at(f"{turn.place}?marks")
    begun = sitting.begun.pop(turn.place, "")
    return Ask(
        kind=turn.part.kind,
        question=ask_builder.wording(turn),
        head=ask_builder.head(here, turn),
        options=ask_builder.options(here, turn),
        hint=turn.part.hint or turn.question.hint,
        unit=turn.part.unit.rpartition("|")[2],
        note=sitting.take_note(ask_builder.left_open(here, turn)),
        above=ask_builder.above(here, turn),
        help=ask_builder.help_for(here, turn),
        value=json.loads(marks) if marks else value,
        suggested=suggested and not marks,
        begun=begun,
        unfinished=None if begun else sitting.half.at(turn.place),
        most=turn.part.most,
        field=lambda: field_at(sitting.draft, turn.part.slot),
        fit=lambda answer: answer if _is_way(answer) else _fitted(sitting, turn, answer),
        keep=lambda text: sitting.half.write(turn.place, text),
        own=sitting.half.at(f"{turn.place}?own"),
        keep_own=lambda text: sitting.half.write(f"{turn.place}?own", text),
        keep_marks=lambda values: sitting.half.write(f"{turn.place}?marks", json.dumps(values)),
        place=turn.place,
    )


def _fitted(sitting: Sitting, turn: Turn, answer: Any) -> Any:
    """The answer as the plan holds it, where the plan as a whole can hold it too. Raises Unfit."""
    value = fit(turn, answer)
    if turn.place == period.END:
        period.check(sitting.draft.get(period.START), value)
    elif turn.place == period.START and not _moves_along(sitting, period.END):
        period.check(value, sitting.draft.get(period.END))
    return value


def _moves_along(sitting: Sitting, place: str) -> bool:
    """Whether an answer still stands as it was suggested."""
    turn = next((each for each in sitting.here.turns if each.place == place), None)
    return turn is not None and sitting.draft.get(place) == default_for(sitting.here, turn)


def fit(turn: Turn, answer: Any) -> Any:
    """The answer as the plan holds it. Raises Unfit."""
    from wizard.plan.slots import slot  # pydantic comes with it, so not before the first answer

    place = slot(turn.part.slot)
    return place.fit_cell(answer) if turn.row is not None else place.fit(answer)


def _is_way(answer: Any) -> bool:
    ways = (
        ask_builder.ADD_NEW,
        ask_builder.SAME_AS_ABOVE,
        ask_builder.WHOLE_ROW,
        ask_builder.NOT_KNOWN_FOR_REST,
    )
    return answer in ways or (isinstance(answer, list) and ask_builder.ADD_NEW in answer)


def _settled(sitting: Sitting, turn: Turn, value: Any) -> Pages[bool]:
    """Stores an answer; False where the page has to be shown again (after something was added on the spot)."""
    if isinstance(value, list) and ask_builder.ADD_NEW in value:
        kept = [each for each in value if each != ask_builder.ADD_NEW]
        yield from store(sitting, turn, fit(turn, kept) if kept else None)
        return (yield from _added(sitting, turn))
    if value == ask_builder.ADD_NEW:
        return (yield from _added(sitting, turn))
    if value == ask_builder.SAME_AS_ABOVE:
        value = grids.cell_above(sitting.here, turn)
    elif value == ask_builder.WHOLE_ROW:
        return (yield from _fill_row(sitting, turn))
    elif value == ask_builder.NOT_KNOWN_FOR_REST:
        yield from not_known_for_rest(sitting, turn)
        return True
    yield from store(sitting, turn, fit(turn, value) if value is not None else None)
    if period.is_outside(sitting.draft, turn.part.slot, value):
        sitting.add_note(words.say("saved.outside", date=format_date(value)))
    return True


def _fill_row(sitting: Sitting, turn: Turn) -> Pages[bool]:
    """One answer for all empty cells of a row; False when the person went back to the cell."""
    assert turn.row
    page = SidePage(
        "one",
        words.say("choose.row_answer", row=turn.row.label),
        ask_builder.head(sitting.here, turn),
        tuple(each for each in ask_builder.options(sitting.here, turn) if not each.apart),
        hint=turn.part.hint or turn.question.hint,
        place=f"{turn.place}?row",
    )
    reply = yield page
    if not isinstance(reply, Answer) or reply.value is None:
        return False
    for cell in grids.row_to_fill(sitting.here, turn):
        yield from store(sitting, cell, fit(cell, reply.value))
    return True


def _added(sitting: Sitting, turn: Turn) -> Pages[bool]:
    """Adds what is missing on the spot and chooses it; False where the page has to be shown again."""
    fresh = yield from add_on_the_spot(sitting, turn)
    if fresh is None:
        return False
    if turn.part.kind not in ("many", "ranked"):
        yield from store(sitting, turn, fit(turn, fresh))
        return True
    yield from store(sitting, turn, fit(turn, [*(sitting.draft.get(turn.place) or []), fresh]))
    return False
