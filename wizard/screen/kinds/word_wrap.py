"""Word wrap for what is being typed; prompt_toolkit itself breaks inside words."""

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput

from wizard.formatting.wrap import cells, pieces

LEAD = 2  # columns before the text on every row


@lru_cache(maxsize=1024)
def breaks(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Where a line breaks and how many blanks fill the row before it: (place, blanks)."""
    found, place = [], 0
    for row in pieces(text, width - 1)[:-1]:  # one column stays free for the blank behind a word
        place += len(row)
        found.append((place, -cells(row) % width))
    return tuple(found)


def rows_of(text: str, width: int) -> int:
    """How many rows a line of text takes, with the cursor behind it."""
    width = max(width - LEAD, 4)
    rows = pieces(text, width - 1)
    return len(rows) + (cells(rows[-1]) >= width)


class WordWrap(Processor):
    """Fills each row of a wrapped line with blanks, so that the next one begins with a word."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        fragments = transformation_input.fragments
        text = "".join(fragment[1] for fragment in fragments)
        width = max(transformation_input.width - LEAD, 4)
        if len(text) < width and text.isascii():
            return Transformation(fragments)
        places = breaks(text, width)
        if not places:
            return Transformation(fragments)
        at = [place for place, _ in places]
        filled = [0, *accumulate(blanks for _, blanks in places)]
        shown = [place + filled[number + 1] for number, place in enumerate(at)]
        return Transformation(
            _filled(fragments, dict(places)),
            source_to_display=lambda place: place + filled[bisect_right(at, place)],
            display_to_source=lambda place: place - filled[bisect_right(shown, place)],
        )


def _filled(fragments: StyleAndTextTuples, blanks: dict[int, int]) -> StyleAndTextTuples:
    result: StyleAndTextTuples = []
    place = 0
    for fragment in fragments:
        style, rest = fragment[0], fragment[1]
        end = place + len(rest)
        for stop in [stop for stop in blanks if place < stop <= end]:
            result.append((style, rest[: stop - place] + " " * blanks[stop]))
            rest = rest[stop - place :]
            place = stop
        result.append((style, rest))
        place = end
    return result
