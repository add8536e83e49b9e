"""Earlier versions of one plan, in its private folder: the last ten, and some kept for ever."""

import contextlib
import errno
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wizard.errors import Problem
from wizard.storage.atomic import flush_folder, replace_whole

KEEP = 10
OWNER = "kept"
_NAME = re.compile(r"(\d{8})-([0-9a-f]{8})(?:-([a-z0-9-]{1,24}))?\.(bak|kept)")


@dataclass(frozen=True)
class Backup:
    """One earlier version. `number` orders them; the clock may have been set back."""

    path: Path
    number: int
    digest: str
    for_ever: bool
    label: str = ""

    def read(self) -> bytes:
        """The plan file as it was. OSError."""
        return self.path.read_bytes()

    def saved(self) -> datetime:
        """When it was put away, by this machine's clock. OSError."""
        return datetime.fromtimestamp(self.path.stat().st_mtime).astimezone()


class Backups:
    """All earlier versions of one plan in one folder; None where there is no private folder."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def newest_first(self) -> list[Backup]:
        """What there is; nothing when the folder cannot be read."""
        found = []
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir() if self.folder else ():
                if name := _NAME.fullmatch(path.name):
                    found.append(Backup(path, int(name[1]), name[2], name[4] == "kept", name[3] or ""))
        return sorted(found, key=lambda backup: backup.number, reverse=True)

    def newest_good(self, check: Callable[[bytes], object]) -> Backup | None:
        """The newest one that can be read and that `check` takes without raising a Problem."""
        for backup in self.newest_first():
            with contextlib.suppress(OSError, Problem):
                check(backup.read())
                return backup
        return None

    def keep(self, data: bytes) -> None:
        """Puts a version away and lets the oldest go. The same version twice is kept once. OSError."""
        have = self.newest_first()
        digest = _digest(data)
        if have and have[0].digest == digest:
            return
        self._put(f"{_next(have):08d}-{digest}.bak", data)
        for old in [backup for backup in self.newest_first() if not backup.for_ever][KEEP:]:
            with contextlib.suppress(OSError):
                old.path.unlink()

    def keep_for_ever(self, data: bytes, label: str) -> Path:
        """Puts a version away that is never let go, before an upgrade. `label` is of small letters. OSError."""
        have = self.newest_first()
        digest = _digest(data)
        for backup in have:
            if backup.for_ever and (backup.digest, backup.label) == (digest, label):
                return backup.path
        return self._put(f"{_next(have):08d}-{digest}-{label}.kept", data)

    def _put(self, name: str, data: bytes) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError("a label is of small letters, digits and hyphens")
        if self.folder is None:
            raise FileNotFoundError(errno.ENOENT, "no private folder", name)
        path = self.folder / name
        replace_whole(path, data, OWNER)
        flush_folder(self.folder)
        return path


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]


def _next(have: list[Backup]) -> int:
    return have[0].number + 1 if have else 1
