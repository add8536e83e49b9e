"""Everything left open on purpose, in one list: what, why, who brings it back and when."""

from collections.abc import Iterator
from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.answers import Open, open_answer
from wizard.document.view.builder import GOALS, Builder
from wizard.interview.flow import Question
from wizard.interview.survey import Turn
from wizard.storage.draft import OpenPoint


@dataclass(frozen=True)
class Waiting:
    """One open point: the question it belongs to, and the part or the item if it is about less than all of it."""

    question: Mark
    about: Mark | None
    open: Open
    goal: int | None = None  # goals go by their number


def open_points(builder: Builder) -> tuple[Waiting, ...]:
    """The open points of what applies, chapter by chapter; what does not apply is no longer open."""
    found = {point.at: (turn, point) for turn, point in _found(builder)}
    ordered = sorted(found.values(), key=lambda each: _place(builder, each[0].question))
    return tuple(_waiting(builder, turn, point) for turn, point in ordered)


def _place(builder: Builder, question: Question) -> tuple[int, int]:
    """The chapter that prints a question, behind all others where none does, and its place in the toolkit."""
    chapters = enumerate(builder.printed_questions)
    chapter = next((at for at, idents in chapters if question.id in idents), len(builder.printed_questions))
    return chapter, builder.order[question.id]


def essential_left(builder: Builder) -> tuple[Mark, ...]:
    """The essential questions nobody has said a word about."""
    from wizard.interview.progress import standings

    ids = [ident for each in standings(builder.here) for ident in each.essential_open]
    return tuple(builder.put(builder.toolkit.questions[ident].label) for ident in ids)


def _found(builder: Builder) -> Iterator[tuple[Turn, OpenPoint]]:
    seen = set()
    for turn in builder.whole.turns:
        point = builder.whole.point(turn)
        if point is None or point.at in seen or point.reason == "does_not_apply":
            continue
        if turn.part.grows or builder.here.draft.get(turn.place) is None:
            seen.add(point.at)
            yield turn, point


def _waiting(builder: Builder, turn: Turn, point: OpenPoint) -> Waiting:
    goal = builder.goals.get(turn.item) if turn.part.list == GOALS else None
    return Waiting(
        builder.put(turn.question.label), _about(builder, turn, point), open_answer(builder, point), goal
    )


def _about(builder: Builder, turn: Turn, point: OpenPoint) -> Mark | None:
    """The item, the cell and the part, as far as the point is about less than the whole question."""
    items = builder.items(turn.part.list) if turn.part.list not in ("", GOALS) else []
    pieces = [builder.name(turn.part.list, each) for each in items if each.id == turn.item]
    if point.at == turn.place:
        pieces += [choice.label for choice in (turn.row, turn.column) if choice and choice.label]
        pieces += [turn.part.label] if turn.part.label and len(turn.question.parts) > 1 else []
    return builder.put(" — ".join(pieces)) if pieces else None
