"""Drives the wizard in a real pseudo-terminal: keys go in, and a screen emulator shows what a person would see."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

ROOT = Path(__file__).parents[2]
QUIET = (
    0.17  # seconds without output: longer than the wizard waits before an Enter can be meant for a new page
)

KEYS = {
    "enter": "\r", "up": "\x1b[A", "down": "\x1b[B", "esc": "\x1b", "space": " ", "backspace": "\x7f", "f1": "\x1bOP",
    "end": "\x1b[F", "pgdn": "\x1b[6~",
    **{f"c-{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}  # fmt: skip


MOVING = ("up", "down", "backspace")
FOOT = "save and leave"  # stands at the foot of every page, and a page is drawn from the top
GUARD = 0.152  # seconds; a little longer than the wizard waits before a key can be meant for a new page


class _Emulator(pyte.Screen):
    """pyte takes a private form of SGR for a plain one. Counts how often the screen was wiped for a new page."""

    wiped = 0
    wiped_at = 0.0

    def erase_in_display(self, how: int = 0, *rest: object, **more: object) -> None:
        self.wiped += 1
        self.wiped_at = time.monotonic()
        super().erase_in_display(how, *rest, **more)

    def select_graphic_rendition(self, *attributes: int, private: bool = False) -> None:
        if not private:
            super().select_graphic_rendition(*attributes)


class Terminal:
    """One run of the wizard, or of a command. Waiting is always for a text or the end, never for a time alone."""

    def __init__(
        self,
        *arguments: str | Path,
        state: Path,
        columns: int = 80,
        rows: int = 24,
        patience: float = 20,
        nimble: bool = False,
        more: Mapping[str, str] | None = None,
        command: Sequence[str] = (),
    ) -> None:
        self.patience = patience
        self.guard = 0.0 if nimble else GUARD
        self._rows = [""] * rows
        self._wrote = time.monotonic()  # when something was last written, by either side
        self.screen = _Emulator(columns, rows)
        self.heard = bytearray()  # every byte that came out
        self._stream = pyte.ByteStream(self.screen)
        self._outer, inner = pty.openpty()
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(inner, termios.TIOCSWINSZ, size)
        started = [sys.executable, "-m", "tests.support.nimble" if nimble else "wizard"]
        self.process = subprocess.Popen(
            [*(command or started), *map(str, arguments)],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            cwd=state,
            env=_surroundings(state) | (more or {}),
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        self._inner = inner  # kept open, so that the terminal can be looked at after the wizard has ended

    @property
    def echoes(self) -> bool:
        """Whether the terminal shows what is typed, as it does for a shell."""
        return bool(termios.tcgetattr(self._inner)[3] & termios.ECHO)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._close()

    def rows(self) -> list[str]:
        """What stands on the screen, row by row."""
        for at in self.screen.dirty:  # what was drawn since the last look
            row = self.screen.buffer[at]
            self._rows[at] = "".join(row[column].data for column in range(self.screen.columns)).rstrip()
        self.screen.dirty.clear()
        return self._rows

    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.rows()).rstrip()

    def is_bold(self, row: int) -> bool:
        """Whether a row begins with a bold letter behind the margin."""
        letter = self.screen.buffer[row][1]
        return letter.bold and letter.data != " "

    def shows(self, *texts: str) -> bool:
        """Whether all of this stands on the screen, wherever its lines are broken."""
        seen = "".join(self.text().split())
        return all("".join(text.split()) in seen for text in texts)

    def see(self, *texts: str) -> Self:
        """Waits until all of this stands on the screen."""
        return self.until(lambda: self.shows(*texts), f"{texts} did not appear")

    def lose(self, text: str) -> Self:
        """Waits until this is gone from the screen."""
        return self.until(lambda: not self.shows(text), f"{text} is still there")

    def until(self, holds: Callable[[], bool], else_: str) -> Self:
        """Waits until something holds of the screen."""
        until = time.monotonic() + self.patience
        while not holds():
            assert time.monotonic() < until, f"{else_}:\n{self.text()}"
            assert self._read(0.05) or self.process.poll() is None, f"{else_} before the end:\n{self.text()}"
        return self

    def key(self, key: str) -> Self:
        """Presses a key, or types letters, that stay on this page."""
        os.write(self._outer, KEYS.get(key, key).encode())
        return self

    def writes(self, text: str, shown: str) -> Self:
        """Types a text into the page in view, and waits until all that is to stand there does."""
        return self.key(text).see(f"› {shown}")

    def press(self, *keys: str) -> Self:
        """Presses keys one by one; those that decide something when the page has been quiet for a moment."""
        for key in keys:
            if key not in MOVING:
                self._settle()
            os.write(self._outer, KEYS.get(key, key).encode())
            self._wrote = time.monotonic()
        return self

    def type(self, text: str) -> Self:
        """Types a text into the page, and waits until it stands there."""
        self._settle()
        os.write(self._outer, text.encode())
        return self.see(text)

    def answer(self, text: str = "") -> Self:
        """Types a text and presses Enter."""
        if text:
            self.type(text)
        return self.press("enter")

    def turn(self, key: str = "enter") -> Self:
        """Presses a key that ends this page, as soon as it counts, and waits until the next one is all there."""
        while (left := self.screen.wiped_at + self.guard - time.monotonic()) > 0:
            self._read(left)
        wiped = self.screen.wiped
        os.write(self._outer, KEYS.get(key, key).encode())
        return self.until(lambda: self.screen.wiped > wiped and self.shows(FOOT), f"{key} turned no page")

    def linger(self, seconds: float) -> Self:
        """Looks on for a while, whatever comes."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._read(left)
        return self

    def end(self) -> int:
        """Waits for the end and gives the exit code."""
        until = time.monotonic() + self.patience
        while self.process.poll() is None:
            assert time.monotonic() < until, f"did not end:\n{self.text()}"
            self._read(0.05)
        while self._read(0.01):
            pass
        return self.process.wait()

    def kill(self, number: int = signal.SIGKILL) -> int:
        """Sends a signal and gives the exit code."""
        os.kill(self.process.pid, number)
        return self.end()

    def close_window(self) -> int:
        """The window goes away, as when somebody clicks on its cross."""
        self._close()
        return self.process.wait(timeout=self.patience)

    def _settle(self) -> None:
        while (left := self._wrote + QUIET - time.monotonic()) > 0:
            self._read(left)

    def _read(self, seconds: float) -> bool:
        if self._outer < 0 or not select.select([self._outer], [], [], seconds)[0]:
            return False
        try:
            got = os.read(self._outer, 65536)
        except OSError:  # the other side is closed
            got = b""
        self.heard += got
        self._stream.feed(got)
        self._wrote = time.monotonic()
        return bool(got)

    def _close(self) -> None:
        if self._outer >= 0:
            os.close(self._inner)
            os.close(self._outer)
            self._outer = -1


def _surroundings(state: Path) -> dict[str, str]:
    """A person's machine with nothing of the wizard on it yet; only what was read of the flows is shared."""
    kept = {
        name: os.environ[name]
        for name in ("PATH", "LANG", "SYSTEMROOT", "PARTNERSHIP_NETWORK_NOTES")
        if name in os.environ
    }
    return kept | {
        "TERM": "xterm-256color",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests' / 'no_network'}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(state),
        "PARTNERSHIP_STATE": str(state / "state"),
        "PARTNERSHIP_CACHE": os.environ.get("PARTNERSHIP_CACHE", str(state / "cache")),
    }
