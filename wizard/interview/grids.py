"""The cells of a grid: all of them, one's row, what stands above one, and where in the grid it is."""

from typing import Any

from wizard.interview.choosing import Choice
from wizard.interview.survey import Survey, Turn


def cells_of(survey: Survey, turn: Turn) -> list[Turn]:
    """All cells of a grid, row by row."""
    return [each for each in survey.by_question.get(turn.question.id, []) if each.part is turn.part]


def row_to_fill(survey: Survey, turn: Turn) -> list[Turn]:
    """A cell and the others of its row that are empty."""
    row = [each for each in cells_of(survey, turn) if each.row == turn.row]
    return [each for each in row if each.key == turn.key or survey.is_open(each)]


def cell_above(survey: Survey, turn: Turn) -> Any:
    """The answer in the row above, same column; in the first row, the cell before."""
    mine = [each for each in cells_of(survey, turn) if each.column == turn.column]
    at = next((n for n, each in enumerate(mine) if each.key == turn.key), 0)
    return survey.draft.get(mine[at - 1].place) if at else None


def place_in(survey: Survey, turn: Turn) -> tuple[int, int, int, int]:
    """Which row of how many a cell stands in, and which column of how many."""
    cells = cells_of(survey, turn)
    rows = list(dict.fromkeys(_key(each.row) for each in cells))
    columns = list(dict.fromkeys(_key(each.column) for each in cells))
    return rows.index(_key(turn.row)) + 1, len(rows), columns.index(_key(turn.column)) + 1, len(columns)


def _key(choice: Choice | None) -> str:
    return choice.key if choice else ""
