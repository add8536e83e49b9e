"""Everything that is printed, by slot and list: what a figure draws from, and what the chapters are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from wizard.document.placeholders import Mark
from wizard.document.view.answers import NOT_DECIDED, Answer, Pillar, answer_at, is_bare, open_answer
from wizard.document.view.builder import Builder
from wizard.document.view.facts import Fact
from wizard.document.view.grids import Grid, grid
from wizard.document.view.records import Record, RecordList, record_list
from wizard.interview import chapters as layout
from wizard.interview.flow import Part, Question


@dataclass(frozen=True)
class Block:
    """What stands together under one label, by slot; a list that is empty is a fact.

    `asked` is the question in the words it was asked in, for a copy that prints the questions too.
    """

    anchor: str
    label: Mark
    asked: tuple[Mark, ...]
    facts: Mapping[str, Fact] = field(default_factory=dict)
    lists: Mapping[str, RecordList] = field(default_factory=dict)
    grids: Mapping[str, Grid] = field(default_factory=dict)


@dataclass(frozen=True)
class Note:
    """What was said about a list as a whole; `more` where it goes on after its items."""

    answer: Answer
    more: bool


@dataclass(frozen=True)
class BySlot:
    """The answers in the chapters that are printed, and what figures know beside them.

    `period` are the first and the last day of the plan as `date.toordinal()`, `members_ps` the Ps of each member
    by its id, `levels` the parts survivors can have from the least up, by key; `goals` is how many there are.
    """

    facts: Mapping[str, Fact]
    lists: Mapping[str, RecordList]  # each where its entries stand
    grids: Mapping[str, Grid]
    blocks: Mapping[str, Block]
    period: tuple[int | None, int | None]
    pillars: tuple[Pillar, ...]
    members_ps: Mapping[str, tuple[str, ...]]
    levels: Mapping[str, Mark]
    goals: int
    some_only: bool

    def records(self, path: str) -> tuple[Record, ...]:
        """The items of a list, in the order of their printing; empty where there are none."""
        return self.lists[path].records if path in self.lists else ()

    def answer(self, path: str) -> Answer | None:
        """A simple answer, or why it is open; None where it is not printed."""
        return self.facts[path].answer if path in self.facts else None

    def note(self, path: str) -> Note | None:
        """Why a list goes on, or what stands in its place; None where its items are all there is."""
        if path in self.lists:
            more = self.lists[path].more
            return Note(Answer("open", open=more), more=True) if more else None
        answer = self.answer(path)
        return Note(answer, more=False) if answer else None


@dataclass(frozen=True)
class _Asked:
    """What of a block these flows ask and this copy shows: fields of a list, and `heads`, which are not of them.

    A list of more fields has no head of its own, so that its fields are.
    """

    heads: tuple[Part, ...]
    fields: tuple[Part, ...]


def block_of(builder: Builder, where: layout.Block) -> tuple[Block | None, Question | None]:
    """What is printed of a block and the question it is named after.

    No block where nobody has said a word about it, unless it is essential; no question where nothing of it applies.
    """
    asked = _asked(builder, where)
    if not any(part.id in builder.applying for part in asked.heads):
        return None, None
    question = builder.question(asked.heads[0])
    label = builder.put(question.label)
    words = (builder.put(question.ask),) if builder.wishes.with_questions else ()
    block = Block(_anchor(asked.heads[0].slot), label, words, *_held(builder, where, asked, question))
    if _says_something(block):
        return block, question
    if question.essential and (block.facts or block.lists):
        return replace(block, facts={asked.heads[0].slot: Fact(None, NOT_DECIDED)}, lists={}), question
    return None, question


def _asked(builder: Builder, where: layout.Block) -> _Asked:
    path = where.list or where.more_of
    grown = builder.part(where.list) if where.list in builder.toolkit.lists else None
    named = (builder.part(f"{path}[].{name}", completed=not where.list) for name in where.fields)
    fields = tuple(part for part in named if part) if path in builder.toolkit.lists else ()
    heads = [part for each in where.slots if (part := builder.part(each))]
    if grown:
        is_first = not heads or builder.position[grown.id] < builder.position[heads[0].id]
        heads = [grown, *heads] if is_first else [*heads, grown]
    return _Asked((*(fields if where.more_of else ()), *heads), fields)


def _anchor(path: str) -> str:
    """A slot as a name for a place on a page."""
    return path.replace("[]", "").replace(".", "-")


def _held(
    builder: Builder, where: layout.Block, asked: _Asked, question: Question
) -> tuple[dict[str, Fact], dict[str, RecordList], dict[str, Grid]]:
    """The facts, the lists and the grids of a block."""
    facts: dict[str, Fact] = {}
    lists: dict[str, RecordList] = {}
    grids: dict[str, Grid] = {}
    path = where.list or where.more_of
    if asked.fields and (found := record_list(builder, path, asked.fields, by_name=not where.list)):
        lists[path] = found
    for part in asked.heads:
        if part.list or part.slot in lists:
            continue
        if part.rows and part.id in builder.applying and (table := grid(builder, part)):
            grids[part.slot] = table
        elif answer := _single(builder, part):
            label = None if part.rows else _label(builder, part, asked, question)
            facts[part.slot] = Fact(label, answer)
    return facts, lists, grids


def _single(builder: Builder, part: Part) -> Answer | None:
    """A simple answer, or why a list or a grid is empty; nothing where it does not apply or is not on the path."""
    if not (part.grows or part.rows):
        return answer_at(builder, part, part.slot, builder.value(part.slot))
    if part.id not in builder.applying:
        return None
    if part.grows and (point := builder.here.draft.point(part.slot)):
        return Answer("open", open=open_answer(builder, point))
    if part.grows and part.slot in builder.here.draft.complete:
        return Answer("text", tuple(map(builder.put, builder.words(part, ()))))
    return NOT_DECIDED if builder.on_path(part) else None


def _label(builder: Builder, part: Part, asked: _Asked, question: Question) -> Mark | None:
    """The part's own label, unless the block has the same one."""
    if (own := builder.question(part)) is not question:
        return builder.put(part.label or own.label)
    is_alone = len(question.parts) == len(asked.heads) == 1
    return builder.put(part.label) if part.label and not is_alone else None


def _says_something(block: Block) -> bool:
    return (
        bool(block.grids)
        or any(not is_bare(fact.answer) for fact in block.facts.values())
        or any(not listed.by_name or _is_answered(listed) for listed in block.lists.values())
    )


def _is_answered(listed: RecordList) -> bool:
    return any(not is_bare(answer) for record in listed.records for answer in record.answers.values())
