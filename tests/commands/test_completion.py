"""`partnership completion`: real shells complete commands, options and plan files from the command line's own table."""

import argparse
import os
import pty
import select
import shutil
import subprocess
from pathlib import Path

import pytest

from wizard.arguments import COMMANDS
from wizard.cli import _parser, main

SHELLS = ("bash", "zsh", "fish")
COMPLETED = [
    ("pri", "print"),
    ("completion fi", "completion fish"),
    ("print --pap", "print --paper"),
    ("print --paper a", "print --paper a4"),
    ("print --document po", "print --document poster"),
    ("open x", "open x.plan.yaml"),
    ("status pl", "status plan.pdf"),
    ("fill x --from n", "fill x --from notes.txt"),
    ("fill x.plan.yaml --prefer n", "fill x.plan.yaml --prefer new"),
    ("merge x.plan.yaml t", "merge x.plan.yaml two rivers.plan.yaml"),
    ("--in fo", "--in folder/"),
    ("example fo", "example folder/"),
]
TABBED = {
    "bash": "{setup}\nbind 'set bell-style none'\n",
    "zsh": "{setup}\nunsetopt beep auto_list\n",
}


def script(shell: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["completion", shell]) == 0
    return capsys.readouterr().out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    (folder / "folder").mkdir(parents=True)
    for name in ("x.plan.yaml", "two rivers.plan.yaml", "plan.pdf", "notes.txt", "x.txt"):
        (folder / name).touch()
    return folder


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_every_option_of_the_table_is_in_the_script(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = script(shell, capsys)
    (commands,) = (each for each in _parser()._actions if isinstance(each, argparse._SubParsersAction))

    options = {
        option
        for one in commands.choices.values()
        for action in one._actions
        if action.help != argparse.SUPPRESS
        for option in action.option_strings
    }
    assert set(commands.choices) == set(COMMANDS)
    assert len(options) > 15
    assert [name for name in COMMANDS if name not in said] == []
    assert [each for each in options if (each.lstrip("-") if shell == "fish" else each) not in said] == []


def test_a_command_added_to_the_table_is_completed_at_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(COMMANDS, "forget", (COMMANDS["forget"][0], lambda one: one.add_argument("--newest")))

    assert all("newest" in script(shell, capsys) for shell in SHELLS)


def test_an_unknown_shell_is_told_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_real_shell_completes_with_the_tab_key(
    shell: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here")
    asks = script(shell, capsys)
    (tmp_path / "completion").write_text(asks)
    got = tmp_path / "got"
    setup = f"source {tmp_path}/completion\nPS1='READY '\npartnership() {{ local IFS=' '; echo \"$*\" >> {got}; }}\n"
    if shell == "zsh":
        setup = f"autoload -Uz compinit\ncompinit -u -D\n{setup}"
    (tmp_path / ".zshrc").write_text(TABBED[shell].format(setup=setup))
    (tmp_path / ".bashrc").write_text(TABBED[shell].format(setup=setup))

    typed_in(shell, folder, tmp_path, [begun for begun, _ in COMPLETED])

    lines = [line.rstrip("/ ") for line in got.read_text().splitlines()]  # zsh lets the last slash go
    assert lines == [whole.rstrip("/") for _, whole in COMPLETED]


def test_fish_completes_as_well(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if shutil.which("fish") is None:
        pytest.skip("there is no fish here")
    (tmp_path / "completion").write_text(script("fish", capsys))

    found = {begun: fish(tmp_path, folder, f"partnership {begun}") for begun, _ in COMPLETED}

    for begun, whole in COMPLETED:
        assert found[begun][0] == whole.removeprefix(begun.rpartition(" ")[0]).strip(), begun


def fish(home: Path, folder: Path, line: str) -> list[str]:
    """What fish offers for a line."""
    said = subprocess.run(
        ["fish", "-c", f"source {home}/completion; complete -C '{line}'"],
        cwd=folder,
        env={**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return [each.split("\t")[0] for each in said.stdout.splitlines()]


def typed_in(shell: str, folder: Path, home: Path, lines: list[str]) -> None:
    """Types lines into a shell on a pseudo-terminal, each with the Tab key and Enter behind it."""
    command = {"bash": ["bash", "--rcfile", f"{home}/.bashrc", "-i"], "zsh": ["zsh", "-i"]}[shell]
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ.update(TERM="vt100", HOME=str(home), ZDOTDIR=str(home))
        os.execvp(command[0], command)
    _until(terminal, b"READY ")
    for line in lines:
        os.write(terminal, f"partnership {line}\t\r".encode())
        _until(terminal, b"READY ")
    os.write(terminal, b"exit\r")
    os.waitpid(child, 0)
    os.close(terminal)


def _until(terminal: int, text: bytes) -> None:
    said = b""
    while text not in said:
        assert select.select([terminal], [], [], 20)[0], said
        said += os.read(terminal, 4096)
