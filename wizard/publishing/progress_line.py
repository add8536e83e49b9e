"""How far something long is, on one line of the error stream; nothing where nobody looks at it."""

import sys

from wizard import words

WIDTH = 30


class ProgressLine:
    """`[######------------------------] 21 of 100`, drawn over itself."""

    def __init__(self, of: int) -> None:
        self._of = of
        self._done = 0
        self._shown = sys.stderr.isatty()

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        self.draw()

    def draw(self) -> None:
        filled = WIDTH * self._done // self._of
        bar = "#" * filled + "-" * (WIDTH - filled)
        self._write(f"\r[{bar}] {words.say('document.progress', done=self._done, of=self._of)}")

    def wipe(self) -> None:
        """Takes the line away, so that something else can stand there."""
        self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        if self._shown:
            sys.stderr.write(text)
            sys.stderr.flush()
