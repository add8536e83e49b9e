"""Options as rows of text: labels that wrap and hang, with what is known of them beside or below."""

from collections.abc import Sequence
from typing import NamedTuple

from wizard.formatting.wrap import Row, cells, line, pieces
from wizard.screen.renderer import DIM
from wizard.sitting.ask import Option

NOWHERE = -1
HANG = 2  # columns; where no mark shows where an option begins
BELOW = 0  # instead of a column, where there is no room for one


class Line(NamedTuple):
    """One row of a list: which of the options it belongs to (NOWHERE for a blank one), and its text."""

    at: int
    row: Row


def rows_of(options: Sequence[Option], width: int, hang: int, column: int | None) -> list[Line]:
    """Every row of a list. Advice stands in the `column`, or BELOW the label; with None it is left out."""
    rows: list[Line] = []
    for at, option in enumerate(options):
        if option.apart and rows and not options[at - 1].apart:
            rows.append(Line(NOWHERE, ()))
        rows += [Line(at, row) for row in _rows_of_one(option, max(width, 4 + hang), hang, column)]
    return rows


def column_for(options: Sequence[Option], width: int) -> int:
    """The column in which all advice fits beside its label; else BELOW."""
    advised = [option for option in options if option.advice]
    label = max((cells(line(option.label)) for option in advised), default=0)
    advice = max((cells(line(option.advice)) for option in advised), default=0)
    if label + 3 + advice <= width:
        return label + 3
    return width - advice if advice <= width // 2 else BELOW


def _rows_of_one(option: Option, width: int, hang: int, column: int | None) -> list[Row]:
    label = line(option.label)
    if option.off:
        return [((DIM, row),) for row in _hanging(f"{label} ({line(option.off)})", width, hang)]
    if not option.advice or column is None:
        return [(("", row),) for row in _hanging(label, width, hang)]
    if column == BELOW:
        below = [((DIM, "  " + row.rstrip()),) for row in pieces(line(option.advice), width - 2)]
        return [*((("", row.rstrip()),) for row in pieces(label, width)), *below]
    first, *rest = [row.rstrip() for row in pieces(label, column - 2)]
    beside = (DIM, " " * (column - cells(first)) + line(option.advice))
    return [(("", first), beside), *((("", row),) for row in rest)]


def _hanging(text: str, width: int, hang: int) -> list[str]:
    """A text in rows, all but the first moved in: so one sees where the next option begins."""
    first = pieces(text, width)[0]
    rest = text[len(first) :]
    return [first.rstrip(), *(" " * hang + row.rstrip() for row in pieces(rest, width - hang) if rest)]
