"""How a figure reads the view: a question, its list, and what was answered in a record, wherever it is printed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer
from wizard.document.view.blocks import Fact, QuestionBlock
from wizard.document.view.lists import Grid, Record, RecordList

Block = TypeVar("Block", RecordList, Grid)


def told(view: Mapping[str, Any], ident: str) -> QuestionBlock | None:
    """A question by its id; None where it is not printed."""
    return next(
        (chapter.questions[ident] for chapter in view["chapters"] if ident in chapter.questions), None
    )


def block(view: Mapping[str, Any], ident: str, kind: type[Block]) -> Block | None:
    """The first list or grid of a question."""
    question = told(view, ident)
    blocks = question.blocks if question else ()
    return next((each for each in blocks if isinstance(each, kind)), None)


def facts(view: Mapping[str, Any], ident: str) -> tuple[Fact, ...]:
    """The simple answers to a question, with those that are open; empty where it is not printed."""
    question = told(view, ident)
    return tuple(each for each in question.blocks if isinstance(each, Fact)) if question else ()


def only_said(view: Mapping[str, Any], ident: str) -> Answer | None:
    """The answer to a question of a single part; None for a hole or an open point."""
    return next((fact.answer for fact in facts(view, ident) if fact.answer.kind != "open"), None)


def records(view: Mapping[str, Any], ident: str) -> tuple[Record, ...]:
    """The items of a question's list, in the order of their printing; empty where there are none."""
    listed = block(view, ident, RecordList)
    return listed.records if listed else ()


def keys(record: Record, field: str) -> tuple[str | int | float, ...]:
    """What was chosen, counted or dated in one field of an item; empty for a hole."""
    answer = record.answers.get(field)
    return answer.keys if answer else ()


def grouped(items: Iterable[Record], field: str) -> dict[str | int | float | None, list[Record]]:
    """Items by what was chosen in a field, in the order of its first appearance; None for a hole."""
    groups: dict[str | int | float | None, list[Record]] = {}
    for item in items:
        groups.setdefault(next(iter(keys(item, field)), None), []).append(item)
    return groups


def marks(answer: Answer | None) -> tuple[Mark, ...]:
    """The words of an answer, entry by entry; nothing for a hole."""
    return tuple(each for each in answer.entries if isinstance(each, Mark)) if answer else ()


def marks_of(items: Iterable[Record], *fields: str) -> list[Mark]:
    """The words of some fields of each item."""
    return [mark for item in items for field in fields for mark in marks(item.answers.get(field))]


def first_mark(answer: Answer | None) -> Mark | None:
    """The words of an answer that has a single entry."""
    entry = answer.entries[0] if answer and answer.entries else None
    return entry if isinstance(entry, Mark) else None


@dataclass(frozen=True)
class Note:
    """What was said about a list as a whole; `more` where it goes on after its items."""

    answer: Answer
    more: bool


def note(view: Mapping[str, Any], ident: str) -> Note | None:
    """Why the list of a question goes on, or what stands in its place; None where its items are all there is."""
    listed = block(view, ident, RecordList)
    if listed:
        return Note(Answer("open", open=listed.more), more=True) if listed.more else None
    answer = first_said(view, ident)
    return Note(answer, more=False) if answer else None


def first_said(view: Mapping[str, Any], ident: str) -> Answer | None:
    """The first simple answer of a question, or why it is open."""
    question = told(view, ident)
    return (
        next((each.answer for each in question.blocks if isinstance(each, Fact)), None) if question else None
    )


def goal_of(record: Record) -> int | None:
    """The number of the goal that an item belongs to."""
    answer = record.answers.get("goal")
    number = answer.entries[0] if answer and answer.kind == "goals" else None
    return number if isinstance(number, int) else None


def day_of(answer: Answer | None) -> int | None:
    """A day as `date.toordinal()`; None for a hole."""
    return int(answer.keys[0]) if answer and answer.keys else None


def dated(answer: Answer | None) -> tuple[int, Mark] | None:
    """A day as `date.toordinal()` and in words; None for a hole."""
    day, words = day_of(answer), first_mark(answer)
    return None if day is None or words is None else (day, words)
