"""A press that gets ready while people answer: one, quietly, and gone with the sitting."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support import document_hostile as demo
from tests.support.terminal_driver import Terminal
from wizard import words
from wizard.publishing.formats import pdf
from wizard.publishing.press import Press
from wizard.publishing.prewarm import AFTER, Prewarm

SOON = 0.05


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def prewarm(temporary: Path) -> Iterator[Prewarm]:
    here = Prewarm(lambda: None, after=SOON)
    yield here
    here.end()
    assert list(temporary.iterdir()) == []


def waited_for(happened: Callable[[], object], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while not happened() and time.monotonic() < end:
        time.sleep(0.01)
    return bool(happened())


def started(prewarm: Prewarm) -> Press:
    prewarm.answered()
    assert waited_for(lambda: prewarm._press)
    assert prewarm._press
    return prewarm._press


def test_some_seconds_after_an_answer_a_press_is_ready_and_prints(prewarm: Prewarm, tmp_path: Path) -> None:
    started(prewarm)

    press = prewarm.take()

    assert press
    printed = pdf.write(demo.document(), tmp_path / "a.pdf", press=press)
    press.close()
    assert printed.pages > 3


def test_what_puts_the_page_together_is_loaded_by_then() -> None:
    lines = (
        "import sys, time; from wizard.commands.sit import document_maker\n"
        "from wizard.publishing.prewarm import Prewarm\n"
        "here = Prewarm(document_maker, after=0); here.answered()\n"
        "loaded = lambda: [each in sys.modules for each in ('wizard.commands.make_document', 'jinja2')]\n"
        "before, end = loaded(), time.monotonic() + 20\n"
        "while not all(loaded()) and time.monotonic() < end: time.sleep(0.01)\n"
        "here.end(); print(before, loaded())"
    )

    ran = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)

    assert ran.stdout == "[False, False] [True, True]\n"


def test_many_answers_start_one_press(prewarm: Prewarm, temporary: Path) -> None:
    first = started(prewarm)

    for _ in range(5):
        prewarm.answered()
    time.sleep(3 * SOON)

    assert prewarm._press is first
    assert len(list(temporary.iterdir())) == 1


def test_after_one_was_taken_the_next_answer_starts_another(prewarm: Prewarm) -> None:
    first = started(prewarm)
    taken = prewarm.take()

    second = started(prewarm)

    assert taken is first
    assert second is not first
    first.close()


def test_taken_before_it_was_started_there_is_none_and_none_starts(temporary: Path) -> None:
    prewarm = Prewarm(lambda: None, after=SOON)
    prewarm.answered()

    taken = prewarm.take()
    time.sleep(3 * SOON)

    assert taken is None
    assert list(temporary.iterdir()) == []


def test_nothing_starts_after_the_end(prewarm: Prewarm, temporary: Path) -> None:
    press = started(prewarm)

    prewarm.end()
    prewarm.answered()
    time.sleep(3 * SOON)

    assert not press.works
    assert list(temporary.iterdir()) == []


def test_one_that_crashed_is_not_started_again(prewarm: Prewarm, temporary: Path) -> None:
    press = started(prewarm)
    os.kill(press._child.pid, signal.SIGKILL)
    press._child.wait()

    taken = prewarm.take()
    prewarm.answered()
    time.sleep(3 * SOON)

    assert taken is None
    assert prewarm._press is None
    assert list(temporary.iterdir()) == []


def test_where_a_library_is_missing_it_ends_by_itself(
    prewarm: Prewarm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library')", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    press = started(prewarm)

    ended = waited_for(lambda: not press.works)

    assert ended
    assert prewarm.take() is None


@pytest.mark.skipif(sys.platform != "linux", reason="only there a thread can be nice alone")
def test_it_gets_ready_nicely_and_prints_like_anybody_else(prewarm: Prewarm) -> None:
    press = started(prewarm)
    tasks = Path(f"/proc/{press._child.pid}/task")

    def nice() -> list[int]:
        found = []
        for task in tasks.iterdir():
            with suppress(OSError):  # it has just ended
                found.append(int((task / "stat").read_text().rpartition(")")[2].split()[16]))
        return found

    usual = os.nice(0)

    assert waited_for(lambda: max(nice()) > usual + 10)
    assert waited_for(lambda: nice() == [usual, usual])


@pytest.mark.slow  # waits as long as people think
@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize("ended", ["left", "killed"])
def test_a_sitting_has_a_press_ready_and_takes_it_along(ended: str, temporary: Path, tmp_path: Path) -> None:
    with Terminal("new", "two-rivers", state=tmp_path, more={"TMPDIR": str(temporary)}) as terminal:
        terminal.see(words.say("path.ask")).press("enter")
        children = Path(f"/proc/{terminal.process.pid}/task/{terminal.process.pid}/children")
        before = children.read_text().split()
        assert waited_for(lambda: children.read_text().split(), seconds=AFTER + 20)
        press = Path("/proc", children.read_text().split()[0])
        assert len(list(temporary.iterdir())) == 1
        if ended == "killed":
            terminal.kill()
        else:
            terminal.press("c-c").end()

        gone = waited_for(lambda: not press.exists())

    assert before == []
    assert gone
    assert list(temporary.iterdir()) == []
