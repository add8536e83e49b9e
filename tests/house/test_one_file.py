"""What `./run build` puts into the one file, and the licence texts it gathers."""

import shutil
import sys
from pathlib import Path

import pytest

import wizard
from one_file import carried, notice
from wizard.publishing import doctor

ROOT = Path(wizard.__file__).parent.parent
LOCK = ROOT / "requirements.lock"


def test_every_file_of_the_wizard_that_is_no_module_is_carried() -> None:
    there = carried.folders(ROOT)

    found = {(Path(target) / Path(source).name).as_posix() for source, target in there}
    assert {
        "wizard/flows/toolkit.yaml",
        "wizard/words/en.yaml",
        "wizard/examples/two-rivers.plan.yaml",
        "wizard/output_templates/shared/fonts/fonts.conf",
        "wizard/output_templates/shared/fonts/SourceSans3-Bold.ttf",
    } <= found


def test_no_file_beside_the_modules_is_forgotten() -> None:
    beside = [path for path in (ROOT / "wizard").rglob("*") if path.is_file()]

    sources = {source for source, _ in carried.folders(ROOT)}
    for_checkers = (".py", ".pyc", ".typed")
    left = [str(path) for path in beside if path.suffix not in for_checkers and str(path) not in sources]
    assert left == []


def test_packages_of_developers_stay_outside() -> None:
    strangers = carried.strangers(LOCK)

    assert {"pytest", "_pytest", "hypothesis", "pip"} <= set(strangers)
    assert not {"questionary", "weasyprint", "yaml", "_brotli", "PIL", "typing_extensions"} & set(strangers)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere PyInstaller's own list is taken")
def test_the_libraries_of_a_pdf_are_found_under_the_names_they_are_opened_by() -> None:
    if doctor.missing():
        pytest.skip("This machine has no text libraries.")

    found = carried.libraries()

    assert {Path(path).name for path in found} == {files[0] for files in doctor.NEEDED.values()}


def test_a_missing_library_ends_the_build_with_its_name() -> None:
    names = [files[0] for name, files in doctor.NEEDED.items() if name != "fontconfig"]

    with pytest.raises(SystemExit, match=r"needs these libraries on this machine: fontconfig\."):
        carried.check(names)


def test_every_package_of_the_users_brings_its_licence() -> None:
    pieces = [*notice.packages(LOCK)]

    named = {piece.name.split()[0] for piece in pieces}
    assert {"weasyprint", "questionary", "pillow", "fonttools"} <= named
    assert [piece.name for piece in pieces if not piece.texts] == []


def test_the_wizard_comes_with_all_its_licences() -> None:
    texts = " ".join(notice.own(ROOT).texts)

    assert "MIT License" in texts
    assert "Creative Commons" in texts
    assert "SIL OPEN FONT LICENSE" in texts.upper()


@pytest.mark.skipif(not shutil.which("dpkg-query"), reason="asks Debian's package system")
def test_a_library_of_the_system_comes_with_the_text_of_its_package_once() -> None:
    pango = [Path(path) for path in carried.libraries() if "pango-1.0" in path]

    pieces = [*notice.of_system([*pango, *pango])]

    assert [piece.name for piece in pieces] == ["libpango-1.0-0"]
    assert "Red Hat" in pieces[0].texts[0]


def test_something_without_a_licence_text_ends_the_build(tmp_path: Path) -> None:
    nobodys = tmp_path / "libnobodys.so"
    nobodys.touch()

    with pytest.raises(SystemExit, match=r"No licence text was found for libnobodys\.so\."):
        notice.written(ROOT, [nobodys], tmp_path / "NOTICE")

    assert not (tmp_path / "NOTICE").exists()


def test_each_piece_stands_under_its_name() -> None:
    text = notice.text_of(
        [notice.Piece("one 1.0", ("Do as you like.",)), notice.Piece("two 2.0", ("Be fair.",))]
    )

    lines = [line for line in text.splitlines() if line and not line.startswith("=")]
    assert lines == ["one 1.0", "Do as you like.", "two 2.0", "Be fair."]
