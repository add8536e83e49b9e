"""What a terminal is told and asked."""

import os
import pty
import subprocess
import sys

from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.input.vt100 import Vt100Input

from wizard.screen.terminal import TerminalReader, notice_hang_up, quiet

# A stranger's system cannot be had here: what it lacks is what must not be imported.
ON_WINDOWS = """
import asyncio, importlib, pkgutil, select, subprocess, sys
sys.platform = "win32"
import wizard.screen
for module in pkgutil.walk_packages(wizard.screen.__path__, "wizard.screen."):
    importlib.import_module(module.name)
assert "prompt_toolkit.input.vt100" not in sys.modules
"""


def test_the_screen_imports_nothing_that_windows_lacks() -> None:
    ended = subprocess.run([sys.executable, "-c", ON_WINDOWS], capture_output=True, text=True, check=False)

    assert ended.stderr == ""


def test_a_terminal_that_is_gone_is_the_end_of_input() -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "r", closefd=False) as end:
        source = Vt100Input(end)
        notice_hang_up(source)
        before = (source.read_keys(), source.closed)

        for side in (ours, theirs):
            os.close(side)

        assert before == ([], False)
        assert (source.read_keys(), source.closed) == ([], True)


def test_a_pipe_keeps_its_own_reader() -> None:
    with create_pipe_input() as source:
        notice_hang_up(source)

        assert not isinstance(source.stdin_reader, TerminalReader)


def test_a_terminal_is_silent_for_a_sitting_and_as_before_afterwards() -> None:
    import termios

    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "r") as end:
        before = termios.tcgetattr(end)

        loud = quiet(Vt100Input(end))
        during = termios.tcgetattr(end)
        loud()

        assert before[3] & ~during[3] == termios.ECHO | termios.ICANON
        assert termios.tcgetattr(end) == before
    os.close(ours)
