"""The plan inside a PDF becomes a plan file beside it."""

import os
from pathlib import Path

from wizard.storage.store import save_copy
from wizard.workspace.copies import file_holding
from wizard.workspace.loading import draft_at, raw_at


def take_out(pdf: Path) -> tuple[Path, bool]:
    """The plan file beside the PDF, and whether it was there already. Nothing is ever written over.

    Problems: those of reading the plan inside, found before anything is written, and those of writing.
    """
    draft_at(pdf)
    raw = raw_at(pdf)
    place = file_holding(pdf.absolute().parent, pdf.stem, raw)
    there = os.path.lexists(place)
    if not there:
        save_copy(place, raw)
    return place, there
