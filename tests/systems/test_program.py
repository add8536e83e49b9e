"""The program as a folder of modules and as one file: how it starts a module again, and what tells of a change."""

import os
import sys
from pathlib import Path

import pytest

from one_file import start
from wizard.publishing import child_process, worker
from wizard.systems import named, program


@pytest.fixture
def one_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """As it is inside the file that `./run build` makes."""
    whole = tmp_path / "partnership"
    whole.write_bytes(b"all of it")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(whole))
    monkeypatch.setattr(sys, "_MEIPASS", "/unpacked", raising=False)
    return whole


def test_a_module_is_started_by_python() -> None:
    assert program.command_of("wizard.publishing.worker") == [
        sys.executable,
        "-P",
        "-m",
        "wizard.publishing.worker",
    ]


def test_the_one_file_knows_a_child_process_by_the_name_that_it_is_called() -> None:
    assert start.WORKER == child_process.WORKER == worker.__name__


def test_one_file_starts_itself_with_the_name_of_a_module(one_file: Path) -> None:
    command = program.command_of(start.WORKER)

    assert command == [str(one_file), "wizard.publishing.worker"]


def test_every_module_counts_for_a_change(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("a = 1", encoding="utf-8")
    before = [*program.marks([module])]
    module.write_text("a = 10", encoding="utf-8")

    after = [*program.marks([module])]

    assert len(before) == len(after) == 1
    assert before != after


def test_modules_of_one_file_need_not_lie_anywhere(one_file: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone.py"

    marks = [*program.marks([gone])]

    assert [mark.split()[:2] for mark in marks] == [["partnership", str(one_file.stat().st_size)]]


@pytest.mark.usefixtures("one_file")
@pytest.mark.parametrize(
    ("system", "told"),
    [
        ("linux", {"LD_LIBRARY_PATH": "/unpacked"}),
        ("darwin", {"DYLD_LIBRARY_PATH": "/unpacked"}),
        ("win32", {}),
    ],
)
def test_the_libraries_of_one_file_are_found_by_its_child(system: str, told: dict[str, str]) -> None:
    assert program.libraries_for_child(named(system)) == told


def test_a_folder_of_modules_changes_nothing_for_its_child() -> None:
    assert program.libraries_for_child() == {}


@pytest.mark.usefixtures("one_file")
@pytest.mark.parametrize("before", [None, "/opt/theirs"])
def test_other_programs_find_their_own_libraries(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/unpacked")
    if before:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)

    program.give_back_environment()

    assert os.environ.get("LD_LIBRARY_PATH") == before
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
