"""The power goes at every moment of a save: what may be found on the disk afterwards is a whole plan, never old.

The model: what was written to a file survives up to its last flush, and any part of what came later may survive
too; names put into a folder survive up to the folder's last flush, after it in order (an ordered journal) or in
any combination (the weak model). Every state of the disk that this allows is looked at.
"""

import itertools
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.support.store_world import number_in, opened, private, words
from wizard.storage import atomic
from wizard.storage.store import Store

__all__ = ["private"]  # a fixture that pytest finds by its name

REAL = {name: getattr(os, name) for name in ("open", "write", "fsync", "replace", "unlink")}


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


def disks_after_a_cut(
    disk: Disk, before: dict[str, int], weak: bool
) -> Iterator[tuple[int, dict[str, bytes]]]:
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
    tmp_path: Path, weak: bool, record_property: Callable[[str, object], None]
) -> None:
    states, bad = lost(tmp_path / "world", weak)

    record_property(
        "shown", f"power cut, {'weak' if weak else 'ordered'}: {states} states of the disk, {bad} bad"
    )
    assert states > 50
    assert bad == 0


@pytest.mark.parametrize("left_out", ["_flush", "flush_folder"])
def test_the_model_notices_when_a_flush_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left_out: str
) -> None:
    monkeypatch.setattr(atomic, left_out, lambda _: set())

    _, bad = lost(tmp_path / "world", weak=False)

    assert bad > 0
