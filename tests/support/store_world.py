"""A world of their own for tests of the store: private folders and a folder for plans, away from the user's."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from wizard.errors import Problem
from wizard.storage.store import Store

PLAN = b"format: 1\nplan_id: p-7f3kq2\nabout:\n  name: %d\n"


@pytest.fixture(autouse=True)
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The private state folder; it is not there yet."""
    monkeypatch.setenv("PARTNERSHIP_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("PARTNERSHIP_CACHE", str(tmp_path / "cache"))
    return tmp_path / "state"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Where a plan may be made."""
    folder = tmp_path / "plans"
    folder.mkdir()
    return folder / "two-rivers.plan.yaml"


def mode(path: Path) -> int:
    """The permissions of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


def key_of(caught: pytest.ExceptionInfo[Problem]) -> str:
    """Which sentence was said."""
    return caught.value.key


def names_in(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def words(number: int) -> bytes:
    return b"plan_id: p-7f3kq2\nn: %d\nend: yes\n" % number


def number_in(raw: bytes) -> int:
    """The version in the file; -1 when it is torn."""
    for number in range(10):
        if raw == words(number):
            return number
    return -1


def opened(folder: Path) -> Store:
    """A plan with version 2 in it, in an empty world."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ["PARTNERSHIP_STATE"] = str(folder / "state")
    plan = folder / "a.plan.yaml"
    plan.write_bytes(words(2))
    plan.chmod(0o640)
    return Store.open(plan)
