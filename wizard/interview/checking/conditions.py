"""Conditions, defaults and sources may look only at what was asked before, and only at what exists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from wizard.errors import nearest
from wizard.interview.checking.declared import AskedPart, Declared
from wizard.interview.checking.fault import Finding, found, standing
from wizard.interview.checking.parts import fits
from wizard.interview.conditions import JOINERS, OPERATORS, paths
from wizard.interview.flow import Option
from wizard.plan.slots import LIST_OF_ITEMS, Slot, slots

BY = ("ps", "days")  # what an option says usually goes with it, that a default can be made from
FURTHEST = 1200  # months
Place = tuple[str, int]  # a stretch of the order of asking, and the how manieth part of all


@dataclass(frozen=True)
class Here:
    """Where a condition stands: the id it is said about, the place in the order, and the list it is asked for."""

    read: Declared
    filled: Mapping[str, Place]
    ident: str
    place: Place
    item: str

    def full(self, path: str) -> str:
        """`.field` is a field of the entry that is asked for."""
        return f"{self.item}[]{path}" if path.startswith(".") else path

    def looks_ahead(self, path: str) -> bool:
        """Whether a slot is filled later or never. Where one of the two has no place in the order, nobody knows."""
        stretch, at = self.filled.get(path, self.place)
        return stretch == self.place[0] and at >= self.place[1]


def condition_faults(read: Declared) -> Iterator[Finding]:
    """Everything wrong with what questions, parts, cards, options and defaults look at."""
    filled: dict[str, Place] = {}
    every = [(group, asked, part) for group, asked in read.asking for part in asked.parts]
    for at, (group, _, each) in enumerate(every):
        filled.setdefault(each.part.fills, (group, at))
    at = 0
    for group, asked in read.asking:
        lists = [asked.question.per, *(each.part.list for each in asked.parts)]
        item = next((path for path in lists if path in slots()), "")
        here = Here(read, filled, asked.question.id, (group, at), item if asked.question.per else "")
        yield from standing(asked.spot, _condition(here, asked.question.ask_if))
        for card in asked.question.cards:
            yield from standing(asked.spot, _condition(replace(here, item=""), card.ask_if))
        for each in asked.parts:
            own = each.part.list if each.part.slot in slots() else item
            mine = replace(here, ident=each.part.id, place=(group, at), item=own)
            yield from standing(each.spot, _part(mine, each))
            at += 1


def _part(here: Here, each: AskedPart) -> Iterator[Finding]:
    yield from _condition(here, each.part.ask_if)
    yield from _default(here, each)
    if each.part.revises in slots() and here.looks_ahead(each.part.revises):
        yield _ahead(here, "flows.nothing_to_revise", each.part.revises, each.part.revises)
    if listed := here.read.listed(each):
        for option, spot in zip(listed.choices.options, listed.options, strict=True):
            yield from standing(spot, _option(replace(here, item=""), option))


def _ahead(here: Here, key: str, path: str, written: str) -> Finding:
    """A slot that nobody fills may stand in what could not be taken in."""
    return found(key, here.ident, absent="" if path in here.filled else path, path=written)


def _option(here: Here, option: Option) -> Iterator[Finding]:
    """A list of choices serves many parts, and some of them come before what an option looks at."""
    looked_at = list(paths(option.only_if))
    if not looked_at or not all(path in here.filled and here.looks_ahead(path) for path in looked_at):
        yield from _condition(here, option.only_if)
    if option.label_from and option.label_from not in slots():
        near = nearest(option.label_from, slots())
        yield found("flows.unknown_path", here.ident, path=option.label_from, near=near)


def _condition(here: Here, condition: Any) -> Iterator[Finding]:
    if condition is None:
        return
    if not isinstance(condition, Mapping):
        yield found("flows.condition_shape", here.ident)
        return
    for key, wanted in condition.items():
        if key in ("all", "any") and isinstance(wanted, list):
            for each in wanted:
                yield from _condition(here, each)
        elif key == "not":
            yield from _condition(here, wanted)
        elif key in JOINERS or not isinstance(wanted, Mapping):
            yield found("flows.condition_shape", here.ident)
        else:
            yield from _test(here, key, wanted)


def _test(here: Here, key: str, wanted: Mapping[str, Any]) -> Iterator[Finding]:
    full = here.full(key)
    slot = _slot(full)
    if slot is None:
        yield found("flows.unknown_path", here.ident, path=key, near=nearest(full, slots()))
        return
    yield from _cell(here, slot, full)
    if here.looks_ahead(slot.path):
        yield _ahead(here, "flows.looks_ahead", slot.path, key)
    for operator, operand in wanted.items():
        if operator not in OPERATORS:
            yield found("flows.unknown_operator", here.ident, name=operator, known=", ".join(OPERATORS))
        else:
            yield from _operand(here, slot, operator, operand)


def _operand(here: Here, slot: Slot, operator: str, operand: Any) -> Iterator[Finding]:
    listed = isinstance(operand, list)
    if listed is not (operator == "in") or (operator == "at_least" and not str(operand).isdecimal()):
        yield found("flows.condition_shape", here.ident)
    elif operator == "answered" and operand not in ("yes", "no"):
        yield found("flows.answered", here.ident)
    elif operator in ("is", "in", "has"):
        keys = ("yes", "no") if slot.base is bool else slot.keys
        for each in operand if listed else [operand]:
            if keys and each not in keys:
                yield found("flows.unknown_choice", here.ident, name=each, near=nearest(str(each), keys))


def _cell(here: Here, slot: Slot, path: str) -> Iterator[Finding]:
    """The row and the column of a grid, where a path goes on behind it."""
    grid = here.read.filling.get(slot.path)
    steps = path.removeprefix(slot.path).split(".")[1:]
    for step, axis in zip(steps, (grid.part.rows, grid.part.columns) if grid else (), strict=False):
        known = here.read.choices.get(axis.options) if axis else None
        if known and step not in known.choices.by_key:
            near = nearest(step, known.choices.by_key)
            yield found("flows.unknown_choice", here.ident, absent=step, name=step, near=near)


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


def _default(here: Here, each: AskedPart) -> Iterator[Finding]:
    rule = each.part.default
    if rule is None:
        return
    slot = slots().get(each.part.slot)
    if rule.value is not None and slot and not fits(slot, rule.value):
        yield found("flows.unknown_choice", here.ident, name=rule.value, near=nearest(rule.value, slot.keys))
    if max(abs(rule.months), abs(rule.days) / 30) > FURTHEST:
        yield found("flows.default_far", here.ident, most=FURTHEST)
    if rule.by and rule.by not in BY:
        yield found("flows.default_by", here.ident, name=rule.by, known=", ".join(BY))
    if (rule.next and not each.part.list) or (rule.all and each.part.kind != "many"):
        yield found("flows.default_offered", here.ident)
    if not rule.from_:
        return
    full = here.full(rule.from_)
    if full not in slots() or slots()[full].shape == LIST_OF_ITEMS:
        yield found("flows.unknown_path", here.ident, path=rule.from_, near=nearest(full, slots()))
    elif here.looks_ahead(full):
        yield _ahead(here, "flows.looks_ahead", full, rule.from_)
    for path in (
        [f"{each}[].{rule.then}" for each in slots()[full].refers] if rule.then and full in slots() else ()
    ):
        if path not in slots():
            yield found("flows.unknown_path", here.ident, path=path, near=nearest(path, slots()))
