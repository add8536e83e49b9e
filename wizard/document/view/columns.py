"""How wide the columns of a table are: so that its rows are as low as they can be, and no word is cut."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from math import ceil

from wizard.document.view.records import ListTable, Record, RecordList

MOST = 5  # columns of a table
LINE = 112  # characters of table text that fit side by side on a page
LONGEST_WORD = 17  # a longer one is broken
HALF = 53  # of half a page
HALVED = 4  # records from which a table is set in two halves
GAP = 3  # characters' worth of room between two columns
STEP, MOST_AT_ONCE = 3, 15  # characters that a column is widened by
RAGGED = 3  # characters by which a line of a narrow column ends early

Cell = Sequence[int]  # letters of what stands first, and of what stands below it
Column = tuple[int, Sequence[Cell]]  # letters of its longest word, and a cell for each row


def laid_out(listed: RecordList, columns: Sequence[Sequence[str]]) -> RecordList:
    """The list in a table, or in two halves side by side where its lines would be half empty.

    The first field of a column stands alone, the others below it; what goes beyond MOST columns joins the last.
    """
    held = [here for column in columns if (here := tuple(each for each in column if each in listed.fields))]
    first, last = held[: MOST - 1], tuple(field for column in held[MOST - 1 :] for field in column)
    held = [*first, last] if last else first
    needs = _needs(listed, held)
    records = listed.records
    if len(records) < HALVED or sum(map(_longest, needs)) > HALF:
        tables: tuple[ListTable, ...] = (ListTable(records, tuple(widths(needs))),)
    else:
        middle = (len(records) + 1) // 2
        half = tuple(widths(needs, HALF))
        tables = (ListTable(records[:middle], half, True), ListTable(records[middle:], half, True))
    return replace(listed, columns=tuple(held), tables=tables)


def beside(listed: RecordList, fields: Sequence[str], share: int) -> tuple[float, ...]:
    """Percent of the page for columns of a field each that together have a share of it; a drawing has the rest."""
    needs = _needs(listed, [(field,) for field in fields])
    return tuple(round(share * each / 100, 1) for each in widths(needs, LINE * share // 100))


def _needs(listed: RecordList, columns: Sequence[Sequence[str]]) -> list[Column]:
    needs = [_column(listed, fields) for fields in columns]
    if listed.by_name:
        words = max(each.name_need[0] for each in listed.records)
        needs.insert(0, (words, [each.name_need[1:] for each in listed.records]))
    return needs


def _longest(column: Column) -> int:
    word, cells = column
    return max(word, *(sum(cell) for cell in cells)) + GAP


def _column(listed: RecordList, fields: Sequence[str]) -> Column:
    words = [listed.needs[field][0] for field in fields]
    return max(words), [_cell(listed, record, fields) for record in listed.records]


def _cell(listed: RecordList, record: Record, fields: Sequence[str]) -> Cell:
    first, *below = [record.answers[each].size if each in record.answers else 0 for each in fields]
    labels = [listed.needs[each][1] + 2 for each in fields[1:] if each in record.answers]
    return first, sum(below) + sum(labels)


def widths(columns: Sequence[Column], line: int = LINE) -> list[float]:
    """Percent of the line for each column; the free room goes, step by step, to where it saves most lines."""
    if not columns:
        return []
    wide = [min(word, LONGEST_WORD) + GAP for word, _ in columns]
    cells = [cells for _, cells in columns]
    while widened := _widened(cells, wide, line - sum(wide)):
        at, more = widened
        wide[at] += more
    wide = _breathing(cells, wide, line - sum(wide))
    return [round(100 * each / sum(wide), 1) for each in wide]


def _widened(columns: Sequence[Sequence[Cell]], wide: Sequence[int], free: int) -> tuple[int, int] | None:
    """Which column to widen, and by how much, to save most lines for each letter; None where nothing saves one."""
    highs = [[_high(cell, each) for cell in cells] for cells, each in zip(columns, wide, strict=True)]
    best, found = 0.0, None
    for at, cells in enumerate(columns):
        others = [
            max(row) for row in zip(*(high for each, high in enumerate(highs) if each != at), strict=True)
        ]
        room = [own - (others[row] if others else 0) for row, own in enumerate(highs[at])]
        if max(room) <= 0:  # another column is higher in every row
            continue
        for more in range(STEP, min(free, MOST_AT_ONCE) + 1, STEP):
            then = (_high(cell, wide[at] + more) for cell in cells)
            saved = sum(
                min(high - low, spare)
                for high, low, spare in zip(highs[at], then, room, strict=True)
                if spare > 0
            )
            if saved / more > best:
                best, found = saved / more, (at, more)
    return found


def split(columns: Sequence[Sequence[Cell]], room: int, least: int) -> tuple[int, ...]:
    """Characters, at least so many, for each of two or three columns that fill the room, so that rows are lowest."""
    wides = range(least, room - least * (len(columns) - 1) + 1)
    highs = [{wide: [_high(cell, wide - RAGGED) for cell in cells] for wide in wides} for cells in columns]

    def cost(some: tuple[int, ...]) -> tuple[int, int]:
        rows = zip(*(highs[at][wide] for at, wide in enumerate(some)), strict=True)
        return sum(map(max, rows)), max(some)

    tried = product(wides[::2], repeat=len(columns) - 1)
    return min(((*some, room - sum(some)) for some in tried if room - sum(some) >= least), key=cost)


def _breathing(columns: Sequence[Sequence[Cell]], wide: Sequence[int], free: int) -> list[int]:
    """What room is left goes to the columns by how much stands in them."""
    full = [sum(map(sum, cells)) + 1 for cells in columns]
    return [each + max(free, 0) * share // sum(full) for each, share in zip(wide, full, strict=True)]


def _high(cell: Cell, wide: int) -> int:
    """Lines that a cell takes; a line is seldom filled to its last letter."""
    return sum(ceil(letters / (wide - GAP + 0.5)) for letters in cell)
