"""A plan file that lost its end on the way: a sync half done, a stick that was full."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from wizard import words
from wizard.storage import end_mark
from wizard.storage.plan_id import plan_id_of
from wizard.storage.private.folder import private_folder
from wizard.storage.store import Store
from wizard.workspace.earlier_versions import backups_of
from wizard.workspace.loading import raw_at
from wizard.workspace.paths import is_pdf

if TYPE_CHECKING:
    from wizard.storage.private.backups import Backups


def is_cut_short(store: Store) -> bool:
    """Whether the end of the file is missing. What was saved last is looked at only where no end mark stands."""
    raw = store.contents or b""
    return not end_mark.is_ended(raw) and end_mark.is_cut(raw, _last_saved(backups_of(store)))


def remark_on(path: Path) -> str:
    """A sentence for a command that only reads a plan; nothing where the file is whole."""
    raw = raw_at(path)
    if is_pdf(path) or end_mark.is_ended(raw):
        return ""
    from wizard.storage.private.backups import Backups  # late: hardly any file comes here

    plan_id = plan_id_of(raw)
    backups = Backups(private_folder() / plan_id if plan_id else None)
    return words.say("reading.cut", file=path.name) if end_mark.is_cut(raw, _last_saved(backups)) else ""


def _last_saved(backups: Backups) -> bytes | None:
    for backup in backups.newest_first():
        with contextlib.suppress(OSError):
            return backup.read()
    return None
