"""The toolkit as declared: sections, questions, parts, options, cards. Plain data, frozen, in one language."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wizard.interview.chapters import Chapter


Condition = dict[str, Any]  # {"build.existing": {"is": "not_talked_yet"}}, or all/any/not of such

KINDS = ("text", "long", "number", "date", "yes_no", "one", "many", "ranked", "list")
_STRICT = {
    "extra": "forbid",
    "hide_input_in_errors": True,
    "alias_generator": lambda name: name.removesuffix("_"),  # `from` is a word of Python's own
}


@dataclass(frozen=True)
class Card:
    """A short text to read aloud, at most 60 words."""

    __pydantic_config__ = _STRICT
    title: str
    text: str
    ask_if: Condition | None = None


@dataclass(frozen=True)
class Option:
    """One thing to choose. `key` is what a plan stores; `label` and `advice` are what a person reads."""

    __pydantic_config__ = _STRICT
    key: str
    label: str
    advice: str = ""
    letter: str = ""  # a short sign for a P
    ps: tuple[str, ...] = ()  # the Ps that usually go with it
    days: tuple[int, ...] = ()  # the number of days it usually takes
    only_if: Condition | None = None
    label_from: str = ""  # a path whose answer is the label


@dataclass(frozen=True)
class Choices:
    """A list of options; `other` is the label of the option that takes words of one's own (empty: none)."""

    __pydantic_config__ = _STRICT
    options: tuple[Option, ...]
    other: str = ""

    @cached_property
    def by_key(self) -> dict[str, Option]:
        return {option.key: option for option in self.options}

    @cached_property
    def at_times(self) -> tuple[Option, ...]:
        """The options that are offered only under a condition."""
        return tuple(option for option in self.options if option.only_if)


NOTHING_TO_CHOOSE = Choices(())


@dataclass(frozen=True)
class Axis:
    """The rows or the columns of a grid: a list of choices, or what was chosen at earlier places."""

    __pydantic_config__ = _STRICT
    options: str = ""
    choose_from: tuple[str, ...] = ()


@dataclass(frozen=True)
class Default:
    """What stands in the prompt before anybody answered: a value, or something made from an earlier answer."""

    __pydantic_config__ = _STRICT
    value: str | None = None
    from_: str = ""
    given: str = ""  # suggested only where this is answered: the sense of it hangs there
    by: str = ""  # an attribute of the option chosen there
    then: str = ""  # a field of the item referred to there
    months: int = 0
    days: int = 0
    all: bool = False  # everything that is offered
    next: bool = (
        False  # the first that is offered, or stands at `from`, and that no other entry of the list has
    )


@dataclass(frozen=True)
class Part:
    """The asking of one slot. `fills` is the only link between a flow and the plan."""

    __pydantic_config__ = _STRICT
    id: str
    kind: str
    fills: str = ""
    revises: str = ""
    ask: str = ""
    label: str = ""
    hint: str = ""
    unit: str = ""
    quick: bool = False
    options: str | tuple[Option, ...] = ""
    choose_from: tuple[str, ...] = ()
    add_new: bool = False
    other: str = ""
    most: int | None = None
    item: str = ""
    add: str = ""
    names: str = ""
    shows: tuple[str, ...] = ()
    rows: Axis | None = None
    columns: Axis | None = None
    default: Default | None = None
    good: str = ""
    weak: str = ""
    ask_if: Condition | None = None

    @cached_property
    def slot(self) -> str:
        """The path of the slot this part fills or revises."""
        return self.fills or self.revises

    @cached_property
    def list(self) -> str:
        """The list whose items this part is asked for, or nothing: `goals.items[].measure` → `goals.items`."""
        return self.slot.rpartition("[].")[0]

    @cached_property
    def field(self) -> str:
        """The last step of the slot."""
        return self.slot.rpartition("[].")[2] if self.list else self.slot

    @cached_property
    def grows(self) -> bool:
        """Whether this part is a list of items that people add to."""
        return self.kind == "list" and bool(self.item)


