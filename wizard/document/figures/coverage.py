"""Figure 2: how well each kind of help is covered in each place, in four levels that gray paper can tell apart.

Source: guide C.3; the toolkit's "Here is why that can be useful" (map what is here, what is missing, where).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer, is_bare
from wizard.document.view.by_slot import BySlot
from wizard.document.view.grids import GridTable

GRID = "build.coverage"
SLOTS = (GRID,)
LEVELS = ("none", "some", "enough", "unknown")
LEAST = 2  # cells with a level; fewer are read quicker as a plain table
FEW_GAPS, FEW_PLACES = 3, 7  # what a sentence can name, and what it can count


@dataclass(frozen=True)
class Cell:
    """A level of LEVELS with its words; no words where nobody has said, no level where it was left open."""

    level: str | None
    answer: Answer | None


@dataclass(frozen=True)
class Map:
    """One table of the heat map: places across, kinds of help down. Two that are `half` stand side by side."""

    places: tuple[Mark, ...]
    rows: tuple[tuple[Mark, tuple[Cell, ...]], ...]
    half: bool


@dataclass(frozen=True)
class Coverage:
    """`kinds` is how many kinds of help there are, `counts` how many cells have each level of LEVELS.

    `gaps` is what is missing altogether, by place; `wording` whether a sentence names the gaps, counts them place
    by place, or only says how many there are. `holes` are the cells without a word.
    """

    maps: tuple[Map, ...]
    kinds: int
    counts: Mapping[str, int]
    gaps: tuple[tuple[Mark, tuple[Mark, ...]], ...]
    wording: str
    holes: int

    @property
    def items(self) -> tuple[Mark, ...]:
        """The kinds of help and the places."""
        return tuple(mark for each in self.maps for mark in (*each.places, *(row for row, _ in each.rows)))


def draw(printed: BySlot) -> Coverage | None:
    """The heat map; None with fewer than two levels, or where the grid as a whole was left open."""
    grid = printed.grids.get(GRID)
    if grid is None or grid.open is not None:
        return None
    maps = tuple(map(_map, grid.tables))
    cells = [cell for each in maps for _, row in each.rows for cell in row]
    counts = {level: sum(cell.level == level for cell in cells) for level in LEVELS}
    if sum(counts.values()) < LEAST:
        return None
    gaps = tuple((place, tuple(services)) for place, services in _gaps(maps).items())
    return Coverage(
        maps=maps,
        kinds=sum(len(each.rows) for each in maps if each.places == maps[0].places),
        counts=counts,
        gaps=gaps,
        wording=_wording(gaps),
        holes=sum(cell.answer is None for cell in cells),
    )


def _map(table: GridTable) -> Map:
    rows = tuple((service, tuple(map(_cell, answer))) for service, answer in table.rows)
    return Map(table.columns, rows, table.half)


def _cell(answer: Answer | None) -> Cell:
    level = str(answer.keys[0]) if answer and answer.keys else None
    return Cell(level if level in LEVELS else None, None if answer is None or is_bare(answer) else answer)


def _gaps(maps: tuple[Map, ...]) -> dict[Mark, list[Mark]]:
    """The kinds of help that are missing altogether, place by place."""
    found: dict[Mark, list[Mark]] = {}
    for each in maps:
        for service, cells in each.rows:
            for place, cell in zip(each.places, cells, strict=True):
                if cell.level == "none":
                    found.setdefault(place, []).append(service)
    return found


def _wording(gaps: tuple[tuple[Mark, tuple[Mark, ...]], ...]) -> str:
    if len(gaps) <= FEW_GAPS and all(len(services) <= FEW_GAPS for _, services in gaps):
        return "names"
    return "counts" if len(gaps) <= FEW_PLACES else "total"
