"""What a language brings that is no sentence: plurals, joints of lists, names of months, signs in numbers."""

import re
from collections.abc import Mapping, Sequence
from typing import Any


class Language:
    """The block `language` of a file of words; what it lacks comes from the language `before` it."""

    def __init__(self, code: str, data: Mapping[str, Any], before: "Language | None" = None) -> None:
        self.code = code
        self.data: Mapping[str, Any] = {**(before.data if before else {}), **data}
        # of gaps that are said alike everywhere
        self.forms: Mapping[str, Mapping[str, list[Any]]] = self.data["forms"]

    def category(self, number: float) -> str:
        """The plural category of a number, as CLDR names it: `one`, `other`, in some languages `few`, `many` …"""
        written = f"{number:g}" if isinstance(number, float) else str(number)
        plurals = self.data["plurals"].items()
        return next((name for name, rule in plurals if re.search(rule, written)), "other")

    @property
    def categories(self) -> list[str]:
        """The plural categories of this language, `other` last."""
        return [*self.data["plurals"], "other"]

    def joined(self, texts: Sequence[str], joint: str) -> str:
        """The entries of a list in one text: `a, b and c`."""
        between, last = self.data["joints"][joint]
        if len(texts) == 1:
            return texts[0]  # and what it knows of its language
        return last.join([between.join(texts[:-1]), texts[-1]]) if texts else ""
