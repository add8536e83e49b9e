"""Reads a plan file for a command that writes nothing to it."""

from pathlib import Path

from wizard.errors import Problem
from wizard.interview import toolkit as toolkits
from wizard.interview.survey import Survey, survey
from wizard.storage import checked_copy, plan_file
from wizard.storage.draft import Draft
from wizard.storage.store import MOST_BYTES, plan_id_of, with_suffix


def path_of(said: Path) -> Path:
    """The plan file that is meant; `.plan.yaml` is added if missing."""
    return said if said.exists() and said.is_file() else with_suffix(said)


def draft_at(path: Path) -> Draft:
    """The draft of a plan file. Problems: reading.missing, reading.refused, and what is wrong in it."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES)
    except FileNotFoundError:
        raise Problem("reading.missing", file=path.name, folder=path.parent) from None
    except IsADirectoryError:
        raise Problem("reading.folder", file=path.name) from None
    except OSError as trouble:
        raise Problem("reading.refused", file=path.name, why=trouble.strerror or "") from None
    return checked_copy.find(plan_id_of(raw), raw) or plan_file.draft_of(raw, path.name)


def survey_at(path: Path, flows: Path | None) -> Survey:
    """One look over the plan in a file."""
    return survey(toolkits.load(flows), draft_at(path))
