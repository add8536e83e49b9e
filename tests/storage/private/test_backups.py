"""What is kept privately about a plan: folders, earlier versions, and forgetting all of it."""

import errno
import os
from pathlib import Path

import pytest

from tests.support.store_world import PLAN, key_of, mode, names_in, plan, private
from wizard.errors import Problem
from wizard.storage.plan_id import PLAN_ID
from wizard.storage.private import backups, folder
from wizard.storage.private.forgetting import forget
from wizard.storage.private.unfinished import Unfinished
from wizard.storage.store import Store

__all__ = ["plan", "private"]  # fixtures that pytest finds by their names


def test_what_is_kept_privately_is_private(plan: Path, private: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)
        held.keep_for_ever(PLAN % 1, "format-1")

    folder = private / "p-7f3kq2"
    assert mode(private) == mode(folder) == 0o700
    assert {mode(path) for path in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) == 4


def test_a_private_folder_open_to_others_is_closed(private: Path) -> None:
    private.mkdir(mode=0o755)

    folder.for_plan("p-7f3kq2")

    assert mode(private) == 0o700


@pytest.mark.parametrize(
    "name", ["", "p-", "p-ABCD", "../p-abcd", "p-abcd/..", "p-abcd\n", "p-1234567890123"]
)
def test_no_other_name_becomes_a_folder(name: str) -> None:
    with pytest.raises(ValueError, match="not the id"):
        folder.for_plan(name)


def test_a_file_without_an_id_takes_the_new_one_or_always_the_same(plan: Path) -> None:
    plan.write_bytes(b"about: {}\n")

    with Store.open(plan, new_id="p-abcd") as held:
        given = held.plan_id
    with Store.open(plan) as held:
        derived = held.plan_id
    with Store.open(plan) as held:
        again = held.plan_id

    assert given == "p-abcd"
    assert derived == again
    assert PLAN_ID.fullmatch(derived)


def test_the_first_save_of_a_sitting_puts_away_what_was_there(plan: Path) -> None:
    plan.write_bytes(PLAN % 1)
    with Store.open(plan) as held:
        for number in range(2, 10):
            held.save(PLAN % number)

        kept = [backup.read() for backup in held.backups().newest_first()]

    assert kept == [PLAN % 1]


def test_the_last_version_of_a_sitting_is_put_away_when_it_ends(plan: Path) -> None:
    plan.write_bytes(PLAN % 1)
    with Store.open(plan) as held:
        for number in range(2, 10):
            held.save(PLAN % number)
    with Store.open(plan):
        pass  # nothing was saved, so nothing is put away

    assert [backup.read() for backup in held.backups().newest_first()] == [PLAN % 9, PLAN % 1]


def test_ten_backups_stay_and_those_for_ever_beyond_them(private: Path) -> None:
    kept = backups.Backups(folder.for_plan("p-7f3kq2"))
    kept.keep_for_ever(PLAN % 0, "format-1")
    kept.keep_for_ever(PLAN % 0, "format-1")
    for number in range(1, 15):
        kept.keep(PLAN % number)
        kept.keep(PLAN % number)

    found = kept.newest_first()

    assert [backup.read() for backup in found] == [PLAN % number for number in [*range(14, 4, -1), 0]]
    assert [backup.label for backup in found if backup.for_ever] == ["format-1"]
    assert list(private.rglob("*.tmp")) == []


def test_a_clock_set_back_does_not_change_what_is_newest() -> None:
    kept = backups.Backups(folder.for_plan("p-7f3kq2"))
    kept.keep(PLAN % 1)
    kept.keep(PLAN % 2)
    os.utime(kept.newest_first()[0].path, (0, 0))

    newest = kept.newest_first()[0]

    assert newest.read() == PLAN % 2
    assert newest.saved().year <= 1970


def test_the_newest_good_backup_passes_over_broken_ones() -> None:
    kept = backups.Backups(folder.for_plan("p-7f3kq2"))
    for data in (b"good 1", b"good 2", b"broken"):
        kept.keep(data)

    def check(data: bytes) -> None:
        if b"good" not in data:
            raise Problem("file.faults")

    good = kept.newest_good(check)

    assert good is not None
    assert good.read() == b"good 2"
    assert kept.newest_good(lambda _: check(b"")) is None


def test_a_label_cannot_be_a_path() -> None:
    kept = backups.Backups(folder.for_plan("p-7f3kq2"))

    with pytest.raises(ValueError, match="label"):
        kept.keep_for_ever(PLAN % 1, "../x")


def test_what_a_killed_wizard_left_is_cleared_and_nothing_else(plan: Path) -> None:
    Store.make_new(plan, PLAN % 1).close()
    (plan.parent / "~pw-7f3kq2-12345678.tmp").write_bytes(b"half")
    other = plan.parent / "~pw-other1-12345678.tmp"
    other.write_bytes(b"somebody else is writing this")

    Store.open(plan).close()

    assert names_in(plan.parent) == [plan.name, other.name]


def test_forgetting_clears_everything_but_the_plan(plan: Path, tmp_path: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)
        held.keep_for_ever(PLAN % 1, "format-1")
        Unfinished(held.folder).keep({"about.name": "Two Ri"})
    cached = folder.cache_of_plan("p-7f3kq2")
    cached.mkdir(parents=True)
    (cached / "page.html").write_text("a name")
    (plan.parent / "~pw-7f3kq2-12345678.tmp").write_bytes(b"half")

    removed = forget("p-7f3kq2", plan)

    left = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    assert removed == 5
    assert sorted(left) == ["lock", plan.name]
    assert plan.read_bytes() == PLAN % 2


def test_a_plan_that_is_open_is_not_forgotten(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)

        with pytest.raises(Problem) as caught:
            forget("p-7f3kq2", plan)

        assert key_of(caught) == "store.busy"
        assert len(held.backups().newest_first()) == 1


def test_what_could_not_be_forgotten_is_said(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EACCES, "no")

    monkeypatch.setattr(os, "unlink", refuse)

    with pytest.raises(Problem) as caught:
        forget("p-7f3kq2")

    assert key_of(caught) == "store.not_forgotten"
