"""Clears everything kept privately about one plan, after a name had to go; never the plan itself."""

import os
import shutil
from pathlib import Path

from wizard.errors import Problem
from wizard.storage import atomic
from wizard.storage.private import folder
from wizard.storage.private.lock import Lock
from wizard.storage.troubles import problem_of


def forget(plan_id: str, plan: str | Path | None = None, private: str = "") -> int:
    """Removes backups (also those kept for ever), unfinished text and caches; says how many files that were.

    `private` names the private folder where it is not the plan's own: that of a copy. With `plan`, half-written
    copies beside the plan go too. The empty lock file stays: without it two wizards could believe they hold it.
    Problems: store.busy, store.not_forgotten (some of it may be gone).
    """
    try:
        kept = folder.for_plan(private or plan_id)
    except OSError as trouble:
        raise problem_of(trouble, folder.private_folder()) from trouble
    lock = Lock(kept / "lock")
    try:
        free = lock.acquire()
    except OSError:
        free = True  # no locks here: nobody can be told, and forgetting matters more
    if not free:
        raise Problem("store.busy", file=Path(plan).name if plan else plan_id)
    try:
        removed = _emptied(kept, but="lock") + _emptied(folder.cache_of_plan(plan_id))
    except OSError as trouble:
        raise Problem("store.not_forgotten", folder=str(kept), reason=trouble.strerror or "") from trouble
    finally:
        lock.release()
    if plan is not None:
        atomic.sweep(Path(os.path.realpath(plan)).parent, (private or plan_id).removeprefix("p-"))
    return removed


def _emptied(folder: Path, but: str = "") -> int:
    if not folder.is_dir():
        return 0
    removed = 0
    for path in list(folder.iterdir()):
        if path.name == but:
            continue
        if path.is_dir() and not path.is_symlink():
            removed += sum(1 for inner in path.rglob("*") if not inner.is_dir())
            shutil.rmtree(path)
        else:
            path.unlink()
            removed += 1
    return removed
