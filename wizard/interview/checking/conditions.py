"""Conditions, defaults and sources may look only at what was asked before, and only at what exists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from wizard.errors import Fault, nearest
from wizard.interview.checking.parsed import Parsed, Spot
from wizard.interview.checking.parts import fits
from wizard.interview.conditions import OPERATORS, is_condition, looked_at
from wizard.interview.flow import Condition, Default, Option, Part
from wizard.plan.slots import LIST_OF_ITEMS, Slot, slots

BY = ("ps", "days")  # what an option says usually goes with it, that a default can be made from
FURTHEST = 1200  # months


@dataclass(frozen=True)
class Here:
    """Where a condition stands: in its file, the how manieth part of all it is at, and the list it is asked for."""

    parsed: Parsed
    filled: Mapping[str, int]
    spot: Spot
    at: int
    item: str

    def full(self, path: str) -> str:
        """`.field` is a field of the entry that is asked for."""
        return f"{self.item}[]{path}" if path.startswith(".") else path

    def looks_ahead(self, path: str) -> bool:
        """Whether a slot is filled later or never, as far as is known."""
        if path not in self.filled:
            return not self.parsed.asks_for(path)
        return self.filled[path] >= self.at and not self.parsed.unordered


def condition_faults(parsed: Parsed) -> Iterator[Fault]:
    """Everything wrong with what questions, parts, cards, options and defaults look at."""
    place = {id(part): at for at, (_, part) in enumerate(parsed.parts)}
    filled = {path: place[id(part)] for path, part in parsed.filling.items()}
    for at, (question, part) in enumerate(parsed.parts):
        here = Here(parsed, filled, parsed.spot(question), at, question.per)
        if part is question.parts[0] and (not question.per or question.per in slots()):
            yield from _condition(here, question.ask_if)
            for card in question.cards:
                yield from _condition(replace(here, item=""), card.ask_if)
        if part.slot in slots():
            yield from _part(replace(here, spot=parsed.spot(part), item=part.list), part)


def _part(here: Here, part: Part) -> Iterator[Fault]:
    yield from _condition(here, part.ask_if)
    yield from _default(here, part)
    if part.revises and here.looks_ahead(part.revises):
        yield here.spot.fault("flows.nothing_to_revise", path=part.revises)
    for option in here.parsed.choices_of(part).options:
        yield from _option(replace(here, item="", spot=here.parsed.spot(option, part.id)), option)


def _option(here: Here, option: Option) -> Iterator[Fault]:
    """A list of choices serves many parts, and some of them come before what an option looks at."""
    paths = [path for path, _ in looked_at(option.only_if)] if is_condition(option.only_if) else []
    if not paths or not all(path in here.filled and here.looks_ahead(path) for path in paths):
        yield from _condition(here, option.only_if)
    if option.label_from and option.label_from not in slots():
        near = nearest(option.label_from, slots())
        yield here.spot.fault("flows.unknown_path", path=option.label_from, near=near)


def _condition(here: Here, condition: Condition | None) -> Iterator[Fault]:
    if not is_condition(condition or {}):
        yield here.spot.fault("flows.condition_shape")
        return
    for path, tests in looked_at(condition):
        full = here.full(path)
        if slot := _slot(full):
            yield from _cell(here, slot, full)
            if here.looks_ahead(slot.path):
                yield here.spot.fault("flows.looks_ahead", path=path)
            for operator, operand in tests.items():
                yield from _test(here, slot, operator, operand)
        else:
            yield here.spot.fault("flows.unknown_path", path=path, near=nearest(full, slots()))


def _test(here: Here, slot: Slot, operator: str, operand: Any) -> Iterator[Fault]:
    is_list = isinstance(operand, list)
    if operator not in OPERATORS:
        yield here.spot.fault("flows.unknown_operator", name=operator, known=", ".join(OPERATORS))
    elif is_list is not (operator == "in") or (operator == "at_least" and not str(operand).isdecimal()):
        yield here.spot.fault("flows.condition_shape")
    elif operator == "answered" and operand not in ("yes", "no"):
        yield here.spot.fault("flows.answered")
    elif operator in ("is", "in", "has"):
        keys = ("yes", "no") if slot.base is bool else slot.keys
        for each in operand if is_list else [operand]:
            if keys and each not in keys:
                yield here.spot.fault("flows.unknown_choice", name=each, near=nearest(str(each), keys))


def _cell(here: Here, slot: Slot, path: str) -> Iterator[Fault]:
    """The row and the column of a grid, where a path goes on behind it."""
    grid = here.parsed.filling.get(slot.path)
    steps = path.removeprefix(slot.path).split(".")[1:]
    for step, axis in zip(steps, (grid.rows, grid.columns) if grid else (), strict=False):
        known = here.parsed.choices.get(axis.options) if axis else None
        if known and step not in known.by_key:
            yield here.spot.fault("flows.unknown_choice", name=step, near=nearest(step, known.by_key))


def _slot(path: str) -> Slot | None:
    """The slot a path leads to; the rows and cells of a grid lead to the grid."""
    way = path
    while way and way not in slots():
        way = way.rpartition(".")[0]
    slot = slots().get(way)
    return slot if slot and (way == path or slot.shape in ("grid", "column")) else None


def _default(here: Here, part: Part) -> Iterator[Fault]:
    rule, slot = part.default, slots()[part.slot]
    if rule is None:
        return
    if rule.value is not None and not fits(slot, rule.value):
        near = nearest(rule.value, slot.keys)
        yield here.spot.fault("flows.unknown_choice", name=rule.value, near=near)
    if max(abs(rule.months), abs(rule.days) / 30) > FURTHEST:
        yield here.spot.fault("flows.default_far", most=FURTHEST)
    if rule.by and rule.by not in BY:
        yield here.spot.fault("flows.default_by", name=rule.by, known=", ".join(BY))
    if (rule.next and not part.list) or (rule.all and part.kind != "many"):
        yield here.spot.fault("flows.default_offered")
    for path in filter(None, (rule.from_, rule.given)):
        yield from _source(here, rule, path)


def _source(here: Here, rule: Default, source: str) -> Iterator[Fault]:
    full = here.full(source)
    slot = slots().get(full)
    if slot is None or slot.shape == LIST_OF_ITEMS:
        near = nearest(full, slots())
        yield here.spot.fault("flows.unknown_path", path=source, near=near)
        return
    if here.looks_ahead(full):
        yield here.spot.fault("flows.looks_ahead", path=source)
    for path in (f"{listing}[].{rule.then}" for listing in slot.refers if rule.then and source == rule.from_):
        if path not in slots():
            yield here.spot.fault("flows.unknown_path", path=path, near=nearest(path, slots()))
