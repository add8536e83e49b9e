"""A plan put into a folder beside others: under a name that is free, or that holds just this plan already."""

import os
from itertools import count
from pathlib import Path

from wizard.storage.file_name import SUFFIX


def free_path(folder: Path, stem: str, raw: bytes) -> Path:
    """STEM.plan.yaml, or the first of STEM-2, STEM-3 … that is not there or holds exactly this."""
    names = (f"{stem}{f'-{number}' if number > 1 else ''}{SUFFIX}" for number in count(1))
    return next(path for name in names if not os.path.lexists(path := folder / name) or _holds(path, raw))


def _holds(path: Path, raw: bytes) -> bool:
    try:
        return path.is_file() and path.stat().st_size == len(raw) and path.read_bytes() == raw
    except OSError:  # a file that may not be read is somebody else's
        return False
