"""One wizard a plan: a lock the kernel holds, and drops by itself when the process ends."""

import errno
import importlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


def take_posix(descriptor: int) -> None:
    import fcntl

    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def take_windows(descriptor: int, msvcrt: Any = None) -> None:
    """`msvcrt` can be handed in, so that this branch runs anywhere."""
    msvcrt = msvcrt or importlib.import_module("msvcrt")
    msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)


class Lock:
    """A lock on a file that holds nothing."""

    def __init__(self, path: Path, take: Callable[[int], None] | None = None) -> None:
        self.path = path
        self.take = take or (take_windows if os.name == "nt" else take_posix)
        self.descriptor: int | None = None

    def held(self) -> bool:
        """Takes the lock; False when somebody else holds it. OSError where locks are not known."""
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
        descriptor = os.open(self.path, flags, 0o600)
        try:
            self.take(descriptor)
        except OSError as trouble:
            os.close(descriptor)
            if trouble.errno in HELD:
                return False
            raise
        self.descriptor = descriptor
        return True

    def release(self) -> None:
        if self.descriptor is not None:
            descriptor, self.descriptor = self.descriptor, None
            os.close(descriptor)
