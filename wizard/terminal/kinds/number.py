"""A number in a prompt."""

from typing import Any

from wizard.terminal import numbers
from wizard.terminal.kinds.typed import Typed
from wizard.terminal.wrap import line


class Number(Typed):
    """`value`: int, or float when there is a fraction."""

    def written(self, value: Any) -> str:
        return numbers.in_words(value)

    def read(self, text: str) -> int | float:
        return numbers.number(text, line(self.ask.unit))
