"""Whose private folder it is: moved files keep theirs, copies have one of their own, and doubt is said."""

import shutil
from pathlib import Path

import pytest

from wizard.storage.plan_id import id_from
from wizard.storage.private.folder import for_plan
from wizard.storage.private.whose import Whose, note, whose

PLAN = "p-7f3kq2"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERSHIP_STATE", str(tmp_path / "state"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan file that was opened before."""
    (tmp_path / "plans").mkdir()
    path = tmp_path / "plans" / "a.plan.yaml"
    path.write_text(f"format: 1\nplan_id: {PLAN}\n")
    opened(path)
    return path


def opened(path: Path, name: str = "") -> Whose:
    found = whose(path, PLAN)
    note(for_plan(name or found.name), path, PLAN)
    return found


def copied(path: Path, name: str) -> Path:
    return Path(shutil.copy(path, path.with_name(name)))


def test_the_first_file_of_a_plan_has_the_folder_of_its_id(path: Path) -> None:
    assert whose(path, PLAN) == Whose(PLAN)


def test_a_copy_has_a_folder_of_its_own_from_the_start(path: Path) -> None:
    copy = copied(path, "b.plan.yaml")

    assert opened(copy) == Whose(id_from(copy))
    assert whose(copy, PLAN) == Whose(id_from(copy))
    assert whose(path, PLAN) == Whose(PLAN)


def test_a_file_that_was_renamed_keeps_its_folder(path: Path) -> None:
    moved = path.rename(path.with_name("b.plan.yaml"))

    assert opened(moved) == Whose(PLAN)
    assert whose(moved, PLAN) == Whose(PLAN)


def test_a_link_is_the_file_it_leads_to(path: Path) -> None:
    link = path.with_name("link.plan.yaml")
    link.hardlink_to(path)

    assert whose(link, PLAN) == Whose(PLAN)


def test_where_the_folder_is_away_one_cannot_tell(path: Path) -> None:
    copy = Path(shutil.copy(path, path.parent.parent / "b.plan.yaml"))
    path.parent.rename(path.parent.with_name("stick that was taken out"))

    assert whose(copy, PLAN) == Whose(id_from(copy), path, PLAN)


def test_a_third_file_may_be_the_second_moved_or_a_copy_of_the_first(path: Path) -> None:
    second = copied(path, "b.plan.yaml")
    opened(second)
    third = second.rename(second.with_name("c.plan.yaml"))

    assert whose(third, PLAN) == Whose(id_from(third), second, id_from(second))
    opened(third, id_from(second))
    assert whose(third, PLAN) == Whose(id_from(second))


def test_another_plan_in_the_place_of_the_first_means_that_it_was_moved(path: Path) -> None:
    moved = path.rename(path.with_name("b.plan.yaml"))
    path.write_text("format: 1\nplan_id: p-other1\n")

    assert whose(moved, PLAN) == Whose(PLAN)
