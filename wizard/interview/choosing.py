"""What can be chosen at a part: its own options, or what earlier answers offer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wizard.interview.conditions import holds, values
from wizard.interview.flow import Axis, Choices, Option, Part, Toolkit
from wizard.interview.names import item_name, label, label_of
from wizard.plan.keys import slug


@dataclass(frozen=True)
class Choice:
    """One thing that can be chosen. `value` is what a plan stores, `key` what a grid calls it."""

    value: Any
    label: str
    advice: str = ""
    key: str = ""
    option: Option | None = None


def choices_for(toolkit: Toolkit, answers: Mapping[str, Any], part: Part) -> list[Choice]:
    """Everything a part offers now, in order, each once."""
    if part.choose_from:
        return list(_earlier(toolkit, answers, part.choose_from))
    return list(_offered(toolkit.choices_of(part), answers))


def axis_of(toolkit: Toolkit, answers: Mapping[str, Any], axis: Axis | None) -> list[Choice]:
    """The rows or the columns a grid has now; a missing axis has one unnamed place."""
    if axis is None:
        return [Choice(None, "")]
    if axis.options:
        return list(_offered(toolkit.choices[axis.options], answers))
    return list(_earlier(toolkit, answers, axis.choose_from))


def _offered(choices: Choices, answers: Mapping[str, Any]) -> Iterator[Choice]:
    for option in choices.options:
        if holds(option.only_if, answers):
            yield Choice(option.key, label(option, answers), option.advice, option.key, option)


def _earlier(toolkit: Toolkit, answers: Mapping[str, Any], paths: tuple[str, ...]) -> Iterator[Choice]:
    seen = set()
    for path in paths:
        for choice in _at(toolkit, answers, path):
            if choice.key not in seen:
                seen.add(choice.key)
                yield choice


def _at(toolkit: Toolkit, answers: Mapping[str, Any], path: str) -> Iterator[Choice]:
    if grown := toolkit.lists.get(path):
        for item in next(values(path, answers), None) or []:
            yield Choice(item["id"], item_name(toolkit, answers, grown, item), "", item["id"])
        return
    source = toolkit.filling[path]
    for found in values(path, answers):
        for value in found if isinstance(found, list) else [found] if found is not None else []:
            if isinstance(value, Mapping):
                yield Choice(dict(value), value["other"], "", grid_key(value))
            else:
                yield Choice(value, label_of(toolkit.choices_of(source), answers, value), "", value)


def grid_key(value: Any) -> str:
    """The key a grid has for a choice: its own, or one made of its words."""
    if not isinstance(value, Mapping):
        return str(value)
    return slug(value["other"])
