"""A number, as people write it: 3,000 and $3,000 and 12.5."""

import re

from wizard.errors import Unfit

_NUMBER = re.compile(r"(-?)([0-9]{1,15}|[0-9]{1,3}(?:[, \u00a0\u202f][0-9]{3}){1,4})(\.[0-9]{1,6})?")
_SIGNS = ("$", "€", "£")


def number(text: str, unit: str = "") -> int | float:
    """What a written number says; a currency sign, a percent sign and the unit itself may stand with it.

    An int, or a float when there is a fraction. Raises Unfit.
    """
    bare = text.strip().replace("−", "-").removesuffix("%").strip()
    if unit and bare.casefold().endswith(unit.casefold()):
        bare = bare[: -len(unit)].strip()
    negative = bare.startswith("-")
    bare = bare.removeprefix("-").strip()
    if bare.startswith(_SIGNS):
        bare = bare[1:].strip()
    found = _NUMBER.fullmatch(("-" if negative else "") + bare)
    if not found:
        raise Unfit("unfit.number")
    digits = found[1] + re.sub(r"\D", "", found[2])
    if found[3] and int(found[3][1:]):
        return float(digits + found[3])
    return int(digits)


def in_words(value: float) -> str:
    """`3,000`"""
    return f"{value:,}"
