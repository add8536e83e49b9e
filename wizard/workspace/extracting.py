"""`partnership open PLAN.pdf`: the plan inside a PDF becomes a plan file beside it."""

import os
from pathlib import Path

from wizard import words
from wizard.sitting.ask import Front
from wizard.storage.store import save_copy
from wizard.workspace.copies import place_for
from wizard.workspace.loading import draft_at, raw_at
from wizard.workspace.opening import asked


def take_out(front: Front, pdf: Path) -> Path:
    """The plan file beside the PDF, after one sentence that says where it is. Nothing is ever written over.

    Problems: those of reading the plan inside, found before anything is written, and those of writing.
    """
    draft_at(pdf)
    raw = raw_at(pdf)
    place = place_for(pdf.absolute().parent, pdf.stem, raw)
    there = os.path.lexists(place)
    if not there:
        save_copy(place, raw)
    said = words.say("inside.there" if there else "inside.taken_out", pdf=pdf.name, file=place)
    asked(front.show(words.say("inside.title"), said))
    return place
