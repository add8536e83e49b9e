"""The surface pages are drawn on: always from the top, without flicker, without an echo between pages."""

import errno
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from prompt_toolkit.input import Input
from prompt_toolkit.input.vt100 import Vt100Input
from prompt_toolkit.output import Output

GONE = (errno.EIO, errno.EPIPE, errno.EBADF, errno.ENXIO)


class Paper:
    """Keeps one output steady: each page starts at the top, the old one stays until the new one is whole."""

    def __init__(self, output: Output) -> None:
        self.output = output
        self.is_gone = False
        self._is_held = True  # until the first page is drawn
        self._has_page = False
        self._flush = output.flush
        output.flush = self._flush_unless_held  # type: ignore[method-assign]
        output.enter_alternate_screen = self._to_top  # type: ignore[method-assign]
        output.quit_alternate_screen = lambda: None  # type: ignore[method-assign]

    def hold(self) -> None:
        """Collects what is written, so that wiping the old page and drawing the new one are one stroke."""
        self._is_held = True

    def release(self) -> None:
        """Lets what is written through again: a page is being drawn."""
        self._is_held = False
        self._has_page = True

    def wipe(self) -> None:
        """Takes the page off the screen, if there is one; the next line printed is the first."""
        if not self._has_page:
            return
        self.release()
        self._has_page = False
        self._to_top()
        self.output.erase_down()
        self.output.reset_attributes()
        self.output.enable_autowrap()
        self.output.show_cursor()
        self.output.flush()

    def _to_top(self) -> None:
        self.output.cursor_goto(0, 0)

    def _flush_unless_held(self) -> None:
        if self._is_held:
            return
        try:
            self._flush()
        except OSError as fault:
            if fault.errno not in GONE:
                raise
            self.is_gone = True  # the window was closed; reading ends in a moment, and the sitting with it


def notice_hang_up(source: Input) -> None:
    """Makes a terminal that is gone count as the end of input; prompt_toolkit would go on reading nothing."""
    if sys.platform == "win32" or not isinstance(source, Vt100Input):
        return
    import termios

    reader, fd = source.stdin_reader, source.fileno()
    read = reader.read

    def read_or_end(count: int = 1024) -> str:
        data = read(count)
        if not data and not reader.closed and not _answers(termios, fd):
            reader.closed = True
        return data

    if _answers(termios, fd):
        reader.read = read_or_end  # type: ignore[method-assign]


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
    silent = termios.tcgetattr(fd)
    silent[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(fd, termios.TCSANOW, silent)

    def restore() -> None:
        with suppress(termios.error, OSError):
            termios.tcsetattr(fd, termios.TCSANOW, before)

    return restore


def _answers(termios: Any, fd: int) -> bool:
    try:
        termios.tcgetattr(fd)
    except (termios.error, OSError):
        return False
    return True
