"""Several child processes of one kind at work at once, one for each core of this computer."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from typing import Generic, TypeVar

from wizard.publishing.child_process import ChildProcess

MOST = 8  # each takes as much memory as a page in a browser

Child = TypeVar("Child", bound=ChildProcess)


class Pool(Generic[Child]):
    """Children to take from and give back to, from as many threads as there are children."""

    def __init__(self, many: int, start: Callable[[], Child]) -> None:
        self._start = start
        self._all = [start() for _ in range(many)]
        self._idle: SimpleQueue[Child] = SimpleQueue()
        self._closed = False
        for child in self._all:
            self._idle.put(child)

    @contextmanager
    def one(self) -> Iterator[Child]:
        """A child that works, for one piece of work."""
        child = self._idle.get()
        if not (child.works or self._closed):
            child.close()
            child = self._start()
            self._all.append(child)
        try:
            yield child
        finally:
            self._idle.put(child)

    def close(self) -> None:
        """Ends them all, whatever they are doing."""
        self._closed = True
        for child in self._all:
            child.close()


def cores() -> int:
    """How many processors this process may use, within reason."""
    here = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(here, MOST)
