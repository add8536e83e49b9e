"""Figure 6: the logic model, goal by goal: what goes in, what we do, what comes out, what changes, what lasts.

Source: guide C.3 and the toolkit's "Consider a logic model". It holds everything said to ST-03 to ST-07, so it
stands in place of their tables; a plan that has not come so far gets four boxes from what is there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from wizard.document.columns import split
from wizard.document.figures.logic_boxes import Box, boxes
from wizard.document.figures.reading import Note, first_said, goal_of, grouped, marks, note, records
from wizard.document.placeholders import Mark
from wizard.document.view.lists import Record
from wizard.document.view.said import Said

INPUTS, OUTPUTS, FIRST, NEXT, LASTING = "ST-03", "ST-04", "ST-05", "ST-06", "ST-07"
ACTIVITIES = "ST-02"
LINE = 136  # characters that fit side by side, counted on printed pages
GOAL = 9  # characters for the goal's number before a row
LEAST = 29  # characters for a column, whose head then stands on one line
ARROW, WORD = 3, 4  # characters before a product, and beside each of its fields
HIGH = 900  # letters in one cell; a row with more may break over pages


@dataclass(frozen=True)
class Work:
    """An activity and what it produces; None where products name no activity."""

    activity: Record | None
    outputs: tuple[Record, ...]


@dataclass(frozen=True)
class Row:
    """One goal by its number; None is for everything that belongs to no single goal."""

    goal: int | None
    work: tuple[Work, ...]
    first: tuple[Record, ...]
    next: tuple[Record, ...]

    @property
    def long(self) -> bool:
        """Whether the row is so high that it may break over pages."""
        return max(sum(cell) for cell in _cells(self)) > HIGH


@dataclass(frozen=True)
class Inputs:
    """What goes in with one status (have or need); None where nobody has said."""

    status: Said | None
    records: tuple[Record, ...]


@dataclass(frozen=True)
class Logic:
    """Either rows or four boxes. `notes` say why the list of a question goes on or is empty, `wide` are percent."""

    rows: tuple[Row, ...]
    inputs: tuple[Inputs, ...] = ()
    lasting: Said | None = None
    notes: Mapping[str, Note] | None = None
    wide: tuple[float, ...] = ()
    boxes: tuple[Box, ...] = ()

    @property
    def items(self) -> tuple[Mark, ...]:
        """Everything that goes in, is done, comes out, changes or lasts."""
        told = [
            mark for group in self.inputs for each in group.records for mark in marks(each.said.get("input"))
        ]
        for row in self.rows:
            told += [work.activity.name for work in row.work if work.activity]
            made = [output for work in row.work for output in work.outputs]
            told += [mark for each in made for mark in marks(each.said.get("product"))]
            told += [mark for each in (*row.first, *row.next) for mark in marks(each.said.get("change"))]
        told += [mark for box in self.boxes for entry in box.entries for mark in entry]
        return (*told, *marks(self.lasting))


def draw(view: Mapping[str, Any]) -> Logic | None:
    """The whole model where something comes out or changes; else four boxes, if two of them can be filled."""
    if not any(records(view, ident) for ident in (OUTPUTS, FIRST, NEXT)):
        small = boxes(view)
        return Logic((), boxes=small) if small else None
    notes = {ident: said for ident in (INPUTS, OUTPUTS, FIRST, NEXT) if (said := note(view, ident))}
    rows = tuple(_rows(view))
    if not (rows[-1].work or rows[-1].first or rows[-1].next or notes.keys() - {INPUTS}):
        rows = rows[:-1]  # nothing belongs to no goal
    inputs = tuple(_inputs(records(view, INPUTS)))
    return Logic(rows, inputs, first_said(view, LASTING), notes, _widths(rows))


def _rows(view: Mapping[str, Any]) -> Iterable[Row]:
    for goal in (*range(1, view["goals_count"] + 1), None):
        first, following = (
            tuple(each for each in records(view, ident) if goal_of(each) == goal) for ident in (FIRST, NEXT)
        )
        yield Row(goal, tuple(_work(view, goal)), first, following)


def _work(view: Mapping[str, Any], goal: int | None) -> Iterable[Work]:
    """The activities of a goal, each with its products; for no goal, also the products of no activity."""
    made = grouped(records(view, OUTPUTS), "activity")
    for activity in records(view, ACTIVITIES):
        outputs = tuple(made.pop(activity.id, ()))
        if goal_of(activity) == goal:
            yield Work(activity, outputs)
    rest = tuple(output for left in made.values() for output in left)
    if goal is None and rest:
        yield Work(None, rest)


def _inputs(found: tuple[Record, ...]) -> Iterable[Inputs]:
    """By status, in the order of their first appearance; those without one at the end."""
    groups = sorted(grouped(found, "status").items(), key=lambda each: each[0] is None)
    for status, group in groups:
        yield Inputs(group[0].said["status"] if status else None, tuple(group))


def _widths(rows: tuple[Row, ...]) -> tuple[float, ...]:
    wides = (GOAL, *split(list(zip(*map(_cells, rows), strict=True)), LINE - GOAL, LEAST))
    return tuple(round(100 * wide / LINE, 1) for wide in wides)


def _cells(row: Row) -> tuple[tuple[int, ...], ...]:
    """How many letters each entry of a row's three cells has; all stand below each other."""
    work = tuple(
        letters
        for each in row.work
        for letters in (each.activity.name_need[1] if each.activity else 0, *map(_made, each.outputs))
    )
    return work, _lines(row.first), _lines(row.next)


def _made(output: Record) -> int:
    return ARROW + _letters(output, "product", "number", "by")


def _lines(changes: tuple[Record, ...]) -> tuple[int, ...]:
    return tuple(_letters(each, field) for each in changes for field in ("change", "sign"))


def _letters(record: Record, *fields: str) -> int:
    """What some fields of an item take, with a word of their own each."""
    return sum(record.said[field].size + WORD for field in fields if field in record.said)
