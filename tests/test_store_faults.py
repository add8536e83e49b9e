"""Every system call of a save fails, dies or falls short; and the power goes at every moment of it.

The power-cut model: what was written to a file survives up to its last flush, and any part of what came later
may survive too; names put into a folder survive up to the folder's last flush, after it in order (an ordered
journal) or in any combination (the weak model). Every state of the disk that this allows is looked at.
"""

import errno
import itertools
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from wizard.errors import Problem
from wizard.storage import atomic, store
from wizard.storage.store import Store

CALLS = ("open", "read", "write", "fsync", "close", "replace", "unlink", "link", "fstat", "fchmod", "stat", "scandir")
REAL = {name: getattr(os, name) for name in CALLS}
ERRNOS = ("ENOSPC", "EDQUOT", "EIO", "EACCES", "EPERM", "EROFS", "EMFILE", "ENOENT", "ESTALE", "EINVAL", "EBUSY")


@pytest.fixture(autouse=True)
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERSHIP_STATE", str(tmp_path / "state"))


def words(number: int) -> bytes:
    return b"plan_id: p-7f3kq2\nn: %d\nend: yes\n" % number


def number_in(raw: bytes) -> int:
    """The version in the file; -1 when it is torn."""
    for number in range(10):
        if raw == words(number):
            return number
    return -1


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


