"""A program on a pseudo-terminal, with the processor time it has used so far."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

# What a terminal answers when it is asked where the cursor is, which colors it has and what it can do.
ANSWERS = {
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b]11;?": b"\x1b]11;rgb:0000/0000/0000\x1b\\",
    b"\x1b[c": b"\x1b[?62c",
}


class NoPrompt(Exception):
    """What was waited for never came."""


class Terminal:
    """Starts the program; in a `with` it is ended again. `started` is when."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int] = (24, 80)
    ) -> None:
        self.started = time.perf_counter()
        self._pid, self._line = pty.fork()
        if self._pid == 0:
            os.execvpe(command[0], list(command), dict(environment))
        fcntl.ioctl(self._line, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None
    ) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._line)

    def cpu(self) -> float:
        """Seconds of processor time of all its threads, exact to the microsecond (`times` counts in 10 ms)."""
        tasks = Path(f"/proc/{self._pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def until(self, text: str, seconds: float = 20) -> float:
        """Reads until a text is drawn; gives the moment it was."""
        wanted, seen = text.encode(), b""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            seen += self._read(0.5)
            if wanted in seen:
                return time.perf_counter()
        raise NoPrompt(f"{text!r} was not drawn; the end of what was: {seen[-400:]!r}")

    def settle(self, quiet: float = 0.4) -> bytes:
        """Reads until nothing has come for a while; gives what came."""
        seen = b""
        while read := self._read(quiet):
            seen += read
        return seen

    def send(self, keys: str) -> float:
        """Presses keys; gives the moment."""
        moment = time.perf_counter()
        os.write(self._line, keys.encode())
        return moment

    def echo(self, key: str) -> float:
        """Presses a key and gives the seconds until something is drawn; the rest of the drawing is read too."""
        moment = self.send(key)
        if not self._read(2.0):
            raise NoPrompt(f"nothing was drawn for the key {key!r}")
        seconds = time.perf_counter() - moment
        self.settle(0.03)
        return seconds

    def _read(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self._line], [], [], seconds)
        if not ready:
            return b""
        try:
            read = os.read(self._line, 65536)
        except OSError:  # the program has ended
            time.sleep(min(seconds, 0.05))
            return b""
        for asked, answer in ANSWERS.items():
            if asked in read:
                os.write(self._line, answer)
        return read
