"""What a folder of flows declares, as far as its shape holds, and the place where each thing stands."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from wizard.errors import Fault
from wizard.interview.chapters import Chapters
from wizard.interview.flow import NOTHING_TO_CHOOSE, Choices, Outline, Part, Question, Section, Toolkit
from wizard.plan.slots import slots
from wizard.storage.yaml.text import Marks

CHOICES = "choices.yaml"


@dataclass(frozen=True)
class Spot:
    """A place in a file, and the id of what stands there."""

    file: str
    line: int | None
    column: int | None
    at: str

    def fault(self, key: str, /, **details: object) -> Fault:
        """`near` among the details is the nearest known word, empty when none is near."""
        return Fault(key, details, self.file, self.line, self.column, self.at)


@dataclass
class Parsed:
    """What could be taken in, and a fault for everything that could not. A question is taken in whole or not at all.

    `beside` are the names of files that are no sections. `spots` go by identity, because two things declared may be
    equal; those of the outline by its names.
    """

    beside: frozenset[str]
    outline: Outline | None = None
    sections: list[Section] = field(default_factory=list)
    choices: dict[str, Choices] = field(default_factory=dict)
    chapters: Chapters | None = None
    chapter_marks: Marks | None = None  # None where the folder has no file of its own
    faults: list[Fault] = field(default_factory=list)
    spots: dict[int | str, Spot] = field(default_factory=dict)

    def spot(self, thing: object, at: str = "") -> Spot:
        """Where a section, question, part, option or name of the outline stands, for a fault about an id (its own)."""
        spot = self.spots[thing if isinstance(thing, str) else id(thing)]
        return replace(spot, at=at) if at else spot

    @cached_property
    def broken(self) -> set[str]:
        """The files of which something could not be taken in."""
        return {fault.file for fault in self.faults}

    @cached_property
    def is_every_section_known(self) -> bool:
        keys = [section.section for section in self.sections]
        return self.broken <= self.beside and len({*keys}) == len(keys)

    @cached_property
    def is_every_slot_known(self) -> bool:
        """Whether no part is left of which we cannot tell what it fills."""
        return self.broken <= self.beside and all(part.slot in slots() for _, part in self.parts)

    @cached_property
    def _order(self) -> dict[str, int]:
        return {key: at for at, key in enumerate(self.outline.order if self.outline else ())}

    def _place(self, section: Section, question: Question | None = None) -> int:
        """Behind all others where the order does not say."""
        place = self._order.get(section.section, len(self._order))
        return self._order.get(question.id, place) if question else place

    @cached_property
    def questions(self) -> list[tuple[Section, Question]]:
        """Every question with its section, in the order of asking."""
        every = [(section, question) for section in self.sections for question in section.questions]
        return sorted(every, key=lambda each: self._place(*each))

    @cached_property
    def unordered(self) -> list[Question]:
        """The questions of which the order does not say when they are asked."""
        return [
            question
            for section, question in self.questions
            if self._place(section, question) == len(self._order)
        ]

    @cached_property
    def parts(self) -> list[tuple[Question, Part]]:
        """Every part with its question, in the order of asking."""
        return [(question, part) for _, question in self.questions for part in question.parts]

    @cached_property
    def filling(self) -> dict[str, Part]:
        """The part that fills each slot, by the slot's path; the first, where there are several."""
        return {part.fills: part for _, part in reversed(self.parts) if part.fills}

    def asks_for(self, path: str) -> bool:
        """Whether a part fills a slot; where not every part is known, one may."""
        return path in self.filling or (path in slots() and not self.is_every_slot_known)

    def choices_of(self, part: Part) -> Choices:
        """The list of choices a part offers, its own or the one it names, else none."""
        if isinstance(part.options, str):
            return self.choices.get(part.options, NOTHING_TO_CHOOSE)
        return Choices(part.options, part.other)

    def toolkit(self) -> Toolkit:
        """The whole, in the order of asking. To be made of flows without faults only.

        Options written inside a part become a list of choices named after the part.
        """
        assert self.outline is not None
        own = {part.id: self.choices_of(part) for _, part in self.parts if not isinstance(part.options, str)}
        sections = sorted(self.sections, key=self._place)
        return Toolkit(
            self.outline,
            tuple(replace(each, questions=tuple(map(_named, each.questions))) for each in sections),
            self.choices | own,
            tuple(question.id for _, question in self.questions),
        )


def _named(question: Question) -> Question:
    parts = (
        part if isinstance(part.options, str) else replace(part, options=part.id) for part in question.parts
    )
    return replace(question, parts=tuple(parts))
