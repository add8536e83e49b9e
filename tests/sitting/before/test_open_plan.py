"""Taking a plan file into keeping: new, as it was left, or from a backup when the file cannot be read."""

import shutil
import tempfile
from pathlib import Path

import pytest

from tests.support.anybody import anybody
from tests.support.script import Script, Step, choose, keep_for
from tests.support.shipped import toolkit
from wizard.cli import main
from wizard.errors import Faults, Problem
from wizard.sitting import leaving
from wizard.sitting.ask import Leave
from wizard.sitting.before import open_plan
from wizard.sitting.loop import run
from wizard.workspace.copies import twins_of
from wizard.workspace.plan_on_disk import PlanOnDisk

CASES = Path(__file__).parent / "cases"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERSHIP_STATE", str(tmp_path / "state"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "two-rivers.plan.yaml"


def remarks(keep: PlanOnDisk) -> list[str]:
    """What is said about the plan's file before anything is asked."""
    script = Script()
    run(script, toolkit().outline, leaving._remarks(keep))
    return script.cards


def left_at(path: Path, *steps: Step) -> Script:
    """What was shown to somebody who left before the plan was open."""
    script = Script(*steps)
    assert run(script, toolkit().outline, open_plan.plan_at(toolkit(), path)) == Leave()
    return script


def saved(path: Path, *names: str) -> None:
    """A plan saved in as many sittings as it has had names; each puts the one before away."""
    for name in names:
        keep = keep_for(path)
        keep.draft.put("about.name", name)
        keep.save(keep.draft)
        keep.close()


def test_a_plan_that_was_not_there_is_made(path: Path) -> None:
    keep = keep_for(path)

    keep.close()
    assert path.read_text().startswith("format: 1\ntoolkit: colorado@1\n")


def test_a_plan_comes_back_as_it_was_left(path: Path) -> None:
    saved(path, "Two Rivers")

    keep = keep_for(path)

    keep.close()
    assert keep.draft.get("about.name") == "Two Rivers"


def test_a_second_wizard_on_the_same_plan_is_told_so(path: Path) -> None:
    first = keep_for(path)

    with pytest.raises(Problem) as told:
        keep_for(path)

    first.close()
    assert told.value.key == "store.busy"


