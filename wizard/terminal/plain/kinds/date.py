"""A date in a line, said back with its weekday."""

import datetime
from typing import Any

from wizard.terminal import dates
from wizard.terminal.plain.kinds.typed import Typed


class Date(Typed):
    """`value`: ISO text, `2027-05-03`."""

    def written(self, value: Any) -> str:
        return dates.in_words(datetime.date.fromisoformat(value))

    def meaning(self, text: str) -> str:
        day = dates.date(text)
        self.heard = dates.understood(day)
        return day.isoformat()
