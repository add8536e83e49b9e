"""Figure 2: how well each kind of help is covered in each place, in four levels that gray paper can tell apart.

Source: guide C.3; the toolkit's "Here is why that can be useful" (map what is here, what is missing, where).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wizard.document.figures.reading import block
from wizard.document.placeholders import Mark
from wizard.document.view.lists import Grid, GridTable
from wizard.document.view.said import Said

LEVELS = ("none", "some", "enough", "unknown")
LEAST = 2  # cells with a level; fewer are read quicker as a plain table


@dataclass(frozen=True)
class Cell:
    """A level of LEVELS with its words; None where nobody has said, or where it was left open."""

    level: str | None
    said: Said | None


@dataclass(frozen=True)
class Map:
    """One table of the heat map: places across, kinds of help down. Two that are `half` stand side by side."""

    places: tuple[Mark, ...]
    rows: tuple[tuple[Mark, tuple[Cell, ...]], ...]
    half: bool


@dataclass(frozen=True)
class Coverage:
    """`counts` says how many cells have each level, in the order of LEVELS; `gaps` what is missing, by place."""

    maps: tuple[Map, ...]
    counts: tuple[int, ...]
    gaps: tuple[tuple[Mark, tuple[Mark, ...]], ...]

    @property
    def items(self) -> tuple[Mark, ...]:
        """The kinds of help and the places."""
        return tuple(mark for each in self.maps for mark in (*each.places, *(row for row, _ in each.rows)))


def draw(view: Mapping[str, Any]) -> Coverage | None:
    """The heat map; None with fewer than two levels, or where the grid as a whole was left open."""
    grid = block(view, "BU-06", Grid)
    if grid is None or grid.open is not None:
        return None
    maps = tuple(_map(table) for table in grid.tables)
    levels = [cell.level for each in maps for _, cells in each.rows for cell in cells]
    counts = tuple(levels.count(level) for level in LEVELS)
    gaps = tuple((place, tuple(services)) for place, services in _gaps(maps).items())
    return Coverage(maps, counts, gaps) if sum(counts) >= LEAST else None


def _map(table: GridTable) -> Map:
    rows = tuple((service, tuple(map(_cell, said))) for service, said in table.rows)
    return Map(table.columns, rows, table.half)


def _cell(said: Said | None) -> Cell:
    level = str(said.keys[0]) if said and said.keys else None
    return Cell(level if level in LEVELS else None, said)


def _gaps(maps: tuple[Map, ...]) -> dict[Mark, list[Mark]]:
    """The kinds of help that are missing altogether, place by place."""
    found: dict[Mark, list[Mark]] = {}
    for each in maps:
        for service, cells in each.rows:
            for place, cell in zip(each.places, cells, strict=True):
                if cell.level == "none":
                    found.setdefault(place, []).append(service)
    return found
