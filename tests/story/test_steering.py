"""Nothing a person or a file can put in steers the terminal: looked for in the bytes of a pseudo-terminal."""

import shutil
import signal
from pathlib import Path

import pytest

from tests.support.terminal_driver import Terminal
from wizard import words
from wizard.content import PACKAGE
from wizard.storage.file_text import HIDDEN_IN_ANSWERS

EXAMPLE = PACKAGE / "examples" / "two-rivers-quick.plan.yaml"
TITLE, ERASE, TURN = "\x1b]0;owned\x07", "\x9b2J", "\u202e"
STEERING = [each.encode() for each in (TITLE, ERASE, TURN)]
NAME = f"two{TITLE}{ERASE}{TURN}rivers"

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="pseudo-terminals are not for Windows")


def steered(terminal: Terminal) -> list[bytes]:
    """What of it came out as it was put in."""
    return [each for each in STEERING if each in terminal.heard]


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """A folder and a plan in it whose names would steer a terminal."""
    folder = tmp_path / f"plans{TITLE}"
    folder.mkdir()
    shutil.copy(EXAMPLE, folder / f"{NAME}.plan.yaml")
    (folder / "broken.plan.yaml").write_text(f"plan_id: p-7f3kq2\n'{NAME}': x\n", encoding="utf-8")
    (folder / "odd.plan.yaml").write_text('"na\\e[2Jme": x\nb: "\\u202e"\n', encoding="utf-8")
    return folder


COMMANDS = {
    "printed": (["print", "--one-page", f"{NAME}.plan.yaml"], 0),
    "missing": (["print", f"no{NAME}"], 1),
    "broken": (["status", "broken.plan.yaml"], 1),
    "odd": (["status", "odd.plan.yaml"], 1),
    "unknown": ([f"pri{NAME}"], 2),
    "flows": (["flows", "check", NAME], 1),
    "forgotten": (["forget", f"{NAME}.plan.yaml"], 0),
}


@pytest.mark.parametrize("case", COMMANDS)
def test_what_a_command_says_holds_no_control_sequence_at_all(
    case: str, strange: Path, tmp_path: Path
) -> None:
    typed, code = COMMANDS[case]
    with Terminal("--in", strange, *typed, state=tmp_path) as terminal:
        assert terminal.end() == code

    said = terminal.heard.decode()
    assert said.strip()
    assert HIDDEN_IN_ANSWERS.findall(said.replace("\r\n", "\n")) == []


def test_the_page_of_plans_shows_a_strange_name_and_is_not_steered_by_it(
    strange: Path, tmp_path: Path
) -> None:
    with Terminal("--in", strange, state=tmp_path) as terminal:
        terminal.see("Which plan would you like to open?", "rivers").press("c-c")
        terminal.end()

    assert b"\x1b" in terminal.heard
    assert steered(terminal) == []


def test_what_is_pasted_into_an_answer_steers_neither_the_terminal_nor_the_file(tmp_path: Path) -> None:
    plan = tmp_path / "a.plan.yaml"
    with Terminal("new", plan, state=tmp_path) as terminal:
        terminal.see("How much time do you have?").press("enter")
        terminal.see(words.say("show.go_on")).press("enter")
        terminal.see("What is the partnership called?").press(
            TURN, f"\x1b[200~Two{TITLE}{ERASE}{TURN}Rivers\x1b[201~"
        )
        terminal.see("Rivers").press("enter").press("c-c")
        terminal.end()

    assert steered(terminal) == []
    assert b"Rivers" in plan.read_bytes()
    assert HIDDEN_IN_ANSWERS.findall(plan.read_bytes().decode()) == []


def test_the_terminal_would_be_heard_to_be_steered(tmp_path: Path) -> None:
    """The control: the same name from a program that does not mind."""
    (tmp_path / "wizard.py").write_text(f"print({NAME!r})\n", encoding="utf-8")
    with Terminal(state=tmp_path, more={"PYTHONPATH": str(tmp_path)}) as terminal:
        terminal.end()

    assert steered(terminal) == STEERING
