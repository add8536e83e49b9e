"""Work in a process of its own, which may crash, hang or fill the memory without taking anything along.

There is no other way in which this program works in a second process; `worker` is the child's side.
"""

import os
import pickle
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
from wizard.errors import Problem
from wizard.systems import HERE, program

SECONDS = 120.0  # for one request
WORKER = "wizard.publishing.worker"
MEMORY = 2_000_000_000  # bytes; printing the largest plan a file can hold takes two thirds of it
FIRST_WORD, NEXT_WORD = 3.0, 15.0  # seconds until somebody who waits hears something, and hears it again
LAST_WORDS = 4000  # characters of what a child complained of, for a developer
# The last words of the libraries that set text, when there is no memory for what they want, or for a thread.
_OUT_OF_MEMORY = (b"failed to allocate", b"Error creating thread")

Waiting = Callable[[], object]  # called now and then while an answer is waited for
Answer = tuple[Any, Exception | None]


class ChildProcess:
    """Gets ready for one of the worker's tasks at once, and then answers one request after another.

    `about` chooses the sentences: Problems ABOUT.too_long, ABOUT.too_large, ABOUT.stopped; document.no_temporary.
    A child whose work is all `ours` ends by a mistake of ours only, which is shown as such: ChildProcessError.
    `quietly`: getting ready must not disturb whoever types. The child ends with this process, however that ends.
    """

    about = "document"
    ours = False

    def __init__(self, task: str, *arguments: object, memory: int = MEMORY, quietly: bool = False) -> None:
        self._folder = _temporary_folder()
        self._complaints = (Path(self._folder.name) / "complaints").open("w+b")  # closed with the child
        told = (self._folder.name, memory, "quietly" if quietly else "at once", task, *arguments)
        try:
            self._child = subprocess.Popen(
                [*program.command_of(WORKER), *map(str, told)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._complaints,
                env=os.environ | self._environment(Path(self._folder.name)),
                # Not in the terminal's foreground: Ctrl-C and a window that closes are for the wizard, which ends this.
                process_group=HERE.group,
            )
        except OSError as fault:
            self._complaints.close()
            self._folder.cleanup()
            raise Problem(f"{self.about}.stopped") from fault
        self._attendant: threading.Thread | None = None
        self._closed = False

    @property
    def works(self) -> bool:
        """Whether it is there to answer something."""
        return self._child.poll() is None

    def ask(
        self,
        *request: object,
        seconds: float = SECONDS,
        waiting: Waiting = lambda: None,
        draft: Path | None = None,
    ) -> Any:
        """What the child answers, or raises: Problem, OSError. `draft` is removed where nobody waits any more.

        A child that took too long or too much, or that ended, is of no more use.
        """
        if self._closed:
            raise Problem(f"{self.about}.stopped")
        message = pickle.dumps((pickle.dumps(request), seconds, draft and str(draft)))
        answers = SimpleQueue[Answer | None]()
        self._attendant = threading.Thread(target=lambda: answers.put(self._exchange(message)), daemon=True)
        self._attendant.start()
        try:
            answer = _awaited(answers, seconds, waiting)
        except Empty:
            self._end()
            raise Problem(f"{self.about}.too_long", seconds=round(seconds)) from None
        if answer is None:
            raise self._ended()
        value, trouble = answer
        if isinstance(trouble, MemoryError):
            raise Problem(f"{self.about}.too_large")
        if trouble:
            raise trouble
        return value

    def close(self) -> None:
        """Ends the child, whatever it is doing, and takes its temporary files along."""
        self._closed = True
        self._end()
        if self._attendant is not None:
            self._attendant.join()
        with suppress(OSError), self._child:  # what was not written yet has nowhere to go
            pass
        self._complaints.close()
        self._folder.cleanup()

    def _environment(self, folder: Path) -> dict[str, str]:
        """What the child's surroundings have that this process's have not. `folder` is the child's own."""
        path = os.pathsep.join(filter(None, (str(PACKAGE.parent), os.environ.get("PYTHONPATH"))))
        own = {"TMPDIR": str(folder), "TEMP": str(folder), "PYTHONPATH": path}
        return own | program.libraries_for_child()

    def _exchange(self, message: bytes) -> Answer | None:
        """Hands over a request and fetches its answer, so that whoever waits can stop waiting. None is the end."""
        feed, take = self._child.stdin, self._child.stdout
        assert feed
        assert take
        with suppress(OSError, ValueError):  # the child is gone; that shows in what it does not answer
            feed.write(message)
            feed.flush()
        try:
            answer: Answer = pickle.load(take)
        except Exception:  # half an answer can break in any way
            return None
        return answer

    def _end(self) -> None:
        self._child.kill()
        self._child.wait()

    def _ended(self) -> Exception:
        """For the person one sentence; for a developer the child's last words, beside it in a traceback."""
        self._end()
        words = b""
        if not self._closed:
            self._complaints.seek(0)
            words = self._complaints.read()
        told = words.decode(errors="replace")[-LAST_WORDS:]
        if self.ours:
            return ChildProcessError(told)
        large = any(each in words for each in _OUT_OF_MEMORY)
        ended = Problem(f"{self.about}.too_large" if large else f"{self.about}.stopped")
        ended.add_note(told)
        return ended


def _awaited(answers: "SimpleQueue[Answer | None]", seconds: float, waiting: Waiting) -> Answer | None:
    """The first answer. Raises Empty when there is none in time."""
    end, pause = time.monotonic() + seconds, FIRST_WORD
    while (left := end - time.monotonic()) > 0:
        try:
            return answers.get(timeout=min(pause, left))
        except Empty:
            if left > pause:
                waiting()
            pause = NEXT_WORD
    raise Empty


def _temporary_folder() -> "tempfile.TemporaryDirectory[str]":
    """Where no folder takes a temporary file, Python says that none is there; mostly the disk is full."""
    try:
        return tempfile.TemporaryDirectory(prefix="partnership-")
    except OSError as fault:
        raise Problem("document.no_temporary") from fault
