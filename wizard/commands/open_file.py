"""Opens a file with the program this computer has for it."""

import os
import subprocess
import sys
from pathlib import Path

from wizard.errors import Problem

OPENERS = {"darwin": "open", "linux": "xdg-open"}
SECONDS = 10.0


def open_file(file: Path) -> None:
    """Hands a file to the desktop; no shell sees its name. Raises Problem where nothing takes it."""
    try:
        if sys.platform == "win32":
            os.startfile(file)
        else:
            _hand_over([OPENERS.get(sys.platform, "xdg-open"), str(file)])
    except (OSError, subprocess.SubprocessError) as trouble:
        raise Problem("making.not_opened", file=file) from trouble


def _hand_over(command: list[str]) -> None:
    """Waits a moment for a refusal; an opener that still runs then has taken the file."""
    with Path(os.devnull).open("r+b") as nothing:
        opener = subprocess.Popen(
            command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    try:
        refused = opener.wait(SECONDS)
    except subprocess.TimeoutExpired:
        return
    if refused:
        raise subprocess.SubprocessError
