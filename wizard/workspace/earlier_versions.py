"""The earlier versions of a plan file: found by its place, too, where the file no longer says its id."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.storage.private import folder
from wizard.storage.private.whose import WHERE, note
from wizard.storage.store import Store

if TYPE_CHECKING:
    from wizard.storage.private.backups import Backups


def remember(store: Store) -> None:
    """Notes where the plan lies, once that is settled. Losing the note costs nothing while the file is whole."""
    if store.folder is not None and store.whose.before is None:
        with contextlib.suppress(OSError):
            note(store.folder, store.path, store.plan_id)


def backups_of(store: Store) -> Backups:
    """The earlier versions of a file, also where it is too broken to say which plan it is; else those of its plan."""
    from wizard.storage.private.backups import Backups

    own = store.backups()
    if own.newest_first():
        return own
    for mark in sorted(folder.private_folder().glob(f"p-*/{WHERE}")):
        with contextlib.suppress(OSError):
            if mark.read_bytes() == os.fsencode(store.path):
                found = Backups(mark.parent)
                if found.newest_first():
                    return found
    if store.folder and store.folder.name != store.plan_id:
        return Backups(folder.private_folder() / store.plan_id)
    return own


def other_file_of(backups: Backups, store: Store) -> Path | None:
    """Another plan file that these earlier versions were made of, as far as it is still there."""
    with contextlib.suppress(OSError):
        noted = (backups.folder / WHERE).read_bytes() if backups.folder else b""
        other = Path(os.fsdecode(noted))
        if noted and noted != os.fsencode(store.path) and other.is_file():
            return other
    return None
