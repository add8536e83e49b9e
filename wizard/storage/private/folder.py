"""The user's own folders: a private one for each plan (backups, lock, unfinished text), and caches."""

import os
import stat
from pathlib import Path

from wizard.storage.plan_id import PLAN_ID
from wizard.systems import HERE

NAME = "partnership-wizard"


def private_folder() -> Path:
    """`PARTNERSHIP_STATE`, or the folder the system keeps for such things. It may not be there yet."""
    said = os.environ.get("PARTNERSHIP_STATE")
    if said:
        return Path(said).expanduser().absolute()
    from platformdirs import user_state_path  # read late: most starts of the program never come here

    return user_state_path(NAME, appauthor=False)


def documents_folder() -> Path:
    """Where this system keeps a person's documents. It may not be there yet."""
    from platformdirs import user_documents_path

    return user_documents_path()


def for_plan(plan_id: str) -> Path:
    """The private folder of one plan, made if need be. ValueError for what is no plan's id, OSError."""
    if not PLAN_ID.fullmatch(plan_id):
        raise ValueError("not the id of a plan")
    return _made(_made(private_folder()) / plan_id)


def cache_folder() -> Path:
    """`PARTNERSHIP_CACHE`, or the system's folder for what can be made anew. Made if need be; OSError."""
    said = os.environ.get("PARTNERSHIP_CACHE")
    if said:
        return _made(Path(said).expanduser().absolute())
    from platformdirs import user_cache_path

    return _made(user_cache_path(NAME, appauthor=False))


def cache_of_plan(plan_id: str) -> Path:
    """Where pieces made from one plan may be cached; `forget` empties it. It may not be there yet."""
    if not PLAN_ID.fullmatch(plan_id):
        raise ValueError("not the id of a plan")
    return cache_folder() / "plans" / plan_id


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if HERE.has_modes and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        _close_to_others(folder)
    return folder


def _close_to_others(folder: Path) -> None:
    """Some file systems know no modes, and a folder may belong to somebody else: then it stays as it is."""
    try:
        folder.chmod(0o700)
    except OSError:
        return
