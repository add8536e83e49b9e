"""A number in a line."""

from typing import Any

from wizard import words
from wizard.formatting.numbers import format_number, parse_number
from wizard.formatting.wrap import line
from wizard.plain.kinds.typed import Typed


class Number(Typed):
    """`value`: int, or float when there is a fraction."""

    def prompt(self) -> str:
        return words.say("plain.prompt.number", unit=line(self.ask.unit))

    def written(self, value: Any) -> str:
        return f"{format_number(value)} {line(self.ask.unit)}".strip()

    def meaning(self, text: str) -> int | float:
        return parse_number(text, line(self.ask.unit))
