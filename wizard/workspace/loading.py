"""Reads a plan file, or the plan inside a PDF, for a command that writes nothing to it."""

import os
import stat
from pathlib import Path

from wizard.errors import Faults, Problem
from wizard.interview import toolkit as toolkits
from wizard.interview.survey import Survey, survey
from wizard.storage import atomic, plan_file
from wizard.storage.draft import Draft
from wizard.storage.file_name import with_suffix
from wizard.storage.plan_id import plan_id_of
from wizard.storage.private import checked_copy
from wizard.storage.store import MOST_BYTES
from wizard.storage.troubles import problem_of


def path_of(said: Path, folder: Path | None = None) -> Path:
    """The plan file that is meant, in `folder` if one is given; `.plan.yaml` is added if missing.

    It may not be there. Problems: reading.folder, reading.refused, store.not_a_file and their kin.
    """
    path = folder / said if folder else said
    facts = facts_of(path)
    if facts and not stat.S_ISDIR(facts.st_mode):
        return _ordinary(path, facts)
    named = path if is_pdf(path) else with_plan_suffix(path)
    facts_named = facts_of(named)
    if facts and not facts_named:
        raise Problem("reading.folder", file=path.name)
    return _ordinary(named, facts_named) if facts_named else named


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
        raise _refused(trouble, path) from trouble


def raw_at(path: Path) -> bytes:
    """The text of a plan file, or of the plan inside a PDF. Problems: reading.missing, inside.none and their kin."""
    if is_pdf(path):
        from wizard.storage import attachment  # hardly any start of the program comes here

        return attachment.plan_in(_whole(path, attachment.MOST_PDF_BYTES), path.name)
    return _whole(path, MOST_BYTES)


def _whole(path: Path, most: int) -> bytes:
    try:
        raw = atomic.read_whole(path, most)
    except NotADirectoryError:
        raw = None
    except OSError as trouble:
        raise _refused(trouble, path) from trouble
    if raw is None:
        raise Problem("reading.missing", file=path.name, folder=path.absolute().parent)
    return raw


def draft_at(path: Path) -> Draft:
    """The draft of a plan file. Problems: those of `raw_at`, and what is wrong in it (in a PDF: one sentence)."""
    raw = raw_at(path)
    try:
        return checked_copy.find(plan_id_of(raw), raw) or plan_file.draft_of(raw, path.name)
    except Faults as faults:
        if is_pdf(path):
            raise Problem("inside.unreadable", file=path.name) from faults
        raise


def _ordinary(path: Path, facts: os.stat_result) -> Path:
    """The path of an ordinary file. A pipe or a device would be read for ever."""
    if stat.S_ISDIR(facts.st_mode):
        raise Problem("reading.folder", file=path.name)
    if not stat.S_ISREG(facts.st_mode):
        raise Problem("store.not_a_file", file=path.name)
    return path


def _refused(trouble: OSError, path: Path) -> Problem:
    """Nothing is written here, so a file one may not open is said to be one that may not be read."""
    if isinstance(trouble, PermissionError):
        return Problem("reading.refused", file=path.name, why=trouble.strerror or "")
    return problem_of(trouble, path)


def survey_at(path: Path, flows: Path | None) -> Survey:
    """One look over the plan in a file."""
    return survey(toolkits.load(flows), draft_at(path))
