"""A share in words, as people type it where a number is asked: half, two thirds of the members, 50 %."""

import re

from wizard import words


def number_of(text: str, members: int) -> int | None:
    """How many of so many members a share is, rounded up; None where the text names none."""
    bare = " ".join(text.split()).casefold()
    if percent := re.match(r"([0-9]{1,3})\s*%", bare):
        return _part(int(percent[1]), 100, members) if int(percent[1]) <= 100 else None
    for share, names in words.language().data["shares"].items():
        if any(re.match(rf"{re.escape(name.casefold())}\b", bare) for name in names):
            part, _, whole = share.removeprefix(">").partition("/")
            more = share.startswith(">") and int(part) * members % int(whole) == 0
            return _part(int(part), int(whole), members) + more
    return None


def _part(part: int, whole: int, members: int) -> int:
    return -(-part * members // whole)
