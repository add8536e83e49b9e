"""How many lines a text takes at a size and a width, counted with the widths of its letters."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

LEADING = 1.2  # from line to line, in times the size
SPARE = 0.98  # of the width; letters that stand wider beside some others take the rest
WIDEST = 1.2  # of the size, for a character that no width is known for
# Where a line surely ends if it has to: not every space is such a place (Unicode's rules keep " !" with its word).
_BETWEEN = re.compile("(?<![(\\[{“‘«„¿¡])[ \u200b]+(?=[\\w\"'“‘«□])")


@dataclass(frozen=True)
class Measured:
    """The words of a text, paragraph by paragraph, each by its width in times the size of the type."""

    paragraphs: tuple[tuple[float, ...], ...]
    space: float

    def height(self, size: float, width: float, leading: float = LEADING) -> float:
        """How high it is, in points as the size and the width: never less than on a page."""
        room = SPARE * width / size
        return leading * size * sum(_lines(words, self.space, room) for words in self.paragraphs)


def measured(text: str, advances: Mapping[str, float]) -> Measured:
    """A text as it is drawn, with how far each character moves the pen."""
    paragraphs = [_BETWEEN.split(line) for line in text.split("\n")]
    widths = (tuple(sum(advances.get(each, WIDEST) for each in word) for word in line) for line in paragraphs)
    return Measured(tuple(widths), advances[" "])


def _lines(words: tuple[float, ...], space: float, room: float) -> int:
    """One word after another; one that is wider than a line begins one, and is broken wherever lines end."""
    lines, at = 1, 0.0
    for word in words:
        if at and at + space + word <= room:
            at += space + word
        else:
            broken = max(1, ceil(word / (room - WIDEST))) if word > room else 1
            lines += broken - (not at)
            at = word if broken == 1 else room
    return lines
