"""When two values of options are one, and how texts are compared while somebody looks for a name."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

_WORD = re.compile(r"[^\W_]+")
_INSIDE = re.compile("['’ʻʼ]")  # what stands inside a word: O'Brien is found by obrien


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


def finds(typed: str, label: str) -> bool:
    """Whether each word that was typed begins a word of a label, in the order they stand in; never its middle."""
    wanted = _words(typed)
    there = iter(_words(label))
    if not wanted:
        return not typed.strip()
    return all(any(word.startswith(each) for word in there) for each in wanted)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_INSIDE.sub("", folded(text))))
