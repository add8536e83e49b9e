"""Not decided yet: why, who will find out, by when. One key, then three short pages, each passed with Enter."""

from typing import Any

from wizard import words
from wizard.errors import Unfit
from wizard.formatting.field import Field
from wizard.interview.period import period_of
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Ask, Back, Option, Pages, Pass
from wizard.sitting.ask_builder import SidePage
from wizard.sitting.saving import save
from wizard.sitting.sitting import Sitting
from wizard.storage.draft import REASONS, OpenPoint

ASKED = ("reason", "at", "note", "owner", "by")


def leave_open(sitting: Sitting, turn: Turn, begin_at: str = ASKED[0]) -> Pages[bool]:
    """Asks and notes an open point, and saves it; False when the person went back to the question.

    What is answered is kept page by page until the point is noted. `begin_at`: the page to go on with.
    """
    point: dict[str, Any] = {"at": turn.place}
    if earlier := sitting.draft.point(turn.place):
        point |= {name: getattr(earlier, name) for name in ASKED}
    point |= _answered_before(sitting, turn)
    given: set[str] = set()
    at, step = ASKED.index(begin_at), 1
    while at < len(ASKED):
        half = None if ASKED[at] in given else sitting.half.at(f"{turn.place}?{ASKED[at]}")
        page = _page(sitting, turn, ASKED[at], point, half)
        if page is not None:
            reply = yield page
            step = -1 if isinstance(reply, Back) else 1
            if isinstance(reply, Answer | Pass):
                value = reply.value if isinstance(reply, Answer) else point.get(ASKED[at])
                point[ASKED[at]] = value
                given.add(ASKED[at])
                sitting.half.write(f"{turn.place}?{ASKED[at]}", value or "")
        at += step
        if at < 0:
            sitting.half.put_aside(turn.place)
            return False
    yield from _note(sitting, turn, point)
    return True


def _answered_before(sitting: Sitting, turn: Turn) -> dict[str, Any]:
    """What was answered on the pages of a form that was not noted. A date that is only begun is none."""
    held = {name: sitting.half.at(f"{turn.place}?{name}") for name in ASKED}
    try:
        _day(held["by"])
    except Unfit:
        held["by"] = None
    places = [each.place for each in ask_builder.empty_around(sitting.here, turn)]
    if held["at"] is not None and not any(f"{each}.".startswith(f"{held['at']}.") for each in places):
        held["at"] = None
    if held["reason"] not in REASONS:
        held["reason"] = None
    found = {name: value for name, value in held.items() if value is not None}
    return found if "reason" in found else {}


def not_known_for_rest(sitting: Sitting, turn: Turn) -> Pages[None]:
    """The empty cells of a grid stay open, as not known."""
    sitting.draft.leave_open(OpenPoint(turn.part.slot, "not_known"))
    sitting.note = words.say("point.rest_noted")
    yield from save(sitting, turn.question.id)


def _note(sitting: Sitting, turn: Turn, point: dict[str, Any]) -> Pages[None]:
    if point["reason"] == "does_not_apply":
        point = {"at": point["at"], "reason": point["reason"]}
    if point["at"] == turn.place and turn.part.kind != "list":
        sitting.draft.put(turn.place, None)  # an entry or a list keeps what it holds
    about = {name: point.get(name) or None for name in ("note", "owner", "by")}
    sitting.draft.leave_open(OpenPoint(point["at"], point["reason"], **about))
    sitting.half.finish(turn.place)
    sitting.note = words.say("point.noted_away" if point["reason"] == "does_not_apply" else "point.noted")
    yield from save(sitting, turn.question.id)


def _page(sitting: Sitting, turn: Turn, name: str, point: dict[str, Any], half: str | None) -> Ask | None:
    """A page of the five, None where there is nothing to ask. `half`: what was being written there."""
    if name == "reason":
        return _reason(sitting, turn, point.get("reason") or REASONS[0])
    if name == "at":
        return _how_much(sitting, turn, point["at"])
    if point["reason"] == "does_not_apply":
        return None
    place = f"{turn.place}?{name}"
    return SidePage(
        "date" if name == "by" else "text",
        words.say(f"point.{name}.ask"),
        ask_builder.head(sitting.here, turn),
        hint=words.say(f"point.{name}.hint"),
        above=((ask_builder.wording(turn), ""),),
        value=point.get(name),
        unfinished=half,
        field=lambda: Field(period=period_of(sitting.draft)),
        fit=_day if name == "by" else _text,
        keep=lambda text: sitting.half.write(place, text),
        place=place,
    )


def _reason(sitting: Sitting, turn: Turn, value: str) -> Ask:
    options = tuple(
        Option(each, words.say(f"point.reasons.{each}"), words.say(f"point.advice.{each}"))
        for each in REASONS
    )
    held = sitting.draft.get(turn.place) if turn.part.kind != "list" else None
    return SidePage(
        "one",
        words.say("point.why"),
        ask_builder.head(sitting.here, turn),
        options,
        hint=words.say("point.takes_away") if held is not None else "",
        above=(
            (
                ask_builder.wording(turn),
                ask_builder.in_one_line(sitting.here, turn) if held is not None else "",
            ),
        ),
        value=value,
        place=f"{turn.place}?reason",
    )


def _how_much(sitting: Sitting, turn: Turn, value: str) -> Ask | None:
    """This part only, or everything that is still empty in its entry or its grid."""
    empty = ask_builder.empty_around(sitting.here, turn)
    if len([each for each in empty if each.place != turn.place]) < 1:
        return None
    if turn.item:
        label = turn.part.label or turn.question.label
        whole, key = f"{turn.part.list}.{turn.item}", "point.whole_item"
    else:
        label = ask_builder.wording(turn)
        whole, key = turn.part.slot, "point.whole_grid"
    options = (
        Option(turn.place, words.say("point.only_this", label=label)),
        Option(whole, words.say(key, count=len(empty))),
    )
    return SidePage(
        "one",
        words.say("point.how_much"),
        ask_builder.head(sitting.here, turn),
        options,
        value=value,
        place=f"{turn.place}?at",
    )


def _text(value: Any) -> Any:
    from wizard.plan.slots import slot

    return slot("about.name").fit(value)


def _day(value: Any) -> Any:
    from wizard.plan.slots import slot

    try:
        return slot("about.period.start").fit(value)
    except Unfit:
        raise Unfit("unfit.date_parsing") from None
