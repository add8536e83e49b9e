"""Lists of items and grids as a reader meets them: fields by their names, rows and columns by their labels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer, Open, answer_at, answer_of, longest_word, open_answer
from wizard.document.view.builder import GOALS, Builder
from wizard.interview.choosing import Choice, axis_of
from wizard.interview.conditions import values
from wizard.interview.flow import Part

WIDEST = 7  # columns of a grid that a page takes; more stand in tables of about the same width
SIDE_BY_SIDE = range(8, 81)  # lines of a narrow grid that is set in two halves
HALF_LABEL = 30  # characters of a row's label on a line of such a half
LONG = 200  # characters of a cell that want the whole width of a page


@dataclass(frozen=True)
class Record:
    """One item: what was said by field, its place in the list, and its own open point.

    `name_need` is how many letters the longest word of its name has, and the whole name.
    """

    id: str
    number: int
    name: Mark
    name_need: tuple[int, int]
    answers: Mapping[str, Answer]
    open: Open | None = None
    size: int = 0


@dataclass(frozen=True)
class RecordList:
    """A list of items. `fields` are those with anything to print, in order; `more` says why the list goes on."""

    fields: tuple[str, ...]
    labels: Mapping[str, Mark]
    kinds: Mapping[str, str]
    needs: Mapping[str, tuple[int, int]]  # letters of the longest word and of the label, for the widths
    records: tuple[Record, ...]
    by_name: bool  # the list belongs to another chapter: each record is opened by its name
    numbered: bool
    more: Open | None = None
    kind: str = "list"


@dataclass(frozen=True)
class Grid:
    """Rows by columns, in tables of no more than WIDEST columns."""

    label: Mark | None
    tables: tuple["GridTable", ...]
    open: Open | None = None
    kind: str = "grid"


@dataclass(frozen=True)
class GridTable:
    """A part of a grid; two that are `half` stand side by side."""

    columns: tuple[Mark, ...]
    rows: tuple[tuple[Mark, tuple[Answer | None, ...]], ...]
    half: bool = False


def record_list(builder: Builder, path: str, parts: Sequence[Part], *, by_name: bool) -> RecordList | None:
    """The items of a list with some of their fields; nothing where there are no items or nothing to say."""
    parts = list({part.field: part for part in reversed(parts)}.values())[
        ::-1
    ]  # the first of a field that is revised
    records = tuple(
        _record(builder, path, parts, number, item) for number, item in enumerate(builder.items(path), 1)
    )
    shown = [part for part in parts if any(part.field in record.answers for record in records)]
    if not shown:
        return None
    point = None if by_name else builder.here.draft.point(path)
    return RecordList(
        fields=tuple(part.field for part in shown),
        labels={part.field: builder.put(part.label or part.ask) for part in shown},
        kinds={part.field: part.kind for part in shown},
        needs={part.field: _need(part, records) for part in shown},
        records=records,
        by_name=by_name,
        numbered=path == GOALS,
        more=open_answer(builder, point) if point else None,
    )


def _need(part: Part, records: Sequence[Record]) -> tuple[int, int]:
    title = part.label or part.ask
    words = (record.answers[part.field].word for record in records if part.field in record.answers)
    return max([17 if part.kind == "date" else longest_word([title]), *words]), len(title)


def _record(
    builder: Builder, path: str, parts: Sequence[Part], number: int, item: Mapping[str, Any]
) -> Record:
    found = {}
    for part in parts:
        place = f"{path}.{item['id']}.{part.field}"
        if (one := answer_at(builder, part, place, item.get(part.field))) is not None:
            found[part.field] = one
    point = builder.here.draft.point(f"{path}.{item['id']}")
    name = builder.name(path, item)
    return Record(
        id=item["id"],
        number=number,
        name=builder.put(name),
        name_need=(7, 8) if path == GOALS else (longest_word([name]), len(name)),  # goals go by their number
        answers=found,
        open=open_answer(builder, point) if point else None,
        size=max((one.size for one in found.values()), default=0),
    )


def grid(builder: Builder, part: Part) -> Grid | None:
    """A grid with at least one answer; nothing where no cell has one."""
    rows = axis_of(builder.toolkit, builder.answers, part.rows)
    columns = axis_of(builder.toolkit, builder.answers, part.columns)
    held = next(values(part.slot, builder.answers), None) or {}
    point = builder.here.draft.point(part.slot)
    if not held and point is None:
        return None

    def cell(row: str, column: str) -> Answer | None:
        inner = held.get(row)
        value = inner.get(column) if column and isinstance(inner, Mapping) else inner
        if value is not None:
            return answer_of(builder, part, value)
        return answer_at(builder, part, f"{part.slot}.{row}.{column}".rstrip("."), None)

    named = (
        part.label or builder.toolkit.asked_by[part.id].label
    )  # the only column of a grid has no name of its own
    tables: list[GridTable] = []
    wide = ceil(len(columns) / ceil(len(columns) / WIDEST)) if columns else 1
    for start in range(0, len(columns) if held else 0, wide):
        some = columns[start : start + wide]
        lines = tuple(
            (builder.put(row.label), tuple(cell(row.key, each.key) for each in some)) for row in rows
        )
        heads = tuple(builder.put(each.label or named) for each in some)
        tables += _halved(GridTable(heads, lines), rows)
    label = builder.put(part.label) if part.label else None
    return Grid(label, tuple(tables), open_answer(builder, point) if point else None)


def _halved(table: GridTable, rows: Sequence[Choice]) -> list[GridTable]:
    """The table; where it is narrow and long its two halves, as high as each other."""
    high = [max(1, ceil(len(row.label) / HALF_LABEL)) for row in rows]
    longest = max((cell.size for _, cells in table.rows for cell in cells if cell), default=0)
    if len(table.columns) > 2 or sum(high) not in SIDE_BY_SIDE or longest > LONG:
        return [table]
    middle = min(range(len(rows), 0, -1), key=lambda at: max(sum(high[:at]), sum(high[at:])))
    return [replace(table, rows=some, half=True) for some in (table.rows[:middle], table.rows[middle:])]
