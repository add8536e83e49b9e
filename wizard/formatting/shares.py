"""A share in words, as people type it where a number is asked: half, two thirds of the members, 50 %."""

import math
import re
from fractions import Fraction

from wizard import words


def number_of(text: str, members: int) -> int | None:
    """How many of so many members a share is, rounded up; None where the text names none."""
    bare = " ".join(text.split()).casefold()
    if percent := re.match(r"([0-9]{1,3})\s*%", bare):
        share = Fraction(int(percent[1]), 100)
        return math.ceil(share * members) if share <= 1 else None
    for written, names in words.language().data["shares"].items():
        if any(re.match(rf"{re.escape(name.casefold())}\b", bare) for name in names):
            found = Fraction(written.removeprefix(">")) * members
            return math.floor(found) + 1 if written.startswith(">") else math.ceil(found)
    return None
