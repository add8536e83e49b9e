"""Lists of items as a reader meets them: each item with its answers by field, as a table or as cards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer, Open, answer_at, longest_word, open_answer
from wizard.document.view.builder import GOALS, Builder
from wizard.document.view.facts import Fact
from wizard.interview.flow import Part
from wizard.plan.sections.parts import Item

_DATE = 17  # letters of the longest date


@dataclass(frozen=True)
class Record:
    """One item: what was answered by field, its place in the list, and its own open point.

    `name_need` is how many letters the longest word of its name has, and the whole name.
    """

    id: str
    number: int
    name: Mark
    name_need: tuple[int, int]
    answers: Mapping[str, Answer]
    open: Open | None = None
    size: int = 0

    def keys(self, field: str) -> tuple[str | int | float, ...]:
        """What was chosen, counted or dated in a field; empty for a hole."""
        return self.answers[field].keys if field in self.answers else ()

    def marks(self, *fields: str) -> tuple[Mark, ...]:
        """The words of some fields, entry by entry; nothing for a hole."""
        return tuple(mark for field in fields if field in self.answers for mark in self.answers[field].marks)

    def day(self, field: str) -> int | None:
        """A day as `date.toordinal()`; None for a hole."""
        return self.answers[field].day if field in self.answers else None

    @property
    def goal(self) -> int | None:
        """The number of the goal it belongs to."""
        answer = self.answers.get("goal")
        number = answer.entries[0] if answer and answer.kind == "goals" else None
        return number if isinstance(number, int) else None


@dataclass(frozen=True)
class ListTable:
    """Some records of a list and how wide their columns are, in percent. Two that are `half` stand side by side."""

    records: tuple[Record, ...]
    widths: tuple[float, ...]
    half: bool = False


@dataclass(frozen=True)
class CardFacts:
    """Facts below each other under a label, or behind each other on one line."""

    label: Mark
    facts: tuple[Fact, ...]
    on_one_line: bool


@dataclass(frozen=True)
class Card:
    """One record as a card: the signs of its Ps, its sentence, and columns of facts."""

    record: Record
    signs: Answer | None
    sentence: Answer | None
    columns: tuple[tuple[CardFacts, ...], ...]


@dataclass(frozen=True)
class RecordList:
    """A list of items. `fields` are those with anything to print, in order; `more` says why the list goes on.

    It is painted as `cards`, or in `tables`: the first field of each of their `columns` has the head, the others
    stand below it.
    """

    fields: tuple[str, ...]
    labels: Mapping[str, Mark]
    kinds: Mapping[str, str]
    needs: Mapping[str, tuple[int, int]]  # letters of the longest word and of the label, for the widths
    records: tuple[Record, ...]
    by_name: bool  # the list has its entries in another block: each record is opened by its name
    numbered: bool
    more: Open | None = None
    columns: tuple[tuple[str, ...], ...] = ()
    tables: tuple[ListTable, ...] = ()
    cards: tuple[Card, ...] = ()
    kind: str = "list"


def record_list(builder: Builder, path: str, parts: Sequence[Part], *, by_name: bool) -> RecordList | None:
    """The items of a list with some of their fields; nothing where there are no items or nothing to say."""
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
    return max([_DATE if part.kind == "date" else longest_word([title]), *words]), len(title)


def _record(builder: Builder, path: str, parts: Sequence[Part], number: int, item: Item) -> Record:
    found = {}
    for part in parts:
        place = f"{path}.{item.id}.{part.field}"
        if (one := answer_at(builder, part, place, getattr(item, part.field))) is not None:
            found[part.field] = one
    point = builder.here.draft.point(f"{path}.{item.id}")
    name = builder.name(path, item)
    return Record(
        id=item.id,
        number=number,
        name=builder.put(name),
        name_need=(7, 8) if path == GOALS else (longest_word([name]), len(name)),  # goals go by their number
        answers=found,
        open=open_answer(builder, point) if point else None,
        size=max((one.size for one in found.values()), default=0),
    )
