"""Whose private folder it is: a plan's by its id, and a copy's own, so that two files never share half a sentence."""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from wizard.storage.plan_id import PLAN_ID, id_from, id_in
from wizard.storage.private.folder import private_folder

WHERE = "where"  # the file that a private folder was used for last
PLAN = "plan"  # the id of its plan, where the folder has another name


@dataclass(frozen=True)
class Whose:
    """The name of a file's private folder.

    Where it cannot be told whether the file was moved or copied: `before`, where a file of this plan lay that is
    not there now, and the name `moved` of its folder. Until somebody says so it is taken for a copy.
    """

    name: str
    before: Path | None = None
    moved: str = ""


def whose(path: Path, plan_id: str) -> Whose:
    """The private folder of a file that holds a plan. Reads notes, writes nothing."""
    if (noted := _noted(private_folder() / plan_id)) in (None, path):
        return Whose(_folder_of(path, plan_id) if noted is None else plan_id)
    known = _known(plan_id)
    for name, file in known.items():
        if file == path or _is_same(file, path):
            return Whose(name)
    lost = [name for name, file in known.items() if not _holds(file, plan_id)]
    if not lost:
        return Whose(id_from(path))
    first = lost[0]
    if len(known) == 1 and known[first].parent.is_dir():
        return Whose(
            first
        )  # it was here, it is there now, and there is no other that this could be a copy of
    return Whose(id_from(path), known[first], first)


def note(folder: Path, path: Path, plan_id: str) -> None:
    """Notes the file that a private folder is used for. OSError."""
    (folder / WHERE).write_bytes(os.fsencode(path))  # a name need not be text
    if folder.name != plan_id:
        (folder / PLAN).write_text(plan_id, encoding="ascii")


def _folder_of(path: Path, plan_id: str) -> str:
    """Nothing is noted of the plan: its own folder, but where this file already has another."""
    return next((name for name, file in _known(plan_id).items() if file == path), plan_id)


def _known(plan_id: str) -> dict[str, Path]:
    """The files of a plan that have private folders, that of the plan's own name first."""
    folders = [private_folder() / plan_id]
    for mark in sorted(private_folder().glob(f"p-*/{PLAN}")):
        with contextlib.suppress(OSError):
            if mark.read_bytes() == plan_id.encode() and PLAN_ID.fullmatch(mark.parent.name):
                folders.append(mark.parent)
    found = ((folder.name, _noted(folder)) for folder in folders)
    return {name: file for name, file in found if file is not None}


def _noted(folder: Path) -> Path | None:
    try:
        return Path(os.fsdecode((folder / WHERE).read_bytes()))
    except OSError:
        return None


def _holds(file: Path, plan_id: str) -> bool:
    """Whether a file of the plan is still there; one that may not be read is."""
    try:
        return id_in(file) == plan_id
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True


def _is_same(file: Path, path: Path) -> bool:
    try:
        return file.samefile(path)
    except OSError:
        return False
