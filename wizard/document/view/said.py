"""One answer as it is printed: words, a list, a ranking, signs of Ps, goals by number, or why it is open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from wizard.document.placeholders import Mark
from wizard.document.view.pen import GOALS, Pen
from wizard.formatting.dates import format_date
from wizard.formatting.values import format_each
from wizard.interview.flow import Option, Part
from wizard.interview.names import label
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
class Said:
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


NOT_DECIDED = Said("open", open=Open("not_decided", bare=True), size=15, word=7)


def said(pen: Pen, part: Part, place: str, value: Any) -> Said | None:
    """An answer, or why there is none; nothing where the part does not apply or is not on the path."""
    if value is not None:
        return answered(pen, part, value)
    if (part.id, place) not in pen.turns:
        return None
    if point := pen.point(part, place):
        inner = part.list and point.at != place  # the item's own point stands once, under the item
        size = 15 + (0 if inner else sum(map(len, (point.note or "", point.owner or "", point.by or ""))))
        return Said("open", open=Open(point.reason) if inner else opened(pen, point), size=size, word=7)
    return NOT_DECIDED if pen.on_path(part) else None


def answered(pen: Pen, part: Part, value: Any) -> Said:
    """A value that is there."""
    return replace(_answered(pen, part, value), keys=_keys(part, value))


def _answered(pen: Pen, part: Part, value: Any) -> Said:
    if value and part.options == "ps" and isinstance(value, list):
        return Said("pillars", pillars(pen, part, value), size=20 * len(value), word=17)
    if GOALS in part.choose_from and value:
        ids = value if isinstance(value, list) else [value]
        if all(each in pen.goals for each in ids):
            numbers = tuple(pen.goals[each] for each in ids)
            ordered = numbers if part.kind == "ranked" else tuple(sorted(numbers))
            return Said("goals", ordered, size=8 * len(ids), word=7)
    texts = format_each(pen.toolkit, pen.answers, part, value)
    kind = _kind(part, value, texts)
    marks = tuple(pen.put(text, long=kind == "prose") for text in texts)
    return Said(kind, marks, size=sum(map(len, texts)), word=longest_word(texts))


def pillars(pen: Pen, part: Part, keys: list[Any]) -> tuple[Pillar, ...]:
    """The signs of some Ps, in the order of the toolkit."""
    known = pen.toolkit.choices_of(part).options
    return tuple(pillar(pen, option) for option in known if option.key in keys)


def pillar(pen: Pen, option: Option) -> Pillar:
    return Pillar(option.key, pen.put(option.letter), pen.put(label(option, pen.answers)))


def opened(pen: Pen, point: OpenPoint) -> Open:
    """An open point with everything that was said about it."""
    by = format_date(point.by) if point.by else ""
    note, owner, day = (pen.put(text) if text else None for text in (point.note, point.owner, by))
    return Open(point.reason, note=note, owner=owner, by=day)


def is_bare(said: Said) -> bool:
    """Nothing answered, and no word on why."""
    return said.open is not None and said.open.bare


def longest_word(texts: Sequence[str]) -> int:
    """How many letters the longest word of some texts has."""
    return max((len(word) for text in texts for word in text.split()), default=0)


def _keys(part: Part, value: Any) -> tuple[str | int | float, ...]:
    if isinstance(value, list):
        return tuple(key for each in value for key in _keys(part, each))
    if isinstance(value, Mapping):
        return ("other",)
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, int | float):
        return (value,)
    if part.kind == "date":
        return (date.fromisoformat(str(value)).toordinal(),)
    return (str(value),) if part.options or part.choose_from else ()


def _kind(part: Part, value: Any, texts: list[str]) -> str:
    if not isinstance(value, list) or not value:
        return "prose" if part.kind == "long" else "text"
    if part.kind == "ranked":
        return "ranking"
    return "few" if max(map(len, texts)) <= _FEW and sum(map(len, texts)) <= _A_LINE else "many"
