"""Work in a process of its own: what it gives and what it raises come back, and its memory does not stay."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the work is done in the same process"
)


def run(lines: str) -> "subprocess.CompletedProcess[str]":
    """A program of its own, because this one may have threads."""
    head = (
        "import os, sys\nfrom wizard.publishing.child_process import aside\n"
        "from wizard.errors import Fault, Faults, Problem\n"
    )
    return subprocess.run(
        [sys.executable, "-c", head + lines],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


def test_what_the_work_gives_comes_back_from_another_process() -> None:
    ran = run(
        "print(os.getpid(), end=' ')\nprint(*aside(lambda: (os.getpid(), {'a': b'x' * 300_000}['a'][:3])))"
    )

    here, there, value = ran.stdout.split()
    assert (ran.stderr, value) == ("", "b'xxx'")
    assert here != there


def test_a_problem_comes_back_with_its_details() -> None:
    ran = run(
        "def work():\n    raise Faults([Fault('plan.path', {'a': 1}, 'x.yaml', 3)], file='x.yaml')\n"
        "try:\n    aside(work)\nexcept Faults as it:\n    print(it.key, it.details, it.faults[0].line)"
    )

    assert (ran.stdout, ran.stderr) == ("file.faults {'file': 'x.yaml'} 3\n", "")


def test_a_mistake_in_the_work_shows_its_traceback_once() -> None:
    ran = run("aside(lambda: 1 / 0)")

    assert ran.returncode == 1
    assert ran.stderr.count("ZeroDivisionError") == 1
    assert ran.stdout == ""


def test_nothing_that_was_waiting_to_be_printed_is_printed_twice() -> None:
    ran = run("sys.stdout.write('once ')\nprint(aside(lambda: 7))")

    assert ran.stdout == "once 7\n"


def test_a_program_with_threads_does_the_work_itself() -> None:
    ran = run(
        "import threading\ndone = threading.Event()\nthreading.Thread(target=done.wait).start()\n"
        "print(os.getpid() == aside(os.getpid))\ndone.set()"
    )

    assert ran.stdout == "True\n"


def test_the_process_is_gone_when_its_work_is_done() -> None:
    ran = run(
        "pid = aside(os.getpid)\ntry:\n    os.kill(pid, 0)\nexcept ProcessLookupError:\n    print('gone')"
    )

    assert ran.stdout == "gone\n"


def test_a_system_that_does_not_tell_its_threads_does_the_work_itself() -> None:
    ran = run(
        "from pathlib import Path\n"
        "from wizard.publishing import child_process as module\nmodule._THREADS = Path('/nowhere')\n"
        "print(os.getpid() == aside(os.getpid))"
    )

    assert ran.stdout == "True\n"
