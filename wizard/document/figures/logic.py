"""Figure 6: the logic model, goal by goal: what goes in, what we do, what comes out, what changes, what lasts.

Source: guide C.3 and the toolkit's "Consider a logic model". It holds everything said about inputs, outputs, changes
and the lasting difference, so it stands in place of their tables; `logic_boxes` is for a plan without a model yet.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.document.figures.logic_rows import (
    ACTIVITIES,
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
from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer
from wizard.document.view.by_slot import BySlot, Note

LASTING = "strategy.lasting"
LISTS = {"inputs": INPUTS, "outputs": OUTPUTS, "first": FIRST, "next": NEXT}
FIELDS = {
    ACTIVITIES: ("activity", "goal"),
    INPUTS: ("input", "owner", "status"),
    OUTPUTS: ("activity", "product", "number", "by"),
    FIRST: ("goal", "change", "sign"),
    NEXT: ("goal", "change", "sign"),
}
SLOTS = (*(f"{path}[].{name}" for path, names in FIELDS.items() for name in names), LASTING)


@dataclass(frozen=True)
class Logic:
    """`notes` say why a list of LISTS goes on or is empty, `wide` are percent.

    `asked` are its questions, in a copy that prints them.
    """

    rows: tuple[Row, ...]
    inputs: tuple[Inputs, ...]
    lasting: Answer | None
    notes: Mapping[str, Note]
    wide: tuple[float, ...]
    asked: tuple[Mark, ...]

    @property
    def items(self) -> tuple[Mark, ...]:
        """Everything that goes in, is done, comes out, changes or lasts."""
        named = [mark for group in self.inputs for each in group.records for mark in each.marks("input")]
        for row in self.rows:
            named += [work.activity.name for work in row.work if work.activity]
            named += [mark for work in row.work for each in work.outputs for mark in each.marks("product")]
            named += [mark for each in (*row.first, *row.next) for mark in each.marks("change")]
        return (*named, *(self.lasting.marks if self.lasting else ()))


def is_begun(printed: BySlot) -> bool:
    """Whether there is a model: something comes out or changes."""
    return any(printed.records(path) for path in (OUTPUTS, FIRST, NEXT))


def draw(printed: BySlot) -> Logic | None:
    """The whole model; None where there is none yet."""
    if not is_begun(printed):
        return None
    notes = {name: note for name, path in LISTS.items() if (note := printed.note(path))}
    rows = tuple(rows_of(printed))
    if not (rows[-1].work or rows[-1].first or rows[-1].next or notes.keys() - {"inputs"}):
        rows = rows[:-1]  # nothing belongs to no goal
    blocks = [printed.blocks[path] for path in (*LISTS.values(), LASTING) if path in printed.blocks]
    return Logic(
        rows=rows,
        inputs=tuple(inputs_of(printed)),
        lasting=printed.answer(LASTING),
        notes=notes,
        wide=widths_of(rows),
        asked=tuple(mark for block in blocks for mark in block.asked),
    )
