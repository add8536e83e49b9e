"""The ways a document leaves the house, and how a file is put in place without harming another."""

import os
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

from wizard.errors import Problem


def free_name(file: Path, made_here: Callable[[Path], bool]) -> Path:
    """The file itself if it is free or one of ours to replace, else the first of NAME-2, NAME-3 … that is."""
    for number in count(1):
        candidate = file if number == 1 else file.with_name(f"{file.stem}-{number}{file.suffix}")
        if not os.path.lexists(candidate) or (_plain(candidate) and made_here(candidate)):
            return candidate
    raise AssertionError("count never ends")


def draft_beside(file: Path) -> Path:
    """A new empty file in the same folder, for writing what will then take the file's name."""
    try:
        handle, name = tempfile.mkstemp(prefix=".partnership-", suffix=file.suffix, dir=file.parent)
    except OSError as fault:
        raise Problem("document.folder_closed", folder=str(file.parent)) from fault
    os.close(handle)
    return Path(name)


def take_place(draft: Path, file: Path) -> None:
    """Gives the finished draft its name, whole or not at all."""
    with draft.open("rb+") as written:
        os.fsync(written.fileno())
    try:
        draft.replace(file)
    except OSError as fault:
        raise Problem("document.file_held", file=file.name) from fault


def _plain(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()
