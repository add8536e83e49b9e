"""A date in a line, said back with its weekday."""

from typing import Any

from wizard.formatting.dates import confirm_date, format_date
from wizard.plain.kinds.typed import Typed


class Date(Typed):
    """`value`: ISO text, `2027-05-03`."""

    def written(self, value: Any) -> str:
        return format_date(value)

    def meaning(self, text: str) -> str:
        day = self.ask.field().date(text)
        self.heard = confirm_date(day)
        return day.isoformat()