@dataclass(frozen=True)
class Question:
    """A numbered question of the toolkit (guide B.1): minutes, essential, guidance, and its parts."""

    __pydantic_config__ = _STRICT
    id: str
    ask: str
    label: str
    minutes: float
    parts: tuple[Part, ...]
    essential: bool = False
    covers: tuple[str, ...] = ()
    hint: str = ""
    why: str = ""
    toolkit: str = ""
    good: str = ""
    weak: str = ""
    who: str = ""
    cards: tuple[Card, ...] = ()
    note: str = ""
    per: str = ""
    ask_if: Condition | None = None

    @property
    def quick(self) -> bool:
        """Whether the quick path asks it."""
        return any(part.quick for part in self.parts)

    @property
    def for_each_item(self) -> bool:
        """Asked wholly item by item, so that it can join the page of the item."""
        return bool(self.per) and all(part.list == self.per for part in self.parts)


@dataclass(frozen=True)
class Section:
    """A chapter of the toolkit. `section` is the key it has in the plan."""

    __pydantic_config__ = _STRICT
    section: str
    title: str
    chapter: str
    toolkit: str
    questions: tuple[Question, ...]
    card: Card | None = None


@dataclass(frozen=True)
class QuestionsChapter:
    """A chapter as `toolkit.yaml` may still list it, by questions; `chapters.yaml` says it by slot."""

    __pydantic_config__ = _STRICT
    number: str
    title: str
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Seed:
    """One point of the toolkit page, by its tag (guide B.3)."""

    __pydantic_config__ = _STRICT
    tag: str
    label: str


@dataclass(frozen=True)
class Outline:
    """The file `toolkit.yaml`: order, credits, and what is said everywhere."""

    __pydantic_config__ = _STRICT
    name: str
    version: str
    language: str
    title: str
    order: tuple[str, ...]
    credits: str
    one_rule: str
    nevers: tuple[str, ...]
    fine: str
    disclosure: Card
    chapters: tuple[QuestionsChapter, ...] = ()
    seed: tuple[Seed, ...] = ()


# What stands under a name, in the files and in what is kept of them.
NESTED: dict[str, type] = {
    "cards": Card,
    "card": Card,
    "disclosure": Card,
    "parts": Part,
    "questions": Question,
    "rows": Axis,
    "columns": Axis,
    "default": Default,
    "chapters": QuestionsChapter,
    "seed": Seed,
    "options": Option,
}


@dataclass(frozen=True)
class Toolkit:
    """All of it, in one language. `questions` is in the order of asking."""

    outline: Outline
    sections: tuple[Section, ...]
    choices: dict[str, Choices]
    asking: tuple[str, ...] = ()
    layout: Callable[[], "tuple[Chapter, ...]"] = field(default=tuple, compare=False)

    @cached_property
    def chapters(self) -> "tuple[Chapter, ...]":
        """What stands where in the document; made when it is asked for, which a sitting never does."""
        return self.layout()

    @cached_property
    def home(self) -> dict[str, Section]:
        """The section each question belongs to in status, review and print, by the question's id."""
        return {question.id: section for section in self.sections for question in section.questions}

    @cached_property
    def questions(self) -> dict[str, Question]:
        every = {question.id: question for section in self.sections for question in section.questions}
        return {key: every[key] for key in self.asking}

    @cached_property
    def filling(self) -> dict[str, Part]:
        """The part that fills each slot, by the slot's path."""
        return {
            part.fills: part for question in self.questions.values() for part in question.parts if part.fills
        }

    @cached_property
    def asked_by(self) -> dict[str, Question]:
        """The question each part belongs to, by the part's id."""
        return {part.id: question for question in self.questions.values() for part in question.parts}

    @cached_property
    def lists(self) -> dict[str, Part]:
        """The part that grows each list of items, by the list's path."""
        return {path: part for path, part in self.filling.items() if part.grows}

    @cached_property
    def runs(self) -> dict[str, tuple[Question, ...]]:
        """What is asked on one item's page: the question that grows the list and those for each item right after it."""
        found: dict[str, tuple[Question, ...]] = {}
        asking = list(self.questions.values())
        for at, question in enumerate(asking):
            grown = {part.slot for part in question.parts if part.grows}
            run = [question]
            for other in asking[at + 1 :]:
                if not (other.for_each_item and other.per in grown):
                    break
                run.append(other)
            found[question.id] = tuple(run)
        return found

    def choices_of(self, part: Part) -> Choices:
        """The options of a part that has a list of them, else none."""
        return self.choices.get(str(part.options), NOTHING_TO_CHOOSE)
