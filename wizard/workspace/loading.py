"""The plan in a file, or inside a PDF, read by a command that writes nothing to it."""

from pathlib import Path

from wizard import words
from wizard.errors import Faults, Problem
from wizard.interview import toolkit as toolkits
from wizard.interview.flow import Toolkit
from wizard.interview.survey import Survey, survey
from wizard.storage import atomic, plan_file
from wizard.storage.draft import Draft
from wizard.storage.plan_id import plan_id_of
from wizard.storage.private import checked_copy
from wizard.storage.store import MOST_BYTES
from wizard.workspace.paths import is_pdf, refused


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
        raise refused(trouble, path) from trouble
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


def survey_at(path: Path, flows: Path | None) -> Survey:
    """One look over the plan in a file."""
    draft = draft_at(path)
    return survey(toolkit_of(draft, flows), draft)


def toolkit_of(draft: Draft, flows: Path | None, loaded: Toolkit | None = None) -> Toolkit:
    """The toolkit in the language of a plan, which is spoken from here on; the one `loaded` where it is in that."""
    words.speak(draft.language)
    if loaded and loaded.outline.language == draft.language:
        return loaded
    return toolkits.load(flows, draft.language)
