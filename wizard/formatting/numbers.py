"""A number in words, and as people type it: 3,000 and $3,000 and 12.5, and 3.000,50 as others write."""

import re
from collections.abc import Iterator
from functools import cache

from wizard import words
from wizard.errors import Unfit
from wizard.words.language import Language

_SIGNS = ("$", "€", "£")
_POINTS = (",", ".")
_BLANKS = "[ \u00a0\u202f]"
_MARKS = "['\u2019]"


def format_number(value: float, unit: str = "") -> str:
    """`3000, "dollars"` → `$3,000`; `14, "day|days"` → `14 days`, and `1 day`.

    A unit has its plural forms in the order of the language's categories.
    """
    language = words.language()
    forms = unit.split("|")
    unit = forms[min(language.categories.index(language.category(value)), len(forms) - 1)]
    number = f"{value:,}" if isinstance(value, int) else f"{value:,.15g}"
    signs = {",": language.data["thousands"], ".": language.data["decimal"]}
    number = "".join(signs.get(each, each) for each in number)
    if unit and language.data["currency"] in unit:
        return words.say("value.money", number=number)
    if unit == "%":
        return words.say("value.percent", number=number)
    return words.say("value.counted", number=number, unit=unit) if unit else number


def parse_number(text: str, unit: str = "", *, fractions: bool = False) -> int | float:
    """What a written number says; a currency sign, a percent sign and the unit itself may stand with it.

    An int, or a float when there is a fraction. Where both could be meant, as in 3.000, it is the whole number; a
    place that also takes `fractions` is asked about it, unless it is money. Raises Unfit.
    """
    bare, is_money = _bare(text, unit)
    readings = set(_readings(bare))
    if not readings:
        raise Unfit("unfit.number")
    whole, fraction = max(readings, key=abs), min(readings, key=abs)
    if whole != fraction and fractions and not is_money:
        raise Unfit("unfit.number_unclear", whole=str(whole), fraction=_clear(fraction))
    return whole


def confirm_number(text: str, value: float, unit: str = "") -> str:
    """Says back which number was understood; empty where it is written as this language writes it."""
    bare, _ = _bare(text, unit)
    thousands, decimal = (words.language().data[name] for name in ("thousands", "decimal"))
    whole, _, fraction = bare.partition(decimal)
    written = whole if not fraction.strip("0") else f"{whole}{decimal}{fraction.rstrip('0')}"
    own = format_number(value)
    is_own = written in (own, own.replace(thousands, "")) and not (fraction and len(fraction) == 3)
    return "" if is_own else words.say("number.understood", number=own)


def _bare(text: str, unit: str) -> tuple[str, bool]:
    """The number alone, and whether a sign of money stood with it."""
    bare = text.strip().replace("−", "-").removesuffix("%").strip()
    if unit and bare.casefold().endswith(unit.casefold()):
        bare = bare[: -len(unit)].strip()
    negative = bare.startswith("-")
    amount = bare.removeprefix("-").strip()
    bare = amount
    for sign in _SIGNS:
        bare = bare.removeprefix(sign).removesuffix(sign).strip()
    return ("-" if negative else "") + bare, bare != amount


def _readings(bare: str) -> Iterator[int | float]:
    """Every number that a text can be, in any way of writing one."""
    for pattern in _patterns(words.language()):
        if found := pattern.fullmatch(bare):
            whole, fraction = found["sign"] + re.sub(r"\D", "", found["whole"]), found["fraction"]
            yield float(f"{whole}.{fraction}") if fraction and int(fraction) else int(whole)


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    """Numbers as the language writes them, and as others do: with its signs changed, with blanks or marks.

    In signs of others a lone comma or point is a decimal one only where it cannot be a slip in a longer number.
    """
    own = language.data["decimal"]
    ways = [_way(re.escape(language.data["thousands"]), own, "{1,15}", "{1,6}")]
    for decimal in dict.fromkeys((own, *_POINTS)):
        groups = [_BLANKS, _MARKS, *(re.escape(each) for each in _POINTS if each != decimal)]
        most = ("{1,15}", "{1,6}") if decimal == own else ("{1,3}", "{1,3}")
        ways += [_way(group, decimal, *most) for group in groups]
    return tuple(map(re.compile, ways))


def _way(group: str, decimal: str, whole: str, fraction: str) -> str:
    grouped = rf"[1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}}){{1,4}}"
    return rf"(?P<sign>-?)(?P<whole>[0-9]{whole}|{grouped})(?:{re.escape(decimal)}(?P<fraction>[0-9]{fraction}))?"


def _clear(fraction: float) -> str:
    """A fraction as it cannot be taken for thousands."""
    decimal = words.language().data["decimal"]
    written = f"{fraction:.15g}"
    whole, point, digits = written.partition(".")
    return (
        f"{whole}{decimal}{digits:0<4}"
        if point and len(digits) == 3
        else f"{whole}{point and decimal}{digits}"
    )
