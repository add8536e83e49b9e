"""A number in a prompt."""

from typing import Any

from wizard.errors import Unfit
from wizard.formatting.numbers import confirm_number, format_number
from wizard.formatting.wrap import line
from wizard.screen.kinds.typed import Typed


class Number(Typed):
    """`value`: int, or float when there is a fraction."""

    def written(self, value: Any) -> str:
        return format_number(value)

    def read(self, text: str) -> int | float:
        return self.ask.field().number(text, line(self.ask.unit))

    def echo(self) -> str:
        """Which number was understood, where it is written in another way than ours."""
        text = self.buffer.text
        try:
            return confirm_number(text, self.read(text), line(self.ask.unit)) if text else ""
        except Unfit:
            return ""
