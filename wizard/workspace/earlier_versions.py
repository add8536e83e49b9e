"""The earlier versions of a plan file: found by its place, too, where the file no longer says its id."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.storage.private import folder
from wizard.storage.store import Store

if TYPE_CHECKING:
    from wizard.storage.private.backups import Backups

NAME = "where"


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


def other_file_of(backups: Backups, store: Store) -> Path | None:
    """Another plan file that these earlier versions were made of, as far as it is still there."""
    with contextlib.suppress(OSError):
        noted = (backups.folder / NAME).read_bytes() if backups.folder else b""
        other = Path(os.fsdecode(noted))
        if noted and noted != os.fsencode(store.path) and other.is_file():
            return other
    return None
