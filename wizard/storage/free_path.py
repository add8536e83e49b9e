"""A name for a new file that no other file has."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path


def is_free(path: Path) -> bool:
    """Whether nothing is there, not even a link that leads nowhere."""
    return not os.path.lexists(path)


def free_path(folder: Path, names: Iterable[str], may_take: Callable[[Path], bool] = is_free) -> Path:
    """The first of these names that may be taken in a folder. There must be one."""
    return next(path for name in names if may_take(path := folder / name))


def counted(stem: str, suffix: str) -> Iterator[str]:
    """`plan.pdf`, `plan-2.pdf`, `plan-3.pdf` …"""
    return (f"{stem}-{number}{suffix}" if number > 1 else f"{stem}{suffix}" for number in count(1))
