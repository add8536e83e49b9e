"""The wizard itself in plain mode: through a pipe, and at a terminal that is closed, killed and opened again."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.story.test_quick_walk import entered, entered_in_lines
from tests.support.terminal_driver import Terminal
from tests.support.typist import renamed
from wizard.storage import plan_file
from wizard.storage.draft import Draft
from wizard.storage.private import unfinished

ROOT = Path(__file__).parents[2]
FILE = "two-rivers.plan.yaml"
# The libraries of the screen are not to be had here: whoever tries to import them breaks off.
WITHOUT_LIBRARIES = """
import sys
for name in ("questionary", "prompt_toolkit", "wcwidth"):
    sys.modules[name] = None
from wizard.__main__ import main
sys.exit(main())
"""
SAYS_PLAIN = "This is plain mode"

needs_terminals = pytest.mark.skipif(
    not hasattr(signal, "SIGHUP"), reason="pseudo-terminals are not for Windows"
)


def surroundings(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    own = {
        "HOME": folder,
        "PARTNERSHIP_STATE": folder / "state",
        "PARTNERSHIP_CACHE": os.environ["PARTNERSHIP_CACHE"],
    }
    return (
        kept | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"} | {k: str(v) for k, v in own.items()}
    )


def piped(
    folder: Path, *arguments: str | Path, lines: str | bytes = ""
) -> "subprocess.CompletedProcess[str]":
    """Runs the wizard with its answers in a pipe, on a machine without the screen's libraries."""
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_LIBRARIES, *map(str, arguments)],
        input=lines if isinstance(lines, bytes) else lines.encode(),
        cwd=folder,
        env=surroundings(folder),
        capture_output=True,
        timeout=100,
        check=False,
    )
    return subprocess.CompletedProcess(ran.args, ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def on_disk(folder: Path) -> Draft:
    return plan_file.draft_of((folder / FILE).read_bytes())


def unseen(text: str) -> list[str]:
    return [each for each in text if each != "\n" and not each.isprintable()]


def test_the_whole_quick_plan_through_a_pipe_ends_in_the_same_file_and_a_document(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    _, typist = entered_in_lines("two-rivers-quick")
    lines = [*typist.lines[:-1], "make the document", "no", "/leave", ""]

    ran = piped(tmp_path, "new", FILE, lines="\n".join(lines))

    assert (ran.returncode, ran.stderr) == (0, "")
    on_screen = plan_file.text_of(entered("two-rivers-quick").draft)
    assert without_id(renamed((tmp_path / FILE).read_text())) == without_id(renamed(on_screen))
    assert (tmp_path / "two-rivers.pdf").read_bytes().startswith(b"%PDF")
    assert unseen(ran.stdout) == []
    record_property("shown", f"Plain mode, quick plan through a pipe: {len(lines) - 1} lines, the same file")


def without_id(text: str) -> str:
    return re.sub(r"plan_id: p-\w+", "", text)


def test_the_end_of_the_input_saves_and_leaves_with_3(tmp_path: Path) -> None:
    ran = piped(tmp_path, "new", "two-rivers", lines="quick\nTwo Rivers\n")

    assert (ran.returncode, ran.stderr) == (3, "")
    assert on_disk(tmp_path).get("about.name") == "Two Rivers"
    assert f"Everything is saved in {tmp_path / FILE}" in ran.stdout


def test_what_was_asked_and_answered_can_be_read_afterwards(tmp_path: Path) -> None:
    lines = piped(
        tmp_path, "new", "two-rivers", lines="quick\nTwo Rivers\n/later\n\n\n\n\n"
    ).stdout.splitlines()

    assert lines[0].startswith(SAYS_PLAIN)
    asked = lines.index("What is the partnership called?")
    assert "Answer: Two Rivers" in lines[asked:]
    assert lines.index("Which places does it cover?") > asked
    assert "Noted as open. The plan will say so until you decide." in lines


@pytest.mark.parametrize("last", ["", "\n"])
def test_a_last_line_counts_with_and_without_its_end(last: str, tmp_path: Path) -> None:
    piped(tmp_path, "new", "two-rivers", lines=f"quick\nTwo Rivers{last}")

    assert on_disk(tmp_path).get("about.name") == "Two Rivers"


def test_a_long_text_that_the_input_broke_off_is_there_the_next_time(tmp_path: Path) -> None:
    piped(tmp_path, "new", "two-rivers", lines="quick\n/go DE-08\nWe are agencies\nand neighbors\n")

    ran = piped(tmp_path, "open", "two-rivers", lines="go on\n\n")

    assert "Here is what you were writing last time." in ran.stdout
    assert on_disk(tmp_path).get("define.mission") == "We are agencies\nand neighbors"


def test_what_is_typed_and_what_a_file_holds_reaches_nobody_as_a_control_sequence(tmp_path: Path) -> None:
    hostile = "Two\x1b[2J\x1b]0;x\x07 Ri\x9bvers\u202e\x00"
    ran = piped(tmp_path, "new", "two-rivers", lines=f"quick\n{hostile}\n<\n{hostile}\n/go {hostile}\n")

    assert unseen(ran.stdout + ran.stderr) == []
    assert on_disk(tmp_path).get("about.name") == "Two[2J]0;x Rivers"


def test_a_missing_plan_is_offered_in_lines_too(tmp_path: Path) -> None:
    no = piped(tmp_path, "open", "two-rivers", lines="no\n")
    assert not (tmp_path / FILE).exists()
    yes = piped(tmp_path, "open", "two-rivers", lines="yes\nquick\n")

    assert (no.returncode, yes.returncode) == (0, 3)
    assert "Start a new plan there?" in no.stdout
    assert on_disk(tmp_path).path == "quick"


def test_the_folder_of_plans_is_asked_in_lines_too(tmp_path: Path) -> None:
    piped(tmp_path, "--in", "plans", lines="Two Rivers\nquick\n")
    ran = piped(tmp_path, "--in", "plans", lines="two\n")

    assert ran.returncode == 3
    assert "1. two-rivers" in ran.stdout.splitlines()
    assert "Welcome back." in ran.stdout


def test_a_broken_plan_gives_way_to_its_newest_good_version_in_lines_too(tmp_path: Path) -> None:
    piped(tmp_path, "new", "two-rivers", lines="quick\nTwo Rivers\n")
    (tmp_path / FILE).write_text("format: 1\nabuot:\n  name: x\n")

    ran = piped(tmp_path, "open", "two-rivers", lines="go on\n/go AB-01\n")

    assert "1. Go on with the newest good version" in ran.stdout
    assert on_disk(tmp_path).get("about.name") == "Two Rivers"


def test_a_reader_that_goes_away_loses_nobody_an_answer(tmp_path: Path) -> None:
    wizard = subprocess.Popen(
        [sys.executable, "-m", "wizard", "new", "two-rivers"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        cwd=tmp_path, env=surroundings(tmp_path),
    )  # fmt: skip
    assert wizard.stdin is not None
    assert wizard.stdout is not None
    assert wizard.stderr is not None
    wizard.stdin.write(b"quick\nTwo Rivers\n")
    wizard.stdin.flush()
    while b"Which places" not in wizard.stdout.readline():
        pass
    wizard.stdout.close()
    wizard.stdin.write(b"boulder\n/go AB-06\n")
    wizard.stdin.close()
    said = wizard.stderr.read()
    wizard.stderr.close()

    assert (wizard.wait(timeout=60), said) == (130, b"")
    assert on_disk(tmp_path).get("about.places") == ["boulder"]


@pytest.mark.skipif(os.name == "nt", reason="a shell closes streams there in another way")
@pytest.mark.parametrize(("closed", "code"), [("<&-", 3), (">&- <answers", 3), ("<&- >&- 2>&-", 3)])
def test_closed_streams_end_nothing_untimely(tmp_path: Path, closed: str, code: int) -> None:
    (tmp_path / "answers").write_text("quick\nTwo Rivers\n")
    command = f"{sys.executable} -m wizard new two-rivers {closed}"

    ran = subprocess.run(
        ["sh", "-c", command],
        cwd=tmp_path,
        env=surroundings(tmp_path),
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (code, b"")
    assert (on_disk(tmp_path).get("about.name") == "Two Rivers") == ("answers" in closed)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_while_a_pipe_is_waited_for_saves_and_leaves(tmp_path: Path, number: signal.Signals) -> None:
    wizard = subprocess.Popen(
        [sys.executable, "-m", "wizard", "new", "two-rivers"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path, env=surroundings(tmp_path),
    )  # fmt: skip
    assert wizard.stdin is not None
    assert wizard.stdout is not None
    wizard.stdin.write(b"quick\nTwo Rivers\n")
    wizard.stdin.flush()
    while b"Which places" not in wizard.stdout.readline():
        pass
    wizard.send_signal(number)
    said = wizard.stdout.read().decode()
    wizard.stdout.close()
    wizard.stdin.close()

    assert wizard.wait(timeout=60) == (0 if number == signal.SIGINT else 130)
    assert "Everything is saved in" in said
    assert on_disk(tmp_path).get("about.name") == "Two Rivers"


# at a terminal


def begun(folder: Path) -> Terminal:
    """A new plan in plain mode, up to its first question."""
    terminal = Terminal("new", "two-rivers", "--plain", state=folder, rows=60)
    terminal.see(SAYS_PLAIN, "Choice:").answer("quick").see("Enter goes on").press("enter")
    return terminal.see("What is the partnership called?", "Answer:")


def is_kept(folder: Path, text: bytes) -> bool:
    """Whether an unfinished text is kept below a folder; a file that goes while it is looked at does not count."""
    for file in folder.rglob(unfinished.NAME):
        with contextlib.suppress(OSError):
            if text in file.read_bytes():
                return True
    return False


def wait_for(there: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not there() and time.monotonic() < end:
        time.sleep(0.02)


@needs_terminals
@pytest.mark.parametrize(
    ("end", "code"), [("SIGTERM", 130), ("SIGHUP", 130), ("SIGKILL", -9), ("window", 130), ("ctrl-c", 0)]
)
def test_half_a_word_is_kept_however_the_sitting_ends(tmp_path: Path, end: str, code: int) -> None:
    with begun(tmp_path) as terminal:
        terminal.type("Two Riv")
        wait_for(lambda: is_kept(tmp_path, b"Two Riv"))
        if end == "window":
            ended = terminal.close_window()
        elif end == "ctrl-c":
            ended = terminal.press("c-c").see("Everything is saved in").end()
            assert terminal.echoes
        else:
            ended = terminal.kill(getattr(signal, end))
            assert terminal.echoes or end == "SIGKILL"
    with Terminal("open", "two-rivers", "--plain", state=tmp_path, rows=60) as terminal:
        terminal.see("Go on with what you were typing", "Choice:").press("enter")
        terminal.see("Here is what you were writing last time.", "Answer: Two Riv").answer("ers")
        terminal.see("Enter goes on, < goes back:")

    assert ended == code
    assert on_disk(tmp_path).get("about.name") == "Two Rivers"


@needs_terminals
def test_nothing_but_letters_and_line_ends_goes_to_the_terminal(tmp_path: Path) -> None:
    seen = bytearray()
    with begun(tmp_path) as terminal:
        feed = terminal._stream.feed
        terminal._stream.feed = lambda got: (seen.extend(got), feed(got))[1]  # type: ignore[method-assign]
        terminal.key("\x1b[A\x1b]0;x\x07Two\x1b[2J Rivers\t").see("Rivers").press("enter").see("Which places")
        terminal.answer("?").see("What you can type").answer("boulder").see("in Colorado?")

    assert b"Rivers" in seen
    assert unseen(seen.decode().replace("\r\n", "\n")) == []


@needs_terminals
@pytest.mark.parametrize("name", ["PARTNERSHIP_PLAIN", "ACCESSIBLE", "TERM"])
def test_plain_mode_is_chosen_by_the_surroundings(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    value = "dumb" if name == "TERM" else "1"
    monkeypatch.setattr(
        "tests.support.terminal_driver._surroundings",
        lambda folder: surroundings(folder) | {"TERM": "xterm", name: value},
    )

    with Terminal("new", "two-rivers", state=tmp_path, rows=60) as terminal:
        terminal.see(SAYS_PLAIN, "Choice:").press("c-c")
        assert terminal.end() == 0


@needs_terminals
def test_cards_wait_for_the_person_and_lead_back(tmp_path: Path) -> None:
    with begun(tmp_path) as terminal:
        terminal.answer("/nevers").see("11.", "Enter goes on, < goes back:").answer("<")
        terminal.see("What is the partnership called?", "Answer:").answer("Two Rivers")
        terminal.see("Which places does it cover?").answer("/leave")
        assert terminal.end() == 0
