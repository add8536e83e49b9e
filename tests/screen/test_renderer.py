"""The renderer of pages: what reaches the terminal, stroke by stroke."""

import errno
import io

import pytest
from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import DummyInput
from prompt_toolkit.output.vt100 import Vt100_Output

from tests.support.kind_samples import SAMPLES, sample
from tests.support.screen import Paper, Player, play
from wizard.screen.renderer import PageRenderer
from wizard.sitting.ask import Answer

ERASE = "\x1b[J"
CURSOR = "\x1b[?25h"
RULE = "─" * 20


class Window(io.StringIO):
    """A terminal that may be closed."""

    fault: OSError | None = None

    def flush(self) -> None:
        if self.fault:
            raise self.fault


def renderer(window: Window) -> PageRenderer:
    return PageRenderer(Vt100_Output(window, lambda: Size(rows=24, columns=80), enable_cpr=False))


def drawn(window: Window) -> PageRenderer:
    """A renderer that has drawn a page."""
    page = renderer(window)
    app = Application[None](input=DummyInput(), output=page.output)
    page.render(app, app.layout)
    return page


@pytest.fixture
def strokes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is written at once, each time."""
    found: list[str] = []
    write = Paper.write
    monkeypatch.setattr(Paper, "write", lambda paper, text: found.append(text) or write(paper, text))
    return found


def test_the_old_page_goes_in_the_stroke_in_which_the_new_one_comes(strokes: list[str]) -> None:
    play([SAMPLES["one"], SAMPLES["many"], SAMPLES["text"]], "down", "enter", "enter", "enter")

    erasing = [stroke for stroke in strokes if ERASE in stroke]
    assert [RULE in stroke for stroke in erasing] == [True, True, True, False]  # the last is the end
    assert all(stroke.index(ERASE) < stroke.index(RULE) for stroke in erasing[:-1])
    assert all(stroke.count(ERASE) == 1 for stroke in erasing)


def test_a_resized_window_is_never_empty(strokes: list[str]) -> None:
    def resize(player: Player) -> None:
        strokes.clear()
        player.resize(60, 20)

    play(SAMPLES["one"], "down", resize)

    assert [RULE in stroke for stroke in strokes if ERASE in stroke] == [True, False]


def test_no_cursor_is_seen_between_two_lists(strokes: list[str]) -> None:
    def begin(_: Player) -> None:
        strokes.clear()

    played = play([SAMPLES["one"], sample("one", question="And then?")], "down", begin, "enter", "down")

    assert played.replies[0] == Answer("prevention")
    assert [stroke for stroke in strokes[:2] if CURSOR in stroke and RULE not in stroke] == []


def test_another_program_gets_an_empty_window() -> None:
    window = Window()

    drawn(window).erase()

    assert window.getvalue().count("\x1b[0;0H\x1b[J") == 1


def test_nothing_is_wiped_where_nothing_was_drawn() -> None:
    window = Window()

    renderer(window).wipe()

    assert window.getvalue() == ""


@pytest.mark.parametrize("name", ["EIO", "EPIPE", "EBADF", "ENXIO"])
def test_a_window_that_was_closed_takes_no_more_and_that_is_no_fault(name: str) -> None:
    window = Window()
    page = drawn(window)
    window.fault = OSError(getattr(errno, name), "closed")

    page.erase()

    assert ERASE in window.getvalue()


def test_any_other_fault_of_a_window_is_told() -> None:
    window = Window()
    page = drawn(window)
    window.fault = OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        page.erase()
