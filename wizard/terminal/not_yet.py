"""Not decided yet: why, who will find out, by when. One key, then three short pages, each passed with Enter."""

from typing import Any

from wizard import words
from wizard.errors import Unfit
from wizard.interview.survey import Turn
from wizard.storage.draft import REASONS, OpenPoint
from wizard.terminal import asking
from wizard.terminal.seam import Answer, Ask, Back, Option
from wizard.terminal.sitting import Sitting

CAN = frozenset({"back", "leave"})


def leave_open(sitting: Sitting, turn: Turn) -> bool:
    """Asks and notes an open point, and saves it; False when the person went back to the question."""
    reason = _reason(sitting, turn)
    if reason is None:
        return False
    place = _place(sitting, turn)
    if place is None:
        return False
    noted: dict[str, Any] = {}
    if reason != "does_not_apply":
        for name, kind in (("note", "text"), ("owner", "text"), ("by", "date")):
            reply = sitting.ask(_page(sitting, turn, name, kind))
            if isinstance(reply, Back):
                return leave_open(sitting, turn)
            if isinstance(reply, Answer):
                noted[name] = reply.value
    sitting.draft.put(turn.place, None)
    sitting.draft.leave_open(OpenPoint(place, reason, **noted))
    sitting.save(turn.question.id)
    sitting.said = words.say("point.noted")
    return True


def not_known_for_rest(sitting: Sitting, turn: Turn) -> None:
    """The empty cells of a grid stay open, as not known."""
    sitting.draft.leave_open(OpenPoint(turn.part.slot, "not_known"))
    sitting.save(turn.question.id)


def _reason(sitting: Sitting, turn: Turn) -> str | None:
    options = tuple(
        Option(each, words.say(f"point.reasons.{each}"), words.say(f"point.advice.{each}"))
        for each in REASONS
    )
    reply = sitting.ask(
        Ask(
            "one",
            words.say("point.why"),
            asking.head(sitting.here, turn),
            options,
            hint=asking.wording(turn),
            can=CAN,
        )
    )
    return reply.value if isinstance(reply, Answer) else None


def _place(sitting: Sitting, turn: Turn) -> str | None:
    """This part only, or everything that is still empty in its entry."""
    if not turn.item:
        return turn.place
    empty = [
        each
        for each in asking.item_turns(sitting.here, turn.part.list, turn.item)
        if sitting.here.is_open(each)
    ]
    if len(empty) < 2:
        return turn.place
    options = (
        Option(turn.place, words.say("point.only_this", label=turn.part.label)),
        Option(f"{turn.part.list}.{turn.item}", words.say("point.whole_item", count=len(empty))),
    )
    reply = sitting.ask(
        Ask("one", words.say("point.how_much"), asking.head(sitting.here, turn), options, can=CAN)
    )
    return str(reply.value) if isinstance(reply, Answer) else None


def _page(sitting: Sitting, turn: Turn, name: str, kind: str) -> Ask:
    earlier = sitting.draft.point(turn.place)
    return Ask(
        kind,
        words.say(f"point.{name}.ask"),
        asking.head(sitting.here, turn),
        hint=words.say(f"point.{name}.hint"),
        value=getattr(earlier, name) if earlier else None,
        fit=_day if kind == "date" else lambda text: text,
        can=CAN,
    )


def _day(value: Any) -> Any:
    from wizard.plan.slots import slot

    try:
        return slot("about.period.start").fit(value)
    except Unfit:
        raise Unfit("unfit.date_parsing") from None
