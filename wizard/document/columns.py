"""How wide the columns of a table are: so that its rows are as low as they can be, and no word is cut."""

from collections.abc import Sequence
from math import ceil

from wizard.document.view.lists import Listed, Record

LINE = 112  # characters of table text that fit side by side on a page
LONGEST_WORD = 17  # a longer one is broken
GAP = 3  # characters' worth of room between two columns
STEP, MOST_AT_ONCE = 3, 15  # characters that a column is widened by

Cell = Sequence[int]  # letters of what stands first, and of what stands below it
Column = tuple[int, Sequence[Cell]]  # letters of its longest word, and a cell for each row


def of_list(listed: Listed, columns: Sequence[Sequence[str]]) -> list[float]:
    """Percent for each column of a list's table; the first field of a column stands alone, the others below it."""
    named = [
        (max(each.name_need[0] for each in listed.records), [each.name_need[1:] for each in listed.records])
    ]
    return widths([*(named if listed.by_name else []), *(_column(listed, fields) for fields in columns)])


def _column(listed: Listed, fields: Sequence[str]) -> Column:
    words = [listed.needs[field][0] for field in fields]
    return max(words), [_cell(listed, record, fields) for record in listed.records]


def _cell(listed: Listed, record: Record, fields: Sequence[str]) -> Cell:
    first, *below = [record.said[each].size if each in record.said else 0 for each in fields]
    labels = [listed.needs[each][1] + 2 for each in fields[1:] if each in record.said]
    return first, sum(below) + sum(labels)


def widths(columns: Sequence[Column]) -> list[float]:
    """Percent of the page for each column; the free room goes, step by step, to where it saves most lines."""
    if not columns:
        return []
    wide = [min(word, LONGEST_WORD) + GAP for word, _ in columns]
    cells = [cells for _, cells in columns]
    while sum(wide) < LINE and (widened := _widened(cells, wide)):
        at, more = widened
        wide[at] += more
    wide = _breathing(cells, wide)
    return [round(100 * each / sum(wide), 1) for each in wide]


def _widened(columns: Sequence[Sequence[Cell]], wide: Sequence[int]) -> tuple[int, int] | None:
    """Which column to widen, and by how much, to save most lines for each letter; None where nothing saves one."""
    highs = [[_high(cell, each) for cell in cells] for cells, each in zip(columns, wide, strict=True)]
    most = min(LINE - sum(wide), MOST_AT_ONCE)
    best, found = 0.0, None
    for at, cells in enumerate(columns):
        others = [
            max(row) for row in zip(*(high for each, high in enumerate(highs) if each != at), strict=True)
        ]
        room = [own - (others[row] if others else 0) for row, own in enumerate(highs[at])]
        if max(room) <= 0:  # another column is higher in every row
            continue
        for more in range(STEP, most + 1, STEP):
            then = (_high(cell, wide[at] + more) for cell in cells)
            saved = sum(
                min(high - low, spare)
                for high, low, spare in zip(highs[at], then, room, strict=True)
                if spare > 0
            )
            if saved / more > best:
                best, found = saved / more, (at, more)
    return found


def _breathing(columns: Sequence[Sequence[Cell]], wide: Sequence[int]) -> list[int]:
    """What room is left goes to the columns by how much stands in them."""
    free = max(LINE - sum(wide), 0)
    full = [sum(map(sum, cells)) + 1 for cells in columns]
    return [each + free * share // sum(full) for each, share in zip(wide, full, strict=True)]


def _high(cell: Cell, wide: int) -> int:
    """Lines that a cell takes; a line is seldom filled to its last letter."""
    return sum(ceil(letters / (wide - GAP + 0.5)) for letters in cell)
