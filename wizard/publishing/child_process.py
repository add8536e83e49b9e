"""Work done in a process of its own, so that the memory it took is given back before the next step begins."""

import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from wizard.errors import Problem

T = TypeVar("T")
_THREADS = Path("/proc/self/task")


def aside(work: Callable[[], T]) -> T:
    """What `work` gives, or the Problem it raises. Where a process cannot be split safely, it is done in this one."""
    if not _may_split():
        return work()
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ear)
        _do(work, mouth)
    os.close(mouth)
    with os.fdopen(ear, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    if not said:
        raise ChildProcessError("the work aside ended without a word; what it printed says why")
    gave: T
    trouble: Problem | None
    gave, trouble = pickle.loads(said)
    if trouble:
        raise trouble
    return gave


def _may_split() -> bool:
    """Only on Linux, and only where no thread would be cut off; a system without /proc does not say."""
    try:
        return sys.platform == "linux" and len(list(_THREADS.iterdir())) == 1
    except OSError:
        return False


def _do(work: Callable[[], object], mouth: int) -> NoReturn:
    """The child's whole life. It ends without tidying up: all that is open belongs to the other process too."""
    ended_well = False
    try:
        said: tuple[Any, Problem | None]
        try:
            said = (work(), None)
        except Problem as problem:
            said = (None, problem)
        with os.fdopen(mouth, "wb") as pipe:
            pickle.dump(said, pipe)
        ended_well = True
    finally:
        trouble = sys.exc_info()
        if trouble[0] not in (None, KeyboardInterrupt):  # an interruption reaches the other process as well
            sys.excepthook(*trouble)
        os._exit(not ended_well)
