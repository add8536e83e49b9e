"""What `flows check` says of a language: what it lacks, what it has too much, and which sentence is wrong."""

import shutil
from pathlib import Path

import pytest

from tests.interview.test_translation import OVERLAY, folder
from tests.support import made_up_language
from tests.support.made_up_language import CODE, spoken
from wizard import content, words
from wizard.cli import main
from wizard.errors import Fault
from wizard.interview import toolkit as toolkits
from wizard.interview.checking import languages

__all__ = ["folder"]  # a fixture


def checked(where: Path) -> tuple[list[Fault], list[Fault]]:
    return languages.checked(where, toolkits.load(where))


def test_what_a_language_lacks_is_listed_by_id_and_text(folder: Path) -> None:
    wrong, lacking = checked(folder)

    assert wrong == []
    assert {(each.file, each.at) for each in lacking} >= {
        ("es/toolkit.yaml", "fine"),
        ("es/toolkit.yaml", "disclosure text"),
        ("es/choices.yaml", "sectors housing label"),
        ("es/about.yaml", "card title"),
        ("es/about.yaml", "OWN-2 ask"),
        ("es/about.yaml", "OWN-2.start label"),
        ("es/members.yaml", "OWN-3.sector ask"),
    }
    assert {each.file for each in lacking if each.key == "languages.no_file"} == {"es/chapters.yaml"}


def test_a_file_that_is_lacking_is_listed_once(folder: Path) -> None:
    (folder / "es" / "members.yaml").unlink()
    (folder / "es" / "choices.yaml").unlink()

    _, lacking = checked(folder)

    files = sorted(each.file for each in lacking if each.key == "languages.no_file")
    assert files == ["es/build.yaml", "es/chapters.yaml", "es/choices.yaml"]
    assert not any(each.at.startswith("OWN-3") for each in lacking)


@pytest.mark.parametrize(
    ("file", "old", "new", "name", "line"),
    [
        ("about.yaml", "OWN-1:", "OWN-9:", "OWN-9", 4),
        ("about.yaml", "label: Nombre", "lable: Nombre", "lable", 4),
        ("about.yaml", "label: Edad", "kind: text", "kind", 7),
        ("choices.yaml", "forming:", "old:", "old", 1),
        ("choices.yaml", "ages:", "years:", "years", 1),
        ("toolkit.yaml", "[Nombres de personas]", "[Nombres, Casos]", "2", 2),
        ("members.yaml", "OWN-3:", "OWN-1:", "OWN-1", 2),
    ],
)
def test_what_a_language_has_too_much_is_told_with_its_place(
    folder: Path, file: str, old: str, new: str, name: str, line: int
) -> None:
    assert OVERLAY[file].count(old) == 1
    (folder / "es" / file).write_text(OVERLAY[file].replace(old, new), encoding="utf-8")

    wrong, _ = checked(folder)

    assert [(each.key, each.file, each.line, each.details["name"]) for each in wrong] == [
        ("languages.surplus", f"es/{file}", line, name)
    ]


def test_the_question_of_a_grid_keeps_its_gaps(folder: Path) -> None:
    text = "questions: {OWN-4: {parts: {OWN-4.coverage: {ask: '{row}: ¿cuánto?'}}}}\n"
    (folder / "es" / "members.yaml").write_text(f"section: build\n{text}", encoding="utf-8")

    wrong, _ = checked(folder)

    assert [(each.key, each.at, each.details) for each in wrong] == [
        ("notation.gap_lost", "OWN-4.coverage", {"gap": "column"})
    ]


# the wizard's own words


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_up_language.write(tmp_path_factory.mktemp("made-up"))


def test_the_made_up_language_lacks_nothing_and_has_nothing_too_much(made_up: Path) -> None:
    with spoken(made_up):
        assert checked(content.FLOWS) == ([], [])


