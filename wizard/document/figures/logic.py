"""Figure 6: the logic model, goal by goal: what goes in, what we do, what comes out, what changes, what lasts.

Source: guide C.3 and the toolkit's "Consider a logic model". It holds everything answer to ST-03 to ST-07, so it
stands in place of their tables; a plan that has not come so far gets four boxes from what is there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wizard.document.figures.logic_boxes import Box, boxes
from wizard.document.figures.logic_rows import (
    FIRST,
    INPUTS,
    NEXT,
    OUTPUTS,
    Inputs,
    Row,
    inputs_of,
    rows_of,
    widths_of,
)
from wizard.document.figures.reading import Note, first_said, marks, marks_of, note, records, told
from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer

LASTING = "ST-07"
LISTS = (INPUTS, OUTPUTS, FIRST, NEXT)


@dataclass(frozen=True)
class Logic:
    """Either rows or four boxes. `notes` say why a question's list goes on or is empty, `wide` are percent.

    `asked` are its questions, in a copy that prints them.
    """

    rows: tuple[Row, ...]
    inputs: tuple[Inputs, ...] = ()
    lasting: Answer | None = None
    notes: Mapping[str, Note] | None = None
    wide: tuple[float, ...] = ()
    asked: tuple[Mark, ...] = ()
    boxes: tuple[Box, ...] = ()

    @property
    def items(self) -> tuple[Mark, ...]:
        """Everything that goes in, is done, comes out, changes or lasts."""
        named = marks_of((each for group in self.inputs for each in group.records), "input")
        for row in self.rows:
            named += [work.activity.name for work in row.work if work.activity]
            named += marks_of((output for work in row.work for output in work.outputs), "product")
            named += marks_of((*row.first, *row.next), "change")
        named += [mark for box in self.boxes for entry in box.entries for mark in entry]
        return (*named, *marks(self.lasting))


def draw(view: Mapping[str, Any]) -> Logic | None:
    """The whole model where something comes out or changes; else four boxes, if two of them can be filled."""
    if not any(records(view, ident) for ident in (OUTPUTS, FIRST, NEXT)):
        small = boxes(view)
        return Logic((), boxes=small) if small else None
    notes = {ident: answer for ident in LISTS if (answer := note(view, ident))}
    rows = tuple(rows_of(view))
    if not (rows[-1].work or rows[-1].first or rows[-1].next or notes.keys() - {INPUTS}):
        rows = rows[:-1]  # nothing belongs to no goal
    inputs = tuple(inputs_of(view))
    asked = tuple(each.asked for ident in (*LISTS, LASTING) if (each := told(view, ident)) and each.asked)
    return Logic(rows, inputs, first_said(view, LASTING), notes, widths_of(rows), asked)
