"""What each kind of computer does in its own way, run here for all of them."""

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import wizard
from wizard import words
from wizard.publishing import doctor
from wizard.storage import atomic
from wizard.systems import HERE, macos, named

HOUSE = Path(wizard.__file__).parent
ALL = ("linux", "darwin", "win32")
# Where the system is asked for beside its modules: in front of what Python has only for some, and a few lines that
# make Linux quicker.
ASKING = {
    *(
        "__main__.py",
        "screen/screen.py",
        "screen/type_ahead.py",
        "screen/terminal.py",
        "plain/front.py",
        "plain/keyboard.py",
    ),
    *("publishing/limits.py", "publishing/typesetting/printer.py", "publishing/worker.py"),
}


def test_this_machine_is_one_of_them() -> None:
    assert named(sys.platform) is HERE


@pytest.mark.parametrize(
    ("platform", "name"),
    [("linux", "linux"), ("darwin", "macos"), ("win32", "windows"), ("freebsd14", "linux")],
)
def test_each_platform_has_its_system(platform: str, name: str) -> None:
    assert named(platform).name == name


@pytest.mark.parametrize("platform", ALL)
def test_every_system_knows_the_same_libraries(platform: str) -> None:
    assert named(platform).libraries.keys() == named("linux").libraries.keys()
    assert "pango" in named(platform).libraries


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_each_system_is_told_how_to_get_the_text_library(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(doctor, "HERE", named(platform))

    told = words.of(doctor.problem(["pango"]))

    assert ("brew" in told, "MSYS2" in told) == (platform == "darwin", platform == "win32")


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_a_second_lock_on_the_same_file_is_refused(tmp_path: Path, platform: str) -> None:
    with (tmp_path / "lock").open("w") as first, (tmp_path / "lock").open("w") as second:
        named(platform).take(first.fileno())

        with pytest.raises(BlockingIOError):
            named(platform).take(second.fileno())


@pytest.mark.parametrize("platform", ALL)
def test_a_file_is_flushed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    with (tmp_path / "plan").open("w") as file:
        named(platform).flush(file.fileno())  # a Mac's own way is not known here, so it takes the usual one

        assert flushed == [file.fileno()]


def test_a_mac_is_asked_for_all_the_way_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []
    monkeypatch.setitem(sys.modules, "fcntl", with_names(fcntl=lambda file, how: asked.append((file, how))))
    monkeypatch.setattr(os, "fsync", lambda _: pytest.fail("once is enough"))
    with (tmp_path / "plan").open("w") as file:
        named("darwin").flush(file.fileno())

        assert asked == [(file.fileno(), macos.FULL)]


@pytest.mark.parametrize(("platform", "flushes"), [("linux", True), ("darwin", True), ("win32", False)])
def test_a_folder_is_flushed_where_that_is_possible(tmp_path: Path, platform: str, flushes: bool) -> None:
    there, gone = tmp_path, tmp_path / "gone"

    assert atomic.flush_folder(there, named(platform)) == set()
    if flushes:
        with pytest.raises(FileNotFoundError):
            atomic.flush_folder(gone, named(platform))
    else:
        assert atomic.flush_folder(gone, named(platform)) == set()


@pytest.mark.parametrize(("platform", "mode"), [("linux", 0o600), ("darwin", 0o600), ("win32", 0o640)])
def test_modes_are_given_where_there_are_modes(tmp_path: Path, platform: str, mode: int) -> None:
    file = tmp_path / "plan"
    file.touch()
    file.chmod(0o640)
    with file.open("r+b") as opened:
        refused = atomic._give_mode(opened.fileno(), None, named(platform))

    assert (refused, file.stat().st_mode & 0o777) == (set(), mode)


@pytest.mark.parametrize(("platform", "tries"), [("linux", 1), ("darwin", 1), ("win32", 8)])
def test_a_file_that_is_held_is_tried_again_on_windows_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, tries: int
) -> None:
    tried: list[object] = []

    def refuse(*names: object) -> None:
        tried.append(names)
        raise PermissionError(13, "in use")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        atomic.move(tmp_path / "a", tmp_path / "b", named(platform), wait=lambda _: None)

    assert len(tried) == tries


@pytest.mark.parametrize(("platform", "opener"), [("linux", "xdg-open"), ("darwin", "open")])
def test_a_file_is_handed_to_the_opener_as_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, opener: str
) -> None:
    told = tmp_path / "told"
    program = tmp_path / opener
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" >"{told}"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    file = tmp_path / "our plan; $(rm x) 'é'.pdf"

    named(platform).open(file)

    assert told.read_text(encoding="utf-8") == f"{file}|"


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_an_opener_that_refuses_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    for opener in ("xdg-open", "open"):
        (tmp_path / opener).write_text("#!/bin/sh\nexit 4\n", encoding="utf-8")
        (tmp_path / opener).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(subprocess.SubprocessError):
        named(platform).open(tmp_path / "plan.pdf")


def test_windows_opens_a_file_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(os, "startfile", opened.append, raising=False)

    named("win32").open(tmp_path / "plan.pdf")

    assert opened == [tmp_path / "plan.pdf"]


def test_a_child_stays_out_of_reach_of_the_terminal_where_there_are_groups() -> None:
    assert [named(platform).group for platform in ALL] == [0, 0, None]


def test_no_other_module_asks_which_system_this_is() -> None:
    asking = {
        module.relative_to(HOUSE).as_posix()
        for module in HOUSE.rglob("*.py")
        if module.parent.name != "systems" and "sys.platform" in module.read_text(encoding="utf-8")
    }

    assert asking == ASKING


def with_names(**names: object) -> ModuleType:
    """A module of one's own."""
    made = ModuleType("made")
    vars(made).update(names)
    return made
