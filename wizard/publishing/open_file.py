"""Opens a file with the program this computer has for it."""

import subprocess
from pathlib import Path

from wizard.errors import Problem
from wizard.systems import HERE


def open_file(file: Path) -> None:
    """Hands a file to the desktop; no shell sees its name. Raises Problem where nothing takes it."""
    try:
        HERE.open(file)
    except (OSError, subprocess.SubprocessError) as trouble:
        raise Problem("making.not_opened", file=file) from trouble
