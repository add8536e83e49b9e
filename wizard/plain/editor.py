"""A long text in the person's own editor, through a private file that is gone afterwards."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from wizard.errors import Unfit


def is_there() -> bool:
    """Whether the person has an editor of their own."""
    return bool(_command())


def edited(text: str) -> str:
    """The text as the editor left it. Raises Unfit when the editor cannot be started or gives up."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "answer.txt"
        file.write_text(text, encoding="utf-8")
        try:
            ended = subprocess.run([*_command(), str(file)], check=False).returncode
            after = file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            raise Unfit("plain.no_editor") from None
    if ended:
        raise Unfit("plain.no_editor")
    return after


def _command() -> list[str]:
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        return shlex.split(command)
    except ValueError:  # a quote that is never closed
        return []
