"""What every piece of a view is written with: one look over the plan, and the marks for its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from wizard.document.options import ALL, Wishes
from wizard.document.placeholders import Answers, Mark
from wizard.formatting.values import written, written_each
from wizard.interview.conditions import values
from wizard.interview.flow import Part, Question, Toolkit
from wizard.interview.flow import QuestionsChapter as Chapter
from wizard.interview.names import item_name
from wizard.interview.survey import Survey, Turn, survey
from wizard.storage.draft import OpenPoint

GOALS = "goals.items"


@dataclass
class Builder:
    """`here` is the plan on the chosen path; only its pruned answers are read."""

    here: Survey
    wishes: Wishes = ALL
    marks: Answers = field(default_factory=Answers)

    @property
    def toolkit(self) -> Toolkit:
        return self.here.toolkit

    @property
    def answers(self) -> Mapping[str, Any]:
        return self.here.answers

    @cached_property
    def whole(self) -> Survey:
        """The same plan on the full path: what applies, whether or not the quick path asks it."""
        return survey(self.toolkit, replace(self.here.draft, path="full"))

    @cached_property
    def turns(self) -> dict[tuple[str, str], Turn]:
        """Everything that applies, by part and place."""
        return {turn.key: turn for turn in self.whole.turns}

    @cached_property
    def goals(self) -> dict[str, int]:
        """The number of each goal by its id: first as ranked, then the rest as they were written."""
        ids = [item["id"] for item in self.value(GOALS) or []]
        ranked = [each for each in self.value("goals.order") or [] if each in ids]
        return {ident: number for number, ident in enumerate(dict.fromkeys([*ranked, *ids]), 1)}

    @cached_property
    def chapter_of(self) -> dict[str, Chapter]:
        """The chapter each question is printed in, by the question's id."""
        return {each: chapter for chapter in self.toolkit.outline.chapters for each in chapter.questions}

    @cached_property
    def revised(self) -> dict[str, Question]:
        """The question that completes a slot later and prints it then, by the slot."""
        found = {}
        for question in self.toolkit.questions.values():
            found.update({part.revises: question for part in question.parts if part.revises})
        return {slot: question for slot, question in found.items() if question.id in self.chapter_of}

    def put(self, text: str, *, long: bool = False) -> Mark:
        return self.marks.put(text, long=long)

    def value(self, path: str) -> Any:
        """The answer at a path without lists in it; None for a hole."""
        return next(values(path, self.answers), None)

    def text(self, path: str, value: Any = None) -> str:
        """An answer in words; empty for a hole or a slot these flows do not ask."""
        part = self.toolkit.filling.get(path)
        value = self.value(path) if value is None else value
        return written(self.toolkit, self.answers, part, value) if part and value not in (None, []) else ""

    def texts(self, path: str, value: Any = None) -> list[str]:
        """The entries of an answer, each in words."""
        part = self.toolkit.filling.get(path)
        value = self.value(path) if value is None else value
        return (
            written_each(self.toolkit, self.answers, part, value) if part and value not in (None, []) else []
        )

    def mark(self, path: str) -> Mark | None:
        text = self.text(path)
        return self.put(text) if text else None

    def items(self, path: str) -> list[dict[str, Any]]:
        """The items of a list in the order of their printing."""
        found = list(self.value(path) or [])
        return sorted(found, key=lambda item: self.goals[item["id"]]) if path == GOALS else found

    def name(self, path: str, item: Mapping[str, Any]) -> str:
        """What an item of a list is called."""
        return item_name(self.toolkit, self.answers, self.toolkit.lists[path], item)

    def on_path(self, part: Part) -> bool:
        """Whether the chosen path asks this part."""
        return self.here.draft.path != "quick" or part.quick

    def point(self, part: Part, place: str) -> OpenPoint | None:
        """The open point that covers a part that applies."""
        turn = self.turns.get((part.id, place))
        return self.here.point(turn) if turn else None
