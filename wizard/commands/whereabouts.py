"""Which private folder belongs to a plan file: found by its place where the file no longer says its id."""

import contextlib
import os

from wizard.storage import state
from wizard.storage.backups import Backups
from wizard.storage.store import Store

NAME = "where"


def remember(store: Store) -> None:
    """Notes where the plan lies. Losing the note costs nothing while the file is whole."""
    if store.folder is not None:
        with contextlib.suppress(OSError):
            (store.folder / NAME).write_text(str(store.path), encoding="utf-8")


def backups_of(store: Store) -> Backups:
    """The earlier versions of a plan, also where its file is too broken to say which plan it is."""
    own = store.backups()
    if own.newest_first():
        return own
    for note in sorted(state.state_folder().glob(f"p-*/{NAME}")):
        with contextlib.suppress(OSError, ValueError):
            if note.read_text(encoding="utf-8") == os.fspath(store.path):
                found = Backups(note.parent)
                if found.newest_first():
                    return found
    return own
