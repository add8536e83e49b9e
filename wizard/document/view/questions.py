"""Every question as it is printed: facts, lists and grids in the order of its parts, chapter by chapter."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.lists import Grid, Listed, grid, listed
from wizard.document.view.pen import Pen
from wizard.document.view.said import NOT_DECIDED, Said, is_bare, opened, said
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
    said: Said
    field: str = ""
    kind: str = "fact"


Block = Fact | Listed | Grid


@dataclass(frozen=True)
class Told:
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
class ToldChapter:
    """A chapter of the printed plan; `left` are the labels of what nobody has said a word about."""

    key: str
    title: Mark
    questions: Mapping[str, Told]
    left: tuple[Mark, ...]


def chapters(pen: Pen) -> tuple[ToldChapter, ...]:
    """The chapters that are wanted, in the order of the outline."""
    wanted = chosen(pen.toolkit, pen.wishes.sections)
    return tuple(_chapter(pen, chapter) for chapter in wanted)


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


def _chapter(pen: Pen, chapter: Chapter) -> ToldChapter:
    shown: dict[str, Told] = {}
    left: list[Mark] = []
    for ident in chapter.questions:
        question = pen.toolkit.questions.get(ident)
        if question is None or question.id not in pen.whole.asked:
            continue
        blocks = tuple(_blocks(pen, chapter, question))
        if blocks and not all(_says_nothing(block) for block in blocks):
            shown[ident] = _told(pen, question, blocks)
        elif question.essential and blocks:
            shown[ident] = _told(pen, question, (Fact(None, NOT_DECIDED),))
        elif blocks or _waits(pen, chapter, question):
            left.append(pen.put(question.label))
    return ToldChapter(chapter.number.lower(), pen.put(chapter.title), shown, tuple(left))


def _told(pen: Pen, question: Question, blocks: tuple[Block, ...]) -> Told:
    facts = [block for block in blocks if isinstance(block, Fact)]
    plain = len(facts) == len(blocks)
    size = sum(map(_letters, facts))
    short = plain and all(fact.said.kind in _IN_LINE for fact in facts) and size <= _SHORT
    asked = pen.put(question.ask) if pen.wishes.with_questions else None
    return Told(
        question.id.lower(), pen.put(question.label), asked, blocks, plain, short and asked is None, size
    )


def _letters(fact: Fact) -> int:
    return fact.said.size + (_LABEL if fact.label else 0)


def _says_nothing(block: Block) -> bool:
    if isinstance(block, Fact):
        return is_bare(block.said)
    if isinstance(block, Listed) and block.by_name:
        return all(is_bare(one) for record in block.records for one in record.said.values())
    return False


def _waits(pen: Pen, chapter: Chapter, question: Question) -> bool:
    """Whether a question without a block is still to be asked, and by itself."""
    return any(
        turn.question is question and not _joined(pen, chapter, turn.part) for turn in pen.turns.values()
    )


def _blocks(pen: Pen, chapter: Chapter, question: Question) -> Iterator[Block]:
    alone = len(question.parts) == 1
    elsewhere: dict[str, list[Part]] = {}
    for part in question.parts:
        if part.list and not part.grows:
            if not _joined(pen, chapter, part):
                elsewhere.setdefault(part.list, []).append(part)
        elif part.grows:
            yield from _grown(pen, chapter, part)
        elif part.rows:
            yield from _gridded(pen, part)
        elif (one := said(pen, part, part.slot, pen.value(part.slot))) is not None:
            label = pen.put(part.label) if part.label and not alone else None
            yield Fact(label, one, part.slot.rpartition(".")[2])
    for path, parts in elsewhere.items():
        if found := listed(pen, path, parts, by_name=True):
            yield found


def _joined(pen: Pen, chapter: Chapter, part: Part) -> bool:
    """Whether a part of an item stands in the list itself, which is printed in the same chapter."""
    grower = pen.toolkit.lists.get(part.list)
    return grower is not None and pen.chapter_of.get(pen.toolkit.asked_by[grower.id].id) is chapter


def _grown(pen: Pen, chapter: Chapter, grown: Part) -> Iterator[Block]:
    parts = [
        part
        for ident in chapter.questions
        if ident in pen.toolkit.questions
        for part in pen.toolkit.questions[ident].parts
        if part.list == grown.slot and pen.chapter_of.get(_printed_by(pen, part).id) is chapter
    ]
    if found := listed(pen, grown.slot, parts, by_name=False):
        yield found
    elif (one := _empty_list(pen, grown)) is not None:
        yield Fact(pen.put(grown.label) if grown.label else None, one)


def _printed_by(pen: Pen, part: Part) -> Question:
    """A field that a later question completes is printed there, once."""
    return pen.revised.get(part.slot, pen.toolkit.asked_by[part.id])


def _empty_list(pen: Pen, grown: Part) -> Said | None:
    if (grown.id, grown.slot) not in pen.turns:
        return None
    if point := pen.here.draft.point(grown.slot):
        return Said("open", open=opened(pen, point))
    if grown.slot in pen.here.draft.complete:
        none = written_each(pen.toolkit, pen.answers, grown, [])
        return Said("text", tuple(map(pen.put, none)))
    return NOT_DECIDED if pen.on_path(grown) else None


def _gridded(pen: Pen, part: Part) -> Iterator[Block]:
    found = grid(pen, part)
    applies = any(turn.part is part for turn in pen.turns.values())
    if found and applies:
        yield found
    elif applies and pen.on_path(part):
        yield Fact(None, NOT_DECIDED)
