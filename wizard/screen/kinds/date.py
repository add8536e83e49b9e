"""A date in a prompt."""

from typing import Any

from wizard import words
from wizard.errors import Unfit
from wizard.formatting.dates import confirm_date, format_date
from wizard.screen.kinds.typed import Typed


class Date(Typed):
    """`value`: ISO text, `2027-05-03`."""

    def written(self, value: Any) -> str:
        return format_date(value)

    def read(self, text: str) -> str:
        return self.ask.field().date(text).isoformat()

    def echo(self) -> str:
        """How to write a date; then the one that was understood, with its weekday, as soon as there is one."""
        if not self.buffer.text:
            return words.say("date.example")
        try:
            return confirm_date(self.ask.field().date(self.buffer.text))
        except Unfit:
            return ""
