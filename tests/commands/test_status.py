"""The commands that only read: status and forget, and which file is meant."""

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.anybody import anybody
from tests.support.shipped import draft_of
from wizard import cli, words
from wizard.commands.status import _left
from wizard.content import PACKAGE
from wizard.storage import plan_file


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARTNERSHIP_STATE", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plan(path: Path) -> None:
    path.write_text(plan_file.text_of(draft_of({"about.name": "Two Rivers"}, path="quick")))


def test_status_as_data(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(folder / "two-rivers.plan.yaml")

    code = cli.main(["status", "two-rivers", "--json"])

    said = json.loads(capsys.readouterr().out)
    assert code == 0
    assert set(said) == {"format", "path", "sections"}
    assert said["path"] == "quick"
    assert said["sections"][0] == {
        "id": "about",
        "state": "in_progress",
        "answered": 1,
        "open": 3,
        "essential_open": ["AB-03", "AB-04", "AB-06"],
        "minutes_left": said["sections"][0]["minutes_left"],
    }


def test_status_in_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(folder / "two-rivers.plan.yaml")

    code = cli.main(["status", "two-rivers.plan.yaml"])

    said = capsys.readouterr().out
    assert code == 0
    assert said.startswith("Two Rivers\n")
    assert "in progress, 1 of 4 · 3 essential still open" in said
    assert re.search(r"^About \d+ minutes of questions are left\.$", said, re.MULTILINE)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "No questions"), (0.5, "About a minute"), (1.4, "About a minute"), (154.5, "About 154 minutes")],
)
def test_status_counts_in_whole_minutes(minutes: float, said: str) -> None:
    assert _left(minutes).startswith(said)


@pytest.mark.parametrize(
    "typed", ["two-rivers", "two-rivers.plan", "two-rivers.plan.yaml", "two-rivers.yaml"]
)
def test_the_suffix_need_not_be_typed(folder: Path, typed: str) -> None:
    plan(folder / "two-rivers.plan.yaml")

    assert cli.main(["status", typed]) == 0


def test_a_plain_yaml_file_that_is_there_is_the_one_that_is_meant(folder: Path) -> None:
    plan(folder / "two-rivers.yaml")

    assert cli.main(["status", "two-rivers.yaml"]) == 0


def test_a_plan_is_looked_for_in_the_folder_that_was_given(folder: Path) -> None:
    (folder / "plans").mkdir()
    plan(folder / "plans" / "two-rivers.plan.yaml")

    assert cli.main(["--in", "plans", "status", "two-rivers"]) == 0


def test_a_missing_plan_is_one_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.exists()

    code = cli.main(["status", "nowhere"])

    said = capsys.readouterr()
    assert code == 1
    assert said.out == ""
    assert said.err.startswith("There is no file called nowhere.plan.yaml")
    assert said.err.count("\n") == 1


def test_a_folder_is_no_plan(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "plans").mkdir()

    code = cli.main(["status", "plans"])

    assert code == 1
    assert "is a folder" in capsys.readouterr().err


def test_forget_leaves_the_plan(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "two-rivers.plan.yaml"
    plan(path)
    before = path.read_bytes()

    code = cli.main(["forget", "two-rivers"])

    assert code == 0
    assert path.read_bytes() == before
    assert "untouched" in capsys.readouterr().out


@pytest.mark.parametrize("command", [[], ["open", "two-rivers"]])
def test_without_a_terminal_it_asks_in_lines_and_leaves_when_no_answers_come(
    folder: Path, command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        code = cli.main(command)

    said = capsys.readouterr()
    assert (code, said.err) == (3, "")
    assert said.out.startswith("This is plain mode")
    assert not list(folder.glob("*.yaml"))


def test_a_new_plan_never_takes_the_place_of_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(folder / "two-rivers.plan.yaml")

    code = cli.main(["new", "two-rivers"])

    assert code == 1
    assert "go on with it: partnership open" in capsys.readouterr().err


def test_an_unknown_word_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.main(["opne", "two-rivers"])

    assert code == 2
    assert capsys.readouterr().err


READERS = (["status"], ["forget"], ["print"])
ALL = (*READERS, ["open"], ["new"])


@pytest.fixture
def closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A plan that may not be read, in a place everybody can reach, beside a folder that may not be entered."""
    if os.geteuid() == 0 and not all(each.stat().st_mode & 1 for each in PACKAGE.parents):
        pytest.skip("only root can read this checkout")
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        place.chmod(0o777)
        monkeypatch.setenv("PARTNERSHIP_STATE", str(place / "state"))
        monkeypatch.setenv("PARTNERSHIP_CACHE", str(place / "cache"))
        plan(place / "secret.plan.yaml")
        (place / "secret.plan.yaml").chmod(0)
        (place / "folder").mkdir(mode=0)
        monkeypatch.chdir(place)
        yield place
        (place / "folder").chmod(0o700)
        monkeypatch.chdir(folder)


def one_sentence(capsys: pytest.CaptureFixture[str], *typed: str) -> str:
    code = cli.main(typed)
    said = capsys.readouterr()
    assert code == 1
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


@pytest.mark.parametrize("command", ALL)
@pytest.mark.parametrize("typed", [".", "/"])
def test_a_folder_without_a_name_is_no_plan(
    folder: Path, command: list[str], typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert folder.exists()

    assert "is a folder" in one_sentence(capsys, *command, typed)


@pytest.mark.parametrize("command", ALL)
def test_a_name_that_is_too_long_is_told(
    folder: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert folder.exists()

    assert "too long for this disk" in one_sentence(capsys, *command, "x" * 300)


@pytest.mark.parametrize("command", [*READERS, ["open"]])
@pytest.mark.parametrize("name", ["pipe", "pipe.plan.yaml"])
def test_a_pipe_is_refused_and_not_waited_for(
    folder: Path, command: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(folder / name)

    assert "not an ordinary file" in one_sentence(capsys, *command, name)


@pytest.mark.parametrize("command", READERS)
def test_a_file_that_may_not_be_read_is_told_as_that(
    closed: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with anybody():
        said = one_sentence(capsys, *command, "secret")

    assert closed.exists()
    assert "secret.plan.yaml cannot be opened" in said


@pytest.mark.parametrize("command", ALL)
def test_a_file_in_a_closed_folder_is_told_as_that(
    closed: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with anybody():
        said = one_sentence(capsys, *command, "folder/two-rivers")

    assert closed.exists()
    assert "cannot be opened" in said


def test_a_plan_that_was_cut_short_is_said_in_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "two-rivers.plan.yaml"
    plan(path)
    path.write_text(path.read_text().removesuffix("# end of the plan\n"))

    code = cli.main(["status", "two-rivers"])

    assert code == 0
    assert capsys.readouterr().err == words.say("reading.cut", file=path.name) + "\n"
