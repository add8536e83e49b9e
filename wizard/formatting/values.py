"""An answer as a person reads it: labels for keys, names for references, dates and numbers in words."""

from collections.abc import Iterator, Mapping
from typing import Any

from wizard import words
from wizard.interview.conditions import values
from wizard.interview.flow import Choices, Option, Part, Toolkit


def written(toolkit: Toolkit, answers: Mapping[str, Any], part: Part, value: Any) -> str:
    """One line or a paragraph; a list of things is joined by semicolons. Empty for a hole."""
    return "; ".join(written_each(toolkit, answers, part, value))


def written_each(toolkit: Toolkit, answers: Mapping[str, Any], part: Part, value: Any) -> list[str]:
    """Each entry of a `many`, a ranking or a list of texts by itself; one entry for anything else."""
    if value is None:
        return []
    if isinstance(value, list):
        if not value:
            return [words.say("written.none")]
        return [_one(toolkit, answers, part, each) for each in value]
    return [_one(toolkit, answers, part, value)]


def _one(toolkit: Toolkit, answers: Mapping[str, Any], part: Part, value: Any) -> str:
    if isinstance(value, Mapping):
        return str(value.get("other", ""))
    if isinstance(value, bool):
        return words.say("written.yes" if value else "written.no")
    if part.choose_from:
        return name_of(toolkit, answers, part, value)
    if part.options:
        return label_of(toolkit.choices_of(part), answers, str(value))
    if part.kind == "date":
        return written_date(str(value))
    if isinstance(value, int | float):
        return written_number(value, part.unit)
    return str(value)


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
    """What an item is called in lists and references."""
    part = toolkit.filling[f"{grown.slot}[].{grown.names}"]
    return written(toolkit, answers, part, item.get(grown.names)) or words.say("item.unnamed")


def item_details(toolkit: Toolkit, answers: Mapping[str, Any], grown: Part, item: Mapping[str, Any]) -> str:
    """The fields shown behind an item's name."""
    return " · ".join(_details(toolkit, answers, grown, item))


def _details(
    toolkit: Toolkit, answers: Mapping[str, Any], grown: Part, item: Mapping[str, Any]
) -> Iterator[str]:
    for name in grown.shows:
        part = toolkit.filling.get(f"{grown.slot}[].{name}")  # a flow of one's own may leave it out
        if part and (text := written(toolkit, answers, part, item.get(name))):
            yield text


def written_date(iso: str) -> str:
    """`2027-05-03` → `May 3, 2027`."""
    year, month, day = (int(piece) for piece in iso.split("-"))
    return words.say("written.date", month=words.say(f"written.months.{month}"), day=day, year=year)


def written_number(value: float, unit: str) -> str:
    """`3000, "dollars"` → `$3,000`; `14, "day|days"` → `14 days`, and `1 day`."""
    one, _, many = unit.rpartition("|")
    unit = one if one and value == 1 else many
    figure = f"{value:,}" if isinstance(value, int) else f"{value:,.15g}"
    if "dollar" in unit:
        return f"${figure}"
    return f"{figure}{unit}" if unit == "%" else f"{figure} {unit}".strip()
