"""Every question as it is printed: facts, lists and grids in the order of its parts, chapter by chapter."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.answers import NOT_DECIDED, Answer, answer_at, is_bare, open_answer
from wizard.document.view.builder import Builder
from wizard.document.view.lists import Grid, RecordList, grid, record_list
from wizard.errors import Problem, nearest
from wizard.formatting.values import written_each
from wizard.interview.flow import Part, Question, Toolkit
from wizard.interview.flow import QuestionsChapter as Chapter

_IN_LINE = frozenset(("text", "few", "goals", "pillars"))
_SHORT, _LABEL = 46, 10  # letters that half a line takes, and about how many a label has


@dataclass(frozen=True)
class Fact:
    """One simple answer; the label is left out where the question's own says it. `field` is the end of its slot."""

    label: Mark | None
    answer: Answer
    field: str = ""
    kind: str = "fact"


Block = Fact | RecordList | Grid


@dataclass(frozen=True)
class QuestionBlock:
    """A question with everything said to it. `plain` when it holds facts only, `short` when half a line does.

    `asked` is the question in the words it was asked in, for a copy that prints the questions too.
    """

    id: str
    label: Mark
    asked: Mark | None
    blocks: tuple[Block, ...]
    plain: bool
    short: bool
    size: int


@dataclass(frozen=True)
class PrintedChapter:
    """A chapter of the printed plan; `left` are the labels of what nobody has said a word about."""

    key: str
    title: Mark
    questions: Mapping[str, QuestionBlock]
    left: tuple[Mark, ...]


def chapters(builder: Builder) -> tuple[PrintedChapter, ...]:
    """The chapters that are wanted, in the order of the outline."""
    wanted = chosen(builder.toolkit, builder.wishes.sections)
    return tuple(_chapter(builder, chapter) for chapter in wanted)


def chosen(toolkit: Toolkit, sections: Sequence[str]) -> list[Chapter]:
    """The chapters of some sections, each named by its own id (`goals`) or by a chapter's number; all for none.

    Problem: document.no_section.
    """
    chapters = toolkit.outline.chapters
    if not sections:
        return list(chapters)
    names = [section.section for section in toolkit.sections] + [
        chapter.number.lower() for chapter in chapters
    ]
    wanted = [each.strip().lower() for each in sections]
    for name in wanted:
        if name not in names:
            raise Problem("document.no_section", name=name, near=nearest(name, names), names=", ".join(names))
    homes = {question.id: section.section for section in toolkit.sections for question in section.questions}
    return [
        chapter
        for chapter in chapters
        if chapter.number.lower() in wanted or any(homes.get(each) in wanted for each in chapter.questions)
    ]


def _chapter(builder: Builder, chapter: Chapter) -> PrintedChapter:
    shown: dict[str, QuestionBlock] = {}
    left: list[Mark] = []
    for ident in chapter.questions:
        question = builder.toolkit.questions.get(ident)
        if question is None or question.id not in builder.whole.asked:
            continue
        blocks = tuple(_blocks(builder, chapter, question))
        if blocks and not all(_says_nothing(block) for block in blocks):
            shown[ident] = _told(builder, question, blocks)
        elif question.essential and blocks:
            shown[ident] = _told(builder, question, (Fact(None, NOT_DECIDED),))
        elif blocks or _waits(builder, chapter, question):
            left.append(builder.put(question.label))
    return PrintedChapter(chapter.number.lower(), builder.put(chapter.title), shown, tuple(left))


def _told(builder: Builder, question: Question, blocks: tuple[Block, ...]) -> QuestionBlock:
    facts = [block for block in blocks if isinstance(block, Fact)]
    plain = len(facts) == len(blocks)
    size = sum(map(_letters, facts))
    short = plain and all(fact.answer.kind in _IN_LINE for fact in facts) and size <= _SHORT
    asked = builder.put(question.ask) if builder.wishes.with_questions else None
    return QuestionBlock(
        question.id.lower(), builder.put(question.label), asked, blocks, plain, short and asked is None, size
    )


def _letters(fact: Fact) -> int:
    return fact.answer.size + (_LABEL if fact.label else 0)


def _says_nothing(block: Block) -> bool:
    if isinstance(block, Fact):
        return is_bare(block.answer)
    if isinstance(block, RecordList) and block.by_name:
        return all(is_bare(one) for record in block.records for one in record.answers.values())
    return False


def _waits(builder: Builder, chapter: Chapter, question: Question) -> bool:
    """Whether a question without a block is still to be asked, and by itself."""
    return any(
        turn.question is question and not _joined(builder, chapter, turn.part)
        for turn in builder.turns.values()
    )


def _blocks(builder: Builder, chapter: Chapter, question: Question) -> Iterator[Block]:
    alone = len(question.parts) == 1
    elsewhere: dict[str, list[Part]] = {}
    for part in question.parts:
        if part.list and not part.grows:
            if not _joined(builder, chapter, part):
                elsewhere.setdefault(part.list, []).append(part)
        elif part.grows:
            yield from _grown(builder, chapter, part)
        elif part.rows:
            yield from _gridded(builder, part)
        elif (one := answer_at(builder, part, part.slot, builder.value(part.slot))) is not None:
            label = builder.put(part.label) if part.label and not alone else None
            yield Fact(label, one, part.slot.rpartition(".")[2])
    for path, parts in elsewhere.items():
        if found := record_list(builder, path, parts, by_name=True):
            yield found


def _joined(builder: Builder, chapter: Chapter, part: Part) -> bool:
    """Whether a part of an item stands in the list itself, which is printed in the same chapter."""
    grower = builder.toolkit.lists.get(part.list)
    return grower is not None and builder.chapter_of.get(builder.toolkit.asked_by[grower.id].id) is chapter


def _grown(builder: Builder, chapter: Chapter, grown: Part) -> Iterator[Block]:
    parts = [
        part
        for ident in chapter.questions
        if ident in builder.toolkit.questions
        for part in builder.toolkit.questions[ident].parts
        if part.list == grown.slot and builder.chapter_of.get(_printed_by(builder, part).id) is chapter
    ]
    if found := record_list(builder, grown.slot, parts, by_name=False):
        yield found
    elif (one := _empty_list(builder, grown)) is not None:
        yield Fact(builder.put(grown.label) if grown.label else None, one)


def _printed_by(builder: Builder, part: Part) -> Question:
    """A field that a later question completes is printed there, once."""
    return builder.revised.get(part.slot, builder.toolkit.asked_by[part.id])


def _empty_list(builder: Builder, grown: Part) -> Answer | None:
    if (grown.id, grown.slot) not in builder.turns:
        return None
    if point := builder.here.draft.point(grown.slot):
        return Answer("open", open=open_answer(builder, point))
    if grown.slot in builder.here.draft.complete:
        none = written_each(builder.toolkit, builder.answers, grown, [])
        return Answer("text", tuple(map(builder.put, none)))
    return NOT_DECIDED if builder.on_path(grown) else None


def _gridded(builder: Builder, part: Part) -> Iterator[Block]:
    found = grid(builder, part)
    applies = any(turn.part is part for turn in builder.turns.values())
    if found and applies:
        yield found
    elif applies and builder.on_path(part):
        yield Fact(None, NOT_DECIDED)
