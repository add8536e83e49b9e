"""A date in words, and as people type it: May 3, 2027 and 3 May 2027 and 5/3/2027 and 5/3/27 and 2027-05-03."""

import datetime
import re

from wizard import words
from wizard.errors import Unfit

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")  # month first, as in the United States
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*,?\s*(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?\s*(?:of\s+)?([^\W\d]+)\.?\s*,?\s*(\d{4})")


def format_date(iso: str) -> str:
    """`2027-05-03` → `May 3, 2027`."""
    year, month, day = (int(piece) for piece in iso.split("-"))
    return words.say("date.written", month=_months()[month - 1], day=day, year=year)


def confirm_date(day: datetime.date) -> str:
    """Says back which day was understood, with its weekday."""
    weekday = words.say("date.days").split()[day.weekday()]
    return words.say("date.understood", day=weekday, date=format_date(day.isoformat()))


def parse_date(text: str) -> datetime.date:
    """The day a text names. Raises Unfit with how to write one."""
    year, month, day = _parts(" ".join(text.split()).casefold())
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise Unfit("unfit.date") from None


def _parts(text: str) -> tuple[int, int, int]:
    if found := _ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _SLASHES.fullmatch(text):
        return int(found[3]) + (2000 if len(found[3]) == 2 else 0), int(found[1]), int(found[2])
    if found := _MONTH_FIRST.fullmatch(text):
        return int(found[3]), _month(found[1]), int(found[2])
    if found := _DAY_FIRST.fullmatch(text):
        return int(found[3]), _month(found[2]), int(found[1])
    raise Unfit("unfit.date")


def _month(name: str) -> int:
    """Which month a name or the beginning of one stands for; 0 when there is none."""
    if len(name) < 3:
        return 0
    found = [at for at, month in enumerate(_months(), 1) if month.casefold().startswith(name)]
    return found[0] if len(found) == 1 else 0


def _months() -> list[str]:
    return words.say("date.months").split()
