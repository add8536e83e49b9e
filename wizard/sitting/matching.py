"""When two values of options are one, and how texts are compared while somebody looks for a name."""

import unicodedata
from functools import lru_cache
from typing import Any


def same(one: Any, other: Any) -> bool:
    """Whether two values are one; True is not 1."""
    return type(one) is type(other) and bool(one == other)


def holds(values: list[Any], value: Any) -> bool:
    """Whether a value is among values."""
    return any(same(each, value) for each in values)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text as it is compared while searching: no accents, no capitals."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(each for each in letters if not unicodedata.combining(each)).casefold()
