"""Which keys somebody may have meant who wrote another word: its beginnings first, then what looks like it."""

from collections.abc import Iterable

from wizard.errors import nearest
from wizard.plan.keys import slug

MOST = 5


def near_keys(written: str, known: Iterable[str]) -> list[str]:
    """The keys that have most of the words in them, each from its beginning; else the one that looks most alike.

    Accents and capitals do not count.
    """
    known = list(known)
    plain = slug(written).removeprefix("other_")
    words = [each for each in plain.split("_") if len(each) > 1]
    found = {
        key: sum(any(part.startswith(word) for part in key.split("_")) for word in words) for key in known
    }
    most = max(found.values(), default=0)
    if most:
        return [key for key, count in found.items() if count == most][:MOST]
    near = nearest(plain, known)
    return [near] if near else []
