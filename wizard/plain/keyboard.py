"""Lines from a terminal, taken key by key: every letter is kept at once, and a long line comes whole."""

import codecs
import os
import re
import select
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from wizard.plain.output import cells
from wizard.plain.signals import Ended, Signals
from wizard.plain.source import Keep, keep_nothing
from wizard.plan.clean import clean, typed
from wizard.sitting.ask import Leave

assert sys.platform != "win32"  # where lines come from `source` alone
import termios  # noqa: E402 — Windows has none

GUARD = 0.15  # seconds after a question in which Enter alone cannot have been meant for it
BURST = 0.05  # seconds in which the rest of a paste follows its first part
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|[^\[O])?")  # arrows and their like
_BEGUN = re.compile(r"\x1b\[[0-?]*[ -/]*\Z")
_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")  # line ends that no key makes
_LINE_END = re.compile(r"\r\n|\r|\n")
RUB, RUB_LINE, RUB_WORD, END = ("\x7f", "\x08"), "\x15", "\x17", "\x04"
_RUNS = re.compile("[^\n\x7f\x08\x15\x17\x04]+|.", re.DOTALL)  # letters together, the others one by one


class Keyboard:
    """A terminal. Only ordinary keys, Backspace, Ctrl-U, Ctrl-W, Ctrl-D and Enter do something."""

    is_live = begins = True

    def __init__(self, fd: int, show: Callable[[str], None], signals: Signals, guard: float = GUARD) -> None:
        self._fd = fd
        self._show = show
        self._signals = signals
        self._guard = guard
        self._before = termios.tcgetattr(fd)
        self._echoes = bool(self._before[3] & termios.ECHO)  # a shell inside an editor shows its lines itself
        self._decode = codecs.getincrementaldecoder("utf-8")("ignore").decode
        self._sequence = ""  # the beginning of a key's sequence
        self._text, self._joins = "", " "
        self._asked = 0.0
        self._hurried_until = 0.0

    @contextmanager
    def taken(self) -> Iterator[None]:
        """The terminal gives every key at once and shows none itself; afterwards it is as it was."""
        self._take()
        before = signal.getsignal(signal.SIGCONT)
        is_main = threading.current_thread() is threading.main_thread()
        if is_main:
            signal.signal(signal.SIGCONT, lambda *_: self._go_on())
        try:
            yield
        finally:
            if is_main:
                signal.signal(signal.SIGCONT, before)
            self._give_back()

    def _go_on(self) -> None:
        """The program was stopped and goes on: the shell has set the terminal its own way."""
        with suppress(termios.error, OSError):  # a window that was closed wakes the program too
            self._take()
            self._put(f"\n{self._text}")

    @contextmanager
    def lent(self) -> Iterator[None]:
        """While another program, an editor, has the terminal."""
        self._give_back()
        try:
            yield
        finally:
            self._take()

    def _take(self) -> None:
        modes = termios.tcgetattr(self._fd)
        modes[0] &= ~(termios.IXON | termios.ICRNL | termios.INLCR | termios.IGNCR)
        modes[3] &= ~(termios.ICANON | termios.ECHO | termios.IEXTEN)
        off = os.fpathconf(self._fd, "PC_VDISABLE").to_bytes(1, "little")
        for key in (termios.VSUSP, termios.VQUIT):
            modes[6][key] = off
        modes[6][termios.VMIN], modes[6][termios.VTIME] = 1, 0
        termios.tcsetattr(self._fd, termios.TCSADRAIN, modes)

    def _give_back(self) -> None:
        with suppress(termios.error, OSError):  # the window may be gone
            termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before)

    def fresh(self) -> None:
        """Drops what was typed before the question; an Enter that follows at once is not meant for it."""
        self._sequence = ""
        self._asked = time.monotonic()
        with suppress(termios.error, OSError):
            termios.tcflush(self._fd, termios.TCIFLUSH)

    def line(
        self, keep: Keep = keep_nothing, *, begun: str = "", joins: str = " ", done: str | None = None
    ) -> str:
        self._text, self._joins = "", joins
        self._type(begun)
        while True:
            runs = _RUNS.findall(self._keys())
            for left, run in zip(range(len(runs) - 1, -1, -1), runs, strict=True):
                if run == END:
                    if not self._text:
                        return self._ended(done)
                elif run != "\n":
                    self._press(run)
                elif self._is_hurried(left):
                    self._press(joins)
                elif self._text or time.monotonic() >= self._asked + self._guard:
                    self._put("\n")
                    return self._text
                keep(self._text)

    def _ended(self, done: str | None) -> str:
        self._put("\n")
        if done is None:
            raise Ended(Leave())
        return done

    def _keys(self) -> str:
        """What was pressed, line ends in one form, without arrow keys and their like."""
        with self._signals.waiting():
            try:
                raw = os.read(self._fd, 65536)
            except OSError:
                raw = b""
        if not raw:
            raise Ended(Leave(by_signal=True))  # the window was closed
        text = self._sequence + self._decode(raw)
        begun = _BEGUN.search(text)
        self._sequence = begun[0] if begun else ""
        return _LINE_END.sub("\n", _SEQUENCE.sub("", text.removesuffix(self._sequence)))

    def _is_hurried(self, left: int) -> bool:
        """Whether an Enter stands inside a paste: `left` counts what came with it and stands behind."""
        now = time.monotonic()
        if left or select.select([self._fd], [], [], 0)[0]:
            self._hurried_until = now + BURST
            return True
        return now < self._hurried_until

    def _press(self, key: str) -> None:
        if key in RUB:
            self._rub(1)
        elif key == RUB_LINE:
            self._rub(len(self._text))
        elif key == RUB_WORD:
            self._rub(len(self._text) - (self._text.rstrip().rfind(" ") + 1))
        else:
            self._type(key)

    def _type(self, keys: str) -> None:
        text = typed(_BREAKS.sub(self._joins, keys))
        text = "".join(each if each in " \n" else clean(each, lines=False) for each in text)
        self._text += text
        self._put(text)

    def _rub(self, many: int) -> None:
        gone = self._text[len(self._text) - many :]
        self._text = self._text[: len(self._text) - many]
        self._put("\b \b" * cells(gone.replace("\n", "")))

    def _put(self, text: str) -> None:
        if self._echoes and text:
            self._show(text)
