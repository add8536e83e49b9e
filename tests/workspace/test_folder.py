"""The folder of all plans: what counts as a plan in it, and what is said when it cannot be used."""

import os
import re
import unicodedata
from pathlib import Path

import pytest

from wizard.errors import Problem
from wizard.workspace import folder
from wizard.workspace.paths import path_of

CONFLICTS = Path(__file__).parent.parent / "sitting/before/cases/conflict-names.txt"


def test_the_plan_changed_last_comes_first(tmp_path: Path) -> None:
    for when, name in enumerate(("b", "c", "a")):
        path = tmp_path / f"{name}.plan.yaml"
        path.touch()
        os.utime(path, (when, when))

    names = [path.name[0] for path in folder.plans_in(tmp_path)]

    assert names == ["a", "c", "b"]


def test_locks_of_editors_folders_and_hidden_files_are_no_plans(tmp_path: Path) -> None:
    (tmp_path / ".#q.plan.yaml").symlink_to("somebody@somewhere.4711")
    (tmp_path / "gone.plan.yaml").symlink_to("nowhere")
    (tmp_path / ".hidden.plan.yaml").touch()
    (tmp_path / "folder.plan.yaml").mkdir()
    (tmp_path / "q.plan.yaml").touch()

    assert folder.plans_in(tmp_path) == [tmp_path / "q.plan.yaml"]


@pytest.mark.parametrize(
    "name",
    ["Q.PLAN.YAML", "q.plan.yml", "q.plan.yaml.txt", *CONFLICTS.read_text().splitlines()],
)
def test_a_plan_is_listed_whatever_ending_it_was_given(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("format: 1\nplan_id: p-7f3kq2\n")
    (tmp_path / "other.yaml").write_text("hello: world\n")
    (tmp_path / "notes.txt").write_text("format: 1\nplan_id: p-7f3kq2\n")

    assert folder.plans_in(tmp_path) == [tmp_path / name]


@pytest.mark.parametrize("name", ["Q.PLAN.YAML", "q.plan.yml", "q.plan.yaml.txt"])
def test_a_plan_is_found_by_its_name_whatever_ending_it_was_given(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()

    assert path_of(Path("q"), tmp_path) == tmp_path / name


def test_a_folder_that_is_not_made_yet_holds_no_plans(tmp_path: Path) -> None:
    assert folder.plans_in(tmp_path / "later") == []


def test_a_file_in_the_place_of_the_folder_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "Documents").touch()

    with pytest.raises(Problem) as looked:
        folder.plans_in(tmp_path / "Documents" / "plans")
    with pytest.raises(Problem) as made:
        folder.make(tmp_path / "Documents" / "plans")

    assert {looked.value.key, made.value.key} == {"folder.refused"}


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("../../x", "x"),
        ("/etc/passwd", "etc-passwd"),
        ("C:\\Windows", "c-windows"),
        ("con", "con-new-partnership"),
        ("LPT1", "lpt1-new-partnership"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("~", "7e"),
        ("...", "2e-2e-2e"),
        ("x" * 300, "x" * 60),
        ("🌊" * 40, "1f30a-1f30a"),
        ("\x1b]0;owned\x07", "0-owned"),
        ("a\0b\nc", "a-b-c"),
        ("", "new-partnership"),
    ],
)
def test_no_name_of_a_partnership_becomes_a_path(tmp_path: Path, name: str, file: str) -> None:
    made = folder.file_for(tmp_path, name)

    assert made.parent == tmp_path
    assert made.name.startswith(file)
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,80}\.plan\.yaml", made.name)
    made.touch()
    assert folder.plans_in(tmp_path) == [made]


def test_a_name_that_is_taken_by_a_link_to_nowhere_is_not_free(tmp_path: Path) -> None:
    (tmp_path / "two-rivers.plan.yaml").symlink_to("nowhere")

    assert folder.file_for(tmp_path, "Two Rivers").name == "two-rivers-2.plan.yaml"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Łódź", "lodz"),
        ("Đà Nẵng", "da-nang"),
        (unicodedata.normalize("NFD", "Đà Nẵng"), "da-nang"),
        ("Straße", "strasse"),
        ("Øresund Ærø", "oresund-aero"),
        ("مدينة", "mdynh"),
        ("江河", "jianghe"),
        ("Две реки", "dve-reki"),
        ("Two Rivers 江", "two-rivers-jiang"),
    ],
)
def test_names_in_other_alphabets_become_files_one_can_read(tmp_path: Path, name: str, file: str) -> None:
    pytest.importorskip("anyascii")

    assert folder.file_for(tmp_path, name).name == f"{file}.plan.yaml"
