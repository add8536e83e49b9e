"""The themes of a chapter: figures, rows of facts and panels, in the order they are painted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wizard.document.placeholders import Mark
from wizard.document.view.builder import Builder
from wizard.document.view.by_slot import Block
from wizard.document.view.cards import with_cards
from wizard.document.view.columns import laid_out
from wizard.document.view.facts import Fact, Line, lines
from wizard.document.view.grids import Grid
from wizard.document.view.records import RecordList
from wizard.interview import chapters as layout

_IN_LINE = frozenset(("text", "few", "goals", "pillars"))
_SHORT, _LABEL = 46, 10  # letters that half a line takes, and about how many a label has
_LONG = 280  # letters of a row that may break over pages

Drawn = Mapping[str, tuple[str, ...]]  # the figures there is enough for, and the slots they draw
Shown = tuple[layout.Block, Block]


@dataclass(frozen=True)
class Entry:
    """A label and the facts beside it."""

    anchor: str
    label: Mark
    asked: tuple[Mark, ...]
    lines: tuple[Line, ...]
    is_short: bool
    is_long: bool


@dataclass(frozen=True)
class Rows:
    """A table of labels and facts: one entry over the whole width, or two short ones side by side."""

    rows: tuple[tuple[Entry, ...], ...]
    kind: str = "rows"


@dataclass(frozen=True)
class Panel:
    """A block over the whole width: the figure that stands in its place, its tables or cards, and facts below them.

    It is `headed` by its label, unless its figure or its theme says it. Nothing leads to one without an anchor.
    """

    anchor: str
    label: Mark
    headed: bool
    asked: tuple[Mark, ...]
    figure: str
    tables: tuple[RecordList | Grid, ...]
    lines: tuple[Line, ...]
    kind: str = "panel"


@dataclass(frozen=True)
class Theme:
    """A part of a chapter: figures, and what stands under them; or a piece of the template."""

    title: Mark | None
    figures: tuple[str, ...] = ()
    parts: tuple[Rows | Panel, ...] = ()
    piece: str = ""


def themes(
    builder: Builder, layouts: Iterable[layout.Theme], blocks: Mapping[layout.Block, Block], drawn: Drawn
) -> list[Theme]:
    """The themes there is anything of; those that are pieces of the template stay in any case."""
    found = []
    for where in layouts:
        figures = (*where.figures, *(() if builder.is_quick else where.full_figures))
        here = tuple(name for name in figures if name in drawn)
        shown = [(each, blocks[each]) for each in where.blocks if each in blocks]
        if shown or here or where.piece:
            title = builder.put(where.title) if where.title and not builder.is_quick else None
            is_said = title is not None and len(shown) == 1 and not here
            parts = _parts(builder, shown, drawn, here, is_said=is_said)
            found.append(Theme(title, here, tuple(parts), where.piece))
    return found


def _parts(
    builder: Builder, shown: Sequence[Shown], drawn: Drawn, figures: Iterable[str], *, is_said: bool
) -> Iterator[Rows | Panel]:
    """Facts that follow each other share a table; a figure stands at the first of its blocks, and shows them all."""
    rows: list[Block] = []
    seen = set(figures)
    for where, whole in shown:
        figure = where.figure if where.figure in drawn else ""
        block = _without(whole, drawn[figure]) if figure else whole
        is_first = bool(figure) and figure not in seen
        is_panel = is_first or bool(block.tables)
        if block.facts and not is_panel:
            rows.append(block)
            continue
        if rows:
            yield _rows(rows)
            rows = []
        if is_first:
            seen.add(figure)
            same = [each for other, each in shown if other.figure == figure and other is not where]
            asked = (*block.asked, *(mark for each in same for mark in each.asked))
            yield _panel(builder, where, replace(block, asked=asked), figure, headed=False)
        elif is_panel:
            yield _panel(builder, where, block, "", headed=not is_said)
    if rows:
        yield _rows(rows)


def _without(block: Block, slots: Sequence[str]) -> Block:
    """The block without what its figure draws."""
    return replace(block, held={path: each for path, each in block.held.items() if not _draws(slots, path)})


def _draws(slots: Sequence[str], path: str) -> bool:
    """Whether a figure of these slots draws a slot, or the entries of a list."""
    return path in slots or any(each.startswith(f"{path}[].") for each in slots)


def _panel(builder: Builder, where: layout.Block, block: Block, figure: str, *, headed: bool) -> Panel:
    tables = tuple(
        each if isinstance(each, Grid) else _laid_out(builder, where, each) for each in block.tables
    )
    has_cards = where.cards is not None and bool(tables)
    return Panel(
        anchor="" if has_cards else block.anchor,
        label=block.label,
        headed=headed and not has_cards,
        asked=block.asked,
        figure=figure,
        tables=tables,
        lines=lines(block.facts),
    )


def _laid_out(builder: Builder, where: layout.Block, listed: RecordList) -> RecordList:
    if where.cards:
        return with_cards(builder, listed, where.cards)
    return laid_out(
        listed, where.quick_columns if builder.is_quick and where.quick_columns else where.columns
    )


def _rows(blocks: Iterable[Block]) -> Rows:
    """A row for each block; two short ones that follow each other share one."""
    rows: list[tuple[Entry, ...]] = []
    for entry in map(_entry, blocks):
        if entry.is_short and rows and len(rows[-1]) == 1 and rows[-1][0].is_short:
            rows[-1] = (*rows[-1], entry)
        else:
            rows.append((entry,))
    return Rows(tuple(rows))


def _entry(block: Block) -> Entry:
    size = sum(map(_letters, block.facts))
    is_short = (
        size <= _SHORT and all(fact.answer.kind in _IN_LINE for fact in block.facts) and not block.asked
    )
    return Entry(block.anchor, block.label, block.asked, lines(block.facts), is_short, is_long=size > _LONG)


def _letters(fact: Fact) -> int:
    return fact.answer.size + (_LABEL if fact.label else 0)
