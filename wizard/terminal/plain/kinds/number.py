"""A number in a line."""

from typing import Any

from wizard import words
from wizard.terminal import numbers
from wizard.terminal.plain.kinds.typed import Typed
from wizard.terminal.wrap import line


class Number(Typed):
    """`value`: int, or float when there is a fraction."""

    def prompt(self) -> str:
        return words.say("plain.prompt.unit", unit=line(self.ask.unit)) if self.ask.unit else super().prompt()

    def written(self, value: Any) -> str:
        return f"{numbers.in_words(value)} {line(self.ask.unit)}".strip()

    def meaning(self, text: str) -> int | float:
        return numbers.number(text, line(self.ask.unit))
