"""How answers from files were read, line by line: what was written otherwise, who was meant, what lies outside."""

from collections.abc import Iterator

from wizard import words
from wizard.formatting.places import format_place, part_of
from wizard.formatting.values import format_value
from wizard.interview.filling import Filled
from wizard.interview.flow import Toolkit


def format_how_read(toolkit: Toolkit, filled: Filled) -> Iterator[str]:
    """What whoever wrote the files should look at."""
    draft = filled.draft
    for place, text, value in filled.understood:
        part = part_of(toolkit, place)
        meant = format_value(toolkit, draft.data, part, value) if part else str(value)
        yield words.say(
            "fill.read", place=format_place(toolkit, draft, ("answer", place)), text=text, meant=meant
        )
    for place in filled.matched:
        yield words.say("fill.matched", place=format_place(toolkit, draft, ("entry", place)))
    for place in filled.outside:
        yield words.say("fill.outside", place=format_place(toolkit, draft, ("answer", place)))
