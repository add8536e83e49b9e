"""Every system call of a save fails, dies or falls short: the plan is whole, and the next try saves."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.store_world import number_in, opened, private, words
from wizard.errors import Problem
from wizard.storage import store
from wizard.storage.store import Store

__all__ = ["private"]  # a fixture that pytest finds by its name

CALLS = (
    "open",
    "read",
    "write",
    "fsync",
    "close",
    "replace",
    "unlink",
    "link",
    "fstat",
    "chmod",
    "stat",
    "scandir",
)
REAL = {name: getattr(os, name) for name in CALLS}
ERRNOS = (
    "ENOSPC",
    "EDQUOT",
    "EIO",
    "EACCES",
    "EPERM",
    "EROFS",
    "EMFILE",
    "ENOENT",
    "ESTALE",
    "EINVAL",
    "EBUSY",
)


class Dead(BaseException):
    """The process is gone: no call after this one reaches the system."""


class Faulty:
    """Lets the calls of the system through, but for the one that is told to fail."""

    def __init__(self, at: int, trouble: int | None, short: bool = False) -> None:
        self.at, self.trouble, self.short = at, trouble, short
        self.count = 0
        self.dead = False

    def __enter__(self) -> "Faulty":
        for name in CALLS:
            setattr(os, name, self.wrapped(name))
        return self

    def __exit__(self, *_: object) -> None:
        for name, real in REAL.items():
            setattr(os, name, real)

    def wrapped(self, name: str) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            if self.dead:
                raise Dead
            self.count += 1
            if self.count != self.at:
                return None if name == "fsync" else REAL[name](*given, **named)
            if name == "write" and self.short:
                wrote = REAL[name](given[0], bytes(given[1])[: max(1, len(given[1]) // 2)])
                if self.trouble is not None:
                    return wrote
            if self.trouble is None:
                self.dead = True
                raise Dead
            if name == "close":
                REAL[name](*given)
            raise OSError(self.trouble, os.strerror(self.trouble))

        return call


def calls_of_a_save(folder: Path) -> int:
    held = opened(folder)
    with Faulty(0, None) as counting:
        held.save(words(3))
    held.close()
    return counting.count


TROUBLES: list[tuple[str, bool]] = [(name, False) for name in ERRNOS] + [
    ("EIO", True),
    ("dies", False),
    ("dies", True),
]


@pytest.mark.parametrize(
    ("trouble", "short"), TROUBLES, ids=[f"{name}{'-short' * short}" for name, short in TROUBLES]
)
def test_whatever_call_of_a_save_goes_wrong_the_plan_is_whole_and_the_next_try_saves(
    tmp_path: Path, trouble: str, short: bool, record_property: Callable[[str, object], None]
) -> None:
    number = None if trouble == "dies" else getattr(errno, trouble)
    calls = calls_of_a_save(tmp_path / "count")
    assert calls > 25

    for at in range(1, calls + 1):
        held = opened(tmp_path / "world")
        saved, stumbled = False, None
        with Faulty(at, number, short) as world:
            try:
                saved = held.save(words(3))
            except (Problem, Dead) as stopped:
                stumbled = stopped
        after = number_in(held.path.read_bytes())

        assert after in ((3,) if saved else (2, 3)), f"call {at}"
        assert saved or stumbled is not None, f"call {at}"
        if not world.dead:
            assert held.save(words(3)) in (True, False), f"call {at}: the same again"
            assert number_in(held.path.read_bytes()) == 3, f"call {at}"
            _has_its_backup(held, f"call {at}")
        held.close()
        with Store.open(held.path) as again:
            assert again.save(words(4)), f"call {at}: the next sitting"
        assert number_in(held.path.read_bytes()) == 4, f"call {at}"
        assert [path.name for path in (tmp_path / "world").rglob("*.tmp")] == [], f"call {at}"
        assert held.path.stat().st_mode & 0o777 in ((0o640,) if not held.remarks else (0o640, 0o600))
    record_property("faults", calls)


def _has_its_backup(held: Store, where: str) -> None:
    kept = [backup.read() for backup in held.backups().newest_first()]
    assert words(2) in kept or "store.no_backups" in [remark.key for remark in held.remarks], where


def test_a_disk_that_is_full_is_called_full_and_a_copy_can_go_elsewhere(tmp_path: Path) -> None:
    held = opened(tmp_path / "world")

    with Faulty(0, None) as world:
        setattr(os, "write", full)  # noqa: B010
        caught = refusal_of(held)
    copy = store.save_copy(tmp_path / "stick.plan.yaml", words(3))
    held.close()

    assert world.count
    assert caught.key == "store.disk_full"
    assert caught.details["file"] == "a.plan.yaml"
    assert (number_in(held.path.read_bytes()), number_in(copy.read_bytes())) == (2, 3)


def refusal_of(held: Store) -> Problem:
    with pytest.raises(Problem) as caught:
        held.save(words(3))
    return caught.value


def full(*_: object) -> int:
    raise OSError(errno.ENOSPC, "full")


def test_the_sweep_notices_a_plain_write(tmp_path: Path) -> None:
    """The control: opening the plan itself for writing is torn by dying half way."""
    plan = tmp_path / "a.plan.yaml"
    plan.write_bytes(words(2))

    descriptor = os.open(plan, os.O_WRONLY | os.O_TRUNC)
    with Faulty(1, None, short=True), pytest.raises(Dead):
        os.write(descriptor, words(3))
    os.close(descriptor)

    assert number_in(plan.read_bytes()) == -1


def test_every_refusal_has_a_sentence_of_its_own_or_says_what_the_system_said() -> None:
    from wizard.storage.troubles import KEYS, problem_of

    known = problem_of(OSError(errno.EROFS, "read-only"), Path("/x/a.plan.yaml"))
    unknown = problem_of(OSError(errno.EXDEV, "Odd thing"), Path("/x/a.plan.yaml"))

    assert len(KEYS) >= 20
    assert known.key == "store.read_only_disk"
    assert (unknown.key, unknown.details["reason"]) == ("store.failed", "Odd thing")
    assert json.dumps(known.details)
