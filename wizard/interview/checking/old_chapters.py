"""Chapters as `toolkit.yaml` may still list them, by questions, made into chapters by slot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from wizard.interview.chapters import Block, Chapter, Theme
from wizard.interview.flow import Question, QuestionsChapter


def by_slot(
    listed: Sequence[QuestionsChapter], questions: Mapping[str, Question], shipped: Sequence[Chapter]
) -> tuple[Chapter, ...]:
    """The slots of the questions in their order; a chapter that holds what the shipped one would is set like it."""
    printing = _printing(questions, [ident for chapter in listed for ident in chapter.questions])
    known = {chapter.number: chapter for chapter in shipped}
    found = []
    for chapter in listed:
        asked = [questions[ident] for ident in chapter.questions if ident in questions]
        parts = [(part, question) for question in asked for part in question.parts]
        slots = dict.fromkeys(part.slot for part, question in parts if printing.get(part.slot) is question)
        like = known.get(chapter.number)
        if like and set(like.printed) & printing.keys() == slots.keys():
            found.append(replace(like, title=chapter.title))
        else:
            blocks = (block for question in asked for block in _blocks(question, slots))
            found.append(Chapter(chapter.number, chapter.title, (Theme(blocks=tuple(blocks)),)))
    return tuple(found)


def _printing(questions: Mapping[str, Question], listed: Sequence[str]) -> dict[str, Question]:
    """The question that prints each slot: the one that completes it later, if that stands in a chapter."""
    every = questions.values()
    filled = {part.slot: question for question in every for part in question.parts if part.fills}
    later = (questions[ident] for ident in listed if ident in questions)
    return filled | {part.slot: question for question in later for part in question.parts if part.revises}


def _blocks(question: Question, slots: Mapping[str, None]) -> Iterator[Block]:
    """What a question asks, of the slots of its chapter; a list has all its fields where it grows."""
    lists = {slot.rpartition("[].")[0] for slot in slots}
    parts = [part for part in question.parts if part.slot in slots]
    grown = [part.slot for part in parts if part.grows or part.slot in lists]
    singles = tuple(part.slot for part in parts if not part.list and part.slot not in grown)
    more = dict.fromkeys(part.list for part in parts if part.list and part.list not in slots)
    for path in (*grown, *more):
        asked = [part.slot for part in parts] if path in more else slots
        columns = tuple((slot.rpartition(".")[2],) for slot in asked if slot.startswith(f"{path}[]."))
        own, elsewhere = ("", path) if path in more else (path, "")
        yield Block(singles, own, elsewhere, columns)
        singles = ()
    if singles:
        yield Block(singles)
