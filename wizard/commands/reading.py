"""Reads a plan file for a command that writes nothing to it."""

from pathlib import Path

from wizard.errors import Problem
from wizard.interview import toolkit as toolkits
from wizard.interview.survey import Survey, survey
from wizard.storage import checked_copy, plan_file
from wizard.storage.draft import Draft
from wizard.storage.store import MOST_BYTES, plan_id_of, with_suffix


def path_of(said: Path, folder: Path | None = None) -> Path:
    """The plan file that is meant, in `folder` if one is given; `.plan.yaml` is added if missing.

    Problem: reading.folder.
    """
    path = folder / said if folder else said
    if path.is_file():
        return path
    named = with_suffix(path)
    if path.is_dir() and not named.exists():
        raise Problem("reading.folder", file=path.name)
    return named


def draft_at(path: Path) -> Draft:
    """The draft of a plan file. Problems: reading.missing, reading.refused, and what is wrong in it."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES)
    except FileNotFoundError:
        raise Problem("reading.missing", file=path.name, folder=path.absolute().parent) from None
    except IsADirectoryError:
        raise Problem("reading.folder", file=path.name) from None
    except OSError as trouble:
        raise Problem("reading.refused", file=path.name, why=trouble.strerror or "") from None
    return checked_copy.find(plan_id_of(raw), raw) or plan_file.draft_of(raw, path.name)


def survey_at(path: Path, flows: Path | None) -> Survey:
    """One look over the plan in a file."""
    return survey(toolkits.load(flows), draft_at(path))
