"""A number in words, and as people type it: 3,000 and $3,000 and 12.5."""

import re

from wizard import words
from wizard.errors import Unfit

_SIGNS = ("$", "€", "£")


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


def parse_number(text: str, unit: str = "") -> int | float:
    """What a written number says; a currency sign, a percent sign and the unit itself may stand with it.

    An int, or a float when there is a fraction. Raises Unfit.
    """
    bare = text.strip().replace("−", "-").removesuffix("%").strip()
    if unit and bare.casefold().endswith(unit.casefold()):
        bare = bare[: -len(unit)].strip()
    negative = bare.startswith("-")
    bare = bare.removeprefix("-").strip()
    for sign in _SIGNS:
        bare = bare.removeprefix(sign).removesuffix(sign).strip()
    found = re.fullmatch(_pattern(), ("-" if negative else "") + bare)
    if not found:
        raise Unfit("unfit.number")
    whole, fraction = found["sign"] + re.sub(r"\D", "", found["whole"]), found["fraction"]
    return float(f"{whole}.{fraction}") if fraction and int(fraction) else int(whole)


def _pattern() -> str:
    """A number as it is written in the language that is spoken."""
    thousands, decimal = (re.escape(words.language().data[name]) for name in ("thousands", "decimal"))
    grouped = rf"[0-9]{{1,3}}(?:(?:{thousands}|[ \u00a0\u202f])[0-9]{{3}}){{1,4}}"
    return rf"(?P<sign>-?)(?P<whole>[0-9]{{1,15}}|{grouped})(?:{decimal}(?P<fraction>[0-9]{{1,6}}))?"
