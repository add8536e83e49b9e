"""Copies of a plan: recognized beside it, or put into a folder where none is yet."""

import contextlib
from pathlib import Path

from wizard.errors import Problem
from wizard.storage.file_name import SUFFIX
from wizard.storage.free_path import counted, free_path, is_free
from wizard.storage.plan_id import id_in
from wizard.storage.store import Store
from wizard.workspace.folder import files_in

MOST_LOOKED_AT = 200  # files of a folder, the one changed last first


def twins_of(store: Store) -> list[Path]:
    """Other files of the same plan in its folder, whatever a sync program or a person called them."""
    found = []
    with contextlib.suppress(OSError, Problem):  # a folder that cannot be looked into
        for path in files_in(store.path.parent)[:MOST_LOOKED_AT]:
            with contextlib.suppress(OSError):  # one that has just gone, or may not be read
                if path.name != store.path.name and not path.samefile(store.path):
                    found += [path] if id_in(path) == store.plan_id else []
    return found


def file_holding(folder: Path, stem: str, raw: bytes) -> Path:
    """STEM.plan.yaml, or the first of STEM-2, STEM-3 … that is not there or holds exactly this plan."""
    return free_path(folder, counted(stem, SUFFIX), lambda path: is_free(path) or _holds(path, raw))


def _holds(path: Path, raw: bytes) -> bool:
    try:
        return path.is_file() and path.stat().st_size == len(raw) and path.read_bytes() == raw
    except OSError:  # a file that may not be read is somebody else's
        return False