BROKEN = {
    "a word that is not known": b"format: 1\nplan_id: {id}\nabuot:\n  name: Two\n",
    "half a file": b"format: 1\nplan_id: {id}\nabout: {name: [",
    "an empty file": b"",
    "zeros after a power cut": b"\0" * 512,
    "another file altogether": b"hello: world\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_gives_way_to_the_newest_good_version_and_is_kept(path: Path, name: str) -> None:
    saved(path, "First", "Second", "Third")
    ident = path.read_bytes().split(b"plan_id: ")[1].split(b"\n")[0]
    broken = BROKEN[name].replace(b"{id}", ident)
    path.write_bytes(broken)

    keep = keep_for(path, choose("Go on with the newest good version"))

    keep.close()
    assert keep.draft.get("about.name") == "Third"
    others = [each.read_bytes() for each in path.parent.glob("two-rivers (*).plan.yaml")]
    assert others == [broken]


def test_what_is_wrong_is_shown_before_anything_is_asked(path: Path) -> None:
    saved(path, "First", "Second")
    path.write_bytes(path.read_bytes().replace(b"about:", b"abuot:"))

    script = left_at(path, Leave())

    assert 'did you mean "about"' in script.cards[0]


def test_a_person_can_mend_the_file_by_hand_instead(path: Path) -> None:
    saved(path, "First", "Second")
    broken = path.read_bytes().replace(b"about:", b"abuot:")
    path.write_bytes(broken)

    script = left_at(path, choose("Leave, and mend"))

    assert path.read_bytes() == broken
    assert any("abuot" in card for card in script.cards[1:])
    keep = keep_for(path, choose("Go on"))  # nothing holds the plan
    keep.close()


def test_without_a_good_version_the_faults_are_told(path: Path) -> None:
    path.write_bytes(b"format: 1\nplan_id: p-aaaaaa\nabuot:\n  name: Two\n")

    with pytest.raises(Faults):
        keep_for(path)

    assert path.read_bytes().startswith(b"format: 1")


def test_a_plan_of_a_newer_wizard_is_left_alone(path: Path) -> None:
    saved(path, "First", "Second")
    newer = path.read_bytes().replace(b"format: 1", b"format: 9")
    path.write_bytes(newer)

    with pytest.raises(Problem) as told:
        keep_for(path)

    assert told.value.key == "plan.newer"
    assert path.read_bytes() == newer


def test_the_page_says_whose_plan_the_backup_is(path: Path) -> None:
    saved(path, "First", "Second")
    path.write_bytes(path.read_bytes().replace(b"about:", b"abuot:"))

    script = left_at(path)

    assert script.page.hint == "The newest good version is the plan of: Second."
    assert script.page.value == "backup"


def test_a_broken_copy_says_that_the_backup_came_from_another_file(path: Path) -> None:
    saved(path, "First", "Second")
    copy = path.with_name("copy.plan.yaml")
    copy.write_bytes(path.read_bytes().replace(b"about:", b"abuot:"))

    script = left_at(copy)

    assert f"another file with the same plan id: {path}" in script.page.hint
    assert script.page.value == "mend"


def test_a_moved_plan_is_not_taken_for_a_copy(path: Path) -> None:
    saved(path, "First", "Second")
    moved = path.rename(path.with_name("moved.plan.yaml"))
    moved.write_bytes(moved.read_bytes().replace(b"about:", b"abuot:"))

    script = left_at(moved)

    assert script.page.value == "backup"


def test_a_plan_that_may_not_be_read_is_told_as_that() -> None:
    with tempfile.TemporaryDirectory() as place:  # pytest's own folders are closed to others
        Path(place).chmod(0o777)
        path = Path(place) / "secret.plan.yaml"
        path.touch(mode=0)

        with anybody(), pytest.raises(Problem) as told:
            keep_for(path)

    assert told.value.key == "reading.refused"


NAMES = (CASES / "conflict-names.txt").read_text().splitlines()


@pytest.mark.parametrize(
    "name",
    [
        "two-rivers (conflicted copy 2026-11-20).plan.yaml",
        "a copy.plan.yaml",
        "TWO-RIVERS.PLAN.YAML",
        "two-rivers.plan.yaml.txt",
        "two-rivers.plan.yaml~",
        "two-rivers.plan.yaml.bak",
        "no ending",
        *NAMES,
    ],
)
def test_another_copy_of_the_plan_beside_it_is_known_from_both_sides(path: Path, name: str) -> None:
    saved(path, "Two Rivers")
    beside = path.with_name(name)
    shutil.copy(path, beside)
    (path.parent / "other.plan.yaml").write_bytes(path.read_bytes().replace(b"plan_id: p-", b"plan_id: p-zz"))

    found = []
    for file in (path, beside):
        keep = keep_for(file)
        found += twins_of(keep.store)
        keep.close()

    assert found == [beside, path]


def test_all_copies_are_named(path: Path) -> None:
    saved(path, "Two Rivers")
    for name in NAMES:
        shutil.copy(path, path.with_name(name))

    keep = keep_for(path)
    said = [text for text in remarks(keep) if "copies" in text]

    keep.close()
    assert len(said) == 1
    assert all(name in said[0] for name in NAMES)


def test_a_link_to_the_plan_and_a_plan_alone_have_no_twin(path: Path) -> None:
    saved(path, "Two Rivers")
    (path.parent / "link.plan.yaml").symlink_to(path.name)

    keep = keep_for(path)

    keep.close()
    assert twins_of(keep.store) == []


CUTS = {
    "in mid-line": lambda raw: raw[: raw.index(b"Third") + 2],
    "at the end of a line": lambda raw: raw[: raw.index(b"about:")],
    "before its last line": lambda raw: raw[: raw.index(b"# end")],
}


@pytest.mark.parametrize("name", CUTS)
def test_a_file_that_was_cut_short_is_known_and_the_backup_is_offered(path: Path, name: str) -> None:
    saved(path, "First", "Second", "Third")
    cut = CUTS[name](path.read_bytes())
    path.write_bytes(cut)

    script = left_at(path, Leave())
    keep = keep_for(path, choose("Go on with the newest good version"))

    keep.close()
    assert script.cards[0].startswith("two-rivers.plan.yaml was cut short\nThe end of two-rivers.plan.yaml")
    assert keep.draft.get("about.name") == "Third"
    assert [each.read_bytes() for each in path.parent.glob("two-rivers (*).plan.yaml")] == [cut]


def test_zeros_are_what_a_crash_leaves_and_the_backup_is_offered(path: Path) -> None:
    saved(path, "First", "Second")
    path.write_bytes(b"\0" * path.stat().st_size)

    script = left_at(path, Leave())

    assert "a crash or a power cut" in script.cards[0]
    assert script.page.value == "backup"


def test_one_can_go_on_with_what_is_left_and_the_good_version_is_kept(path: Path) -> None:
    saved(path, "First", "Second", "Third")
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"Third") + 2])

    keep = keep_for(path, choose("Go on with the file as it is"))

    kept = [each.read() for each in keep.store.backups().newest_first() if each.for_ever]
    keep.close()
    assert keep.draft.get("about.name") == "Th"
    assert kept == [whole]


def test_a_version_that_was_cut_short_itself_is_no_good_one(path: Path) -> None:
    saved(path, "First", "Second", "Third")
    whole = path.read_bytes()
    cut = whole[: whole.index(b"about:")]
    path.write_bytes(cut)
    keep = keep_for(path, choose("Go on with the file as it is"))
    keep.store.backups().keep(cut)
    keep.close()

    again = keep_for(path, choose("Go on with the newest good version"))

    again.close()
    assert again.draft.get("about.name") == "Third"


