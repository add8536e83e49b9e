"""The id of a plan: its form, where it stands in a file, and one for a file that names none."""

import hashlib
import re
from pathlib import Path

PLAN_ID = re.compile(r"p-[a-z0-9]{4,12}")

HEAD = 4096  # bytes; a plan says its id in its first lines
_LINE = re.compile(rb"""^plan_id:[ \t]*["']?(p-[a-z0-9]{4,12})["']?[ \t]*(?:#[^\r\n]*)?\r?$""", re.MULTILINE)


def plan_id_of(raw: bytes) -> str | None:
    """The plan's id, found even in a file that cannot be read as a whole."""
    found = _LINE.search(raw)
    return found[1].decode() if found else None


def id_in(path: Path) -> str | None:
    """The plan's id in the first lines of a file. OSError."""
    with path.open("rb") as file:
        return plan_id_of(file.read(HEAD))


def id_from(path: Path) -> str:
    """An id for a file that names none: the same file, the same private folder."""
    return "p-" + hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:12]
