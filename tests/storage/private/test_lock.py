"""One wizard a plan; and what Windows does differently."""

import errno
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.store_world import PLAN, key_of, plan, private
from wizard.errors import Problem
from wizard.storage import atomic
from wizard.storage.private import lock
from wizard.storage.store import Store
from wizard.systems import HERE, named

ROOT = Path(__file__).parents[3]

__all__ = ["plan", "private"]  # fixtures that pytest finds by their names


def test_a_second_wizard_on_the_same_plan_is_told_so(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1):
        with pytest.raises(Problem) as caught:
            Store.open(plan)

        assert key_of(caught) == "store.busy"

    Store.open(plan).close()


def test_a_holder_that_was_killed_holds_nothing(plan: Path) -> None:
    plan.write_bytes(PLAN % 1)
    program = (
        "import sys, time\nfrom wizard.storage.store import Store\n"
        "held = Store.open(sys.argv[1])\nprint('held', flush=True)\ntime.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program, plan], stdout=subprocess.PIPE, cwd=ROOT) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(Problem) as caught:
            Store.open(plan)
        holder.kill()

    assert key_of(caught) == "store.busy"
    Store.open(plan).close()


def test_where_locks_are_not_known_the_work_goes_on(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(lock, "HERE", replace(HERE, take=refuse))

    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)

    assert [remark.key for remark in held.remarks] == ["store.no_lock"]
    assert plan.read_bytes() == PLAN % 2


class FakeMsvcrt:
    """What Windows offers, as far as it is used."""

    LK_NBLCK = 2

    def __init__(self, answer: OSError | None) -> None:
        self.answer = answer
        self.asked: list[tuple[int, int]] = []

    def locking(self, _: int, how: int, length: int) -> None:
        self.asked.append((how, length))
        if self.answer:
            raise self.answer


@pytest.mark.parametrize(("answer", "held"), [(None, True), (PermissionError(errno.EACCES, "held"), False)])
def test_the_windows_lock_says_who_holds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: OSError | None, held: bool
) -> None:
    windows = FakeMsvcrt(answer)
    monkeypatch.setitem(sys.modules, "msvcrt", windows)
    one = lock.Lock(tmp_path / "lock", named("win32"))

    got = one.acquire()
    one.release()

    assert got is held
    assert windows.asked == [(windows.LK_NBLCK, 1)]


def test_on_windows_a_scanner_holding_the_file_is_waited_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_text("new")
    real, refusals = os.replace, [PermissionError(13, "in use")] * 3
    pauses: list[float] = []

    def stubborn(*names: Any) -> None:
        if refusals:
            raise refusals.pop()
        real(*names)

    monkeypatch.setattr(os, "replace", stubborn)
    atomic.move(source, target, system=named("win32"), wait=pauses.append)

    assert target.read_text() == "new"
    assert pauses == [0.02, 0.04, 0.08]


def test_patience_on_windows_ends_after_about_two_and_a_half_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "in use")

    pauses: list[float] = []
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        atomic.move(tmp_path / "a", tmp_path / "b", system=named("win32"), wait=pauses.append)

    assert 2.3 < sum(pauses) < 2.7