def test_without_a_backup_one_sentence_says_that_the_end_is_missing(path: Path) -> None:
    path.write_bytes((CASES / "truncated.plan.yaml").read_bytes())
    script = Script()

    keep = run(script, toolkit().outline, open_plan.plan_at(toolkit(), path))

    assert not isinstance(keep, Leave)
    keep.close()
    assert (len(script.cards), len(script.pages)) == (1, 0)
    assert "was cut short" in script.cards[0]


def test_a_cut_that_leaves_no_sense_is_said_to_be_a_cut(path: Path) -> None:
    path.write_bytes(b"format: 1\nplan_id: p-aaaaaa\nabout:\n  name: 'Two")

    with pytest.raises(Faults) as told:
        keep_for(path)

    assert told.value.key == "file.cut_short"


def test_a_name_behind_a_sharp_sign_is_asked_about_before_anything_is_saved(path: Path) -> None:
    raw = (CASES / "hash.plan.yaml").read_bytes()
    path.write_bytes(raw)
    script = Script(choose("Yes, keep it"))

    keep = run(script, toolkit().outline, open_plan.plan_at(toolkit(), path))

    assert isinstance(keep, PlanOnDisk)
    keep.close()
    assert script.cards == []
    assert script.page.above == (
        ("Line 23", "name: Team #1 of Two Rivers"),
        ("Line 239", "item: Suite #200 rent"),
    )
    assert script.page.question == "Does what stands behind a # belong to your answers?"
    assert keep.draft.get("about.name") == "Team #1 of Two Rivers"
    assert b"Suite #200 rent" in path.read_bytes()


def test_comments_are_dropped_only_from_a_file_that_is_kept_as_it_was(path: Path) -> None:
    raw = (CASES / "hash.plan.yaml").read_bytes()
    path.write_bytes(raw)

    keep = keep_for(path, choose("No, go on without"))

    kept = [each.read() for each in keep.store.backups().newest_first() if each.for_ever]
    keep.close()
    assert path.read_bytes() == raw
    assert kept == [raw]
    assert keep.draft.get("about.name") == "Team"


def test_comments_on_lines_of_their_own_are_told_and_kept(path: Path) -> None:
    saved(path, "First", "Second")
    raw = path.read_bytes().replace(b"about:", b"# ask Legal Aid\nabout:")
    path.write_bytes(raw)
    script = Script()

    keep = run(script, toolkit().outline, open_plan.plan_at(toolkit(), path))

    assert isinstance(keep, PlanOnDisk)
    kept = [each.read() for each in keep.store.backups().newest_first() if each.for_ever]
    keep.close()
    assert "Line 5: # ask Legal Aid" in script.cards[0]
    assert (script.pages, kept) == ([], [raw])


def test_half_a_sentence_of_one_copy_stays_there(path: Path, tmp_path: Path) -> None:
    saved(path, "Two Rivers")
    keep = keep_for(path)
    keep.typing({"define.mission": "We are"})
    keep.close()
    (tmp_path / "elsewhere").mkdir()
    copy = Path(shutil.copy(path, tmp_path / "elsewhere"))

    other, keep = keep_for(copy), keep_for(path)  # both at once: no window is in the other's way

    left = other.left_over(), keep.left_over()
    other.close()
    keep.close()
    assert left == ({}, {"define.mission": "We are"})


def test_opening_one_copy_leaves_what_another_is_just_writing(path: Path) -> None:
    saved(path, "Two Rivers")
    copy = Path(shutil.copy(path, path.with_name("copy.plan.yaml")))
    keep = keep_for(path)
    half = path.with_name(f"~pw-{keep.store.plan_id.removeprefix('p-')}-0123abcd.tmp")
    half.touch()

    keep_for(copy).close()

    keep.close()
    assert half.exists()


def test_forgetting_one_copy_leaves_the_earlier_versions_of_the_other(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(path, "First", "Second")
    copy = Path(shutil.copy(path, tmp_path / "copy.plan.yaml"))
    saved(copy, "Third")

    code = main(["forget", str(copy)])

    keep, other = keep_for(path), keep_for(copy)
    kept = [len(each.store.backups().newest_first()) for each in (keep, other)]
    keep.close()
    other.close()
    assert (code, kept[1]) == (0, 0)
    assert kept[0] > 0
    assert "Cleared" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "text"), [("It is a copy", {}), ("It is the same", {"define.mission": "We are"})]
)
def test_where_moved_and_copied_cannot_be_told_one_question_names_both(
    path: Path, tmp_path: Path, said: str, text: dict[str, str]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    there = stick / "two-rivers.plan.yaml"
    saved(there, "Two Rivers")
    keep = keep_for(there)
    keep.typing({"define.mission": "We are"})
    keep.close()
    shutil.copy(there, path)
    stick.rename(tmp_path / "taken out")
    script = Script(choose(said))

    keep = run(script, toolkit().outline, open_plan.plan_at(toolkit(), path))

    assert isinstance(keep, PlanOnDisk)
    left = keep.left_over()
    keep.close()
    again = keep_for(path)  # asked once
    again.close()
    assert (left, again.left_over()) == (text, text)
    assert str(there) in script.page.hint
    assert str(path) in script.page.hint
