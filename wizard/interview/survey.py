"""One look over a draft: the plan pruned to what applies, and every turn there is, in the order of asking.

Where the person is, what is left and what applies are derived here on every step; nothing can go stale.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from wizard.interview.choosing import Choice, axis_of
from wizard.interview.conditions import holds
from wizard.interview.flow import Part, Question, Toolkit
from wizard.storage.draft import Draft, OpenPoint, leaves

if TYPE_CHECKING:
    from wizard.plan.plan import Plan


class Turn(NamedTuple):
    """One part at one place: what the walk hands to a front end. `item` is the id where it is asked for an item.

    A tuple, which is the quickest to make: every look at a full plan makes fifteen hundred of them.
    """

    question: Question
    part: Part
    place: str
    item: str = ""
    row: Choice | None = None
    column: Choice | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.part.id, self.place


@dataclass(frozen=True)
class Survey:
    """What one look over a draft found. `answers` is the pruned plan, as plain data."""

    toolkit: Toolkit
    draft: Draft
    answers: dict[str, Any] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)
    begun: list[Turn] = field(default_factory=list)  # those of entries that hold nothing yet: nowhere else
    asked: set[str] = field(default_factory=set)  # ids of the questions that apply on the chosen path
    held: dict[str, Any] = field(default_factory=dict)  # what stood in the draft at each turn's place
    points: dict[str, OpenPoint] = field(
        default_factory=dict
    )  # the open points that stood in it, by their place

    def is_open(self, turn: Turn) -> bool:
        """Neither answered nor left open on purpose."""
        if turn.part.grows:
            return turn.place not in self.draft.complete and self.point(turn) is None
        return self.held.get(turn.place) is None and self.point(turn) is None

    def point(self, turn: Turn) -> OpenPoint | None:
        """The open point that covers a turn: at its place, its grid or its item; a list's own covers the list only."""
        if found := self.points.get(turn.place):
            return found
        if turn.item:
            return self.points.get(f"{turn.part.list}.{turn.item}")
        return self.points.get(turn.part.slot) if turn.row else None

    @cached_property
    def plan(self) -> "Plan":
        """The pruned plan, typed."""
        from wizard.plan.plan import Plan  # late: what it is made with is slow to load

        return Plan.model_validate(self.answers)

    @cached_property
    def by_question(self) -> dict[str, list[Turn]]:
        """The turns of every question that has some."""
        found: dict[str, list[Turn]] = {}
        for turn in self.turns:
            found.setdefault(turn.question.id, []).append(turn)
        return found

    @cached_property
    def position(self) -> dict[tuple[str, str], int]:
        """Where each turn stands in the order of asking, by its key."""
        return {turn.key: at for at, turn in enumerate(self.turns)}

    @cached_property
    def set_aside(self) -> list[tuple[str, Any]]:
        """Answers whose question no longer applies: they stay in the file and out of everything else."""
        data = self.draft.data
        differ = [name for name in data if self.answers.get(name) != data[name]]
        kept = dict(leaves({name: self.answers.get(name) for name in differ}))
        return [
            (place, value)
            for place, value in leaves({name: data[name] for name in differ})
            if not place.endswith(".id") and kept.get(place) != value
        ]


def survey(toolkit: Toolkit, draft: Draft) -> Survey:
    """Goes through every question once; conditions see only what was asked before."""
    found = Survey(toolkit, draft, points={point.at: point for point in draft.open_points})
    joined: set[str] = set()
    for question in toolkit.questions.values():
        if question.id in joined:
            continue
        run = toolkit.runs[question.id]
        joined.update(other.id for other in run)
        if holds(question.ask_if, found.answers):
            _note_asked(found, run)
            turns = _turns(found, question, run)
            found.turns.extend([turn for turn in turns if draft.path != "quick" or turn.part.quick])
    return found


def _note_asked(found: Survey, run: tuple[Question, ...]) -> None:
    for question in run:
        if found.draft.path != "quick" or question.quick:
            found.asked.add(question.id)


