"""What stands in a prompt before anybody answered, made from what was said before, and how it moves along."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from wizard.interview.conditions import values
from wizard.interview.flow import Default, Toolkit
from wizard.interview.survey import Survey, Turn


def default_for(survey: Survey, turn: Turn) -> Any:
    """The value offered at an unanswered turn; None where nothing can be said yet."""
    rule = turn.part.default
    if rule is None:
        return None
    if rule.value is not None:
        return rule.value
    return _made(survey.toolkit, survey.answers, rule, _item(survey, turn), turn.part.list)


def moved(before: Survey, after: Survey, changed: Turn) -> list[tuple[Turn, Any]]:
    """Answers that still equal their old default while the default has changed: each with its new value.

    `changed` itself never moves, nor does an answer somebody made their own.
    """
    found = []
    for turn in after.turns:
        if (
            turn.part.default
            and turn.key != changed.key
            and (value := after.draft.get(turn.place)) is not None
        ):
            old, new = default_for(before, turn), default_for(after, turn)
            if value == old and new is not None and new != old:
                found.append((turn, new))
                _look_ahead(after, turn, new)
    return found


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


def _made(
    toolkit: Toolkit, answers: Mapping[str, Any], rule: Default, item: Mapping[str, Any] | None, path: str
) -> Any:
    source = f"{path}[]{rule.from_}" if rule.from_.startswith(".") else rule.from_
    value = next(values(rule.from_, answers, item), None)
    if value is None:
        return None
    part = toolkit.filling[source]
    if rule.by:
        chosen = [str(each) for each in (value if isinstance(value, list) else [value])]
        known = toolkit.choices_of(part).by_key
        usual = dict.fromkeys(each for key in chosen if key in known for each in getattr(known[key], rule.by))
        return list(usual) or None
    if rule.then:
        referred = (item for where in part.choose_from for item in next(values(where, answers), None) or [])
        return next((each.get(rule.then) for each in referred if each["id"] == value), None)
    return _later(str(value), rule) if part.kind == "date" else value


def _later(iso: str, rule: Default) -> str:
    """Whole months first, the day cut to the month's last, then days."""
    day = date.fromisoformat(iso)
    years, month = divmod(day.month - 1 + rule.months, 12)
    year, month = day.year + years, month + 1
    moved_to = date(year, month, min(day.day, monthrange(year, month)[1]))
    return (moved_to + timedelta(days=rule.days)).isoformat()
