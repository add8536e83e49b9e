"""A number in a prompt."""

from typing import Any

from wizard.formatting.numbers import format_number, parse_number
from wizard.formatting.wrap import line
from wizard.screen.kinds.typed import Typed


class Number(Typed):
    """`value`: int, or float when there is a fraction."""

    def written(self, value: Any) -> str:
        return format_number(value)

    def read(self, text: str) -> int | float:
        return parse_number(text, line(self.ask.unit))
