"""Everything that is printed, by slot and list: what a figure draws from, and what the chapters are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wizard.document.placeholders import Mark
from wizard.document.view.answers import NOT_DECIDED, Answer, Pillar, answer_at, is_bare, open_answer
from wizard.document.view.builder import Builder
from wizard.document.view.facts import Fact
from wizard.document.view.grids import Grid, grid
from wizard.document.view.records import Record, RecordList, record_list
from wizard.interview import chapters as layout
from wizard.interview.flow import Part, Question

Held = Fact | RecordList | Grid


@dataclass(frozen=True)
class Block:
    """What stands together under one label, by slot and list; a list that is empty is a fact.

    `asked` is the question in the words it was asked in, for a copy that prints the questions too.
    """

    anchor: str
    label: Mark
    asked: tuple[Mark, ...]
    held: Mapping[str, Held]

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(each for each in self.held.values() if isinstance(each, Fact))

    @property
    def tables(self) -> tuple[RecordList | Grid, ...]:
        return tuple(each for each in self.held.values() if not isinstance(each, Fact))


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
    words = (builder.put(question.ask),) if builder.options.with_questions else ()
    held = _held(builder, where, asked, question)
    block = Block(_anchor(asked.heads[0].slot), builder.put(question.label), words, held)
    if not all(map(_is_silent, held.values())):
        return block, question
    if held and question.essential:
        return replace(block, held={asked.heads[0].slot: Fact(None, NOT_DECIDED)}), question
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


def _held(builder: Builder, where: layout.Block, asked: _Asked, question: Question) -> dict[str, Held]:
    held: dict[str, Held] = {}
    path = where.list or where.more_of
    if asked.fields and (found := record_list(builder, path, asked.fields, by_name=not where.list)):
        held[path] = found
    for part in asked.heads:
        if part.list or part.slot in held:
            continue
        if part.rows and part.id in builder.applying and (table := grid(builder, part)):
            held[part.slot] = table
        elif answer := _single(builder, part):
            label = None if part.rows else _label(builder, part, asked, question)
            held[part.slot] = Fact(label, answer)
    return held


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


def _is_silent(held: Held) -> bool:
    """Whether nobody has said a word there. Entries of a list say something by being there."""
    if isinstance(held, Fact):
        return is_bare(held.answer)
    if isinstance(held, Grid) or not held.by_name:
        return False
    return all(is_bare(answer) for record in held.records for answer in record.answers.values())
