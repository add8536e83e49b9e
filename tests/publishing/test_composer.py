"""A composer: plans become documents in a process of its own, templates of strangers within limits or not at all."""

import shutil
import subprocess
import sys
import time
from argparse import Namespace
from contextlib import closing
from pathlib import Path

import pytest

from wizard import cli, words
from wizard.content import PACKAGE
from wizard.document.documents import PLAN as WHOLE
from wizard.errors import Problem
from wizard.publishing import composer, composing
from wizard.publishing.composer import Composer
from wizard.publishing.composing import Composed
from wizard.publishing.options import DEFAULTS, parse
from wizard.storage.yaml import text as yaml_text

ROOT = Path(__file__).parents[2]
HOSTILE = Path(__file__).parents[1] / "hostile"
TEMPLATES = sorted(each.name for each in (HOSTILE / "templates").iterdir())
SENTENCES = yaml_text.read((HOSTILE / "sentences.yaml").read_bytes()).data
PLAN = PACKAGE / "examples" / "two-rivers-quick.plan.yaml"
GREEDY = {
    "endless_for": 1.5,
    "huge_number": 1.5,
    "doubling": 30,
    "list_without_measure": 30,
}  # with their seconds


def asking(folder: Path) -> Namespace:
    return Namespace(**{**DEFAULTS, "templates": folder}, flows=None, attach=True, output=None, html=None)


def in_a_child(asked: Namespace, seconds: float | None = None) -> Composed:
    with closing(Composer(asked, parse(asked))) as own:
        return own.composed(PLAN, seconds)


def said_of(folder: Path, seconds: float | None = None) -> str:
    """What is said about a template: in this process, or in one with an end to its time."""
    asked = asking(folder)
    with pytest.raises(Problem) as caught:
        composing.composed(PLAN, asked, parse(asked)) if seconds is None else in_a_child(asked, seconds)
    return words.of(caught.value).replace(f"after {round(seconds or 0)} seconds", "after 30 seconds")


def own(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "template.md").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("case", sorted(set(TEMPLATES) - set(GREEDY) - {"huge_power_of_a_text"}))
def test_a_template_of_a_stranger_gets_its_sentence(case: str) -> None:
    assert said_of(HOSTILE / "templates" / case) == SENTENCES[f"templates/{case}"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory has no end that a program can set")
@pytest.mark.parametrize("case", GREEDY)
def test_a_template_that_takes_without_end_is_stopped(case: str) -> None:
    start = time.monotonic()

    said = said_of(HOSTILE / "templates" / case, GREEDY[case])

    assert said == SENTENCES[f"templates/{case}"]
    assert time.monotonic() - start < composer.OWN_SECONDS


@pytest.mark.slow
@pytest.mark.parametrize("case", TEMPLATES)
def test_every_template_of_a_stranger_is_refused_on_the_command_line(case: str, tmp_path: Path) -> None:
    shutil.copy(PLAN, tmp_path)
    typed = ["print", PLAN.name, "--templates", HOSTILE / "templates" / case, "--html", "x.html"]

    done = subprocess.run(
        [sys.executable, "-m", "wizard", *map(str, typed)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path / "home"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (cli.COULD_NOT, "")
    assert done.stderr.rstrip() == SENTENCES[f"templates/{case}"]
    assert [each.name for each in tmp_path.glob("*.*")] == [PLAN.name]


def test_a_template_of_ones_own_is_printed_with_the_shared_parts_beside_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    plan, page = tmp_path / "ours.plan.yaml", tmp_path / "ours.html"
    shutil.copy(PLAN, plan)
    folder = own(
        tmp_path / "own", '{% from "macros.html" import chapter %}\n{{ chapter(1, words("Ours alone")) }}\n'
    )
    (folder / "style").mkdir()
    (folder / "style" / "own.css").write_text("h1 { color: teal }", encoding="utf-8")

    code = cli.main(["print", str(plan), "--templates", str(folder), "--html", str(page)])

    assert capfd.readouterr() == (f"{page}\n{tmp_path / 'ours.pdf'}\n", "")
    assert code == 0
    html = page.read_text(encoding="utf-8")
    assert "Ours alone" in html
    assert "color: teal" in html
    assert (tmp_path / "ours.pdf").read_bytes().startswith(b"%PDF")


def test_a_changed_copy_of_the_plans_own_template_says_what_it_says_by_itself(tmp_path: Path) -> None:
    shutil.copytree(WHOLE.folder, tmp_path / "own")
    asked, plain = asking(tmp_path / "own"), asking(WHOLE.folder)

    document, carried = in_a_child(asked)

    same, carried_too = composing.composed(PLAN, plain, parse(plain))
    assert (document.html, carried) == (same.html, carried_too)


def test_several_plans_are_printed_with_a_template_of_ones_own(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        shutil.copy(PLAN, tmp_path / f"{name}.plan.yaml")
    folder = own(tmp_path / "own", "# Ours\n")
    plans = [str(tmp_path / f"{name}.plan.yaml") for name in ("a", "b")]

    code = cli.main(["print", *plans, "--templates", str(folder)])

    assert code == 0
    assert sorted(capfd.readouterr().out.split()) == [str(tmp_path / "a.pdf"), str(tmp_path / "b.pdf")]


def test_a_folder_without_a_template_and_two_layouts_at_once_get_their_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["print", str(PLAN), "--templates", str(tmp_path)]) == cli.COULD_NOT
    assert "There is no file template.md in" in capsys.readouterr().err
    assert cli.main(["print", str(PLAN), "--templates", str(tmp_path), "--one-page"]) == cli.WRONG_USAGE
    assert "cannot be used together" in capsys.readouterr().err


def test_a_child_that_ends_by_itself_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false") or "")

    assert said_of(own(tmp_path / "own", "x"), 30).startswith("The template ended the program that fills it.")
