"""How much a child process may take, held to it by the system."""

import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems hold no process to a limit")


def ran(lines: str) -> "subprocess.CompletedProcess[str]":
    head = "from wizard.publishing import limits\nlimits.GRACE = 0\n"
    return subprocess.run(
        [sys.executable, "-c", head + lines], capture_output=True, text=True, check=False, timeout=60
    )


def test_work_that_does_not_end_is_ended_by_the_system() -> None:
    done = ran("limits.end_after(0.5)\nwhile True: pass")

    assert done.returncode == -signal.SIGXCPU


def test_each_request_has_time_of_its_own() -> None:
    done = ran(
        "import time\n"
        "for _ in range(3):\n"
        "    limits.end_after(1.5)\n    end = time.process_time() + 0.7\n"
        "    while time.process_time() < end: pass\n"
        "print('done')"
    )

    assert (done.returncode, done.stdout) == (0, "done\n")


def test_more_memory_than_it_may_take_is_refused() -> None:
    done = ran("limits.take_no_more_than(100_000_000)\nb'x' * 200_000_000")

    assert done.stderr.endswith("MemoryError\n")
