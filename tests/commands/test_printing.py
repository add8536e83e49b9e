"""Printing from the command line and from within a sitting: what is written where, and what is said."""

import os
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from pathlib import Path

import pypdfium2
import pytest

from tests.support.script import Script
from wizard import words
from wizard.cli import main
from wizard.commands import printing
from wizard.commands.make_document import make_document
from wizard.content import PACKAGE
from wizard.document.documents import DOCUMENTS
from wizard.errors import Problem
from wizard.interview import toolkit as toolkits
from wizard.publishing import open_file, output_paths
from wizard.publishing.formats import html, pdf
from wizard.publishing.options import DEFAULTS
from wizard.sitting.ask import Answer, Reply
from wizard.sitting.loop import run
from wizard.sitting.sitting import Sitting
from wizard.storage.store import Store
from wizard.workspace.loading import draft_at
from wizard.workspace.plan_on_disk import PlanOnDisk

ROOT = Path(__file__).parents[2]
SMALL = (
    "format: 1\ntoolkit: colorado@1\nlanguage: en\nplan_id: p-7f3kq2\npath: quick\nabout:\n  name: {name}\n"
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "ours.plan.yaml"
    file.write_text(SMALL.format(name="Our Núñez group"), encoding="utf-8")
    return file


@pytest.fixture
def opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that this computer opens files with; it notes what it was given."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("xdg-open", "open"):
        (folder / name).write_text('#!/bin/sh\nprintf %s "$1" > "$0.got"\n', encoding="utf-8")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    return folder


def test_print_writes_the_pdf_beside_the_plan_and_says_where(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plan.parent)

    code = main(["print", "ours"])

    said = capsys.readouterr()
    assert (code, said.out, said.err) == (0, f"{plan.parent / 'ours.pdf'}\n", "")
    with pypdfium2.PdfDocument(plan.parent / "ours.pdf") as opened:
        assert opened.get_metadata_dict(skip_empty=True)["Title"] == "Partnership plan, Our Núñez group"


def test_one_plan_makes_the_same_bytes_whoever_prints_it_and_wherever(tmp_path: Path) -> None:
    worlds = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "LANG": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "USER": "somebody"},
    ]
    running = []
    for number, world in enumerate(worlds):
        home = tmp_path / f"home {number}"
        here = home / "here"
        here.mkdir(parents=True)
        renamed = here / f"another name {number}.plan.yaml"
        renamed.write_bytes((PACKAGE / "examples" / "two-rivers-quick.plan.yaml").read_bytes())
        said = {"HOME": str(home), "PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], **world}
        command = [sys.executable, "-m", "wizard", "print", str(renamed), "-o", str(here / "plan.pdf")]
        running.append(subprocess.Popen(command, env=said, cwd=here, stdout=subprocess.DEVNULL))
        time.sleep(1.1)  # a time of day in the file would be another one

    codes = [each.wait(60) for each in running]

    first, second = ((tmp_path / f"home {n}" / "here" / "plan.pdf").read_bytes() for n in range(2))
    assert codes == [0, 0]
    assert first == second
    assert b"another name" not in first
    assert str(tmp_path).encode() not in first


def test_print_takes_another_file_and_a4(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = plan.parent / "else.pdf"

    code = main(["print", str(plan), "-o", str(wanted), "--paper", "a4", "--one-page"])

    assert code == 0
    assert capsys.readouterr().out == f"{wanted}\n"
    with pypdfium2.PdfDocument(wanted) as opened:
        assert [round(side) for side in opened[0].get_size()] == [595, 842]
    assert not (plan.parent / "ours.pdf").exists()


def test_print_writes_a_web_page_beside_the_pdf_when_asked(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = plan.parent / "page.html"

    code = main(["print", str(plan), "--html", str(page)])

    assert code == 0
    assert capsys.readouterr().out == f"{page}\n{plan.parent / 'ours.pdf'}\n"
    assert html.made_here(page)
    assert "asset:" not in page.read_text(encoding="utf-8")
    assert (plan.parent / "ours.pdf").exists()


def test_each_document_is_asked_for_by_its_name_which_ends_the_name_of_its_file(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = (["--document", "one-page"], ["--one-page"], ["--document", "poster"])

    codes = [main(["print", str(plan), *each]) for each in asked]

    assert codes == [0, 0, 0]
    assert [Path(line).name for line in capsys.readouterr().out.splitlines()] == [
        "ours-one-page.pdf",
        "ours-one-page.pdf",
        "ours-poster.pdf",
    ]


def test_in_a_folder_no_document_takes_the_place_of_another(plan: Path) -> None:
    (plan.parent / "all").mkdir()

    for name in DOCUMENTS:
        main(["print", str(plan), "--document", name, "-o", str(plan.parent / "all")])

    assert {each.name for each in (plan.parent / "all").iterdir()} == {
        "ours.pdf",
        "ours-one-page.pdf",
        "ours-poster.pdf",
    }


def test_only_the_plan_itself_is_carried_inside(plan: Path) -> None:
    codes = [main(["print", str(plan), "--document", name]) for name in DOCUMENTS]

    carried = {each.stem: attached(each) for each in plan.parent.glob("*.pdf")}
    assert codes == [0, 0, 0]
    assert carried == {"ours": 1, "ours-one-page": 0, "ours-poster": 0}


def attached(file: Path) -> int:
    with pypdfium2.PdfDocument(file) as opened:
        return int(opened.count_attachments())


def test_what_a_poster_has_no_answer_to_is_told_in_one_sentence(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["print", str(plan), "--document", "poster"])

    said = capsys.readouterr().err
    assert code == 0
    assert said == words.say("document.unanswered", questions="Ground rules, How we decide") + "\n"


def test_a_poster_that_no_page_holds_is_told_in_one_sentence(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with plan.open("a", encoding="utf-8") as file:
        file.write(f"operations:\n  ground_rules:\n  - other: {'long ' * 1900}\n")

    code = main(["print", str(plan), "--document", "poster"])

    said = capsys.readouterr()
    assert (code, said.out, said.err) == (1, "", words.say("document.no_room") + "\n")
    assert list(plan.parent.iterdir()) == [plan]


def test_a_pdf_of_somebody_else_stays(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (plan.parent / "ours.pdf").write_bytes(b"%PDF-1.7 not ours")

    code = main(["print", str(plan), "-o", str(plan.parent / "ours.pdf"), "--one-page"])

    assert code == 0
    assert capsys.readouterr().out == f"{plan.parent / 'ours-2.pdf'}\n"
    assert (plan.parent / "ours.pdf").read_bytes() == b"%PDF-1.7 not ours"


def test_characters_without_a_shape_are_told_in_one_sentence(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan.write_text(SMALL.format(name="Group 😀"), encoding="utf-8")

    code = main(["print", str(plan), "--one-page", "--html", str(plan.parent / "page.html")])

    said = capsys.readouterr().err
    assert code == 0
    assert "😀" in said
    assert said.count("\n") == 1


def test_a_plan_that_is_not_there_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["print", str(tmp_path / "none.plan.yaml")])

    said = capsys.readouterr()
    assert (code, said.out, said.err.count("\n")) == (1, "", 1)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_one_sentence(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["print", str(plan), "-o", str(plan.parent / "none" / "x.pdf")])

    said = capsys.readouterr()
    assert (code, said.out, said.err.count("\n")) == (1, "", 1)


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every new file leads to a device that has room for nothing."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")

    def linked(prefix: str, suffix: str, dir: Path) -> tuple[int, str]:
        link = dir / f"{prefix}full{suffix}"
        link.symlink_to("/dev/full")
        return os.open(link, os.O_RDWR), str(link)

    monkeypatch.setattr(tempfile, "mkstemp", linked)


@pytest.mark.parametrize("asked", [["print", "ours"], ["print", "ours", "--html", "page.html"], ["example"]])
@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_is_told_in_one_sentence_and_nothing_is_left_behind(
    asked: list[str], plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plan.parent)

    code = main(asked)

    said = capsys.readouterr()
    assert (code, said.out, said.err) == (1, "", words.say("document.disk_full") + "\n")
    assert list(plan.parent.iterdir()) == [plan]


def test_no_room_for_temporary_files_is_told_in_one_sentence(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(plan.parent / "none"))

    code = main(["print", str(plan)])

    assert (code, capsys.readouterr().err) == (1, words.say("document.no_temporary") + "\n")
    assert list(plan.parent.iterdir()) == [plan]


@pytest.mark.parametrize(
    ("typed", "written"),
    [(".", "ours"), ("sub", "sub/ours"), ("report", "report"), ("v1.2", None)],
)
def test_a_folder_gets_the_plans_name_and_a_missing_ending_is_added(
    typed: str, written: str | None, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (plan.parent / "sub").mkdir()
    monkeypatch.chdir(plan.parent)

    found = [
        output_paths.wanted_file(Path(typed), Path("ours.plan.yaml"), ending) for ending in (".pdf", ".html")
    ]

    wanted = [f"{written}.pdf", f"{written}.html"] if written else [typed, typed]
    assert found == [plan.parent / name for name in wanted]


@pytest.mark.parametrize("option", ["-o", "--html"])
@pytest.mark.parametrize(
    ("typed", "key"),
    [("~no-such-user/x.pdf", "document.no_home"), (f"{'n' * 300}.pdf", "store.name_too_long")],
)
def test_a_name_that_cannot_be_used_is_told_before_anything_is_written(
    option: str, typed: str, key: str, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plan.parent)
    asked = Namespace(**DEFAULTS, flows=None, output=None, html=Path("a.html"), attach=True)
    setattr(asked, "output" if option == "-o" else "html", Path(typed))

    with pytest.raises(Problem) as caught:
        printing.print_plan(plan, asked)

    assert caught.value.key == key
    assert list(plan.parent.iterdir()) == [plan]


@pytest.mark.slow  # prints thirty pages
def test_example_writes_both_plans_with_their_pdfs_and_keeps_what_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    originals = sorted((PACKAGE / "examples").glob("*.plan.yaml"))
    assert len(originals) == 2
    folder = tmp_path / "new" / "folder"
    folder.mkdir(parents=True)
    (folder / originals[0].name).write_text("mine", encoding="utf-8")

    code = main(["example", str(folder)])

    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert len(written) == 4
    assert all(path.is_file() and path.is_absolute() for path in written)
    assert [path.read_bytes() for path in written[::2]] == [path.read_bytes() for path in originals]
    assert all(pdf.made_here(path) for path in written[1::2])
    assert (folder / originals[0].name).read_text(encoding="utf-8") == "mine"


def made_from_within(plan: Path, *replies: Reply) -> Script:
    """What was shown when the document was made from within a sitting."""
    front, toolkit, draft = Script(*replies), toolkits.load(), draft_at(plan)
    keep = PlanOnDisk(Store.open(plan), draft)
    try:
        run(front, toolkit.outline, make_document(Sitting(toolkit, draft, keep), plan, front.say))
    finally:
        keep.close()
    return front


def test_from_within_a_sitting_the_pdf_is_made_shown_and_opened(plan: Path, opener: Path) -> None:
    front = made_from_within(plan, Answer(True))

    made = plan.parent / "ours.pdf"
    told = "\n\n".join((str(made), words.say("making.about")))
    assert (
        front.cards[-1] == f"{words.say('making.made')}\n{told}"
    )  # on a slow computer something is said before
    assert [page.question for page in front.pages] == [words.say("making.open_now")]
    assert {file.read_text(encoding="utf-8") for file in opener.glob("*.got")} == {str(made)}


def test_a_no_opens_nothing(plan: Path, opener: Path) -> None:
    front = made_from_within(plan, Answer(False))

    assert len(front.pages) == 1
    assert list(opener.glob("*.got")) == []


def test_what_stands_in_the_way_is_shown_as_a_page_and_the_sitting_goes_on(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")  # the child process that prints cannot start

    front = made_from_within(plan)

    assert front.cards == [
        words.say("making.begun"),
        f"{words.say('making.not_made')}\n{words.say('document.stopped')}",
    ]
    assert front.pages == []


def test_an_opener_that_is_missing_or_refuses_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Problem, match=r"making\.not_opened"):
        open_file.open_file(tmp_path / "plan.pdf")

    for name in ("xdg-open", "open"):
        (tmp_path / name).write_text("#!/bin/sh\nexit 4\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)

    with pytest.raises(Problem, match=r"making\.not_opened"):
        open_file.open_file(tmp_path / "plan.pdf")
