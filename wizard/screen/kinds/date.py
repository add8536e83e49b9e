"""A date in a prompt."""

import datetime
from typing import Any

from wizard import words
from wizard.errors import Unfit
from wizard.formatting import typed_dates
from wizard.screen.kinds.typed import Typed


class Date(Typed):
    """`value`: ISO text, `2027-05-03`."""

    def written(self, value: Any) -> str:
        return typed_dates.in_words(datetime.date.fromisoformat(value))

    def read(self, text: str) -> str:
        return typed_dates.date(text).isoformat()

    def echo(self) -> str:
        """How to write a date; then the one that was understood, with its weekday, as soon as there is one."""
        if not self.buffer.text:
            return words.say("date.example")
        try:
            return typed_dates.understood(typed_dates.date(self.buffer.text))
        except Unfit:
            return ""
