"""The commands that only read: status and forget, and which file is meant."""

import json
from pathlib import Path

import pytest

from tests.shipped import draft_of
from wizard import cli
from wizard.storage import plan_file


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARTNERSHIP_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("PARTNERSHIP_CACHE", str(tmp_path / "cache"))
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
    assert "minutes of questions are left" in said


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


@pytest.mark.parametrize("command", [[], ["new", "two-rivers"], ["open", "two-rivers"]])
def test_without_a_terminal_it_says_what_to_do(
    folder: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = cli.main(command)

    said = capsys.readouterr()
    assert code == 1
    assert "terminal" in said.err
    assert "partnership print" in said.err
    assert not list(folder.glob("*.yaml"))


def test_a_new_plan_never_takes_the_place_of_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(folder / "two-rivers.plan.yaml")

    code = cli.main(["new", "two-rivers"])

    assert code == 1
    assert 'Type "partnership open' in capsys.readouterr().err


def test_an_unknown_word_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.main(["opne", "two-rivers"])

    assert code == 2
    assert capsys.readouterr().err
