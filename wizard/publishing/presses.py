"""Several presses at work at once, one for each core of this computer."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

from wizard.publishing.press import Press

MOST = 8  # each takes as much memory as a page in a browser


class Presses:
    """Presses to take from and give back to, from as many threads as there are presses."""

    def __init__(self, many: int, fonts: Path, early: tuple[Path, str]) -> None:
        self._fonts, self._early = fonts, early
        self._all = [Press(fonts, early=early) for _ in range(many)]
        self._idle: SimpleQueue[Press] = SimpleQueue()
        self._closed = False
        for press in self._all:
            self._idle.put(press)

    @contextmanager
    def one(self) -> Iterator[Press]:
        """A press that works, for one document."""
        press = self._idle.get()
        if not (press.works or self._closed):
            press.close()
            press = Press(self._fonts, early=self._early)
            self._all.append(press)
        try:
            yield press
        finally:
            self._idle.put(press)

    def close(self) -> None:
        """Ends them all, whatever they are doing."""
        self._closed = True
        for press in self._all:
            press.close()


def cores() -> int:
    """How many processors this process may use, within reason."""
    here = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(here, MOST)
