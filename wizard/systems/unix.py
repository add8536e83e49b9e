"""What Linux and macOS do alike."""

import os
import sys
from pathlib import Path

SECONDS = 10.0


def take(descriptor: int) -> None:
    """A lock that the kernel drops when the process ends, however it ends."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def flush(descriptor: int) -> None:
    os.fsync(descriptor)


def keep_owner(descriptor: int, like: os.stat_result) -> None:
    """Gives a file the owner and the group of another. OSError where one may not."""
    if sys.platform != "win32":
        os.fchown(descriptor, like.st_uid if os.geteuid() == 0 else -1, like.st_gid)


def hand_over(opener: str, file: Path) -> None:
    """No shell sees the name. Waits a moment for a refusal; an opener that still runs then has taken the file."""
    import subprocess  # late: nothing else at the start needs it

    with Path(os.devnull).open("r+b") as nothing:
        started = subprocess.Popen(
            [opener, str(file)], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    try:
        refused = started.wait(SECONDS)
    except subprocess.TimeoutExpired:
        return
    if refused:
        raise subprocess.SubprocessError
