"""`partnership example [FOLDER]`: two finished plans to look at, and their PDFs."""

import os
from argparse import Namespace
from pathlib import Path

from wizard.commands.printing import print_plan
from wizard.content import PACKAGE
from wizard.publishing.formats import draft_beside, refused, take_place
from wizard.publishing.options import DEFAULTS
from wizard.publishing.output_paths import full, path_shown
from wizard.storage.file_name import SUFFIX
from wizard.workspace.copies import file_holding

EXAMPLES = PACKAGE / "examples"


def example(asked: Namespace) -> int:
    """Writes the plans and prints them, and says where everything is. A file that differs is left alone."""
    folder = full(asked.where or Path())
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise refused(trouble, folder / "plan") from trouble
    wanted = Namespace(output=None, html=None, attach=True, flows=asked.flows, **DEFAULTS)
    for original in sorted(EXAMPLES.glob("*.plan.yaml")):
        plan = _copied(original, folder)
        print(path_shown(plan), flush=True)
        print_plan(plan, wanted)
    return 0


def _copied(original: Path, folder: Path) -> Path:
    """The example under its own name, or under a free one where somebody has another file of that name."""
    raw = original.read_bytes()
    plan = file_holding(folder, original.name.removesuffix(SUFFIX), raw)
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
