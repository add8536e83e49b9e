"""One plan file for one sitting: locked, saved whole after every answer, never written over blindly."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from wizard.errors import Problem
from wizard.storage import atomic, file_name
from wizard.storage.plan_id import id_from, plan_id_of
from wizard.storage.private import folder
from wizard.storage.private.lock import Lock
from wizard.storage.private.whose import Whose, whose
from wizard.storage.troubles import problem_of

if TYPE_CHECKING:
    from wizard.storage.private.backups import Backups

MOST_BYTES = 5_000_000  # beyond this a file is not even read; the reader's own limit is lower
BACKUP_EVERY_SAVES = 25
BACKUP_EVERY_SECONDS = 600


def save_copy(path: str | Path, data: bytes) -> Path:
    """Writes a plan to a new place, for when its own refuses. Problem: store.exists and others."""
    target = Path(os.path.realpath(path))
    try:
        atomic.create_whole(target, data, "copy")
        with contextlib.suppress(OSError):  # the copy is there and whole: to try again would only meet it
            atomic.flush_folder(target.parent)
    except OSError as trouble:
        raise problem_of(trouble, target) from trouble
    return target


class Store:
    """A plan file in our keeping. Make one with `Store.open` or `Store.make_new`, end with `close`.

    `contents` is what the file held when last read or saved; `remarks` are sentences, one each, about what
    the file system here cannot do. Every trouble is a Problem, and after each of them `save` may be tried again.
    """

    def __init__(self, path: Path, plan_id: str, private: str = "") -> None:
        self.path = path
        self.plan_id = plan_id
        self.whose = Whose(private) if private else whose(path, plan_id)
        self.contents: bytes | None = None
        self.remarks: list[Problem] = []
        self.folder = self._private_folder()
        self._lock = Lock(self.folder / "lock") if self.folder else None
        self._seen: str | None = None
        self._tried: str | None = None  # a save that failed half way may still have arrived
        self._flushed = True
        self._has_saved = False
        self._saves = BACKUP_EVERY_SAVES  # so that the first save of a sitting puts away what was there
        self._backed_up = float("-inf")

    @classmethod
    def open(cls, path: str | Path, *, new_id: str | None = None, private: str = "") -> Self:
        """Takes a plan file into keeping. `new_id` is used when the file names no id of its own.

        `private` names its private folder, where somebody said which one it is.

        Problems: store.missing, store.busy, and what reading it may meet.
        """
        target = Path(os.path.realpath(path))
        raw = _read(target)
        if raw is None:
            raise Problem("store.missing", file=target.name, folder=str(target.parent))
        store = cls(target, plan_id_of(raw) or new_id or id_from(target), private)
        store._acquire()
        try:
            store.reload()
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def make_new(cls, path: str | Path, data: bytes) -> Self:
        """Makes a plan file that was not there, and keeps it. Problem: store.exists and others."""
        target = Path(os.path.realpath(path))
        store = cls(target, plan_id_of(data) or id_from(target))
        store._acquire()
        try:
            store._remark(atomic.create_whole(target, data, store._owner()))
            store._note(data)
            store._flushed = False
            with contextlib.suppress(OSError):  # the file is there and whole; the next save flushes again
                store._flush()
        except OSError as trouble:
            store.close()
            raise problem_of(trouble, target) from trouble
        except BaseException:
            store.close()
            raise
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Puts the last version of this sitting away, and lets another wizard have the plan."""
        if self._has_saved and self.contents is not None:
            with contextlib.suppress(OSError):
                self.backups().keep(self.contents)
        if self._lock:
            self._lock.release()

    def save(self, data: bytes) -> bool:
        """Puts the whole plan on disk; once this returns it outlives a power cut. False when nothing changed.

        Problems: store.changed_outside (nothing was written), store.gone (call `reload`, then save makes it
        anew), store.read_only, store.disk_full and its kin.
        """
        current = _read(self.path)
        try:
            return self._save(data, current)
        except OSError as trouble:
            raise problem_of(trouble, self.path) from trouble

    def reload(self) -> bytes | None:
        """Reads the file again and takes what is there now as known; None when it is gone."""
        raw = _read(self.path)
        self.contents = raw
        self._seen = self._tried = _digest(raw)
        return raw

    def conflict_copy(self, data: bytes, label: str) -> Path:
        """Keeps both: writes ours beside the file that was changed outside. `label` comes from the words."""
        for number in range(1, 1000):
            copy = self.path.with_name(file_name.labelled(self.path.name, label, number))
            try:
                return save_copy(copy, data)
            except Problem as problem:
                if problem.key != "store.exists":
                    raise
        raise Problem("store.exists", file=self.path.name, folder=str(self.path.parent))

    def backups(self) -> Backups:
        """Earlier versions: `.newest_first()`, `.newest_good(check)`."""
        from wizard.storage.private.backups import Backups  # late: none is needed before the first save

        return Backups(self.folder)

    def keep_for_ever(self, data: bytes, label: str) -> None:
        """Puts a version away for good, before an upgrade. Problem when it cannot: then do not upgrade."""
        if self.folder is None:
            raise Problem("store.no_private_folder", folder=str(folder.private_folder()))
        try:
            self.backups().keep_for_ever(data, label)
        except OSError as trouble:
            raise problem_of(trouble, self.folder / "backup") from trouble

    def _save(self, data: bytes, current: bytes | None) -> bool:
        now = _digest(current)
        if current == data and now in (self._seen, self._tried):
            self._flushed = self._flushed and now == self._seen
            self._note(data)
            return self._flush()
        if now not in (self._seen, self._tried):
            key = "store.changed_outside" if current is not None else "store.gone"
            raise Problem(key, file=self.path.name, folder=str(self.path.parent))
        like = self._writable() if current is not None else None
        if current is not None:
            self._back_up(current)
        self._tried = _digest(data)
        refused = atomic.replace_whole(self.path, data, self._owner(), like)
        self._note(data)
        self._flushed, self._has_saved = False, True
        self._remark(refused)
        self._flush()
        return True

    def _writable(self) -> os.stat_result:
        """What is known of the file in place. A rename would quietly replace a read-only file."""
        like = self.path.stat()
        if not like.st_mode & 0o222 or not os.access(self.path, os.W_OK):
            raise Problem("store.read_only", file=self.path.name, folder=str(self.path.parent))
        return like

    def _note(self, data: bytes) -> None:
        self.contents = data
        self._seen = self._tried = _digest(data)

    def _flush(self) -> bool:
        """Flushes the folder if that is still owed; says whether it was."""
        owed = not self._flushed
        if owed:
            self._remark(atomic.flush_folder(self.path.parent))
            self._flushed = True
        return owed

    def _back_up(self, current: bytes) -> None:
        """Puts the version in place away now and then. A backup that fails never stands in a save's way."""
        since = time.monotonic() - self._backed_up
        if self.folder is None or (self._saves < BACKUP_EVERY_SAVES and since < BACKUP_EVERY_SECONDS):
            self._saves += 1
            return
        try:
            self.backups().keep(current)
        except OSError:
            self._remark({"store.no_backups"})
        else:
            self._saves, self._backed_up = 1, time.monotonic()

    def _acquire(self) -> None:
        """Locks the plan, and clears away what a killed wizard left. Problem: store.busy."""
        if self._lock is None:
            return
        try:
            is_ours = self._lock.acquire()
        except OSError:
            self._remark({"store.no_lock"})
            return
        if not is_ours:
            raise Problem("store.busy", file=self.path.name)
        atomic.sweep(self.path.parent, self._owner())
        atomic.sweep(self.path.parent, "copy")
        if self.folder:
            atomic.sweep(self.folder)

    def _private_folder(self) -> Path | None:
        try:
            return folder.for_plan(self.whose.name)
        except OSError:
            self._remark({"store.no_private_folder"})
            return None

    def _owner(self) -> str:
        """What half-written files are marked with: another copy's are left alone."""
        return self.whose.name.removeprefix("p-")

    def _remark(self, keys: set[str]) -> None:
        said = {problem.key for problem in self.remarks}
        self.remarks += [
            Problem(key, file=self.path.name, folder=str(self.path.parent)) for key in sorted(keys - said)
        ]


def _read(path: Path) -> bytes | None:
    try:
        return atomic.read_whole(path, MOST_BYTES)
    except OSError as trouble:
        raise problem_of(trouble, path) from trouble


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()
