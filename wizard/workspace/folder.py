"""The folder of all plans, and the plans in it."""

import contextlib
import os
import re
import unicodedata
from pathlib import Path

from wizard import words
from wizard.errors import Problem
from wizard.plan.keys import slug
from wizard.storage.file_name import SUFFIX, is_plan_name, is_yaml_name
from wizard.storage.free_path import counted, free_path
from wizard.storage.plan_id import id_in
from wizard.storage.private.folder import documents_folder
from wizard.storage.store import MOST_BYTES

NAME = "Partnership plans"
# What Windows takes for a device whatever stands behind the full stop.
DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)


def plans_folder(wanted: Path | None = None) -> Path:
    """`Documents/Partnership plans`, unless a folder was given. It may not be there yet."""
    if wanted is not None:
        return wanted
    return documents_folder() / NAME


def plans_in(folder: Path) -> list[Path]:
    """The plan files of a folder, the one changed last first; none where it is not made yet.

    A copy that a sync program named is one by the plan's id in it. Problem: folder.refused.
    """
    return [path for path in files_in(folder) if _is_plan(path)]


def files_in(folder: Path) -> list[Path]:
    """The files of a folder that may hold a plan, the one changed last first. Problem: folder.refused.

    Hidden files are none: editors lock a file they have open with a hidden link that leads nowhere.
    """
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith((".", "~pw-")):
                    continue
                with contextlib.suppress(OSError):  # a link that leads nowhere, or a file that has just gone
                    if entry.is_file() and (facts := entry.stat()).st_size <= MOST_BYTES:
                        found.append((facts.st_mtime, folder / entry.name))
    except FileNotFoundError:
        return []
    except OSError as trouble:
        raise _refused(trouble, folder) from trouble
    return [path for _, path in sorted(found, reverse=True)]


def _is_plan(path: Path) -> bool:
    if is_plan_name(path.name):
        return True
    try:
        return is_yaml_name(path.name) and id_in(path) is not None
    except OSError:
        return False


def make(folder: Path) -> Path:
    """The folder, made if it was not there. Problem: folder.refused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise _refused(trouble, folder) from trouble
    return folder


def file_for(folder: Path, name: str) -> Path:
    """A free file name for a partnership: `Two Rivers Partnership` → `two-rivers-partnership.plan.yaml`.

    Letters of other alphabets become Latin ones that can be read: `Łódź` → `lodz`.
    """
    return free_path(folder, counted(_stem(name), SUFFIX))


def better_name(path: Path, before: str, name: str) -> Path | None:
    """A free name for a file that is called after what the partnership was called before; None where it is not."""
    if not (before and name) or _stem(before) == _stem(name):
        return None
    return file_for(path.parent, name) if path.name == f"{_stem(before)}{SUFFIX}" else None


def _stem(name: str) -> str:
    stem = re.sub(r"_+", "-", slug(_latin(name)).removeprefix("other_"))[:60].strip("-")
    if not stem or stem in DEVICES:
        stem = "-".join(filter(None, (stem, words.say("folder.unnamed"))))
    return stem


def _latin(name: str) -> str:
    """The letters, marks and numbers of a name in Latin; all other signs stay."""
    if name.isascii():
        return name
    from anyascii import anyascii  # late: hardly any start of the program names a new file

    return "".join(anyascii(each) if unicodedata.category(each)[0] in "LMN" else each for each in name)


def _refused(trouble: OSError, folder: Path) -> Problem:
    return Problem("folder.refused", folder=folder, why=trouble.strerror or type(trouble).__name__)
