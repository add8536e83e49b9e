"""How much a child process may take: memory and computing time, where the system can hold it to a limit."""

import sys
import time
from contextlib import suppress

GRACE = 5  # seconds; whoever waits is the first to give up


def take_no_more_than(memory: int) -> None:
    """Bounds this process in bytes. A machine that swaps for minutes helps nobody."""
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


def end_after(seconds: float) -> None:
    """Bounds the computing time of what begins now, for the case that whoever waits for it is gone."""
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            _, most = resource.getrlimit(resource.RLIMIT_CPU)
            resource.setrlimit(resource.RLIMIT_CPU, (round(time.process_time() + seconds) + GRACE, most))
