"""What stands in a prompt before anybody answered, made from what was said before, and how it moves along."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from wizard.interview.choosing import choices_for
from wizard.interview.conditions import values
from wizard.interview.flow import Default, Part, Toolkit
from wizard.interview.period import is_outside
from wizard.interview.survey import Survey, Turn


def default_for(survey: Survey, turn: Turn) -> Any:
    """The value offered at an unanswered turn; None where nothing can be said yet."""
    rule = turn.part.default
    if rule is None or (rule.given and _value_at(survey, turn, rule.given) is None):
        return None
    if rule.value is not None:
        return rule.value
    if rule.all or rule.next:
        return _offered(survey, turn, rule)
    made = _made(survey, turn, rule)
    return None if is_outside(survey.draft, turn.part.slot, made) else made


def moved(before: Survey, after: Survey, changed: Turn) -> list[tuple[Turn, Any]]:
    """Answers that still equal their old default while the default has changed: each with its new value.

    `changed` itself never moves, nor does an answer somebody made their own.
    """
    found = []
    for turn in after.turns:
        if (
            turn.part.default
            and not turn.part.default.next  # what is left for one entry says nothing about the others
            and turn.key != changed.key
            and _stands_as_offered(before, after, turn)
        ):
            new = default_for(after, turn)
            if new is not None and new != after.held[turn.place]:
                found.append((turn, new))
                _look_ahead(after, turn, new)
    return found


def _stands_as_offered(before: Survey, after: Survey, turn: Turn) -> bool:
    value = after.held.get(turn.place)
    return value is not None and value == default_for(before, turn)


def _look_ahead(after: Survey, turn: Turn, value: Any) -> None:
    """Defaults made from an answer that moves see where it goes, so that a chain moves to its end."""
    *way, last = turn.part.field.split(".")
    into: Any = _item(after, turn) if turn.item else after.answers
    for step in way:
        into = into.setdefault(step, {})
    into[last] = value


def _item(survey: Survey, turn: Turn) -> dict[str, Any] | None:
    if not turn.item:
        return None
    items = next(values(turn.part.list, survey.answers), None) or []  # the draft itself has moved on since
    return next((item for item in items if item["id"] == turn.item), None)


def _offered(survey: Survey, turn: Turn, rule: Default) -> Any:
    part = turn.part
    if rule.from_:
        offered = [value for value in values(rule.from_, survey.answers) if value is not None]
    else:
        offered = [choice.value for choice in choices_for(survey.toolkit, survey.answers, part)]
    if rule.all:
        return offered or None
    taken = [item.get(part.field) for item in survey.draft.items(part.list) if item["id"] != turn.item]
    return next((value for value in offered if value not in taken), None)


def _value_at(survey: Survey, turn: Turn, path: str) -> Any:
    """What stands at a path now; one that begins with a dot is in the same item."""
    return next(values(path, survey.answers, _item(survey, turn)), None)


def _made(survey: Survey, turn: Turn, rule: Default) -> Any:
    source = f"{turn.part.list}[]{rule.from_}" if rule.from_.startswith(".") else rule.from_
    value = _value_at(survey, turn, rule.from_)
    if value is None:
        return None
    part = survey.toolkit.filling[source]
    if rule.by:
        usual = _usual(survey.toolkit, part, value, rule.by)
        return (usual or None) if turn.part.kind == "many" else next(iter(usual), None)
    if rule.then:
        listed = (next(values(where, survey.answers), None) or [] for where in part.choose_from)
        return next((each.get(rule.then) for items in listed for each in items if each["id"] == value), None)
    return _later(str(value), rule) if part.kind == "date" else value


def _usual(toolkit: Toolkit, part: Part, value: Any, by: str) -> list[Any]:
    """What usually goes with the options chosen at a part, each once."""
    chosen = [str(each) for each in (value if isinstance(value, list) else [value])]
    known = toolkit.choices_of(part).by_key
    return list(dict.fromkeys(each for key in chosen if key in known for each in getattr(known[key], by)))


def _later(iso: str, rule: Default) -> str:
    """Whole months first, the day cut to the month's last, then days."""
    day = date.fromisoformat(iso)
    years, month = divmod(day.month - 1 + rule.months, 12)
    year, month = day.year + years, month + 1
    moved_to = date(year, month, min(day.day, monthrange(year, month)[1]))
    return (moved_to + timedelta(days=rule.days)).isoformat()
