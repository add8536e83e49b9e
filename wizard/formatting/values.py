"""An answer as a person reads it: labels for keys, names for references, dates and numbers in words."""

from collections.abc import Iterator, Mapping
from typing import Any

from wizard import words
from wizard.formatting.dates import format_date
from wizard.formatting.numbers import format_number
from wizard.interview.flow import Part, Toolkit
from wizard.interview.names import label_of, name_of


def format_value(toolkit: Toolkit, answers: Mapping[str, Any], part: Part, value: Any) -> str:
    """One line or a paragraph; a list of things is joined by semicolons. Empty for a hole."""
    return words.language().joined(format_each(toolkit, answers, part, value), "apart")


def format_each(toolkit: Toolkit, answers: Mapping[str, Any], part: Part, value: Any) -> list[str]:
    """Each entry of a `many`, a ranking or a list of texts by itself; one entry for anything else."""
    if value is None:
        return []
    if isinstance(value, list):
        if not value:
            return [words.say("value.none")]
        return [_one(toolkit, answers, part, each) for each in value]
    return [_one(toolkit, answers, part, value)]


def _one(toolkit: Toolkit, answers: Mapping[str, Any], part: Part, value: Any) -> str:
    if isinstance(value, Mapping):
        return str(value.get("other", ""))
    if isinstance(value, bool):
        return words.say("value.yes_no", answer=value)
    if part.choose_from:
        return name_of(toolkit, answers, part, value)
    if part.options:
        return label_of(toolkit.choices_of(part), answers, str(value))
    if part.kind == "date":
        return format_date(str(value))
    if isinstance(value, int | float):
        return format_number(value, part.unit)
    return str(value)


def format_details(toolkit: Toolkit, answers: Mapping[str, Any], grown: Part, item: Mapping[str, Any]) -> str:
    """The fields shown behind an item's name."""
    return " · ".join(_details(toolkit, answers, grown, item))


def _details(
    toolkit: Toolkit, answers: Mapping[str, Any], grown: Part, item: Mapping[str, Any]
) -> Iterator[str]:
    for name in grown.shows:
        part = toolkit.filling.get(f"{grown.slot}[].{name}")  # a flow of one's own may leave it out
        if part and (text := format_value(toolkit, answers, part, item.get(name))):
            yield text


def labelled(label: str, text: str) -> str:
    """A label and what belongs to it; a label that is a whole sentence needs no colon."""
    return words.say(
        "value.asked" if label.endswith(("?", ".")) else "value.labelled", label=label, text=text
    )
