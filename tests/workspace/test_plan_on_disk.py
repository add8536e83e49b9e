"""Where a sitting keeps things: what happens when saving fails, and what was done last time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.script import keep_for
from wizard.errors import Faults, Problem
from wizard.storage import plan_file
from wizard.storage.private import checked_copy
from wizard.workspace.opening import read
from wizard.workspace.plan_on_disk import PlanOnDisk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "two-rivers.plan.yaml"


@pytest.fixture
def keep(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PlanOnDisk]:
    monkeypatch.setenv("PARTNERSHIP_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "documents"))
    kept = keep_for(path)
    kept.draft.put("about.name", "Two Rivers")
    kept.save(kept.draft)
    yield kept
    kept.close()


def name_in(path: Path) -> object:
    return plan_file.draft_of(path.read_bytes()).get("about.name")


def change_outside(path: Path) -> None:
    path.write_text(path.read_text().replace("Two Rivers", "Changed outside"))


def cannot_save(keep: PlanOnDisk) -> str:
    """The trouble with saving now."""
    with pytest.raises(Problem) as told:
        keep.save(keep.draft)
    return told.value.key


def test_both_are_kept_when_the_file_was_changed_outside(keep: PlanOnDisk, path: Path) -> None:
    change_outside(path)
    keep.draft.put("about.name", "Ours")
    assert cannot_save(keep) == "store.changed_outside"

    assert keep.after_trouble("keep_both", keep.draft)

    keep.save(keep.draft)
    assert name_in(path) == "Changed outside"
    assert keep.store.path != path
    assert name_in(keep.store.path) == "Ours"


def test_the_changed_file_can_be_taken_and_ours_is_kept_beside_it(keep: PlanOnDisk, path: Path) -> None:
    change_outside(path)
    keep.draft.put("about.name", "Ours")

    assert not keep.after_trouble("reload", keep.draft)

    assert keep.draft.get("about.name") == "Changed outside"
    (ours,) = path.parent.glob("two-rivers (*).plan.yaml")
    assert name_in(ours) == "Ours"


def test_a_changed_file_that_cannot_be_read_is_not_taken_nor_touched(keep: PlanOnDisk, path: Path) -> None:
    path.write_text("format: 1\nplan_id: p-aaaaaa\nabuot: {}\n")

    with pytest.raises(Faults):
        keep.after_trouble("reload", keep.draft)

    assert keep.draft.get("about.name") == "Two Rivers"
    assert cannot_save(keep) == "store.changed_outside"


def test_a_copy_goes_into_the_folder_of_all_plans(
    keep: PlanOnDisk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(path.parent))
    keep.draft.put("about.name", "Ours")

    assert keep.after_trouble("copy", keep.draft)

    assert name_in(keep.store.path) == "Ours"
    assert keep.store.path.name == "two-rivers (copy 1).plan.yaml"
    assert name_in(path) == "Two Rivers"


def test_a_file_that_is_gone_is_made_anew_when_one_tries_again(keep: PlanOnDisk, path: Path) -> None:
    path.unlink()
    assert cannot_save(keep) == "store.gone"

    assert keep.after_trouble("again", keep.draft)

    keep.save(keep.draft)
    assert name_in(path) == "Two Rivers"


def test_leaving_with_unsaved_answers_puts_them_beside_a_changed_file(keep: PlanOnDisk, path: Path) -> None:
    change_outside(path)
    keep.draft.put("about.name", "Ours")

    rescued = keep.rescue(keep.draft)

    assert rescued is not None
    assert rescued != path
    assert name_in(rescued) == "Ours"
    assert name_in(path) == "Changed outside"


def test_leaving_saves_in_place_where_that_works_again(keep: PlanOnDisk, path: Path) -> None:
    keep.draft.put("about.name", "Ours")

    assert keep.rescue(keep.draft) == path

    assert name_in(path) == "Ours"


def test_what_was_done_is_known_in_the_next_sitting(keep: PlanOnDisk, path: Path) -> None:
    keep.done("AB-01")
    keep.done("AB-03")
    keep.done("AB-01")
    keep.close()

    again = keep_for(path)

    again.close()
    assert again.last_time() == ["AB-01", "AB-03"]


def test_a_sitting_ends_with_a_note_of_what_it_saved(keep: PlanOnDisk, path: Path) -> None:
    keep.close()

    assert checked_copy.find(keep.draft.plan_id, path.read_bytes()) == keep.draft


def test_answers_that_were_not_saved_are_in_no_note(keep: PlanOnDisk, path: Path) -> None:
    keep.draft.put("about.name", "Not saved")

    keep.close()

    assert checked_copy.find(keep.draft.plan_id, path.read_bytes()) is None
    assert read(keep.store).get("about.name") == "Two Rivers"


def test_unfinished_words_are_known_in_the_next_sitting(keep: PlanOnDisk, path: Path) -> None:
    keep.typing({"define.mission": "We are"})
    keep.close()

    again = keep_for(path)

    again.close()
    assert again.left_over() == {"define.mission": "We are"}


def test_a_copy_is_told_to_be_impossible_where_the_folder_of_all_plans_cannot_be_made(
    keep: PlanOnDisk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(path))  # a file stands where the folder should

    with pytest.raises(Problem) as told:
        keep.after_trouble("copy", keep.draft)

    assert told.value.key == "folder.refused"


def test_a_file_that_is_gone_is_not_in_place_and_is_made_anew_on_leaving(
    keep: PlanOnDisk, path: Path
) -> None:
    assert keep.in_place()
    path.unlink()
    assert not keep.in_place()

    assert keep.rescue(keep.draft) == path

    assert keep.in_place()
    assert name_in(path) == "Two Rivers"


@pytest.mark.usefixtures("keep")
def test_a_file_that_is_gone_with_its_folder_is_saved_among_all_plans(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(path.parent))
    folder = path.parent / "stick"
    folder.mkdir()
    other = keep_for(folder / "three.plan.yaml")
    other.draft.put("about.name", "Three")
    other.save(other.draft)
    other.store.path.unlink()
    folder.rmdir()

    rescued = other.rescue(other.draft)

    other.close()
    assert rescued is not None
    assert name_in(rescued) == "Three"


def test_a_draft_is_held_until_an_answer_is_only_in_memory(keep: PlanOnDisk) -> None:
    assert keep.holds(keep.draft)

    keep.draft.put("about.name", "Ours")

    assert not keep.holds(keep.draft)


def test_a_file_name_need_not_be_text(tmp_path: Path, keep: PlanOnDisk) -> None:
    assert keep.in_place()
    odd = tmp_path / b"caf\xe9.plan.yaml".decode("utf-8", "surrogateescape")

    other = keep_for(odd)

    other.save(other.draft)
    other.close()
    assert odd.is_file()
