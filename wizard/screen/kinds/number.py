"""A number in a prompt."""

from typing import Any

from wizard.formatting import typed_numbers
from wizard.formatting.wrap import line
from wizard.screen.kinds.typed import Typed


class Number(Typed):
    """`value`: int, or float when there is a fraction."""

    def written(self, value: Any) -> str:
        return typed_numbers.in_words(value)

    def read(self, text: str) -> int | float:
        return typed_numbers.number(text, line(self.ask.unit))
