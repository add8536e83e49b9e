"""PDF, for paper and for every reader, with its plan inside: printed by a press, put in place whole or not at all."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from wizard import words
from wizard.document.document import MAKER, Document
from wizard.publishing.child_process import SECONDS, Waiting
from wizard.publishing.formats import draft_beside, free_name, refused, take_place
from wizard.publishing.job import Job
from wizard.publishing.press import Press

_HEAD = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
_IDENTIFIER = re.compile(rb"/ID \[\(" + MAKER.encode() + rb"-[0-9a-f]{32}\) ")
_END = re.compile(rb"startxref\n(\d+)\n%%EOF\n\Z")
_TAIL = 64


@dataclass(frozen=True)
class Printed:
    """A PDF in its place. `undrawn` should be empty: answers are checked against the fonts before."""

    file: Path
    pages: int
    undrawn: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def write(
    document: Document,
    file: Path,
    *,
    plan: bytes | None = None,
    press: Press | None = None,
    seconds: float = SECONDS,
    waiting: Waiting = lambda: None,
) -> Printed:
    """Prints a document, with the text of its plan inside if there is one (see `inside`).

    Never replaces a file this tool did not make: `Printed.file` says where it went. `press` stays open; without
    one, one is started for this document alone. `waiting` is called now and then while it takes long.
    """
    target = free_name(file, made_here)
    draft = draft_beside(target)
    try:
        with _working(press, document) as working:
            outcome = working.print(_job(document, draft, plan), seconds, waiting)
        take_place(draft, target)
    except OSError as fault:
        raise refused(fault, target) from fault
    finally:
        draft.unlink(missing_ok=True)
    return Printed(target, outcome.pages, outcome.undrawn, outcome.remarks)


def made_here(file: Path) -> bool:
    """Whether a PDF is one of ours, and untouched since: a program that adds comments writes another end."""
    with file.open("rb") as opened:
        if opened.read(len(_HEAD)) != _HEAD:
            return False
        whole = _HEAD + opened.read()
    end = _END.search(whole, max(0, len(whole) - _TAIL))
    if end is None or whole.count(b"\n%%EOF\n") != 1:
        return False
    trailer = whole[int(end[1]) :].partition(b"stream")[
        0
    ]  # the identifier stands before the packed list of objects
    return bool(_IDENTIFIER.search(trailer))


@contextmanager
def _working(press: Press | None, document: Document) -> Iterator[Press]:
    if press is not None:
        yield press
        return
    own = Press(document.fonts)
    try:
        yield own
    finally:
        own.close()


def _job(document: Document, draft: Path, plan: bytes | None) -> Job:
    style, html = document.style_apart()
    assets = {name: str(file) for name, file in document.assets.items()}
    identifier = f"{MAKER}-{sha256(document.html.encode()).hexdigest()[:32]}"
    inside = None if plan is None else plan.decode()
    return Job(html, style, assets, str(draft), identifier, inside, words.say("document.inside"))
