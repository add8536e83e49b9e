"""Every kind as it is drawn, at three sizes and across a resize, compared whole with the pictures in screens/.

`UPDATE_SCREENS=1` writes the pictures anew; look at each before it is kept.
"""

import os
from pathlib import Path

import pytest

from tests.support.kind_samples import COUNTIES, SAMPLES, sample
from tests.support.screen import Key, Player, play
from wizard.sitting.ask import Ask

FOLDER = Path(__file__).parents[1] / "screens"
SIZES = [(80, 24), (40, 16), (200, 60)]
WRITTEN = {
    "text": ["Two Rivers"],
    "long": ["Every survivor in the valley finds a safe bed the same night, close to people they trust."],
    "number": ["1,200"],
    "date": ["5/3/2027"],
}
ASKS: dict[str, tuple[Ask, list[Key]]] = {
    **{kind: (ask, list(WRITTEN.get(kind, ["down"]))) for kind, ask in SAMPLES.items()},
    "counties": (sample("many", question="Which counties do you cover?", options=COUNTIES), ["6"]),
    "long list": (sample("one", options=COUNTIES, hint="Pick the one you meet in."), ["pgdn"]),
    "help": (SAMPLES["text"], ["?"]),
    "menu": (SAMPLES["one"], ["/"]),
    "own words": (SAMPLES["one"], ["end", "enter"]),
    "earlier": (sample("long", value="One.\n\nTwo.", note="Saved."), []),
    "refused": (SAMPLES["number"], ["many", "enter"]),
}


def _file(name: str, columns: int, rows: int) -> str:
    return f"{name} {columns}x{rows}.txt".replace(" ", "-")


def _picture(file: str, drawn: str) -> str:
    """What a page looks like in its picture, which is drawn anew when that is asked for."""
    path = FOLDER / file
    if os.environ.get("UPDATE_SCREENS"):
        path.write_text(drawn + "\n", encoding="utf-8")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ASKS)
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_page_is_drawn_as_in_its_picture(name: str, columns: int, rows: int) -> None:
    ask, keys = ASKS[name]

    played = play(ask, *keys, columns=columns, rows=rows)

    assert played.last + "\n" == _picture(_file(name, columns, rows), played.last)


@pytest.mark.parametrize("name", ASKS)
@pytest.mark.parametrize(("before", "after"), [((80, 24), (40, 16)), ((40, 16), (80, 24))])
def test_a_page_after_a_resize_is_the_page_of_that_size(
    name: str, before: tuple[int, int], after: tuple[int, int]
) -> None:
    ask, keys = ASKS[name]

    def resize(player: Player) -> None:
        player.resize(*after)

    drawn = play(ask, *keys, resize, columns=before[0], rows=before[1]).last
    picture = (FOLDER / _file(name, *after)).read_text(encoding="utf-8")

    assert _without_view(drawn, name) == _without_view(picture, name)


def test_every_picture_belongs_to_a_page() -> None:
    pictures = {path.name for path in FOLDER.glob("*.txt")}
    pages = {_file(name, columns, rows) for name in ASKS for columns, rows in SIZES}

    assert pictures == pages


def _without_view(drawn: str, name: str) -> list[str]:
    """Which part of a long list is in view depends on how one came there; all else does not."""
    return drawn.splitlines()[:5] if name == "long list" else drawn.splitlines()
