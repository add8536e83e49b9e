"""A press: the child process in which pages are printed, which may crash or hang without taking anything along."""

import json
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from wizard.content import PACKAGE
from wizard.document.fonts import configuration
from wizard.errors import Problem
from wizard.systems import HERE, program

SECONDS = 120.0  # for one document
WORKER = "wizard.publishing.worker"
MEMORY = 2_000_000_000  # bytes; the largest plan a file can hold takes two thirds of it
FIRST_WORD, NEXT_WORD = 3.0, 15.0  # seconds until somebody who waits hears something, and hears it again
# The last words of the libraries that set text, when there is no memory for what they want, or for a thread.
_OUT_OF_MEMORY = (b"failed to allocate", b"Error creating thread")

Waiting = Callable[[], object]  # called now and then while a page is being made


class Press:
    """Has WeasyPrint loaded, or is loading it, and prints one page after another.

    `early` is a template's folder and a paper: what can be read of them before there is a page is read then,
    `quietly` so that whoever types is not disturbed. Problems: document.no_temporary, document.stopped.
    """

    def __init__(
        self,
        fonts: Path,
        *,
        early: tuple[Path | str, str] = ("", ""),
        quietly: bool = False,
        memory: int = MEMORY,
    ) -> None:
        self.fonts = fonts
        self._folder = _temporary_folder()
        self._complaints = (Path(self._folder.name) / "complaints").open("w+b")  # closed with the press
        try:
            self._child = self._started([*early, memory, "quietly" if quietly else "at once"])
        except OSError as fault:
            self._complaints.close()
            self._folder.cleanup()
            raise Problem("document.stopped") from fault
        self._jobs: SimpleQueue[bytes | None] = SimpleQueue()
        self._answers: SimpleQueue[bytes] = SimpleQueue()
        self._attendant: threading.Thread | None = None
        self._closed = False

    @property
    def works(self) -> bool:
        """Whether it is there to print something."""
        return self._child.poll() is None

    def print(
        self, job: dict[str, object], seconds: float = SECONDS, waiting: Waiting = lambda: None
    ) -> dict[str, Any]:
        """What the child answers. Problems where it takes too long or too much, or ends without an answer.

        After a Problem the press is of no more use.
        """
        if self._closed:
            raise Problem("document.stopped")
        if self._attendant is None:
            self._attendant = threading.Thread(target=self._attend, daemon=True)
            self._attendant.start()
        self._jobs.put(json.dumps(job).encode() + b"\n")
        said = self._answer(seconds, waiting)
        try:
            answer = dict(json.loads(said))
        except json.JSONDecodeError as fault:
            raise self._stopped() from fault
        if "no_memory" in answer:
            raise self._too_large()
        return answer

    def close(self) -> None:
        """Ends the child, whatever it is doing, and takes its temporary files along."""
        self._closed = True
        self._child.kill()
        self._child.wait()
        if self._attendant is not None:
            self._jobs.put(None)
            self._attendant.join()
        for pipe in (self._child.stdin, self._child.stdout):
            with suppress(OSError):  # what was not written yet has nowhere to go
                if pipe:
                    pipe.close()
        self._complaints.close()
        self._folder.cleanup()

    def _started(self, said: list[object]) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [*program.again(WORKER), self._folder.name, *map(str, said)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            env=self._environment(),
            # Not in the terminal's foreground: Ctrl-C and a window that closes are for the wizard, which ends this.
            process_group=HERE.group,
        )

    def _environment(self) -> dict[str, str]:
        path = os.pathsep.join(filter(None, (str(PACKAGE.parent), os.environ.get("PYTHONPATH"))))
        folder = self._folder.name
        fonts = Path(folder) / "fonts.conf"
        fonts.write_text(configuration(self.fonts), encoding="utf-8")
        own = {"FONTCONFIG_FILE": str(fonts), "TMPDIR": folder, "TEMP": folder, "PYTHONPATH": path}
        return os.environ | own | program.for_own_module(folder)

    def _attend(self) -> None:
        """Hands over jobs and fetches answers, so that whoever waits can stop waiting. An empty answer is the end."""
        feed, take = self._child.stdin, self._child.stdout
        while feed and take and (job := self._jobs.get()):
            try:
                feed.write(job)
                feed.flush()
            except OSError:  # the child is gone; that shows in what it does not say
                pass
            self._answers.put(take.readline())
        self._answers.put(b"")

    def _answer(self, seconds: float, waiting: Waiting) -> bytes:
        end, pause = time.monotonic() + seconds, FIRST_WORD
        while (left := end - time.monotonic()) > 0:
            try:
                return self._answers.get(timeout=min(pause, left))
            except Empty:
                if left > pause:
                    waiting()
                pause = NEXT_WORD
        raise Problem("document.too_long", seconds=round(seconds))

    def _stopped(self) -> Problem:
        """For the person one sentence; for a developer the child's last words, beside it in a traceback."""
        self._child.kill()
        self._child.wait()
        complaints = self._last_words()
        stopped = (
            self._too_large()
            if any(each in complaints for each in _OUT_OF_MEMORY)
            else Problem("document.stopped")
        )
        stopped.add_note(complaints.decode(errors="replace")[-4000:])
        return stopped

    def _last_words(self) -> bytes:
        if self._closed:
            return b""
        self._complaints.seek(0)
        return self._complaints.read()

    def _too_large(self) -> Problem:
        return Problem("document.too_large")


def _temporary_folder() -> "tempfile.TemporaryDirectory[str]":
    """Where no folder takes a temporary file, Python says that none is there; mostly the disk is full."""
    try:
        return tempfile.TemporaryDirectory(prefix="partnership-")
    except OSError as fault:
        raise Problem("document.no_temporary") from fault
