"""The folder of all plans, and the plans in it."""

import re
from pathlib import Path

from wizard import words
from wizard.plan.keys import slug
from wizard.storage.state import documents_folder
from wizard.storage.store import SUFFIX

NAME = "Partnership plans"


def plans_folder(said: Path | None = None) -> Path:
    """`Documents/Partnership plans`, unless a folder was given. It may not be there yet."""
    if said is not None:
        return said
    return documents_folder() / NAME


def plans_in(folder: Path) -> list[Path]:
    """The plan files of a folder, the one changed last first."""
    if not folder.is_dir():
        return []
    return sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)


def file_for(folder: Path, name: str) -> Path:
    """A free file name for a partnership: `Two Rivers Partnership` → `two-rivers-partnership.plan.yaml`."""
    stem = re.sub(r"_+", "-", slug(name).removeprefix("other_"))[:60].strip("-") or words.say(
        "folder.unnamed"
    )
    free = (folder / f"{stem}{f'-{n}' if n > 1 else ''}{SUFFIX}" for n in range(1, 1000))
    return next(path for path in free if not path.exists())
