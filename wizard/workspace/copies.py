"""Copies of a plan: recognized beside it, or put into a folder where none is yet."""

import contextlib
from pathlib import Path

from wizard.errors import Problem
from wizard.storage.file_name import SUFFIX
from wizard.storage.free_path import counted, free_path, is_free
from wizard.storage.plan_id import plan_id_of
from wizard.storage.store import Store
from wizard.workspace.folder import plans_in

HEAD = 4096  # bytes; a plan says its id in its first lines
MOST_LOOKED_AT = 200  # plans of a folder, the one changed last first


def twin_of(store: Store) -> Path | None:
    """Another file of the same plan in its folder: a sync program's "conflicted copy", or a copy made by hand."""
    with contextlib.suppress(OSError, Problem):  # a folder that cannot be looked into
        for path in plans_in(store.path.parent)[:MOST_LOOKED_AT]:
            if (
                path.name != store.path.name
                and not path.samefile(store.path)
                and _id_in(path) == store.plan_id
            ):
                return path
    return None


def _id_in(path: Path) -> str | None:
    with path.open("rb") as file:
        return plan_id_of(file.read(HEAD))


def file_holding(folder: Path, stem: str, raw: bytes) -> Path:
    """STEM.plan.yaml, or the first of STEM-2, STEM-3 … that is not there or holds exactly this plan."""
    return free_path(folder, counted(stem, SUFFIX), lambda path: is_free(path) or _holds(path, raw))


def _holds(path: Path, raw: bytes) -> bool:
    try:
        return path.is_file() and path.stat().st_size == len(raw) and path.read_bytes() == raw
    except OSError:  # a file that may not be read is somebody else's
        return False
