"""What a terminal is told and asked."""

import errno
import os
import pty
import subprocess
import sys

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.input.posix_utils import PosixStdinReader
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


@pytest.mark.parametrize(("reader", "closed"), [(PosixStdinReader, False), (TerminalReader, True)])
def test_a_terminal_that_is_gone_is_the_end_of_input_to_our_reader(
    monkeypatch: pytest.MonkeyPatch, reader: type[PosixStdinReader], closed: bool
) -> None:
    def gone(*_: int) -> bytes:
        raise OSError(errno.EIO, "gone")

    read_end, write_end = os.pipe()  # no terminal answers behind it
    os.write(write_end, b"x")
    reading = reader(read_end)
    monkeypatch.setattr(os, "read", gone)

    assert reading.read() == ""
    assert reading.closed == closed
    for end in (read_end, write_end):
        os.close(end)


def test_a_terminal_is_read_by_our_reader_and_a_pause_is_no_end() -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "r") as end:
        source = Vt100Input(end)
        notice_hang_up(source)

        assert isinstance(source.stdin_reader, TerminalReader)
        assert (source.read_keys(), source.closed) == ([], False)
    os.close(ours)


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
