"""Grids as a reader meets them: rows and columns by their labels, in tables that fit a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer, Open, answer_at, answer_of, open_answer
from wizard.document.view.builder import Builder
from wizard.interview.choosing import Choice, axis_of
from wizard.interview.flow import Part

WIDEST = 7  # columns of a grid that a page takes; more stand in tables of about the same width
SIDE_BY_SIDE = range(8, 81)  # lines of a narrow grid that is set in two halves
HALF_LABEL = 30  # characters of a row's label on a line of such a half
LONG = 200  # characters of a cell that want the whole width of a page


@dataclass(frozen=True)
class GridTable:
    """A part of a grid; `head` percent of its width are for the names of rows. Two `half` ones stand side by side."""

    columns: tuple[Mark, ...]
    rows: tuple[tuple[Mark, tuple[Answer | None, ...]], ...]
    head: int
    half: bool = False


@dataclass(frozen=True)
class Grid:
    """Rows by columns, in tables of no more than WIDEST columns; the label says what its rows are."""

    label: Mark
    tables: tuple[GridTable, ...]
    open: Open | None = None
    kind: str = "grid"


def grid(builder: Builder, part: Part) -> Grid | None:
    """A grid with at least one answer; nothing where no cell has one."""
    rows = axis_of(builder.toolkit, builder.answers, part.rows)
    columns = axis_of(builder.toolkit, builder.answers, part.columns)
    held = builder.value(part.slot) or {}
    point = builder.here.draft.point(part.slot)
    if not held and point is None:
        return None

    def cell(row: str, column: str) -> Answer | None:
        inner = held.get(row)
        value = inner.get(column) if column and isinstance(inner, Mapping) else inner
        if value is not None:
            return answer_of(builder, part, value)
        return answer_at(builder, part, f"{part.slot}.{row}.{column}".rstrip("."), None)

    label = part.label or builder.question(part).label
    tables: list[GridTable] = []
    wide = ceil(len(columns) / ceil(len(columns) / WIDEST)) if columns else 1
    for start in range(0, len(columns) if held else 0, wide):
        some = columns[start : start + wide]
        lines = tuple(
            (builder.put(row.label), tuple(cell(row.key, each.key) for each in some)) for row in rows
        )
        heads = tuple(
            builder.put(each.label or label) for each in some
        )  # an only column has no name of its own
        tables += _halved(GridTable(heads, lines, max(30, 82 - 13 * len(some))), rows)
    return Grid(builder.put(label), tuple(tables), open_answer(builder, point) if point else None)


def _halved(table: GridTable, rows: Sequence[Choice]) -> list[GridTable]:
    """The table; where it is narrow and long its two halves, as high as each other."""
    high = [max(1, ceil(len(row.label) / HALF_LABEL)) for row in rows]
    longest = max((cell.size for _, cells in table.rows for cell in cells if cell), default=0)
    if len(table.columns) > 2 or sum(high) not in SIDE_BY_SIDE or longest > LONG:
        return [table]
    middle = min(range(len(rows), 0, -1), key=lambda at: max(sum(high[:at]), sum(high[at:])))
    return [replace(table, rows=some, half=True) for some in (table.rows[:middle], table.rows[middle:])]
