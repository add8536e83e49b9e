"""`partnership example [FOLDER]`: two finished plans to look at, and their PDFs."""

import os
from argparse import Namespace
from pathlib import Path

from wizard.commands.printing import full, pdf_beside
from wizard.commands.reading import survey_at
from wizard.content import PACKAGE
from wizard.document import printed_plan
from wizard.document.formats import draft_beside, pdf, refused, take_place

EXAMPLES = PACKAGE / "examples"


def example(asked: Namespace) -> int:
    """Writes the plans and prints them, and says where everything is. A file that differs is left alone."""
    folder = full(asked.where or Path())
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise refused(trouble, folder / "plan") from trouble
    for original in sorted(EXAMPLES.glob("*.plan.yaml")):
        plan = _copied(original, folder)
        print(plan)
        document = printed_plan.printed_plan(survey_at(plan, asked.flows))
        print(pdf.write(document, pdf_beside(plan)).file)
    return 0


def _copied(original: Path, folder: Path) -> Path:
    """The example under its own name, or under a free one where somebody has another file of that name."""
    stem = original.name.removesuffix(".plan.yaml")
    raw = original.read_bytes()
    names = (f"{stem}{f'-{number}' if number > 1 else ''}.plan.yaml" for number in range(1, 1000))
    plan = next(path for name in names if not os.path.lexists(path := folder / name) or _same(path, raw))
    if not os.path.lexists(plan):
        draft = draft_beside(plan)
        try:
            draft.write_bytes(raw)
            take_place(draft, plan)
        except OSError as trouble:
            raise refused(trouble, plan) from trouble
        finally:
            draft.unlink(missing_ok=True)
    return plan


def _same(path: Path, raw: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == raw
    except OSError:  # a file that may not be read is somebody else's
        return False
