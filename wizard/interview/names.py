"""What things are called: the label of a choice, and the name of an entry that an answer points at."""

from collections.abc import Mapping
from typing import Any

from wizard import words
from wizard.interview.conditions import values
from wizard.interview.flow import Choices, Option, Part, Toolkit


def label_of(choices: Choices, answers: Mapping[str, Any], key: str) -> str:
    option = choices.by_key.get(key)
    return label(option, answers) if option else key


def label(option: Option, answers: Mapping[str, Any]) -> str:
    """The option's label, or the answer that stands where the label comes from (the fifth P's own name)."""
    if option.label_from:
        named = next((value for value in values(option.label_from, answers) if value), None)
        return str(named) if named else option.label
    return option.label


def name_of(toolkit: Toolkit, answers: Mapping[str, Any], part: Part, value: Any) -> str:
    """The name of what was chosen from an earlier answer: an item by its id, or a value by its own part."""
    for path in part.choose_from:
        grown = toolkit.lists.get(path)
        if grown:
            for item in next(values(path, answers), None) or []:
                if item["id"] == value:
                    return item_name(toolkit, answers, grown, item)
        else:
            source = toolkit.filling[path]
            if source.options and str(value) in toolkit.choices_of(source).by_key:
                return label_of(toolkit.choices_of(source), answers, str(value))
    return words.say("item.gone") if "-" in str(value) else str(value)


def item_name(toolkit: Toolkit, answers: Mapping[str, Any], grown: Part, item: Mapping[str, Any]) -> str:
    """What an item is called in lists and references: its naming field, which is a text or a choice."""
    part = toolkit.filling[f"{grown.slot}[].{grown.names}"]
    value = item.get(grown.names)
    if isinstance(value, Mapping):
        return str(value.get("other", "")) or words.say("item.unnamed")
    if value is None:
        return words.say("item.unnamed")
    if part.choose_from:
        return name_of(toolkit, answers, part, value)
    return label_of(toolkit.choices_of(part), answers, str(value)) if part.options else str(value)
