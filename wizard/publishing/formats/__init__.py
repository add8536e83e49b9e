"""The ways a document leaves the house, and how a file is put in place without harming another."""

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from wizard.errors import Problem
from wizard.storage.free_path import counted, free_path
from wizard.storage.troubles import UNKNOWN_HERE, problem_of

# Some names are missing on Windows; what is not there cannot happen there.
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR})
_HELD = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.EEXIST})


def refused(trouble: OSError, file: Path) -> Problem:
    """The sentence for what stood in the way of writing this file."""
    if trouble.errno in _FULL:
        return Problem("document.disk_full")
    if trouble.errno in _CLOSED:
        return Problem("document.folder_closed", folder=str(file.parent))
    return problem_of(trouble, file)


def free_name(file: Path, made_here: Callable[[Path], bool]) -> Path:
    """The file itself if it is free or one of ours to replace, else the first of NAME-2, NAME-3 … that is."""
    return free_path(
        file.parent,
        counted(file.stem, file.suffix),
        lambda path: not _taken(path) or _ours(path, made_here),
    )


def draft_beside(file: Path) -> Path:
    """A new empty file in the same folder, for writing what will then take the file's name."""
    try:
        handle, name = tempfile.mkstemp(prefix=".partnership-", suffix=file.suffix, dir=file.parent)
    except OSError as fault:
        raise refused(fault, file) from fault
    os.close(handle)
    return Path(name)


def take_place(draft: Path, file: Path) -> None:
    """Gives the finished draft its name, whole or not at all."""
    try:
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
    except OSError as fault:
        if fault.errno not in UNKNOWN_HERE:  # a disk that cannot confirm has the file all the same
            raise refused(fault, file) from fault
    try:
        draft.replace(file)
    except OSError as fault:
        if fault.errno in _HELD:
            raise Problem("document.file_held", file=file.name) from fault
        raise refused(fault, file) from fault


def _taken(file: Path) -> bool:
    """Whether something has this name. A name the disk cannot take is told before anything is printed."""
    try:
        file.lstat()
    except OSError as fault:
        if fault.errno == errno.ENAMETOOLONG:
            raise refused(fault, file) from fault
        return False
    return True


def _ours(file: Path, made_here: Callable[[Path], bool]) -> bool:
    """A file that may not be read is somebody else's."""
    try:
        return file.is_file() and not file.is_symlink() and made_here(file)
    except OSError:
        return False
