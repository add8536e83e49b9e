"""One answer as it is printed: words, a list, a ranking, signs of Ps, goals by number, or why it is open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from wizard.document.placeholders import Mark
from wizard.document.view.builder import GOALS, Builder
from wizard.interview.flow import Option, Part
from wizard.interview.names import label
from wizard.plan.sections.parts import Other
from wizard.storage.draft import OpenPoint

_FEW = 48  # characters of an entry that may stand on one line with others
_A_LINE = 260


@dataclass(frozen=True)
class Open:
    """Why an answer is not there. `reason` is a key of an open point; `bare` when nobody has said a word."""

    reason: str
    note: Mark | None = None
    owner: Mark | None = None
    by: Mark | None = None
    bare: bool = False


@dataclass(frozen=True)
class Pillar:
    """A P: its key for the color, its letters and its name."""

    key: str
    letter: Mark
    name: Mark


@dataclass(frozen=True)
class Answer:
    """`kind` is text, prose, few (short, on one line), many, ranking, pillars, goals or open.

    `size` is how many characters are behind the marks, `word` how many in the longest word. `keys` is what a
    figure reads: chosen keys and ids, numbers, and days as `date.toordinal()`; words of one's own are `other`.
    """

    kind: str
    entries: tuple[Mark | Pillar | int, ...] = ()
    open: Open | None = None
    size: int = 0
    word: int = 0
    keys: tuple[str | int | float, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Its words, entry by entry."""
        return tuple(each for each in self.entries if isinstance(each, Mark))

    @property
    def day(self) -> int | None:
        """A day as `date.toordinal()`; None for a hole."""
        return int(self.keys[0]) if self.keys else None


NOT_DECIDED = Answer("open", open=Open("not_decided", bare=True), size=15, word=7)


def answer_at(builder: Builder, part: Part, place: str, value: Any) -> Answer | None:
    """An answer, or why there is none; nothing where the part does not apply or is not on the path."""
    if value is not None:
        return answer_of(builder, part, value)
    if (part.id, place) not in builder.turns:
        return None
    if point := builder.point(part, place):
        inner = part.list and point.at != place  # the item's own point stands once, under the item
        size = 15 + (0 if inner else sum(map(len, (point.note or "", point.owner or "", point.by or ""))))
        return Answer(
            "open", open=Open(point.reason) if inner else open_answer(builder, point), size=size, word=7
        )
    return NOT_DECIDED if builder.on_path(part) else None


def answer_of(builder: Builder, part: Part, value: Any) -> Answer:
    """A value that is there."""
    return replace(_answer_of(builder, part, value), keys=_keys(part, value))


def _answer_of(builder: Builder, part: Part, value: Any) -> Answer:
    if value and part.options == "ps" and isinstance(value, tuple):
        return Answer("pillars", pillars(builder, part, value), size=20 * len(value), word=17)
    if GOALS in part.choose_from and value:
        ids = value if isinstance(value, tuple) else (value,)
        if all(each in builder.goals for each in ids):
            numbers = tuple(builder.goals[each] for each in ids)
            ordered = numbers if part.kind == "ranked" else tuple(sorted(numbers))
            return Answer("goals", ordered, size=8 * len(ids), word=7)
    texts = builder.words(part, value)
    kind = _kind(part, value, texts)
    marks = tuple(builder.put(text, long=kind == "prose") for text in texts)
    return Answer(kind, marks, size=sum(map(len, texts)), word=longest_word(texts))


def pillars(builder: Builder, part: Part, keys: Sequence[str]) -> tuple[Pillar, ...]:
    """The signs of some Ps, in the order of the toolkit."""
    known = builder.toolkit.choices_of(part).options
    return tuple(pillar(builder, option) for option in known if option.key in keys)


def pillar(builder: Builder, option: Option) -> Pillar:
    return Pillar(option.key, builder.put(option.letter), builder.put(label(option, builder.answers)))


def open_answer(builder: Builder, point: OpenPoint) -> Open:
    """An open point with everything that was said about it."""
    by = builder.day(point.by) if point.by else ""
    note, owner, day = (builder.put(text) if text else None for text in (point.note, point.owner, by))
    return Open(point.reason, note=note, owner=owner, by=day)


def is_bare(answer: Answer) -> bool:
    """Nothing answered, and no word on why."""
    return answer.open is not None and answer.open.bare


def longest_word(texts: Sequence[str]) -> int:
    """How many letters the longest word of some texts has."""
    return max((len(word) for text in texts for word in text.split()), default=0)


def _keys(part: Part, value: Any) -> tuple[str | int | float, ...]:
    match value:
        case tuple():
            return tuple(key for each in value for key in _keys(part, each))
        case Other():
            return ("other",)
        case bool():
            return ("yes" if value else "no",)
        case int() | float():
            return (value,)
        case date():
            return (value.toordinal(),)
    return (str(value),) if part.options or part.choose_from else ()


def _kind(part: Part, value: Any, texts: list[str]) -> str:
    if not isinstance(value, tuple) or not value:
        return "prose" if part.kind == "long" else "text"
    if part.kind == "ranked":
        return "ranking"
    return "few" if max(map(len, texts)) <= _FEW and sum(map(len, texts)) <= _A_LINE else "many"
