"""One wizard a plan: a lock the kernel holds, and drops by itself when the process ends."""

import errno
import os
from pathlib import Path

from wizard.systems import HERE
from wizard.systems.system import System

HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


class Lock:
    """A lock on a file that holds nothing."""

    def __init__(self, path: Path, system: System | None = None) -> None:
        self.path = path
        self.system = system or HERE
        self.descriptor: int | None = None

    def acquire(self) -> bool:
        """Takes the lock; False when somebody else holds it. OSError where locks are not known."""
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
        descriptor = os.open(self.path, flags, 0o600)
        try:
            self.system.take(descriptor)
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
