"""Many plans at once: each that can be printed is, each that cannot is told in one sentence, and no file is lost."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.terminal_driver import Terminal
from wizard import words
from wizard.cli import main
from wizard.publishing import pool
from wizard.publishing.child_process import ChildProcess
from wizard.publishing.formats import html, pdf
from wizard.publishing.press import Press
from wizard.publishing.progress_line import ProgressLine

SMALL = (
    "format: 1\ntoolkit: colorado@1\nlanguage: en\nplan_id: p-7f3kq2\npath: quick\nabout:\n  name: {name}\n"
)


def plan(file: Path, name: str = "Two Rivers") -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(SMALL.format(name=name), encoding="utf-8")
    return file


def printed(*arguments: str | Path) -> int:
    """Prints the shortest document there is, and gives the exit code."""
    return main(["print", "--one-page", *map(str, arguments)])


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_every_plan_gets_its_pdf_beside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plans = [plan(tmp_path / f"{name}.plan.yaml", name) for name in ("one", "two", "three")]

    code = printed(*plans, plans[0])

    said = capsys.readouterr()
    assert (code, said.err) == (0, "")
    assert sorted(said.out.splitlines()) == sorted(
        str(tmp_path / f"{n}-one-page.pdf") for n in ("one", "two", "three")
    )
    assert all(pdf.made_here(tmp_path / f"{name}-one-page.pdf") for name in ("one", "two", "three"))


def test_what_is_printed_together_has_the_bytes_of_what_is_printed_alone(tmp_path: Path) -> None:
    plans = [plan(tmp_path / f"{name}.plan.yaml", name) for name in ("one", "two")]

    printed(*plans)
    printed(plans[1], "-o", tmp_path / "alone.pdf")

    assert (tmp_path / "alone.pdf").read_bytes() == (tmp_path / "two-one-page.pdf").read_bytes()


def test_each_plan_that_cannot_be_printed_is_one_sentence_and_the_others_are_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, broken, missing = (tmp_path / f"{name}.plan.yaml" for name in ("good", "broken", "missing"))
    plan(good)
    broken.write_text("format: 1\nplan_id: p-7f3kq2\nabuot:\n  nmae: x\nbuild: 3\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()

    code = printed(broken, good, missing, tmp_path / "folder")

    said = capsys.readouterr()
    told = said.err.splitlines()
    assert (code, said.out) == (1, f"{tmp_path / 'good-one-page.pdf'}\n")
    assert told[0] == words.say("document.mend_first", file=broken)
    assert [each.split(" is not printed. ")[0] for each in told[1:]] == [
        str(missing),
        str(tmp_path / "folder"),
    ]
    assert names(tmp_path) == ["broken.plan.yaml", "folder", "good-one-page.pdf", "good.plan.yaml"]


def test_plans_of_one_name_do_not_replace_each_other_in_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plans = [plan(tmp_path / county / "ours.plan.yaml", county) for county in ("alder", "mesa")]
    (tmp_path / "all").mkdir()

    code = printed(*plans, "-o", tmp_path / "all", "--html", tmp_path / "all")

    assert (code, capsys.readouterr().err) == (0, "")
    assert names(tmp_path / "all") == [
        "ours-one-page-2.html",
        "ours-one-page-2.pdf",
        "ours-one-page.html",
        "ours-one-page.pdf",
    ]
    assert b"mesa" in (tmp_path / "all" / "ours-one-page-2.html").read_bytes()
    assert html.made_here(tmp_path / "all" / "ours-one-page.html")


@pytest.mark.parametrize("option", ["-o", "--html"])
def test_several_plans_need_a_folder_to_go_to(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plans = [str(plan(tmp_path / f"{name}.plan.yaml")) for name in ("one", "two")]
    wanted = tmp_path / "all.pdf"

    code = main(["print", *plans, option, str(wanted)])

    assert (code, capsys.readouterr().err) == (2, words.say("document.no_folder", folder=wanted) + "\n")
    assert names(tmp_path) == ["one.plan.yaml", "two.plan.yaml"]


def test_a_press_that_falls_is_replaced_for_the_plans_that_follow(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = [plan(tmp_path / f"{n}.plan.yaml", str(n)) for n in range(4)]
    monkeypatch.setattr("wizard.publishing.many.cores", lambda: 1)
    given = pool.Pool.one
    fallen: list[int] = []

    def one(self: pool.Pool[ChildProcess]) -> object:
        if not fallen and isinstance(self._all[0], Press):
            fallen.append(1)
            self._all[0]._child.kill()
            self._all[0]._child.wait()
        return given(self)

    monkeypatch.setattr(pool.Pool, "one", one)

    code = printed(*plans)

    assert (code, capsys.readouterr().err) == (0, "")
    assert len(list(tmp_path.glob("*.pdf"))) == 4


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_drawn_over_itself_where_somebody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Tty())
    line = ProgressLine(4)

    line.draw()
    line.step()
    line.wipe()

    drawn = sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert drawn.split("\r")[1:3] == [f"[{'-' * 30}] 0 of 4", f"[{'#' * 7}{'-' * 23}] 1 of 4"]
    assert drawn.endswith("\r\x1b[K")


def test_a_terminal_shows_how_far_it_is(tmp_path: Path) -> None:
    for name in ("one", "two"):
        plan(tmp_path / f"{name}.plan.yaml", name)

    with Terminal("print", "--one-page", "one", "two", state=tmp_path, columns=200, patience=60) as terminal:
        terminal.see("0 of 2")
        code = terminal.end()

    assert code == 0
    assert "of 2" not in terminal.text()
    assert terminal.shows(str(tmp_path / "one-one-page.pdf"), str(tmp_path / "two-one-page.pdf"))


def test_an_interruption_ends_it_at_once_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    for n in range(30):
        plan(tmp_path / f"{n}.plan.yaml", str(n))
    (tmp_path / "temporary").mkdir()

    more = {"TMPDIR": str(tmp_path / "temporary")}
    with Terminal("print", *(f"{n}.plan.yaml" for n in range(30)), state=tmp_path, more=more) as terminal:
        terminal.see("1 of 30").key("c-c")
        code = terminal.end()

    assert code == 130
    assert list((tmp_path / "temporary").iterdir()) == []
    assert list(tmp_path.glob(".partnership-*")) == []
    assert len(list(tmp_path.glob("*.pdf"))) < 30


def test_as_many_presses_as_cores_this_process_may_use() -> None:
    lines = (
        "import os; os.sched_setaffinity(0, [0]); from wizard.publishing.pool import cores; print(cores())"
    )
    if not hasattr(os, "sched_setaffinity"):
        pytest.skip("this system does not hold a process to a core")

    ran = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)

    assert ran.stdout == "1\n"
    assert 1 <= pool.cores() <= pool.MOST
