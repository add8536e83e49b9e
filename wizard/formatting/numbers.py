"""A number in words, and as people type it: 3,000 and $3,000 and 12.5."""

import re

from wizard.errors import Unfit

_NUMBER = re.compile(r"(-?)([0-9]{1,15}|[0-9]{1,3}(?:[, \u00a0\u202f][0-9]{3}){1,4})(\.[0-9]{1,6})?")
_SIGNS = ("$", "€", "£")


def format_number(value: float, unit: str = "") -> str:
    """`3000, "dollars"` → `$3,000`; `14, "day|days"` → `14 days`, and `1 day`."""
    one, _, many = unit.rpartition("|")
    unit = one if one and value == 1 else many
    figure = f"{value:,}" if isinstance(value, int) else f"{value:,.15g}"
    if "dollar" in unit:
        return f"${figure}"
    return f"{figure}{unit}" if unit == "%" else f"{figure} {unit}".strip()


def parse_number(text: str, unit: str = "") -> int | float:
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
