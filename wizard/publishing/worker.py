"""The child process in which WeasyPrint runs: a line of JSON in, a PDF in a file, a line of JSON out, and so on.

Started with the press's own temporary folder, the template's folder and the paper of the first page as far as they
are known, how many bytes of memory it may take, and whether to get ready quietly. It ends when its input does.
In:  {"html", "style", "assets": {name: file}, "target": file, "identifier", "plan": {"name", "text", "about"} or null}
Out: {"pages", "undrawn": [...], "remarks": [...]} or {"fault": key, "details": {...}}
     or {"missing": [...]} or {"no_memory": true} or {"refused": number of what the system refused}
"""

import errno
import json
import os
import shutil
import signal
import sys
import threading
import traceback
import warnings
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from wizard.errors import Problem
from wizard.publishing import doctor
from wizard.publishing.limits import take_no_more_than
from wizard.publishing.printer import Printer

QUIETLY = "quietly"
NICENESS = 15  # of 19


class Jobs:
    """What comes in. When the input ends nobody waits any more, so everything ends with it, whatever is being done."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self._target: Path | None = None
        threading.Thread(target=self._listen, daemon=True).start()

    def next(self) -> dict[str, Any]:
        return self._waiting.get()

    def _listen(self) -> None:
        for line in sys.stdin.buffer:
            job = json.loads(line)
            self._target = Path(job["target"])
            self._waiting.put(job)
        if self._target is not None:
            self._target.unlink(missing_ok=True)  # half written, or for nobody
        shutil.rmtree(self._folder, ignore_errors=True)
        os._exit(0)


def main(folder: str, template: str, paper: str, memory: str, how: str) -> None:
    """Loads WeasyPrint and reads the style sheet at once, so that a child started early has that behind it."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints must not get into the answer
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # on Windows, Ctrl-C reaches every process of a window
    take_no_more_than(int(memory))
    jobs = Jobs(Path(folder))
    get_ready = partial(_ready, Path(template) if template else None, paper)
    printer = _quietly(get_ready) if how == QUIETLY else get_ready()
    while printer or how != QUIETLY:  # nobody waits yet for a quiet one to say what is missing
        said = _tried(printer, jobs.next())
        answers.write(json.dumps(said) + "\n")
        answers.flush()


def _ready(template: Path | None, paper: str) -> Printer | None:
    """None where a library is missing."""
    try:
        printer = Printer()
    except OSError:
        return None
    if template:
        with suppress(OSError, Problem):  # whatever it is, the first page meets it again and can tell it
            printer.read_early(template, paper)
    return printer


def _quietly(get_ready: Callable[[], Printer | None]) -> Printer | None:
    """On Linux a thread can be nice alone: getting ready waits for everything else, printing does not."""
    made: list[Printer | None] = []

    def nicely() -> None:
        if sys.platform == "linux":
            os.nice(NICENESS)
        made.append(get_ready())

    thread = threading.Thread(target=nicely)
    thread.start()
    thread.join()
    return made[0] if made else None


def _tried(printer: Printer | None, job: dict[str, Any]) -> dict[str, Any]:
    """The answer, or what the system refused; anything stranger ends the child."""
    if printer is None:
        return {"missing": list(doctor.missing())}
    try:
        return printer.print(job)
    except MemoryError:
        return {"no_memory": True}
    except OSError as trouble:
        if trouble.errno is None:
            raise
        traceback.print_exc()  # for a developer, as the last words of a child that stops
        return {"no_memory": True} if trouble.errno == errno.ENOMEM else {"refused": trouble.errno}


if __name__ == "__main__":
    main(*sys.argv[1:])
