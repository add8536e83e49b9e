"""A date in words, and as people type it: May 3, 2027 and 3 May 2027 and 5/3/2027 and 5/3/27 and 2027-05-03."""

import datetime
import re
from functools import cache

from wizard import words
from wizard.errors import Unfit
from wizard.words.language import Language

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_NAME = r"(?P<name>[^\W\d]+)\.?"


def format_date(iso: str) -> str:
    """`2027-05-03` → `May 3, 2027`."""
    year, month, day = (int(piece) for piece in iso.split("-"))
    return words.say("value.date", month=words.language().data["months"][month - 1], day=day, year=year)


def short_months() -> list[str]:
    """The months from January on, each in a few letters."""
    months: list[str] = words.language().data["short_months"]
    return months


def confirm_date(day: datetime.date) -> str:
    """Says back which day was understood, with its weekday."""
    weekday = words.language().data["weekdays"][day.weekday()]
    return words.say("date.understood", day=weekday, date=format_date(day.isoformat()))


def parse_date(text: str) -> datetime.date:
    """The day a text names. Raises Unfit with how to write one."""
    bare = " ".join(text.split()).casefold()
    for way in (_ISO, *_ways(words.language())):
        if found := way.fullmatch(bare):
            said = found.groupdict()
            year = int(said["year"]) + (2000 if len(said["year"]) == 2 else 0)
            month = _month(said["name"]) if "name" in said else int(said["month"])
            try:
                return datetime.date(year, month, int(said["day"]))
            except ValueError:
                break
    raise Unfit("unfit.date")


@cache
def _ways(language: Language) -> tuple[re.Pattern[str], ...]:
    """How days are typed in a language: all in numbers, the month first, the day first."""
    digits = {"year": r"(?P<year>\d{4}|\d{2})", "month": r"(?P<month>\d{1,2})", "day": r"(?P<day>\d{1,2})"}
    day, year = rf"{digits['day']}(?:{_any(language, 'ordinals')})?", r"(?P<year>\d{4})"
    of = rf"(?:(?:{_any(language, 'of')})\s+)?"
    ways = (
        "[/.-]".join(digits[name] for name in language.data["date_order"]),
        rf"{_NAME}\s*{day}\s*,?\s*{year}",
        rf"{day}\.?\s*{of}{_NAME}\s*,?\s*{of}{year}",
    )
    return tuple(map(re.compile, ways))


def _any(language: Language, name: str) -> str:
    return "|".join(re.escape(each.casefold()) for each in language.data[name])


def _month(name: str) -> int:
    """Which month a name or the beginning of one stands for; 0 when there is none."""
    months = words.language().data["months"]
    found = [at for at, month in enumerate(months, 1) if month.casefold().startswith(name)]
    return found[0] if len(found) == 1 and len(name) >= 3 else 0
