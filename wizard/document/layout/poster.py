"""In which type a poster is set, so that it is read from as far away as can be and is always one page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from wizard.document.document import Paper
from wizard.document.layout.lines import LEADING, Measured
from wizard.errors import Problem

# Points; the style of the poster has the same.
PAPERS: dict[Paper, tuple[float, float]] = {"letter": (612, 792), "a4": (595.2, 841.8)}
SIDE, GUTTER = 48, 30  # beside everything, and between two columns
BAND, HINT, PANEL, FOOT = 34 + 24, 7, 15 + 15, 12 + 24  # above and below what stands in each
LOGO = 132  # kept free at the right of the band
PANEL_SIDE = 5 + 18 + 18  # the panel's edge, and what is beside its words
CELL = 0.46  # of what is left, for each of two cells side by side
BELOW = 9  # between two cells that stand one below the other
LINE, NUMBER, PAD = 0.75, 1.65, 12  # above a rule; its number, in times the size; above and below all rules
TITLE_LEADING = 1.1
CLOSEST, WIDEST, BLANK = 0.24, 0.62, 1.3  # room above and below a rule, in times the size
SPARE = 4
MOST_LETTERS = 20_000  # more would never fit

SIZES = tuple(half / 2 for half in range(92, 17, -1))
WRITTEN_ON = 25  # the size beside lines that are to be written on
TWO_COLUMNS = 20  # the largest type for two columns
SMALLER = 0.9  # of the largest type that fits: no smaller for the sake of fewer lines
WORTH = (
    1.5  # how much more than in lines it counts to be smaller, as an exponent; running text is not worth it
)


@dataclass(frozen=True)
class Words:
    """What stands on a poster, measured. A cell is a head and what is below it; None is a line to write on."""

    name: Measured
    title: Measured
    hint: Measured | None
    rules: tuple[Measured | None, ...]
    cells: tuple[tuple[Measured, Measured | None], ...]
    help: tuple[Measured, ...]


@dataclass(frozen=True)
class Sizes:
    """The sizes of type, in points."""

    rule: float
    name: float
    title: float
    cell: float
    head: float
    help: float


@dataclass(frozen=True)
class Layout:
    """`lead` is what stays free above the rules, `gap` above and below each, in points.

    `second` is the rule that opens the second column, counted from 0; None for one column. `beside` says that the cells
    stand side by side.
    """

    sizes: Sizes
    lead: float
    gap: float
    second: int | None
    beside: bool


def layout(words: Words, paper: Paper) -> Layout:
    """About the largest type in which everything fits: a little smaller where many a rule needs a line less then.

    Problem: document.no_room.
    """
    best: tuple[float, Layout] | None = None
    largest = 0.0
    for size in SIZES:
        if size < SMALLER * largest:
            break
        for long, found in _fitting(words, paper, size):
            largest = largest or size
            cost = long / size**WORTH
            if best is None or cost < best[0]:
                best = cost, found
    if best is None:
        raise Problem("document.no_room")
    return best[1]


def _fitting(words: Words, paper: Paper, size: float) -> Iterator[tuple[float, Layout]]:
    """The ways to set everything in a size, as far as it fits, each with how long the rules are then, in that size."""
    wide, high = PAPERS[paper]
    sizes, blank = _sizes(size), None in words.rules
    if blank and size > WRITTEN_ON:
        return
    panel, beside = _panel(words, sizes, wide - 2 * SIDE - PANEL_SIDE)
    room = high - _band(words, sizes, wide - 2 * SIDE - LOGO) - panel - _foot(words, sizes, wide) - SPARE
    for second, columns in _columns(words.rules, size, wide - 2 * SIDE):
        free = room - 2 * PAD - max(map(sum, columns))
        if free >= 0:
            many = 2 * max(map(len, columns))
            more = min(((BLANK if blank else WIDEST) - CLOSEST) * size, free / many)
            lead = PAD + (free - more * many) / 2
            long = sum(map(sum, columns)) / size
            yield long, Layout(sizes, round(lead, 2), round(CLOSEST * size + more, 2), second, beside)


def _sizes(size: float) -> Sizes:
    """What goes with a size of the rules: it neither grows nor shrinks as much as they do."""
    return Sizes(
        rule=size,
        name=min(1.25 * size, 18),
        title=min(max(2.1 * size, 22), 45),
        cell=min(1.25 * size, 23),
        head=min(size, 14),
        help=min(size, 13),
    )


def _band(words: Words, sizes: Sizes, wide: float) -> float:
    high = BAND + words.name.height(sizes.name, wide) + words.title.height(sizes.title, wide, TITLE_LEADING)
    return high + (HINT + words.hint.height(sizes.name, wide) if words.hint else 0)


def _panel(words: Words, sizes: Sizes, wide: float) -> tuple[float, bool]:
    """How high the panel is, and whether its cells stand side by side: whichever is lower."""

    def cells(wide: float) -> list[float]:
        return [
            head.height(sizes.head, wide) + (text.height(sizes.cell, wide) if text else LEADING * sizes.cell)
            for head, text in words.cells
        ]

    below, beside = sum(cells(wide)) + BELOW * (len(words.cells) - 1), max(cells(CELL * wide))
    return (PANEL + below, False) if below <= beside else (PANEL + beside, True)


def _foot(words: Words, sizes: Sizes, wide: float) -> float:
    return FOOT + sum(line.height(sizes.help, wide - 2 * SIDE) for line in words.help)


def _columns(
    rules: Sequence[Measured | None], size: float, wide: float
) -> Iterator[tuple[int | None, list[list[float]]]]:
    """The heights of the rules in one column, then in two where the type is small enough for short lines."""
    yield None, [_heights(rules, size, wide)]
    if size <= TWO_COLUMNS and len(rules) > 1:
        heights = _heights(rules, size, (wide - GUTTER) / 2)
        done = list(accumulate(heights))
        second = min(range(1, len(heights)), key=lambda at: max(done[at - 1], done[-1] - done[at - 1]))
        yield second, [heights[:second], heights[second:]]


def _heights(rules: Sequence[Measured | None], size: float, wide: float) -> list[float]:
    """How high each rule is when they stand closest."""
    around = LINE + 2 * CLOSEST * size
    return [around + (each.height(size, wide - NUMBER * size) if each else LEADING * size) for each in rules]
