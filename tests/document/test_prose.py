"""The fixed words of a document: its own before those of all, and a broken file is told line by line."""

from pathlib import Path

import pytest

from wizard.document.document import SHARED
from wizard.document.documents import DOCUMENTS
from wizard.document.prose import filled, prose
from wizard.errors import Faults


def words_in(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_documents_own_words_stand_before_the_shared_ones(tmp_path: Path) -> None:
    shared = words_in(tmp_path / "shared", "en.yaml", "title: Plan\nhelp: Help\n")
    own = words_in(tmp_path / "own", "en.yaml", "title: Poster\n")

    found = prose((own, shared), "en")

    assert found == {"title": "Poster", "help": "Help"}


def test_a_language_without_a_file_is_told_in_english(tmp_path: Path) -> None:
    own = words_in(tmp_path / "own", "en.yaml", "title: Rules\n")
    words_in(own, "es.yaml", "title: Reglas\n")

    assert prose((own,), "es") == {"title": "Reglas"}
    assert prose((own,), "fr") == {"title": "Rules"}


def test_only_a_gap_that_is_filled_is_replaced() -> None:
    assert filled("{name}, {other} {", name="Two {other}") == "Two {other}, {other} {"


@pytest.mark.parametrize("text", ["title: a: b\n", "- a\n", ""])
def test_a_broken_file_is_told_with_its_name_and_line(text: str, tmp_path: Path) -> None:
    own = words_in(tmp_path / "own", "en.yaml", text)

    with pytest.raises(Faults) as caught:
        prose((own,), "en")

    assert {fault.file for fault in caught.value.faults} == {"en.yaml"}
    assert all(fault.line for fault in caught.value.faults)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_has_a_title_with_and_without_a_name(name: str) -> None:
    words = prose((DOCUMENTS[name].folder, SHARED), "en")

    assert "{name}" in words["title"]
    assert words["untitled"]
    assert "{" not in words["untitled"]
