"""When two values of options are one, and how texts are compared while somebody looks for a name."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

_WORD = re.compile(r"\w+")


def same(one: Any, other: Any) -> bool:
    """Whether two values are one; True is not 1."""
    return type(one) is type(other) and bool(one == other)


def holds(values: list[Any], value: Any) -> bool:
    """Whether a value is among values."""
    return any(same(each, value) for each in values)


def has_words(text: str, sought: str) -> bool:
    """Whether each of the words sought begins a word of the text."""
    known = _WORD.findall(folded(text))
    return all(any(each.startswith(word) for each in known) for word in _WORD.findall(folded(sought)))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text as it is compared while searching: no accents, no capitals."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(each for each in letters if not unicodedata.combining(each)).casefold()