@pytest.mark.parametrize(
    ("old", "new", "key", "at"),
    [
        ("\n  ask: ", "\n  aks: ", "languages.surplus", ".aks"),
        ("{minutes}", "{minuten}", "notation.unknown_gap", "outline.total"),
        ("few: ", "many: ", "notation.unknown_form", ""),
        ("thousands: ", "thousand: ", "languages.block", "language.thousand"),
        ("months:\n", "months: x\n  else:\n", "languages.block", "language.months"),
        ("one: ^1$", "one: (1", "languages.block", "language.plurals"),
        ("- ', '\n", "- ', '\n    - x\n", "languages.block", "language.joints"),
        ("{near}", "{far}", "notation.unknown_gap", "language.forms"),
        ("«Ŵħéřé ŵóúłđ", "«[Ŵħéřé] ŵóúłđ", "notation.no_gap", ""),
    ],
)
def test_a_slip_in_the_words_of_a_language_is_told(
    made_up: Path, tmp_path: Path, old: str, new: str, key: str, at: str
) -> None:
    shutil.copytree(made_up, tmp_path / "other")
    file = tmp_path / "other" / "words" / f"{CODE}.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text

    with spoken(tmp_path / "other"):
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        wrong, _ = checked(content.FLOWS)

    assert key in {each.key for each in wrong}
    assert all(each.file == f"{CODE}.yaml" and each.line for each in wrong)
    assert any(at in each.at for each in wrong)


@pytest.mark.parametrize(
    ("document", "old", "new", "key", "at"),
    [
        ("plan", "contents: ", "kontents: ", "languages.surplus", "kontents"),
        ("plan", "{services", "{service", "notation.unknown_gap", "coverage"),
        ("plan", "few: ", "many: ", "notation.unknown_form", ""),
        ("shared", "{why}", "", "notation.gap_lost", "more"),
        ("poster", "heading: ", "heading: [", "yaml.bracket", ""),
    ],
)
def test_a_slip_in_the_prose_of_a_document_is_told(
    made_up: Path, tmp_path: Path, document: str, old: str, new: str, key: str, at: str
) -> None:
    shutil.copytree(made_up, tmp_path / "other")
    file = tmp_path / "other" / "output_templates" / document / f"{CODE}.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text

    with spoken(tmp_path / "other"):
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        wrong, _ = checked(content.FLOWS)

    assert key in {each.key for each in wrong}
    assert all(each.file == f"{document}/{CODE}.yaml" and each.line for each in wrong)
    assert any(at in each.at for each in wrong)


def test_what_a_document_lacks_in_a_language_is_listed(made_up: Path, tmp_path: Path) -> None:
    shutil.copytree(made_up, tmp_path / "other")
    templates = tmp_path / "other" / "output_templates"
    (templates / "poster" / f"{CODE}.yaml").unlink()
    (templates / "plan" / f"{CODE}.yaml").write_text("contents: Ĉ\n", encoding="utf-8")

    with spoken(tmp_path / "other"):
        wrong, lacking = checked(content.FLOWS)

    assert wrong == []
    assert {(each.key, each.file, each.at) for each in lacking} >= {
        ("languages.no_file", f"poster/{CODE}.yaml", ""),
        ("languages.lacks", f"plan/{CODE}.yaml", "coverage.none"),
    }
    assert not any(each.at == "contents" for each in lacking)


def test_words_that_are_only_begun_have_no_fault(made_up: Path, tmp_path: Path) -> None:
    shutil.copytree(made_up, tmp_path / "other")
    begun = tmp_path / "other" / "words" / f"{CODE}.yaml"

    with spoken(tmp_path / "other"):
        begun.write_text("saved:\n  plainly: Guardado.\n", encoding="utf-8")
        wrong, lacking = checked(content.FLOWS)

    assert wrong == []
    assert "saved.moved" in {each.at for each in lacking}
    assert "saved.plainly" not in {each.at for each in lacking}


def test_the_command_lists_it(made_up: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(made_up, tmp_path / "other")
    (tmp_path / "other" / "flows" / CODE / "trust.yaml").unlink()

    with spoken(tmp_path / "other"):
        words.speak()
        code = main(["flows", "check"])

    said = capsys.readouterr().out
    assert code == 0
    assert f"{CODE}/trust.yaml: There is no such file, so all its texts stand there" in said
