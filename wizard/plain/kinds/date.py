"""A date in a line, said back with its weekday."""

import datetime
from typing import Any

from wizard.formatting import typed_dates
from wizard.plain.kinds.typed import Typed


class Date(Typed):
    """`value`: ISO text, `2027-05-03`."""

    def written(self, value: Any) -> str:
        return typed_dates.in_words(datetime.date.fromisoformat(value))

    def meaning(self, text: str) -> str:
        day = typed_dates.date(text)
        self.heard = typed_dates.understood(day)
        return day.isoformat()
