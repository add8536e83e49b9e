"""What stands where in the document, by slot: the file `chapters.yaml`. Plain data, frozen, in one language."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

PIECES = ("open_points", "left", "signatures")  # what a template draws from more than one slot

Columns = tuple[
    tuple[str, ...], ...
]  # fields of a list: the first of a column gives its head, the rest stands below

_STRICT = {"extra": "forbid", "hide_input_in_errors": True}


@dataclass(frozen=True)
class CardFacts:
    """Fields of an entry under one label in a column of its card; `on_one_line` where all are there."""

    __pydantic_config__ = _STRICT
    column: int
    label: str
    fields: tuple[str, ...]
    on_one_line: bool = False


@dataclass(frozen=True)
class Cards:
    """A card for each entry of a list: the signs of its Ps, its sentence, and below it facts in columns."""

    __pydantic_config__ = _STRICT
    signs: str
    sentence: str
    facts: tuple[CardFacts, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """Everything that stands on a card."""
        return (self.signs, self.sentence, *(field for each in self.facts for field in each.fields))


@dataclass(frozen=True)
class Block:
    """What stands together under one label: single answers and grids, and fields of one list as a table or as cards.

    A list has its entries at the block that names it as `list`; at one that says `more_of` they go by their names.
    """

    __pydantic_config__ = _STRICT
    slots: tuple[str, ...] = ()
    list: str = ""
    more_of: str = ""
    columns: Columns = ()
    quick_columns: Columns = ()
    cards: Cards | None = None
    figure: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of its list, in the order of their printing."""
        columns = (field for column in self.columns for field in column)
        return tuple(dict.fromkeys((*columns, *(self.cards.fields if self.cards else ()))))

    @property
    def printed(self) -> Iterator[str]:
        """The path of every slot that stands here."""
        if self.list:
            yield self.list
        yield from (f"{self.list or self.more_of}[].{field}" for field in self.fields)
        yield from self.slots


@dataclass(frozen=True)
class Theme:
    """A part of a chapter under a heading, or a piece of the template (of PIECES)."""

    __pydantic_config__ = _STRICT
    title: str = ""
    blocks: tuple[Block, ...] = ()
    figures: tuple[str, ...] = ()
    full_figures: tuple[str, ...] = ()
    piece: str = ""


@dataclass(frozen=True)
class Chapter:
    """A chapter of the document."""

    __pydantic_config__ = _STRICT
    number: str
    title: str
    themes: tuple[Theme, ...] = ()

    @property
    def key(self) -> str:
        """Its number as a name for files and places on a page."""
        return self.number.lower()

    @property
    def blocks(self) -> Iterator[Block]:
        """Everything that stands in it."""
        return (block for theme in self.themes for block in theme.blocks)

    @property
    def printed(self) -> Iterator[str]:
        """The path of every slot that stands in it."""
        return (path for block in self.blocks for path in block.printed)


@dataclass(frozen=True)
class Chapters:
    """The whole file. `unprinted` gives the reason for every slot that stands in no chapter on purpose."""

    __pydantic_config__ = _STRICT
    chapters: tuple[Chapter, ...]
    unprinted: dict[str, str] | None = None


NAMES = [each.name for cls in (Chapters, Chapter, Theme, Block, Cards, CardFacts) for each in fields(cls)]
