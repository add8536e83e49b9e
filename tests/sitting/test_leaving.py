"""How a sitting ends: whatever ends it, the answers are on the disk, and where they are is true."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.script import Script, Step, go, keep_for
from tests.support.shipped import toolkit
from wizard.sitting.ask import Answer, Ask, Leave, NotYet, Reply
from wizard.sitting.leaving import until_left
from wizard.sitting.sitting import Sitting
from wizard.storage import plan_file
from wizard.workspace.plan_on_disk import PlanOnDisk


@pytest.fixture
def keep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PlanOnDisk]:
    monkeypatch.setenv("PARTNERSHIP_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path))
    kept = keep_for(tmp_path / "two-rivers.plan.yaml")
    kept.draft.path = "quick"
    kept.save(kept.draft)
    yield kept
    kept.close()


def ended(keep: PlanOnDisk, *steps: Step) -> str:
    """What is said last in a sitting of these steps."""
    script = Script(*steps)
    until_left(script, Sitting(toolkit(), keep.draft, keep), keep)
    return script.cards[-1]


def name_in(path: Path) -> object:
    return plan_file.draft_of(path.read_bytes()).get("about.name")


def test_the_farewell_names_the_file(keep: PlanOnDisk) -> None:
    said = ended(keep, go("AB-01"), Answer("Two Rivers"))

    assert said.startswith(f"Everything is saved in {keep.store.path}.")


def test_a_name_corrected_later_offers_to_rename_the_file_after_it(keep: PlanOnDisk) -> None:
    ended(keep, go("AB-01"), Answer("Two Rivers"))
    keep.close()
    again = keep_for(keep.store.path)

    said = ended(again, go("AB-01"), Answer("Three Rivers")).splitlines()
    other = ended(again, go("AB-01"), Answer("Two  rivers")).splitlines()

    again.close()
    file = keep.store.path
    assert said[1].endswith(f"mv '{file}' '{file.with_name('three-rivers.plan.yaml')}'")
    assert len(other) == 1


def test_a_file_deleted_meanwhile_is_there_again_when_the_farewell_says_so(keep: PlanOnDisk) -> None:
    def delete(_ask: Ask) -> Reply:
        keep.store.path.unlink()
        return Leave()

    said = ended(keep, go("AB-01"), Answer("Two Rivers"), delete)

    assert said.startswith(f"Everything is saved in {keep.store.path}.")
    assert name_in(keep.store.path) == "Two Rivers"


def test_a_file_changed_meanwhile_stays_and_the_farewell_names_ours(keep: PlanOnDisk) -> None:
    path = keep.store.path

    def change(_ask: Ask) -> Reply:
        path.write_text(path.read_text().replace("Two Rivers", "Changed outside"))
        return Leave()

    said = ended(keep, go("AB-01"), Answer("Two Rivers"), change)

    (ours,) = path.parent.glob("two-rivers (*).plan.yaml")
    assert str(ours) in said
    assert name_in(ours) == "Two Rivers"
    assert name_in(path) == "Changed outside"


@pytest.mark.parametrize("trouble", [RuntimeError, KeyboardInterrupt])
def test_answers_in_memory_are_saved_before_a_sitting_breaks_off(
    keep: PlanOnDisk, trouble: type[BaseException]
) -> None:
    def break_off(_ask: Ask) -> Reply:
        keep.draft.put("about.name", "In memory")
        raise trouble

    with pytest.raises(trouble):
        ended(keep, break_off)

    assert name_in(keep.store.path) == "In memory"


def test_a_sitting_that_breaks_off_with_nothing_new_writes_nothing(keep: PlanOnDisk) -> None:
    before = keep.store.path.stat().st_mtime_ns

    def break_off(_ask: Ask) -> Reply:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        ended(keep, break_off)

    assert keep.store.path.stat().st_mtime_ns == before


@pytest.mark.parametrize("has_folder", [True, False])
def test_words_that_are_no_answer_yet_are_spoken_of_at_the_end(keep: PlanOnDisk, has_folder: bool) -> None:
    note = "Legal Aid will ask the county on Monday"
    if not has_folder:
        keep._unfinished.path = None

    said = ended(keep, go("AB-01"), NotYet(), Answer("not_known"), Answer(note))

    assert ("is kept too" in said) is has_folder
    assert (note in said) is not has_folder
    assert (note in keep.left_over().values()) is has_folder
