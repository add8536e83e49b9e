"""What a terminal is told and asked: no echo of its own between pages, and whether it is still there."""

import sys
from collections.abc import Callable
from contextlib import suppress

from prompt_toolkit.input import Input
from prompt_toolkit.input.posix_utils import PosixStdinReader


class TerminalReader(PosixStdinReader):
    """Counts a terminal that is gone as the end of input; prompt_toolkit would go on reading nothing."""

    def read(self, count: int = 1024) -> str:
        data = super().read(count)
        if not data and not is_terminal(self.stdin_fd):
            self.closed = True
        return data


def notice_hang_up(source: Input) -> None:
    """Makes the end of a terminal the end of what is read from it."""
    if sys.platform != "win32":
        from prompt_toolkit.input.vt100 import Vt100Input  # cannot be imported on Windows

        if isinstance(source, Vt100Input) and is_terminal(source.fileno()):
            source.stdin_reader = TerminalReader(source.fileno(), encoding=source.stdin.encoding)


def quiet(source: Input) -> Callable[[], None]:
    """Turns the terminal's own echo off for a whole sitting; returns what turns it on again."""
    if sys.platform == "win32":
        return lambda: None
    import termios

    try:
        fd = source.fileno()
        before = termios.tcgetattr(fd)
    except (termios.error, OSError):
        return lambda: None
    silent = [*before]
    silent[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(fd, termios.TCSANOW, silent)

    def restore() -> None:
        with suppress(termios.error, OSError):
            termios.tcsetattr(fd, termios.TCSANOW, before)

    return restore


def is_terminal(fd: int) -> bool:
    """Whether a terminal answers behind a file descriptor."""
    if sys.platform == "win32":
        return False
    import termios

    try:
        termios.tcgetattr(fd)
    except (termios.error, OSError):
        return False
    return True
