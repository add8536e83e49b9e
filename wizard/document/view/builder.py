"""What every piece of a view is built with: the plan as its reader may see it, and the marks for its words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from wizard.document.copies import INSIDE, Copy
from wizard.document.options import DEFAULT, DocumentOptions
from wizard.document.placeholders import Answers, Mark
from wizard.formatting.dates import format_date
from wizard.formatting.values import format_each
from wizard.interview.chapters import Chapter
from wizard.interview.flow import Part, Question, Toolkit
from wizard.interview.names import item_name
from wizard.interview.survey import Survey, Turn, survey
from wizard.plan.plan import Plan
from wizard.plan.sections.parts import Item, Other
from wizard.storage.draft import OpenPoint

GOALS = "goals.items"


@dataclass
class Builder:
    """`here` is the plan on the chosen path; only what applies is read, and only what the copy shows is printed."""

    here: Survey
    copy: Copy = INSIDE
    options: DocumentOptions = DEFAULT
    marks: Answers = field(default_factory=Answers)

    @property
    def toolkit(self) -> Toolkit:
        return self.here.toolkit

    @property
    def answers(self) -> Mapping[str, Any]:
        """The pruned plan as plain data: what names and choices are looked up in."""
        return self.here.answers

    @property
    def plan(self) -> Plan:
        return self.here.plan

    @property
    def is_quick(self) -> bool:
        return self.here.draft.path == "quick"

    @cached_property
    def whole(self) -> Survey:
        """The same plan on the full path: what applies, whether or not the quick path asks it."""
        return survey(self.toolkit, replace(self.here.draft, path="full"))

    @cached_property
    def turns(self) -> dict[tuple[str, str], Turn]:
        """Everything that applies, by part and place."""
        return {turn.key: turn for turn in self.whole.turns}

    @cached_property
    def applying(self) -> frozenset[str]:
        """The ids of the parts that apply, at any place."""
        return frozenset(ident for ident, _ in self.turns)

    @cached_property
    def goals(self) -> dict[str, int]:
        """The number of each goal by its id: first as ranked, then the rest as they were written."""
        ids = [goal.id for goal in self.plan.goals.items]
        ranked = [each for each in self.plan.goals.order or () if each in ids]
        return {ident: number for number, ident in enumerate(dict.fromkeys([*ranked, *ids]), 1)}

    @cached_property
    def order(self) -> dict[str, int]:
        """Where each question stands in its section and the sections, by its id."""
        questions = (question.id for section in self.toolkit.sections for question in section.questions)
        return {ident: at for at, ident in enumerate(questions)}

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each part stands in the order of asking, by its id."""
        return {ident: at for at, ident in enumerate(self.toolkit.asked_by)}

    @cached_property
    def printed_questions(self) -> tuple[frozenset[str], ...]:
        """The ids of the questions whose answers stand in each chapter."""
        return tuple(frozenset(self._printed_in(chapter)) for chapter in self.toolkit.chapters)

    def _printed_in(self, chapter: Chapter) -> Iterator[str]:
        for block in chapter.blocks:
            parts = (self.part(path, completed=bool(block.more_of)) for path in block.printed)
            yield from (self.question(part).id for part in parts if part)

    @cached_property
    def later(self) -> dict[str, Part]:
        """The part that completes a slot later, by the slot."""
        questions = self.toolkit.questions.values()
        return {part.revises: part for each in questions for part in each.parts if part.revises}

    def part(self, path: str, *, completed: bool = False) -> Part | None:
        """What asks for a slot that this copy shows, or the part that completes it later; None where nothing does."""
        part = (completed and self.later.get(path)) or self.toolkit.filling.get(path)
        return part if part and self.copy.shows(path) else None

    def question(self, part: Part) -> Question:
        return self.toolkit.asked_by[part.id]

    def put(self, text: str, *, long: bool = False) -> Mark:
        return self.marks.put(text, long=long)

    def value(self, path: str) -> Any:
        """The answer at a path without lists in it; None for a hole."""
        here: Any = self.plan
        for step in path.split("."):
            here = getattr(here, step)
        return here

    def words(self, part: Part, value: Any) -> list[str]:
        """The entries of an answer, each in words."""
        return format_each(self.toolkit, self.answers, part, _plain(value))

    def text(self, path: str) -> str:
        """An answer in words; empty for a hole, a choice of nothing, or a slot these flows do not ask."""
        return "; ".join(self.texts(path))

    def field(self, path: str, item: Item, name: str) -> str:
        """A field of an item in words; empty as with `text`."""
        return "; ".join(self._texts(self.part(f"{path}[].{name}"), getattr(item, name)))

    def texts(self, path: str) -> list[str]:
        """The entries of an answer, each in words."""
        return self._texts(self.part(path), self.value(path))

    def _texts(self, part: Part | None, value: Any) -> list[str]:
        return self.words(part, value) if part and value not in (None, ()) else []

    def mark(self, path: str) -> Mark | None:
        text = self.text(path)
        return self.put(text) if text else None

    def day(self, iso: str) -> str:
        """A day in words."""
        return format_date(iso)

    def items(self, path: str) -> list[Any]:
        """The items of a list in the order of their printing."""
        found: Iterable[Item] = self.value(path)
        return sorted(found, key=lambda item: self.goals[item.id]) if path == GOALS else list(found)

    def name(self, path: str, item: Item) -> str:
        """What an item of a list is called."""
        grown = self.toolkit.lists[path]
        return item_name(self.toolkit, self.answers, grown, {grown.names: _plain(getattr(item, grown.names))})

    def on_path(self, part: Part) -> bool:
        """Whether the chosen path asks this part."""
        return not self.is_quick or part.quick

    def point(self, part: Part, place: str) -> OpenPoint | None:
        """The open point that covers a part that applies."""
        turn = self.turns.get((part.id, place))
        return self.here.point(turn) if turn else None


def _plain(value: Any) -> Any:
    """The value as a draft holds it, which is what becomes words."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Other):
        return {"other": value.other}
    return value.isoformat() if isinstance(value, date) else value
