"""A date in words, and as people type it: May 3, 2027 and 3 May 2027 and 5/3/27 and 2027-05-03 and end of May."""

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator
from functools import cache

from wizard import words
from wizard.errors import Offered, Unfit
from wizard.words.language import Language

Period = tuple[datetime.date, datetime.date]  # the first and the last day, both included

_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
# What other programs put behind a day.
_TIME = re.compile(
    r"(?:t|\s+)(?P<hour>\d{1,2}):\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]m)?\s*(?P<zone>z|[+-]\d{2}:?\d{2})?$"
)
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
    return words.say("date.understood", day=_weekday(day), date=format_date(day.isoformat()))


def parse_date(text: str, period: Period | None = None) -> datetime.date:
    """The day a text names; without a year, the one inside the plan's period.

    Raises Unfit with how to write one, and Offered where a text such as `end of June` may mean a day.
    """
    bare = _without_time(" ".join(text.split()).casefold())
    weekday, bare = _without_weekday(bare)
    for way in (_ISO, *_ways(words.language())):
        if found := way.fullmatch(bare):
            return _day(found.groupdict(), weekday, period)
    if month := _about_a_month(bare):
        _ask_for_the_day(bare, *month, period)
    raise Unfit("unfit.date")


def _day(said: dict[str, str | None], weekday: int | None, period: Period | None) -> datetime.date:
    month = _month(str(said["name"])) if "name" in said else int(str(said["month"]))
    day, year = int(str(said["day"])), said.get("year")
    if year is None:
        return _inside(month, day, weekday, period)
    try:
        found = datetime.date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    except ValueError:
        raise Unfit("unfit.date") from None
    if weekday not in (None, found.weekday()):
        raise Unfit("unfit.date_weekday", date=format_date(found.isoformat()), day=_weekday(found))
    return found


def _inside(month: int, day: int, weekday: int | None, period: Period | None) -> datetime.date:
    """The one day of that name inside the plan."""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(2000, month)[1]:
        raise Unfit("unfit.date")
    found = [each for each in _of_years(month, day, period) if weekday in (None, each.weekday())]
    if len(found) != 1:
        raise Unfit("unfit.date_year")
    return found[0]


def _of_years(month: int, day: int, period: Period | None) -> Iterator[datetime.date]:
    """A day of every year inside the plan; the month's last where the month is shorter in all years but some."""
    first, last = period or (datetime.date.max, datetime.date.min)
    for year in range(first.year, last.year + 1):
        if day <= monthrange(year, month)[1] and first <= (found := datetime.date(year, month, day)) <= last:
            yield found


def _about_a_month(bare: str) -> tuple[int, int | None] | None:
    """The month and the year that a text without a day is about."""
    found = re.fullmatch(rf"(?:[^\d]*\s)?{_NAME},?(?:\s+(?P<year>[12]\d{{3}}))?", bare)
    month = _month(found["name"]) if found else 0
    return (month, int(found["year"]) if found["year"] else None) if found and month else None


def _ask_for_the_day(bare: str, month: int, year: int | None, period: Period | None) -> None:
    """Offers the last day of a month where its end was named; else asks which day is meant. Raises Unfit."""
    language = words.language()
    name = language.data["months"][month - 1]
    if not re.match(rf"(?:{_any(language, 'end_of')})\s", bare):
        raise Unfit("unfit.date_day", month=f"{name} {year or ''}".strip())
    years = [year] if year else [each.year for each in _months(month, period)]
    if not years:
        raise Unfit("unfit.date_year")
    last = format_date(f"{years[0]}-{month}-{monthrange(years[0], month)[1]}")
    raise Offered("unfit.date_offered", last, date=last)


def _months(month: int, period: Period | None) -> Iterator[datetime.date]:
    """The last days of a month that lie inside the plan."""
    for day in range(28, 32):
        for found in _of_years(month, day, period):
            if (found + datetime.timedelta(days=1)).month != month:
                yield found


def _without_time(bare: str) -> str:
    """A day without the time that other programs put behind it.

    With a zone, an hour after noon may belong to the day after, somewhere else: it stays, and is no date.
    """
    found = _TIME.search(bare)
    if found is None or (found["zone"] and int(found["hour"]) >= 12):
        return bare
    return bare[: found.start()]


def _without_weekday(bare: str) -> tuple[int | None, str]:
    """The weekday in front of a day, also when it is shortened, and the rest."""
    found = re.fullmatch(r"([^\W\d]{3,})\.?(?:\s*,\s*|\s+)(.+)", bare)
    named = [
        at
        for at, each in enumerate(words.language().data["weekdays"])
        if found and each.casefold().startswith(found[1])
    ]
    return (named[0], found[2]) if found and len(named) == 1 else (None, bare)


def _weekday(day: datetime.date) -> str:
    return str(words.language().data["weekdays"][day.weekday()])


@cache
def _ways(language: Language) -> tuple[re.Pattern[str], ...]:
    """How days are typed in a language: all in numbers, the month first, the day first; each without a year too."""
    digits = {"year": r"(?P<year>\d{4}|\d{2})", "month": r"(?P<month>\d{1,2})", "day": r"(?P<day>\d{1,2})"}
    day, year = rf"{digits['day']}(?:{_any(language, 'ordinals')})?", r"(?P<year>\d{4}|\d{2})"
    of = rf"(?:(?:{_any(language, 'of')})\s+)?"
    order = language.data["date_order"]
    ways = (
        "[/.-]".join(digits[name] for name in order),
        "/".join(digits[name] for name in order if name != "year"),
        rf"{_NAME}[\s-]*{day}(?:(?:\s*,\s*|[\s-]\s*){year})?",
        rf"{day}[\s.-]*{of}{_NAME}(?:(?:\s*,\s*|[\s-]\s*){of}{year})?",
    )
    return tuple(map(re.compile, ways))


def _any(language: Language, name: str) -> str:
    return "|".join(re.escape(each.casefold()) for each in language.data[name])


def _month(name: str) -> int:
    """Which month a name or the beginning of one stands for; 0 when there is none."""
    months = words.language().data["months"]
    found = [at for at, month in enumerate(months, 1) if month.casefold().startswith(name)]
    return found[0] if len(found) == 1 and len(name) >= 3 else 0
