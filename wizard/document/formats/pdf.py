"""PDF, made by WeasyPrint in a child process, which may crash or hang without taking anything along."""

import json
import os
import re
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from wizard import words
from wizard.content import PACKAGE
from wizard.document import doctor
from wizard.document.faults import TemplateFault
from wizard.document.fonts import CONFIGURATION
from wizard.document.formats import draft_beside, free_name, inside, refused, take_place
from wizard.document.page import MAKER, Document
from wizard.errors import Problem

SECONDS = 120.0
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


class Press:
    """A child process that has WeasyPrint loaded, or is loading it, and waits for one page."""

    def __init__(self, fonts: Path) -> None:
        self._folder = _temporary_folder()
        self.fonts = fonts
        environment = dict(os.environ)
        environment |= {
            "FONTCONFIG_FILE": str(fonts / CONFIGURATION),
            "TMPDIR": self._folder.name,
            "TEMP": self._folder.name,
            "PYTHONPATH": os.pathsep.join(filter(None, (str(PACKAGE.parent), os.environ.get("PYTHONPATH")))),
        }
        self._complaints = tempfile.TemporaryFile(dir=self._folder.name)  # noqa: SIM115  # closed in close()
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-m", "wizard.document.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            env=environment,
        )

    def print(self, job: dict[str, object], seconds: float) -> dict[str, Any]:
        """What the child answers. Raises a Problem where it takes too long or ends without an answer."""
        try:
            said, _ = self._child.communicate(json.dumps(job).encode() + b"\n", timeout=seconds)
            answer = json.loads(said)
        except subprocess.TimeoutExpired as fault:
            raise Problem("document.too_long", seconds=round(seconds)) from fault
        except (json.JSONDecodeError, BrokenPipeError) as fault:
            raise self._stopped() from fault
        finally:
            self.close()
        return dict(answer)

    def close(self) -> None:
        """Ends the child, whatever it is doing, and takes its temporary files along."""
        self._child.kill()
        with suppress(BrokenPipeError):
            self._child.communicate()
        self._complaints.close()
        self._folder.cleanup()

    def _stopped(self) -> Problem:
        """For the person one sentence; for a developer the child's last words, beside it in a traceback."""
        self._complaints.seek(0)
        stopped = Problem("document.stopped")
        stopped.add_note(self._complaints.read().decode(errors="replace")[-4000:])
        return stopped


def write(
    document: Document,
    file: Path,
    *,
    plan: bytes | None = None,
    press: Press | None = None,
    seconds: float = SECONDS,
) -> Printed:
    """Prints a document, with the text of its plan inside if there is one (see `inside`).

    Never replaces a file this tool did not make: `Printed.file` says where it went.
    """
    target = free_name(file, made_here)
    draft = draft_beside(target)
    try:
        answer = _print(document, draft, plan, press or Press(document.fonts), seconds)
        take_place(draft, target)
    except OSError as fault:
        raise refused(fault, target) from fault
    finally:
        draft.unlink(missing_ok=True)
    return Printed(target, answer["pages"], tuple(answer["undrawn"]), tuple(answer["remarks"]))


def _temporary_folder() -> "tempfile.TemporaryDirectory[str]":
    """Where no folder takes a temporary file, Python says that none is there; mostly the disk is full."""
    try:
        return tempfile.TemporaryDirectory(prefix="partnership-")
    except OSError as fault:
        raise Problem("document.no_temporary") from fault


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


def _print(
    document: Document, draft: Path, plan: bytes | None, press: Press, seconds: float
) -> dict[str, Any]:
    job: dict[str, object] = {
        "html": document.html,
        "assets": {name: str(file) for name, file in document.assets.items()},
        "target": str(draft),
        "identifier": f"{MAKER}-{sha256(document.html.encode()).hexdigest()[:32]}",
        "plan": plan and {"name": inside.NAME, "text": plan.decode(), "about": words.say("document.inside")},
    }
    answer = press.print(job, seconds)
    if "missing" in answer:
        raise doctor.problem(answer["missing"])
    if "refused" in answer:
        raise OSError(answer["refused"], os.strerror(answer["refused"]))
    if "no_temporary" in answer:
        raise Problem("document.no_temporary")
    if "fault" in answer:
        raise TemplateFault(answer["fault"], **answer["details"])
    return answer
