"""Did you mean …: the known word nearest to one that is not known."""

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """The nearest known word, or nothing when none is near."""
    return next(iter(difflib.get_close_matches(word, list(known), 1, 0.6)), "")
