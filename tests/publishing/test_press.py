"""A press: many pages from one child, limits of time and memory, and nothing left behind however it ends."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import document_hostile as demo
from tests.support.shipped import look
from wizard.document import page, printed_plan
from wizard.document.assets import Assets, sheet
from wizard.document.document import SHARED, Document
from wizard.document.documents import PLAN
from wizard.document.placeholders import Answers
from wizard.errors import Problem
from wizard.publishing import child_process
from wizard.publishing.formats import pdf
from wizard.publishing.press import Press

ROOT = Path(__file__).parents[2]
FONTS = demo.SHARED / "fonts"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where presses put their own folders."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def working(temporary: Path) -> Iterator[Press]:
    here = Press(FONTS, early=(PLAN.folder, "letter"))
    yield here
    here.close()
    assert list(temporary.iterdir()) == []


def document(folder: Path, body: str) -> Document:
    (folder / "template.md").write_text(body, encoding="utf-8")
    return page.compose(folder, {}, Answers(), lang="en", title="Small", parts=demo.SHARED)


def long_document(folder: Path, parts: int = 150) -> Document:
    """Enough to be printing for seconds on any machine."""
    return document(folder, "\n\n".join(f"# Part {n}\n\n" + "Some words. " * 300 for n in range(parts)))


def child_of(working: Press) -> int:
    return working._child.pid


def test_one_child_prints_many_pages_each_as_a_child_of_its_own_would(working: Press, tmp_path: Path) -> None:
    bodies = ["# One\n\nA page.", "# Two\n\n- a list\n- of two", "# One\n\nA page."]
    documents = [document(tmp_path, body) for body in bodies]
    child = child_of(working)

    together = [
        pdf.write(each, tmp_path / f"{n}.pdf", press=working).file.read_bytes()
        for n, each in enumerate(documents)
    ]
    alone = pdf.write(documents[1], tmp_path / "alone.pdf").file.read_bytes()

    assert together[1] == alone
    assert together[0] == together[2] != together[1]
    assert (child_of(working), working.works) == (child, True)


def test_a_fault_in_one_page_does_not_reach_the_next(working: Press, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"no picture")
    with pytest.raises(Problem, match="not_drawn"):
        pdf.write(document(tmp_path, "<img src='logo.png' alt='x'>"), tmp_path / "a.pdf", press=working)

    printed = pdf.write(document(tmp_path, "# One"), tmp_path / "b.pdf", press=working)

    assert printed.pages == 1
    assert printed.remarks == ()


def test_what_a_style_sheet_is_remarked_for_is_told_with_every_page(working: Press, tmp_path: Path) -> None:
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "1.css").write_text("p { colour: red }", encoding="utf-8")

    remarks = [
        pdf.write(document(tmp_path, "# One"), tmp_path / "a.pdf", press=working).remarks for _ in range(2)
    ]

    assert remarks[0] == remarks[1]
    assert "colour" in remarks[0][0]


def test_the_style_sheet_read_early_is_the_one_the_plan_asks_for() -> None:
    early = sheet(Assets((PLAN.folder, SHARED)).style(), "letter")

    assert early == printed_plan.printed_plan(look({"about.name": "Two Rivers"})).style_apart()[0]


def test_whoever_waits_hears_something_now_and_then(
    working: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_process, "FIRST_WORD", 0.01)
    monkeypatch.setattr(child_process, "NEXT_WORD", 0.05)
    heard: list[float] = []

    pdf.write(
        long_document(tmp_path, 15),
        tmp_path / "a.pdf",
        press=working,
        waiting=lambda: heard.append(time.monotonic()),
    )

    assert len(heard) > 2


def test_a_quick_page_is_made_without_a_word(working: Press, tmp_path: Path) -> None:
    heard: list[str] = []
    pdf.write(
        document(tmp_path, "# One"), tmp_path / "a.pdf", press=working
    )  # by now it has loaded everything

    pdf.write(
        document(tmp_path, "# Two"), tmp_path / "a.pdf", press=working, waiting=lambda: heard.append("still")
    )

    assert heard == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems hold no process to a limit of memory")
def test_a_page_that_wants_too_much_memory_is_told_in_one_sentence(tmp_path: Path, temporary: Path) -> None:
    small = Press(FONTS, memory=80_000_000)

    with pytest.raises(Problem, match=r"document\.too_large"):
        pdf.write(long_document(tmp_path), tmp_path / "a.pdf", press=small)

    small.close()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["template.md", "temporary"]
    assert list(temporary.iterdir()) == []


def test_a_child_that_is_gone_is_known_to_be_of_no_use(working: Press, tmp_path: Path) -> None:
    os.kill(child_of(working), signal.SIGKILL)
    working._child.wait()

    with pytest.raises(Problem, match=r"document\.stopped"):
        pdf.write(document(tmp_path, "# One"), tmp_path / "a.pdf", press=working)

    assert not working.works
    assert not (tmp_path / "a.pdf").exists()


def test_a_child_that_falls_in_the_middle_of_a_page_is_told_in_one_sentence(
    working: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_process, "FIRST_WORD", 0.3)

    with pytest.raises(Problem, match=r"document\.stopped"):
        pdf.write(
            long_document(tmp_path),
            tmp_path / "a.pdf",
            press=working,
            waiting=lambda: os.kill(child_of(working), signal.SIGSEGV),
        )

    assert sorted(each.name for each in tmp_path.iterdir()) == ["template.md", "temporary"]


def test_a_closed_press_prints_nothing_more(temporary: Path, tmp_path: Path) -> None:
    closed = Press(FONTS)
    closed.close()
    closed.close()

    with pytest.raises(Problem, match=r"document\.stopped"):
        pdf.write(document(tmp_path, "# One"), tmp_path / "a.pdf", press=closed)

    assert list(temporary.iterdir()) == []


def test_keys_that_stop_the_wizard_do_not_reach_the_child(working: Press, tmp_path: Path) -> None:
    pdf.write(document(tmp_path, "# One"), tmp_path / "a.pdf", press=working)
    os.kill(child_of(working), signal.SIGINT)

    printed = pdf.write(document(tmp_path, "# Two"), tmp_path / "a.pdf", press=working)

    assert printed.pages == 1
    assert os.getpgid(child_of(working)) != os.getpgid(
        0
    )  # so that a window that closes does not end it either


PRINTS = """
import sys
from pathlib import Path
from tests.publishing import test_press
from wizard.publishing import child_process
from wizard.publishing.formats import pdf
from wizard.publishing.press import Press
folder = Path(sys.argv[1])
child_process.FIRST_WORD = 1.0
press = Press(test_press.FONTS)
print(press._child.pid, flush=True)
pdf.write(test_press.long_document(folder), folder / "a.pdf", press=press, waiting=lambda: print("still", flush=True))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize("when", ["getting ready", "printing"])
def test_nothing_is_left_of_a_wizard_that_was_killed(tmp_path: Path, temporary: Path, when: str) -> None:
    said = os.environ | {"TMPDIR": str(temporary), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PRINTS, str(tmp_path)]
    with subprocess.Popen(command, env=said, stdout=subprocess.PIPE, text=True) as wizard:
        assert wizard.stdout
        child = int(wizard.stdout.readline())
        if when == "printing":
            assert wizard.stdout.readline() == "still\n"
        wizard.kill()

    end = time.monotonic() + 10
    while Path(f"/proc/{child}").exists() and time.monotonic() < end:
        time.sleep(0.02)
    assert not Path(f"/proc/{child}").exists()
    assert list(temporary.iterdir()) == []
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".partnership-")] == []
