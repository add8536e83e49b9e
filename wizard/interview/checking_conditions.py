"""Conditions, defaults and sources may look only at what was asked before, and only at what exists."""

from collections.abc import Iterator, Mapping
from typing import Any

from wizard.errors import nearest
from wizard.interview.conditions import JOINERS, OPERATORS, paths
from wizard.interview.finding import Finding, found
from wizard.interview.flow import Part, Toolkit
from wizard.plan.slots import LIST_OF_ITEMS, Slot, slots

USUAL = ("ps", "days")  # what an option says usually goes with it


def condition_faults(toolkit: Toolkit) -> Iterator[Finding]:
    """Everything wrong with what questions, parts, cards, options and defaults look at."""
    asked: dict[str, int] = {}
    for question in toolkit.questions.values():
        for part in question.parts:
            asked.setdefault(part.fills, len(asked))
    for question in toolkit.questions.values():
        here = min((asked[part.fills] for part in question.parts if part.fills), default=len(asked))
        yield from _condition(question.ask_if, question.id, asked, here, question.per)
        for card in question.cards:
            yield from _condition(card.ask_if, question.id, asked, here, "")
        for part in question.parts:
            mine = asked.get(part.fills, here)
            yield from _condition(part.ask_if, part.id, asked, mine, part.list)
            yield from _default(part, asked, mine)
            yield from _options(toolkit, part, asked, mine)


def _options(toolkit: Toolkit, part: Part, asked: Mapping[str, int], here: int) -> Iterator[Finding]:
    for option in toolkit.choices_of(part).options:
        looked_at = [asked.get(path, -1) for path in paths(option.only_if)]
        if option.only_if and (not looked_at or min(looked_at) < here):
            yield from _condition(option.only_if, part.id, asked, here, "")


def _condition(condition: Any, at: str, asked: Mapping[str, int], here: int, path: str) -> Iterator[Finding]:
    if condition is None:
        return
    if not isinstance(condition, Mapping):
        yield found("flows.condition_shape", at)
        return
    for key, wanted in condition.items():
        if key in ("all", "any") and isinstance(wanted, list):
            for each in wanted:
                yield from _condition(each, at, asked, here, path)
        elif key == "not":
            yield from _condition(wanted, at, asked, here, path)
        elif key in JOINERS or not isinstance(wanted, Mapping):
            yield found("flows.condition_shape", at)
        else:
            yield from _test(key, wanted, at, asked, here, path)


def _test(
    key: str, wanted: Mapping[str, Any], at: str, asked: Mapping[str, int], here: int, path: str
) -> Iterator[Finding]:
    full = f"{path}[]{key}" if key.startswith(".") else key
    slot = _slot(full)
    if slot is None:
        yield found("flows.unknown_path", at, path=key, near=nearest(full, slots()))
        return
    if asked.get(slot.path, 1_000_000) >= here:
        yield found("flows.looks_ahead", at, path=key)
    for operator, operand in wanted.items():
        if operator not in OPERATORS:
            yield found("flows.unknown_operator", at, name=operator, known=", ".join(OPERATORS))
        for each in operand if isinstance(operand, list) else [operand]:
            if operator in ("is", "in", "has") and slot.keys and each not in slot.keys:
                yield found("flows.unknown_choice", at, name=each, near=nearest(str(each), slot.keys))
        listed = isinstance(operand, list)
        if listed is not (operator == "in") or (operator == "at_least" and not str(operand).isdecimal()):
            yield found("flows.condition_shape", at)
        if operator == "answered" and operand not in ("yes", "no"):
            yield found("flows.answered", at)


def _slot(path: str) -> Slot | None:
    """The slot a path leads to; a grid's cell leads to the grid."""
    while path:
        slot = slots().get(path)
        if slot:
            return slot
        path = path.rpartition(".")[0]
        if path in slots() and slots()[path].shape not in ("grid", "column"):
            return None
    return None


def _default(part: Part, asked: Mapping[str, int], here: int) -> Iterator[Finding]:
    rule = part.default
    if rule is None:
        return
    if rule.by and rule.by not in USUAL:
        yield found("flows.default_by", part.id, name=rule.by, known=", ".join(USUAL))
    if (rule.next and not part.list) or (rule.all and part.kind != "many"):
        yield found("flows.default_offered", part.id)
    if not rule.from_:
        return
    full = f"{part.list}[]{rule.from_}" if rule.from_.startswith(".") else rule.from_
    if full not in slots() or slots()[full].shape == LIST_OF_ITEMS:
        yield found("flows.unknown_path", part.id, path=rule.from_, near=nearest(full, slots()))
    elif asked.get(full, 1_000_000) >= here:
        yield found("flows.looks_ahead", part.id, path=rule.from_)
