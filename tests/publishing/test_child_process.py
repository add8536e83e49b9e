"""Work in a process of its own: what it gives and what it raises come back, and nothing of it stays."""

import os
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from wizard.content import PACKAGE
from wizard.document.documents import PLAN as WHOLE
from wizard.errors import Faults, Problem
from wizard.publishing import composing
from wizard.publishing.child_process import ChildProcess
from wizard.publishing.composer import Composer
from wizard.publishing.options import DEFAULTS, parse

ROOT = Path(__file__).parents[2]
HOSTILE = ROOT / "tests" / "hostile" / "templates"
PLAN = PACKAGE / "examples" / "two-rivers-quick.plan.yaml"


def composer(template: Path | None = None) -> Composer:
    options = {**DEFAULTS, "templates": template}
    asked = Namespace(**options, flows=None, attach=True, output=None, html=None)
    return Composer(asked, parse(asked))


@pytest.fixture(scope="module")
def working() -> Iterator[Composer]:
    with closing(composer()) as here:
        yield here


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Composer]:
    (tmp_path / "template.md").write_text("# Ours", encoding="utf-8")
    with closing(composer(tmp_path)) as here:
        yield here


def test_what_the_work_gives_comes_back_as_this_process_would_have_made_it(working: Composer) -> None:
    document, carried = working.composed(PLAN)

    same, same_inside = composing.composed(PLAN, working._asked, working._options)
    assert (document, carried) == (same, same_inside)
    assert same.fonts == WHOLE.folder.parent / "shared" / "fonts"


def test_a_problem_comes_back_with_its_details_and_the_next_request_is_answered(
    working: Composer, tmp_path: Path
) -> None:
    broken = tmp_path / "x.plan.yaml"
    broken.write_text("format: 1\nplan_id: p-7f3kq2\nabuot: 1\n", encoding="utf-8")

    with pytest.raises(Faults) as caught:
        working.composed(broken)

    assert (caught.value.details["file"], [each.line for each in caught.value.faults]) == ("x.plan.yaml", [3])
    assert working.composed(PLAN)[0].title == "Partnership plan, Two Rivers Anti-Trafficking Partnership"


def test_a_mistake_of_ours_shows_its_traceback_once() -> None:
    lines = (
        "from contextlib import closing\nfrom tests.publishing.test_child_process import composer\n"
        "with closing(composer()) as here:\n    here.ask('no plan')\n"
    )

    ran = subprocess.run(
        [sys.executable, "-c", lines], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )

    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.count("TypeError: composed() missing") == 1


def test_what_a_strangers_template_breaks_is_one_sentence_with_the_traceback_beside_it(own: Composer) -> None:
    with pytest.raises(Problem, match=r"document\.template\.stopped") as caught:
        own.ask("no plan")

    assert "TypeError: composed() missing" in "".join(caught.value.__notes__)
    assert not own.works


def test_what_the_system_refuses_a_strangers_template_is_one_sentence(own: Composer, tmp_path: Path) -> None:
    too_long_for_a_disk = "n" * 300
    (tmp_path / "template.md").write_text(f"{{% include '{too_long_for_a_disk}.md' %}}", encoding="utf-8")

    with pytest.raises(Problem, match=r"document\.template\.stopped") as caught:
        own.composed(PLAN)

    assert isinstance(caught.value.__cause__, OSError)


def test_one_that_took_too_long_is_ended(own: Composer) -> None:
    with pytest.raises(Problem, match=r"document\.template\.too_long"):
        own.composed(PLAN, seconds=0.001)

    assert not own.works


def test_the_process_is_gone_when_its_work_is_done() -> None:
    with closing(composer()) as here:
        pid, folder = here._child.pid, Path(here._folder.name)
        there = folder.exists()

    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert (there, folder.exists()) == (True, False)


def test_what_cannot_be_started_is_one_sentence_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    with pytest.raises(Problem, match=r"document\.stopped"):
        ChildProcess("compose")

    assert list(tmp_path.iterdir()) == []


WAITS = """
from contextlib import closing
from pathlib import Path
from tests.publishing.test_child_process import HOSTILE, PLAN, composer
with closing(composer(HOSTILE / "endless_for")) as here:
    print(here._child.pid, flush=True)
    here.composed(PLAN)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_endless_work_ends_with_a_wizard_that_was_killed(tmp_path: Path) -> None:
    said = os.environ | {"TMPDIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", WAITS], env=said, stdout=subprocess.PIPE, text=True
    ) as wizard:
        assert wizard.stdout
        child = Path("/proc", wizard.stdout.readline().strip())
        time.sleep(1.5)  # by now it goes round and round
        busy = child.exists()
        wizard.kill()

    end = time.monotonic() + 10
    while child.exists() and time.monotonic() < end:
        time.sleep(0.02)
    assert (busy, child.exists()) == (True, False)
    assert list(tmp_path.iterdir()) == []
