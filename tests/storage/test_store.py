"""One plan file in our keeping: saved whole, guarded against others, in spite of what a disk refuses."""

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.support.store_world import PLAN, key_of, mode, names_in, plan, private
from wizard.errors import Problem
from wizard.storage import atomic, file_name, store
from wizard.storage.store import Store

__all__ = ["plan", "private"]  # fixtures that pytest finds by their names


def test_a_new_plan_is_private_and_alone_in_its_folder(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)

    assert plan.read_bytes() == PLAN % 2
    assert mode(plan) == 0o600
    assert names_in(plan.parent) == [plan.name]
    assert held.remarks == []


def test_a_new_plan_whose_folder_could_not_be_flushed_is_flushed_by_the_next_save(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[Path] = []

    def refuse(_: Path) -> set[str]:
        raise OSError(errno.EIO, "trouble")

    def take(folder: Path) -> set[str]:
        flushed.append(folder)
        return set()

    with monkeypatch.context() as troubled:
        troubled.setattr(atomic, "flush_folder", refuse)
        held = Store.make_new(plan, PLAN % 1)
        copy = store.save_copy(plan.with_name("copy.plan.yaml"), PLAN % 1)
    monkeypatch.setattr(atomic, "flush_folder", take)
    again = held.save(PLAN % 1)
    held.close()

    assert again
    assert flushed == [plan.parent]
    assert plan.read_bytes() == copy.read_bytes() == PLAN % 1


def test_a_new_plan_never_takes_the_place_of_a_file(plan: Path) -> None:
    plan.write_bytes(b"mine")

    with pytest.raises(Problem) as caught:
        Store.make_new(plan, PLAN % 1)

    assert key_of(caught) == "store.exists"
    assert plan.read_bytes() == b"mine"
    assert names_in(plan.parent) == [plan.name]


def test_a_file_system_without_hard_links_can_hold_a_new_plan(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    Store.make_new(plan, PLAN % 1).close()

    with pytest.raises(Problem) as caught:
        Store.make_new(plan, PLAN % 2)

    assert key_of(caught) == "store.exists"
    assert plan.read_bytes() == PLAN % 1


def test_a_plan_that_is_not_there_is_said_to_be_missing(plan: Path) -> None:
    with pytest.raises(Problem) as caught:
        Store.open(plan)

    assert key_of(caught) == "store.missing"


def test_the_folder_of_a_new_plan_may_be_gone(plan: Path) -> None:
    with pytest.raises(Problem) as caught:
        Store.make_new(plan.parent / "nowhere" / "a.plan.yaml", PLAN % 1)

    assert key_of(caught) == "store.folder_gone"


def test_saving_the_same_twice_writes_once(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        first = held.save(PLAN % 2)
        number = plan.stat().st_ino
        second = held.save(PLAN % 2)

    assert (first, second) == (True, False)
    assert plan.stat().st_ino == number


def test_the_mode_of_an_existing_plan_stays(plan: Path) -> None:
    plan.write_bytes(PLAN % 1)
    plan.chmod(0o640)

    with Store.open(plan) as held:
        held.save(PLAN % 2)

    assert mode(plan) == 0o640


def test_a_link_stays_a_link_and_what_it_points_at_is_saved(plan: Path, tmp_path: Path) -> None:
    plan.write_bytes(PLAN % 1)
    link = tmp_path / "link.plan.yaml"
    link.symlink_to(plan)

    with Store.open(link) as held:
        held.save(PLAN % 2)

    assert link.is_symlink()
    assert plan.read_bytes() == PLAN % 2


def test_a_link_in_a_circle_gets_a_sentence(plan: Path) -> None:
    plan.symlink_to(plan)

    with pytest.raises(Problem) as caught:
        Store.open(plan)

    assert key_of(caught) == "store.link_loop"


@pytest.mark.parametrize(("make", "key"), [(Path.mkdir, "store.is_folder"), (os.mkfifo, "store.not_a_file")])
def test_what_is_no_file_gets_a_sentence(plan: Path, make: Any, key: str) -> None:
    make(plan)

    with pytest.raises(Problem) as caught:
        Store.open(plan)

    assert key_of(caught) == key


def test_a_huge_file_is_not_even_read(plan: Path) -> None:
    with plan.open("wb") as file:
        file.truncate(100_000_000)

    with pytest.raises(Problem) as caught:
        Store.open(plan)

    assert key_of(caught) == "store.too_big"


def test_a_file_changed_outside_is_never_written_over(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        plan.write_bytes(PLAN % 9)

        with pytest.raises(Problem) as caught:
            held.save(PLAN % 2)

        assert key_of(caught) == "store.changed_outside"
        assert plan.read_bytes() == PLAN % 9
        assert held.reload() == PLAN % 9
        assert held.save(PLAN % 3)


def test_both_versions_can_be_kept_side_by_side(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        plan.write_bytes(PLAN % 9)

        first = held.conflict_copy(PLAN % 2, "my changes")
        second = held.conflict_copy(PLAN % 3, "my ../changes\x1b")

    assert first.name == "two-rivers (my changes).plan.yaml"
    assert second.name == "two-rivers (my ..changes).plan.yaml"
    assert first.parent == second.parent == plan.parent
    assert (first.read_bytes(), second.read_bytes(), plan.read_bytes()) == (PLAN % 2, PLAN % 3, PLAN % 9)


def test_a_third_copy_gets_a_number(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        names = [held.conflict_copy(PLAN % 2, "mine").name for _ in range(3)]

    assert names == [f"two-rivers (mine{end}).plan.yaml" for end in ("", " 2", " 3")]


def test_a_plan_that_went_away_is_not_made_anew_unasked(plan: Path) -> None:
    plan.write_bytes(PLAN % 1)
    with Store.open(plan) as held:
        plan.unlink()

        with pytest.raises(Problem) as caught:
            held.save(PLAN % 2)

        assert key_of(caught) == "store.gone"
        assert not plan.exists()
        assert held.reload() is None
        assert held.save(PLAN % 2)
        assert plan.read_bytes() == PLAN % 2


def test_a_read_only_plan_is_not_replaced_behind_its_back(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        plan.chmod(0o400)

        with pytest.raises(Problem) as caught:
            held.save(PLAN % 2)

        assert key_of(caught) == "store.read_only"
        assert plan.read_bytes() == PLAN % 1


def test_a_copy_can_be_saved_where_there_is_room(tmp_path: Path) -> None:
    copy = store.save_copy(tmp_path / "copy.plan.yaml", PLAN % 5)

    with pytest.raises(Problem) as caught:
        store.save_copy(copy, PLAN % 6)

    assert key_of(caught) == "store.exists"
    assert copy.read_bytes() == PLAN % 5
    assert mode(copy) == 0o600


def test_names_as_long_as_the_file_system_allows_are_fine(plan: Path) -> None:
    long = plan.with_name("ü" * 119 + "x.plan.yaml")  # 250 bytes

    with Store.make_new(long, PLAN % 1) as held:
        held.save(PLAN % 2)
        copy = held.conflict_copy(PLAN % 3, "my changes")

    assert long.read_bytes() == PLAN % 2
    assert copy.read_bytes() == PLAN % 3
    assert len(copy.name.encode()) <= file_name.LONGEST


def test_a_name_too_long_gets_a_sentence(plan: Path) -> None:
    with pytest.raises(Problem) as caught:
        Store.make_new(plan.with_name("x" * 300), PLAN % 1)

    assert key_of(caught) == "store.name_too_long"


@pytest.mark.parametrize("refused", [errno.ENOTSUP, errno.EPERM])
def test_where_modes_are_not_known_one_sentence_says_so(
    plan: Path, monkeypatch: pytest.MonkeyPatch, refused: int
) -> None:
    plan.write_bytes(PLAN % 1)
    plan.chmod(0o640)

    def refuse(*_: object) -> None:
        raise OSError(refused, "no modes")

    with Store.open(plan) as held:
        monkeypatch.setattr(os, "chmod", refuse)
        held.save(PLAN % 2)
        held.save(PLAN % 3)

    assert [remark.key for remark in held.remarks] == ["store.no_modes"]
    assert plan.read_bytes() == PLAN % 3


def test_where_folders_cannot_be_flushed_one_sentence_says_so(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def refuse(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not here")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", refuse)

    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)

    assert [remark.key for remark in held.remarks] == ["store.no_flush"]


def test_without_a_private_folder_the_plan_is_still_saved(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a-file").write_text("")
    monkeypatch.setenv("PARTNERSHIP_STATE", str(tmp_path / "a-file" / "state"))

    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)
        none = held.backups().newest_first()
        with pytest.raises(Problem) as caught:
            held.keep_for_ever(PLAN % 1, "format-1")

    assert [remark.key for remark in held.remarks] == ["store.no_private_folder"]
    assert plan.read_bytes() == PLAN % 2
    assert none == []
    assert key_of(caught) == "store.no_private_folder"
