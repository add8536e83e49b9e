"""The one file as it is built here: what it prints, templates of one's own among it, and what it leaves behind."""

import os
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support import bare_root
from wizard import words
from wizard.content import PACKAGE
from wizard.systems import HERE

ROOT = Path(__file__).parents[2]
HOSTILE = ROOT / "tests" / "hostile" / "templates"
PLAN = PACKAGE / "examples" / "two-rivers-quick.plan.yaml"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not find_spec("PyInstaller"), reason="PyInstaller is not installed; ./run build does that"
    ),
]


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one file, built from a copy of this checkout, once in a run, in whichever of its processes comes first."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    built = folder / "one file" / "partnership"
    with (folder / "one file.lock").open("w") as guard:
        while not taken(guard.fileno()):
            time.sleep(0.2)
        if not built.exists():
            build(folder / "checkout", built)
    return built


def taken(lock: int) -> bool:
    try:
        HERE.take(lock)
    except OSError:
        return False
    return True


def build(checkout: Path, there: Path) -> None:
    bare_root.copied_checkout(checkout)
    command = [sys.executable, "-m", "one_file"]
    done = subprocess.run(command, cwd=checkout, env=outside(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    shutil.copytree(checkout / "dist", there.parent)
    shutil.rmtree(checkout)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Somebody's folder with two plans and a template of their own."""
    (tmp_path / "temporary").mkdir()
    for name in ("a", "b"):
        shutil.copy(PLAN, tmp_path / f"{name}.plan.yaml")
    (tmp_path / "own").mkdir()
    text = '{% from "macros.html" import chapter %}\n{{ chapter(1, words("Ours alone")) }}\n'
    (tmp_path / "own" / "template.md").write_text(text, encoding="utf-8")
    return tmp_path


def outside(**more: object) -> dict[str, str]:
    """These surroundings, without what they tell a Python."""
    told = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return told | {name: str(value) for name, value in more.items()}


def ran(home: Path, *command: object) -> "subprocess.CompletedProcess[str]":
    """A command in somebody's folder; the temporary files of it and its child processes go into that."""
    surroundings = outside(HOME=home, TMPDIR=home / "temporary", PARTNERSHIP_STATE=home / "state")
    surroundings["PYTHONPATH"] = str(ROOT)  # for the checkout; the one file does not look there
    return subprocess.run(
        [str(word) for word in command],
        cwd=home,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_a_template_of_ones_own_is_printed(program: Path, home: Path) -> None:
    done = ran(home, program, "print", "a", "--templates", "own", "--html", "a.html")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == [str(home / "a.html"), str(home / "a.pdf")]
    assert "Ours alone" in (home / "a.html").read_text(encoding="utf-8")
    assert (home / "a.pdf").read_bytes().startswith(b"%PDF")
    assert [*(home / "temporary").iterdir(), *home.glob(".*")] == []  # no notes about fonts either


def test_a_template_of_a_stranger_is_stopped(program: Path, home: Path) -> None:
    done = ran(home, program, "print", "a", "--templates", HOSTILE / "list_without_measure")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == words.say("document.template.too_large") + "\n"
    assert not [*home.glob("*.pdf"), *(home / "temporary").iterdir()]


@pytest.mark.parametrize("options", [[], ["--one-page"], ["--templates", "own"]], ids=" ".join)
def test_it_prints_the_bytes_that_the_checkout_prints(program: Path, home: Path, options: list[str]) -> None:
    (home / "checkout").mkdir()
    printed = ran(home, sys.executable, "-m", "wizard", "print", "a", "b", "-o", "checkout", *options)

    done = ran(home, program, "print", "a", "b", "-o", ".", *options)

    assert [(each.returncode, each.stderr) for each in (printed, done)] == [(0, "")] * 2
    files = sorted(file.name for file in home.glob("*.pdf"))
    assert len(files) == 2
    assert [(home / name).read_bytes() for name in files] == [
        (home / "checkout" / name).read_bytes() for name in files
    ]
