"""A number in a line."""

from typing import Any

from wizard import words
from wizard.formatting.numbers import confirm_number, format_number
from wizard.formatting.wrap import line
from wizard.plain.kinds.typed import Typed


class Number(Typed):
    """`value`: int, or float when there is a fraction."""

    def prompt(self) -> str:
        return words.say("plain.prompt.number", unit=line(self.ask.unit))

    def written(self, value: Any) -> str:
        return f"{format_number(value)} {line(self.ask.unit)}".strip()

    def meaning(self, text: str) -> int | float:
        unit = line(self.ask.unit)
        number = self.ask.field().number(text, unit)
        self.heard = confirm_number(text, number, unit)
        return number
