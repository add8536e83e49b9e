"""The folder of all plans, and the plans in it."""

import contextlib
import os
import re
from pathlib import Path

from wizard import words
from wizard.errors import Problem
from wizard.plan.keys import slug
from wizard.storage.file_name import SUFFIX
from wizard.storage.free_path import counted, free_path
from wizard.storage.private.folder import documents_folder

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

    Hidden files are no plans: editors lock a file they have open with a hidden link that leads nowhere.
    Problem: folder.refused.
    """
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") or not entry.name.endswith(SUFFIX):
                    continue
                with contextlib.suppress(OSError):  # a link that leads nowhere, or a file that has just gone
                    if entry.is_file():
                        found.append((entry.stat().st_mtime, folder / entry.name))
    except FileNotFoundError:
        return []
    except OSError as trouble:
        raise _refused(trouble, folder) from trouble
    return [path for _, path in sorted(found, reverse=True)]


def make(folder: Path) -> Path:
    """The folder, made if it was not there. Problem: folder.refused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise _refused(trouble, folder) from trouble
    return folder


def file_for(folder: Path, name: str) -> Path:
    """A free file name for a partnership: `Two Rivers Partnership` → `two-rivers-partnership.plan.yaml`."""
    stem = re.sub(r"_+", "-", slug(name).removeprefix("other_"))[:60].strip("-")
    if not stem or stem in DEVICES:
        stem = "-".join(filter(None, (stem, words.say("folder.unnamed"))))
    return free_path(folder, counted(stem, SUFFIX))


def _refused(trouble: OSError, folder: Path) -> Problem:
    return Problem("folder.refused", folder=folder, why=trouble.strerror or type(trouble).__name__)
