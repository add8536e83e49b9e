"""How much a child process may take: memory and computing time, where the system can hold it to a limit."""

from contextlib import suppress


def take_no_more_than(memory: int, seconds: int | None = None) -> None:
    """Bounds this process in bytes and in seconds of computing. A machine that swaps for minutes helps nobody."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        if seconds is not None:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
