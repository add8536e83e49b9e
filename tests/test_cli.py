"""The command line: what is typed wrongly is told in one sentence, with exit code 2, before anything is done."""

from pathlib import Path

import pytest

from wizard import cli, words
from wizard.cli import main
from wizard.content import PACKAGE

EXAMPLE = str(PACKAGE / "examples" / "two-rivers-quick.plan.yaml")


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        (["print", EXAMPLE, "-o", ""], "-o"),
        (["print", EXAMPLE, "-o="], "-o"),
        (["print", EXAMPLE, "--html", ""], "--html"),
        (["--in", "", "status", "two-rivers"], "--in"),
        (["--flows", "", "outline"], "--flows"),
        (["fill", "x", "--from", ""], "--from"),
        (["merge", "a", "b", "-o", ""], "-o"),
        (["merge", "a", "b", "--base", "", "-o", "c"], "--base"),
    ],
)
def test_an_option_with_an_empty_name_is_refused_and_nothing_is_written(
    typed: list[str],
    missing: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    code = main(typed)

    said = capsys.readouterr()
    assert (code, said.out, said.err) == (2, "", words.say("cli.no_value", name=missing) + "\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "command", [["new"], ["open"], ["status"], ["forget"], ["print"], ["example"], ["fill", "--from", "x"]]
)
def test_a_file_or_folder_with_an_empty_name_is_asked_for(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    code = main([*command, ""])

    said = capsys.readouterr()
    assert (code, said.out, said.err.count("\n")) == (2, "", 1)
    assert said.err.startswith("Please add F")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "typed",
    [
        ["--plain", "open", "x"],
        ["open", "x", "--plain"],
        ["new", "--plain", "x"],
        ["merge", "a", "b", "-o", "c", "--plain"],
        ["--plain"],
    ],
)
def test_plain_lines_can_be_asked_for_before_and_behind_the_command(typed: list[str]) -> None:
    assert cli._parser().parse_args(typed).plain
    assert not cli._parser().parse_args([each for each in typed if each != "--plain"]).plain


@pytest.mark.parametrize("typed", [["--in", "folder", "status", "x"], ["status", "x", "--in", "folder"]])
def test_the_folder_of_plans_can_be_named_before_and_behind_the_command(typed: list[str]) -> None:
    assert cli._parser().parse_args(typed).folder == Path("folder")


def test_an_option_that_is_not_known_is_no_name_with_spaces(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["status", EXAMPLE, "--jsn"])

    said = capsys.readouterr().err
    assert code == 2
    assert said.startswith('"--jsn" is not known here. Type "')
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            ["--document", "one_pag"],
            '"one_pag" cannot stand behind --document (did you mean "one-page"?). Choose from plan, one-page',
        ),
        (["--paper", "a5"], '"a5" cannot stand behind --paper. Choose from letter, a4.\n'),
        (["--document", "one-page", "--templates", "x"], "--templates cannot be used together with another"),
    ],
)
def test_a_word_that_an_option_does_not_know_is_told_with_those_it_knows(
    typed: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["print", EXAMPLE, *typed])

    told = capsys.readouterr().err
    assert code == 2
    assert told.startswith(said)
    assert told.count("\n") == 1
