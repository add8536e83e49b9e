"""The rows of the logic model: what goes in, then goal by goal what is done, made and changed, and how wide."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wizard.document.view.answers import Answer
from wizard.document.view.by_slot import BySlot
from wizard.document.view.columns import split
from wizard.document.view.records import Record

ACTIVITIES, INPUTS, OUTPUTS, FIRST, NEXT = (
    f"strategy.{name}" for name in ("activities", "inputs", "outputs", "first_changes", "next_changes")
)
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

    status: Answer | None
    records: tuple[Record, ...]


def rows_of(printed: BySlot) -> Iterator[Row]:
    """A row for each goal in its order, and at last one for what belongs to none of them."""
    for goal in (*range(1, printed.goals + 1), None):
        first, following = (
            tuple(each for each in printed.records(path) if each.goal == goal) for path in (FIRST, NEXT)
        )
        yield Row(goal, tuple(_work(printed, goal)), first, following)


def _work(printed: BySlot, goal: int | None) -> Iterator[Work]:
    """The activities of a goal, each with its products; for no goal, also the products of no activity."""
    made = _grouped(printed.records(OUTPUTS), "activity")
    for activity in printed.records(ACTIVITIES):
        outputs = tuple(made.pop(activity.id, ()))
        if activity.goal == goal:
            yield Work(activity, outputs)
    rest = tuple(output for left in made.values() for output in left)
    if goal is None and rest:
        yield Work(None, rest)


def inputs_of(printed: BySlot) -> Iterator[Inputs]:
    """By status, in the order of their first appearance; those without one at the end."""
    groups = sorted(_grouped(printed.records(INPUTS), "status").items(), key=lambda each: each[0] is None)
    for status, group in groups:
        yield Inputs(group[0].answers["status"] if status else None, tuple(group))


def _grouped(items: Iterable[Record], field: str) -> dict[str | int | float | None, list[Record]]:
    """Items by what was chosen in a field, in the order of its first appearance; None for a hole."""
    groups: dict[str | int | float | None, list[Record]] = {}
    for item in items:
        groups.setdefault(next(iter(item.keys(field)), None), []).append(item)
    return groups


def widths_of(rows: tuple[Row, ...]) -> tuple[float, ...]:
    """Percent for the goal's number, the work, the first and the next changes, so that the rows are lowest."""
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
    return sum(record.answers[field].size + WORD for field in fields if field in record.answers)