def _turns(found: Survey, question: Question, run: tuple[Question, ...]) -> Iterator[Turn]:
    item_by_item: set[str] = set()
    for part in question.parts:
        if part.grows and holds(part.ask_if, found.answers):
            for item, kept in _shells(found, part):
                for each in run:
                    yield from _item_turns(found, each, part.slot, item, kept)
            found.begun.extend(_begun(found, part, run))
            yield Turn(question, part, part.slot)
        elif not part.list:
            yield from _at(found, question, part)
        elif part.list not in {grown.slot for grown in question.parts if grown.grows} | item_by_item:
            item_by_item.add(part.list)
            for item, kept in _items(found, part.list):
                yield from _item_turns(found, question, part.list, item, kept)


_Pair = tuple[dict[str, Any], dict[str, Any]]  # an item in the pruned plan, and the same item in the draft


def _shells(found: Survey, grown: Part) -> list[_Pair]:
    """The items of a list as they come into the pruned plan: their ids, and nothing yet."""
    pairs: list[_Pair] = [({"id": item["id"]}, item) for item in found.draft.entries(grown.slot)]
    if pairs:
        _put(found.answers, grown.slot, [shell for shell, _ in pairs])
    return pairs


def _begun(found: Survey, grown: Part, run: tuple[Question, ...]) -> Iterator[Turn]:
    """The turns of entries that were only begun; the pruned plan knows nothing of them."""
    for item in found.draft.items(grown.slot):
        if found.draft.is_only_begun(grown.slot, item):
            for each in run:
                turns = _item_turns(found, each, grown.slot, {"id": item["id"]}, {})
                yield from (turn for turn in turns if found.draft.path != "quick" or turn.part.quick)


def _items(found: Survey, path: str) -> list[_Pair]:
    here: Any = found.answers
    for step in path.split("."):
        here = here.get(step, {})
    return list(zip(here, found.draft.entries(path), strict=True)) if isinstance(here, list) else []


def _item_turns(
    found: Survey, question: Question, path: str, item: dict[str, Any], kept: dict[str, Any]
) -> Iterator[Turn]:
    """The turns of a question at one item, which fills in the pruned plan on the way."""
    if not holds(question.ask_if, found.answers, item):
        return
    for part in question.parts:
        if part.list == path and holds(part.ask_if, found.answers, item):
            place = f"{path}.{item['id']}.{part.field}"
            if (still := _taken(found, part, place, kept.get(part.field))) is not None:
                item[part.field] = still
            yield Turn(question, part, place, item["id"])


def _at(found: Survey, question: Question, part: Part) -> Iterator[Turn]:
    if not holds(part.ask_if, found.answers):
        return
    if part.rows:
        yield from _cells(found, question, part)
        return
    if (still := _taken(found, part, part.slot, found.draft.get(part.slot))) is not None:
        _put(found.answers, part.slot, still)
    yield Turn(question, part, part.slot)


def _taken(found: Survey, part: Part, place: str, value: Any) -> Any:
    """Notes what the draft holds, and gives what comes into the pruned plan of it: what is still offered."""
    if value is None:
        return None
    found.held[place] = value
    return _still_offered(found, part, value) if part.options else value


def _cells(found: Survey, question: Question, part: Part) -> Iterator[Turn]:
    columns = axis_of(found.toolkit, found.answers, part.columns)
    for row in axis_of(found.toolkit, found.answers, part.rows):
        for column in columns:
            place = f"{part.slot}.{row.key}.{column.key}".rstrip(".")
            if (value := found.draft.get(place)) is not None:
                found.held[place] = value
                _put(found.answers, place, value)
            yield Turn(question, part, place, "", row, column)


def _still_offered(found: Survey, part: Part, value: Any) -> Any:
    """A key whose option is not offered any more (the fifth P, once there are four) is set aside."""
    at_times = found.toolkit.choices_of(part).at_times
    gone = {option.key for option in at_times if not holds(option.only_if, found.answers)}
    if not gone:
        return value
    if isinstance(value, list):
        kept = [each for each in value if isinstance(each, dict) or each not in gone]
        return kept if kept or not value else None  # nothing left is a hole, not a choice of nothing
    return None if isinstance(value, str) and value in gone else value


def _put(into: dict[str, Any], path: str, value: Any) -> None:
    *way, last = path.split(".")
    for step in way:
        into = into.setdefault(step, {})
    into[last] = value