def opened(folder: Path) -> Store:
    """A plan with version 2 in it, in an empty world."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ["PARTNERSHIP_STATE"] = str(folder / "state")
    plan = folder / "a.plan.yaml"
    plan.write_bytes(words(2))
    plan.chmod(0o640)
    return Store.open(plan)


def calls_of_a_save(folder: Path) -> int:
    held = opened(folder)
    with Faulty(0, None) as counting:
        held.save(words(3))
    held.close()
    return counting.count


TROUBLES: list[tuple[str, bool]] = [(name, False) for name in ERRNOS] + [("EIO", True), ("dies", False), ("dies", True)]


@pytest.mark.parametrize(("trouble", "short"), TROUBLES, ids=[f"{name}{'-short' * short}" for name, short in TROUBLES])
def test_whatever_call_of_a_save_goes_wrong_the_plan_is_whole_and_the_next_try_saves(
    tmp_path: Path, trouble: str, short: bool
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


def _has_its_backup(held: Store, where: str) -> None:
    kept = [backup.read() for backup in held.backups().newest_first()]
    assert words(2) in kept or "store.no_backups" in [remark.key for remark in held.remarks], where


def test_a_disk_that_is_full_is_called_full_and_a_copy_can_go_elsewhere(tmp_path: Path) -> None:
    held = opened(tmp_path / "world")

    with Faulty(0, None) as world:
        os.write = full  # type: ignore[assignment]
        with pytest.raises(Problem) as caught:
            held.save(words(3))
    copy = store.save_copy(tmp_path / "stick.plan.yaml", words(3))
    held.close()

    assert world.count
    assert caught.value.key == "store.disk_full"
    assert caught.value.details["file"] == "a.plan.yaml"
    assert (number_in(held.path.read_bytes()), number_in(copy.read_bytes())) == (2, 3)


def full(*_: object) -> int:
    raise OSError(errno.ENOSPC, "full")


# --- the power goes ----------------------------------------------------------------------------------


@dataclass
class Disk:
    """What a save did to names and bytes, in order."""

    names: dict[str, int]
    data: dict[int, bytes]
    done: list[tuple[Any, ...]] = field(default_factory=list)
    descriptors: dict[int, tuple[str, Any]] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1000))

    @classmethod
    def of(cls, folder: Path) -> "Disk":
        numbers = itertools.count(1)
        names = {str(path): next(numbers) for path in sorted(folder.rglob("*")) if path.is_file()}
        return cls(dict(names), {number: Path(name).read_bytes() for name, number in names.items()})

    def open(self, path: Any, flags: int, *rest: Any, **named: Any) -> int:
        descriptor: int = REAL["open"](path, flags, *rest, **named)
        name = str(path)
        if flags & os.O_DIRECTORY:
            self.descriptors[descriptor] = ("folder", name)
        elif flags & os.O_CREAT:
            self.descriptors[descriptor] = ("file", next(self.numbers))
            self.done.append(("name", str(Path(name).parent), name, self.descriptors[descriptor][1]))
        else:
            self.descriptors[descriptor] = ("other", name)
        return descriptor

    def write(self, descriptor: int, data: Any) -> int:
        count: int = REAL["write"](descriptor, data)
        self.done.append(("write", self.descriptors[descriptor][1], bytes(data[:count])))
        return count

    def fsync(self, descriptor: int) -> None:
        self.done.append(("flush", *self.descriptors[descriptor]))

    def replace(self, source: Any, target: Any) -> None:
        REAL["replace"](source, target)
        self.done.append(("rename", str(Path(target).parent), str(source), str(target)))

    def unlink(self, path: Any, **named: Any) -> None:
        REAL["unlink"](path, **named)
        self.done.append(("unlink", str(Path(path).parent), str(path)))


def recorded(held: Store, versions: tuple[int, ...]) -> tuple[Disk, dict[str, int]]:
    disk = Disk.of(held.path.parent)
    before = dict(disk.names)
    for name in ("open", "write", "fsync", "replace", "unlink"):
        setattr(os, name, getattr(disk, name))
    try:
        for version in versions:
            held.save(words(version))
            disk.done.append(("told", version))
    finally:
        for name, real in REAL.items():
            setattr(os, name, real)
    return disk, before


def disks_after_a_cut(disk: Disk, before: dict[str, int], weak: bool) -> Iterator[tuple[int, dict[str, bytes]]]:
    """Each (last version told to the person, names and bytes that may be found after the power came back)."""
    for cut in range(len(disk.done) + 1):
        done = disk.done[:cut]
        told = max((each[1] for each in done if each[0] == "told"), default=2)
        for names in names_after(done, before, weak):
            for data in data_after(done, disk.data):
                yield told, {name: data.get(number, b"") for name, number in names.items()}


def names_after(done: list[tuple[Any, ...]], before: dict[str, int], weak: bool) -> Iterator[dict[str, int]]:
    flushed = {each[2]: at for at, each in enumerate(done) if each[:2] == ("flush", "folder")}
    entries = [at for at, each in enumerate(done) if each[0] in ("name", "rename", "unlink")]
    sure = [at for at in entries if at < flushed.get(done[at][1], -1)]
    maybe = [at for at in entries if at not in sure]
    lengths = range(len(maybe) + 1)
    if weak:
        kept = [each for length in lengths for each in itertools.combinations(maybe, length)]
    else:
        kept = [tuple(maybe[:length]) for length in lengths]
    made = {each[2]: each[3] for each in done if each[0] == "name"}
    for some in kept:
        names = dict(before)
        for at in sorted([*sure, *some]):
            each = done[at]
            if each[0] == "name":
                names[each[2]] = each[3]
            elif each[0] == "unlink":
                names.pop(each[2], None)
            else:
                names[each[3]] = names.pop(each[2], made[each[2]])
        yield names


def data_after(done: list[tuple[Any, ...]], before: dict[int, bytes]) -> Iterator[dict[int, bytes]]:
    choices = []
    for number in {each[1] for each in done if each[0] == "write"}:
        writes = [(at, each[2]) for at, each in enumerate(done) if each[:2] == ("write", number)]
        last = max((at for at, each in enumerate(done) if each == ("flush", "file", number)), default=-1)
        whole = b"".join(data for _, data in writes)
        safe = sum(len(data) for at, data in writes if at < last)
        found = {whole[:length] for length in (safe, (safe + len(whole)) // 2, len(whole))}
        if safe < len(whole):
            found.add(b"\0" * len(whole))
        choices.append([(number, each) for each in sorted(found)])
    for some in itertools.product(*choices):
        yield before | dict(some)


def lost(folder: Path, weak: bool) -> tuple[int, int]:
    """How many states of the disk there are, and in how many of them the plan is torn or too old."""
    held = opened(folder)
    disk, before = recorded(held, (3, 4))
    held.close()
    states = bad = 0
    for told, files in disks_after_a_cut(disk, before, weak):
        states += 1
        bad += number_in(files.get(str(held.path), b"")) < told
    return states, bad


@pytest.mark.parametrize("weak", [False, True], ids=["ordered", "weak"])
def test_no_moment_of_a_power_cut_tears_the_plan_or_takes_back_what_was_said_to_be_saved(
    tmp_path: Path, weak: bool
) -> None:
    states, bad = lost(tmp_path / "world", weak)

    print(f"power cut, {'weak' if weak else 'ordered'}: {states} states of the disk, {bad} bad")
    assert states > 50
    assert bad == 0


@pytest.mark.parametrize("left_out", ["_flush", "flush_folder"])
def test_the_model_notices_when_a_flush_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left_out: str
) -> None:
    monkeypatch.setattr(atomic, left_out, lambda _: set())

    _, bad = lost(tmp_path / "world", weak=False)

    assert bad > 0


def test_the_sweep_notices_a_plain_write(tmp_path: Path) -> None:
    """The control: opening the plan itself for writing is torn by dying half way."""
    plan = tmp_path / "a.plan.yaml"
    plan.write_bytes(words(2))

    with Faulty(2, None, short=True), pytest.raises(Dead):
        descriptor = os.open(plan, os.O_WRONLY | os.O_TRUNC)
        os.write(descriptor, words(3))

    assert number_in(plan.read_bytes()) == -1


def test_every_refusal_has_a_sentence_of_its_own_or_says_what_the_system_said() -> None:
    from wizard.storage.troubles import KEYS, problem_of

    known = problem_of(OSError(errno.EROFS, "read-only"), Path("/x/a.plan.yaml"))
    unknown = problem_of(OSError(errno.EXDEV, "Odd thing"), Path("/x/a.plan.yaml"))

    assert len(KEYS) >= 20
    assert known.key == "store.read_only_disk"
    assert (unknown.key, unknown.details["reason"]) == ("store.failed", "Odd thing")
    assert json.dumps(known.details)
