"""A plan that was read and checked once, kept as plain data by its content, so that going on is quick."""

import contextlib
import hashlib
import json

from wizard import __version__, content
from wizard.storage import atomic
from wizard.storage.draft import Draft, OpenPoint
from wizard.storage.private import folder
from wizard.systems import program

NAME = "checked.json"


def keep(plan_id: str, raw: bytes, draft: Draft) -> None:
    """Notes that this text holds this draft. Losing the note costs time and nothing else."""
    held = {**vars(draft), "open_points": [vars(point) for point in draft.open_points]}
    with contextlib.suppress(OSError, ValueError):
        path = folder.cache_of_plan(plan_id) / NAME
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        atomic.replace_soon(
            path, json.dumps({"of": _digest(raw), "draft": held}, ensure_ascii=False).encode()
        )


def find(plan_id: str | None, raw: bytes) -> Draft | None:
    """The draft of exactly this text, if this version of the wizard checked it before."""
    try:
        noted = json.loads((folder.cache_of_plan(plan_id or "") / NAME).read_bytes())
        if noted["of"] != _digest(raw):
            return None
        points = [OpenPoint(**point) for point in noted["draft"].pop("open_points")]
        return Draft(**noted["draft"], open_points=points)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _digest(raw: bytes) -> str:
    """The text and everything that decides whether it is good: the version and the plan's own modules."""
    digest = hashlib.sha256(f"{__version__}\n".encode() + raw)
    for mark in program.marks(sorted((content.PACKAGE / "plan").rglob("*.py"))):
        digest.update(mark.encode())
    return digest.hexdigest()
