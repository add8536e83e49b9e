"""Which private folder belongs to a plan file: found by its place where the file no longer says its id."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.errors import Problem
from wizard.storage.plan_id import plan_id_of
from wizard.storage.private import folder
from wizard.storage.store import Store
from wizard.workspace.folder import plans_in

if TYPE_CHECKING:
    from wizard.storage.private.backups import Backups

NAME = "where"
HEAD = 4096  # bytes; a plan says its id in its first lines
MOST_LOOKED_AT = 200  # plans of a folder, the one changed last first


def remember(store: Store) -> None:
    """Notes where the plan lies. Losing the note costs nothing while the file is whole."""
    if store.folder is not None:
        with contextlib.suppress(OSError):
            (store.folder / NAME).write_bytes(os.fsencode(store.path))  # a name need not be text


def backups_of(store: Store) -> Backups:
    """The earlier versions of a plan, also where its file is too broken to say which plan it is."""
    from wizard.storage.private.backups import Backups

    own = store.backups()
    if own.newest_first():
        return own
    for note in sorted(folder.private_folder().glob(f"p-*/{NAME}")):
        with contextlib.suppress(OSError):
            if note.read_bytes() == os.fsencode(store.path):
                found = Backups(note.parent)
                if found.newest_first():
                    return found
    return own


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


def other_file_of(backups: Backups, store: Store) -> Path | None:
    """Another plan file that these earlier versions were made of, as far as it is still there."""
    with contextlib.suppress(OSError):
        noted = (backups.folder / NAME).read_bytes() if backups.folder else b""
        other = Path(os.fsdecode(noted))
        if noted and noted != os.fsencode(store.path) and other.is_file():
            return other
    return None
