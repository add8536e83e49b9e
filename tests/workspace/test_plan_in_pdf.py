"""A plan goes into a PDF and comes out of it: `print`, then `open PLAN.pdf`, `status PLAN.pdf` and its kin."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from tests.storage.test_attachment import holding
from tests.support.script import Script
from tests.support.shipped import draft_of, toolkit
from tests.support.terminal_driver import Terminal
from wizard import words
from wizard.cli import main
from wizard.errors import Problem
from wizard.sitting.before.which_plan import Chosen, from_pdf
from wizard.sitting.loop import run
from wizard.storage import attachment, plan_file
from wizard.workspace.plan_in_pdf import take_out

ASIDE = "The fifth P that was given up again"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A printed plan, in a folder of its own with nothing else; one of its answers is set aside."""
    folder = tmp_path_factory.mktemp("original")
    draft = draft_of(
        {"about.name": "Our Núñez group", "define.ps": "four", "define.fifth_p": ASIDE}, path="quick"
    )
    plan = folder / "ours.plan.yaml"
    plan.write_text(plan_file.text_of(draft), encoding="utf-8")
    assert main(["print", str(plan)]) == 0
    plan.unlink()
    return folder / "ours.pdf"


@pytest.fixture
def pdf(original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARTNERSHIP_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("PARTNERSHIP_CACHE", str(tmp_path / "cache"))
    (tmp_path / "here").mkdir()
    return Path(shutil.copy(original, tmp_path / "here" / "ours.pdf"))


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_what_is_set_aside_is_not_inside(pdf: Path) -> None:
    text = attachment.plan_in(pdf.read_bytes(), "").decode()

    assert "Our Núñez group" in text
    assert ASIDE not in text
    assert ASIDE.encode() not in pdf.read_bytes()


def test_the_plan_is_put_beside_the_pdf_for_nobody_else_to_read_and_one_sentence_says_so(pdf: Path) -> None:
    front = Script()

    came = run(front, toolkit().outline, from_pdf(pdf))

    assert isinstance(came, Chosen)
    place = came.path
    assert place == pdf.parent / "ours.plan.yaml"
    assert plan_file.draft_of(place.read_bytes()).get("about.name") == "Our Núñez group"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert front.cards == [
        f"{words.say('inside.title')}\n{words.say('inside.taken_out', pdf='ours.pdf', file=place)}"
    ]


def test_nothing_is_written_over_and_the_same_plan_is_not_written_twice(pdf: Path) -> None:
    (pdf.parent / "ours.plan.yaml").write_text("mine", encoding="utf-8")
    (pdf.parent / "ours-2.plan.yaml").symlink_to("nowhere")

    first, _ = take_out(pdf)
    second, _ = take_out(pdf)

    assert first == second == pdf.parent / "ours-3.plan.yaml"
    assert (pdf.parent / "ours.plan.yaml").read_text(encoding="utf-8") == "mine"
    assert names(pdf.parent) == ["ours-2.plan.yaml", "ours-3.plan.yaml", "ours.pdf", "ours.plan.yaml"]


def test_open_goes_on_with_the_plan_from_the_pdf(pdf: Path, tmp_path: Path) -> None:
    with Terminal("open", pdf, state=tmp_path) as terminal:
        terminal.see(words.say("inside.title"), "ours.plan.yaml").press("enter")
        terminal.see("Our Núñez group", words.say("hub.ask")).press("c-c")
        code = terminal.end()

    assert code == 0
    assert names(pdf.parent) == ["ours.pdf", "ours.plan.yaml"]


def test_open_makes_no_plan_file_for_a_pdf_that_is_not_there(
    tmp_path: Path,
) -> None:
    with Terminal("open", "none.pdf", state=tmp_path) as terminal:
        code = terminal.end()
        terminal.see("There is no file called none.pdf")

    assert code == 1
    assert list(tmp_path.glob("none*")) == []


def test_status_reads_the_plan_inside_and_writes_nothing(
    pdf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (pdf.read_bytes(), pdf.stat().st_mtime_ns)
    pdf.parent.chmod(0o500)

    code = main(["status", str(pdf)])

    pdf.parent.chmod(0o700)
    said = capsys.readouterr()
    assert (code, said.err) == (0, "")
    assert said.out.startswith("Our Núñez group\n")
    assert (pdf.read_bytes(), pdf.stat().st_mtime_ns) == before
    assert names(pdf.parent) == ["ours.pdf"]
    assert not Path(os.environ["PARTNERSHIP_STATE"]).exists()


def test_print_leaves_the_plan_out_when_asked(pdf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without = pdf.parent / "without.pdf"

    code = main(["print", str(pdf), "-o", str(without), "--no-attach"])

    assert (code, capsys.readouterr().out) == (0, f"{without}\n")
    assert main(["status", str(without)]) == 1
    assert capsys.readouterr().err == words.say("inside.none", file="without.pdf") + "\n"


def test_a_pdf_printed_from_a_pdf_is_a_second_one_with_the_same_bytes(
    pdf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["print", str(pdf)])

    assert (code, capsys.readouterr().out) == (0, f"{pdf.parent / 'ours-2.pdf'}\n")
    assert (pdf.parent / "ours-2.pdf").read_bytes() == pdf.read_bytes()


def test_the_pdf_a_plan_is_read_from_is_never_replaced(pdf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = pdf.read_bytes()

    code = main(["print", str(pdf), "-o", str(pdf.parent), "--no-attach"])

    said = capsys.readouterr()
    assert (code, said.out, said.err) == (1, "", words.say("document.same_file", file="ours.pdf") + "\n")
    assert pdf.read_bytes() == before


HOSTILE = {
    "no plan at all": b"hello: world\n",
    "a broken file": b"format: 1\nabout: {name: [\n",
    "an alias bomb": b"a: &a [x, x]\nb: [*a, *a]\n",
    "binary": bytes(range(256)) * 10,
    "endless": b"format: 1\nplan_id: p-7f3kq2\nabout:\n  name: " + b"x" * 900_000,
    "a place that does not exist": b"format: 1\nplan_id: p-7f3kq2\nbuild:\n  leader: x\n",
    "a newer one": b"format: 99\nplan_id: p-7f3kq2\n",
    "a name with control characters": b'format: 1\nplan_id: p-7f3kq2\nabout:\n  name: "\\u202E\\x1b[31m"\n',
}


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("command", ["status", "print", "forget"])
def test_a_hostile_plan_inside_is_one_sentence_and_nothing_is_written(
    hostile: str, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = HOSTILE[hostile]
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(holding(text))

    code = main([command, str(bad)])

    said = capsys.readouterr()
    if command == "forget" and b"p-7f3kq2" in text:
        assert code == 0
        return
    assert (code, said.out, said.err.count("\n")) == (1, "", 1)
    assert names(tmp_path) == ["bad.pdf"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_plan_is_not_taken_out(hostile: str, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(holding(HOSTILE[hostile]))

    with pytest.raises(Problem) as caught:
        take_out(bad)

    assert words.of(caught.value).count("\n") == 0
    assert names(tmp_path) == ["bad.pdf"]
