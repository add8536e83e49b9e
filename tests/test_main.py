"""The way in: a signal ends the program with 130, wherever it happens to arrive."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Runs a command, and while its module is looked for, what stands in `ARRIVES` happens.
PROGRAM = """
import os, signal, sys, time, weakref
from wizard.__main__ import main

def arrive():
    os.kill(os.getpid(), signal.{name})

class Arrives:
    def find_spec(self, name, path=None, target=None):
        if name == "wizard.commands.outline":
            {happens}
            time.sleep(20)

sys.meta_path.insert(0, Arrives())
sys.argv = ["partnership", "outline"]
sys.exit(main())
"""

HAPPENS = {
    "in plain code": "arrive()",
    "in what a library loads from a text": "exec('arrive()', {'arrive': arrive})",
    "where a library makes another fault of it": """
            try:
                arrive()
            except BaseException as fault:
                raise RuntimeError from fault""",
    "in a callback that can raise nothing": """
            thing = type("Thing", (), {})()
            kept = weakref.ref(thing, lambda _: arrive())
            del thing""",
}


def run(program: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """As a module, which is how the wizard is started: Python ends a module and a script in different ways."""
    (folder / "arriving.py").write_text(program, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "arriving"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("where", HAPPENS)
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows tells a program to end in another way")
def test_a_signal_ends_with_130_and_without_a_word(name: str, where: str, tmp_path: Path) -> None:
    program = PROGRAM.replace("{name}", name).replace("{happens}", HAPPENS[where])

    ran = run(program, tmp_path)

    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "")


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows has no hang-up")
def test_a_signal_that_was_ignored_at_the_start_stays_ignored(tmp_path: Path) -> None:
    program = "import os, signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n" + PROGRAM.replace(
        "{name}", "SIGHUP"
    ).replace("{happens}", "arrive(); return None")

    ran = run(program, tmp_path)

    assert ran.returncode == 0
    assert "AB-01" in ran.stdout
