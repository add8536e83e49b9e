"""Which file is meant by what was typed, and what the system knows of it."""

import os
import stat
from pathlib import Path

from wizard.errors import Problem
from wizard.storage.file_name import is_plan_name, stem_of, with_suffix
from wizard.storage.troubles import problem_of


def path_of(typed: Path, folder: Path | None = None) -> Path:
    """The plan file that is meant, in `folder` if one is given; `.plan.yaml` is added if missing.

    It may not be there. Problems: reading.folder, reading.refused, store.not_a_file and their kin.
    """
    path = folder / typed if folder else typed
    facts = facts_of(path)
    if facts and not stat.S_ISDIR(facts.st_mode):
        return _ordinary(path, facts)
    named = path if is_pdf(path) else with_plan_suffix(path)
    facts_named = facts_of(named)
    if facts and not facts_named:
        raise Problem("reading.folder", file=path.name)
    if facts_named:
        return _ordinary(named, facts_named)
    return _otherwise_ended(named) or named


def _otherwise_ended(named: Path) -> Path | None:
    """The one file beside it that is called the same but for its ending: `.plan.yml`, capitals, `.plan.yaml.txt`."""
    stem = stem_of(named.name).casefold()
    try:
        there = [name for name in os.listdir(named.parent) if is_plan_name(name)]  # noqa: PTH208 — names only
    except OSError:
        return None
    found = [named.with_name(name) for name in there if stem_of(name).casefold() == stem]
    return found[0] if len(found) == 1 and found[0].is_file() else None


def is_pdf(path: Path) -> bool:
    """Whether a file is a PDF by its name."""
    return path.suffix.lower() == ".pdf"


def with_plan_suffix(path: Path) -> Path:
    """`.plan.yaml` at the end. Problem for what can only be a folder, such as `.` and `/`."""
    if not path.name:
        raise Problem("reading.folder", file=path)
    return with_suffix(path)


def facts_of(path: Path) -> os.stat_result | None:
    """What the system knows of a file; None where there is none. Problem where it does not say."""
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as trouble:
        raise refused(trouble, path) from trouble


def _ordinary(path: Path, facts: os.stat_result) -> Path:
    """The path of an ordinary file. A pipe or a device would be read for ever."""
    if stat.S_ISDIR(facts.st_mode):
        raise Problem("reading.folder", file=path.name)
    if not stat.S_ISREG(facts.st_mode):
        raise Problem("store.not_a_file", file=path.name)
    return path


def refused(trouble: OSError, path: Path) -> Problem:
    """Nothing is written here, so a file one may not open is said to be one that may not be read."""
    if isinstance(trouble, PermissionError):
        return Problem("reading.refused", file=path.name, why=trouble.strerror or "")
    return problem_of(trouble, path)
