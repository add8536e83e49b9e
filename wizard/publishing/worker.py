"""The child's side of `child_process`: gets ready for a task, then takes requests and gives answers.

Started with a temporary folder of its own, how many bytes of memory it may take, whether to get ready quietly, the
task and what that is told beforehand. It ends when its input does.
In:  pickles of (a request as a pickle, the seconds it may take, the draft to remove where nobody waits or None)
Out: pickles of (the answer, None) or (None, what is wrong: a Problem, an OSError, or a MemoryError)
"""

import errno
import os
import pickle
import shutil
import signal
import sys
import threading
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from wizard.errors import Problem
from wizard.publishing.limits import end_after, take_no_more_than

QUIETLY = "quietly"
NICENESS = 15  # of 19

T = TypeVar("T")
Work = Callable[..., object]  # takes a request, gives the answer


def printer(template: str, paper: str) -> Work:
    """Has WeasyPrint loaded, and read the style sheet of the first page where that is known."""
    from wizard.publishing.typesetting.printer import printer_for

    return printer_for(Path(template) if template else None, paper).print


def composer() -> Work:
    """Loads what puts a document together."""
    from wizard.publishing import composing

    return composing.composed


TASKS: dict[str, Callable[..., Work]] = {"print": printer, "compose": composer}


class Requests:
    """What comes in. When the input ends nobody waits any more, so everything ends with it, whatever is being done."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._waiting: SimpleQueue[tuple[bytes, float]] = SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def next(self) -> tuple[bytes, float]:
        return self._waiting.get()

    def _listen(self) -> None:
        draft: str | None = None
        while True:
            try:
                # The request in it is unpickled by whoever takes it: two threads must not load modules at once.
                request, seconds, draft = pickle.load(sys.stdin.buffer)
            except (EOFError, pickle.UnpicklingError):
                break
            self._waiting.put((request, seconds))
        if draft is not None:
            Path(draft).unlink(missing_ok=True)  # half written, or for nobody
        shutil.rmtree(self._folder, ignore_errors=True)
        os._exit(0)


def main(folder: str, memory: str, how: str, task: str, *arguments: str) -> None:
    """The child's whole life."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get into the answer
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # on Windows, Ctrl-C reaches every process of a window
    take_no_more_than(int(memory))
    requests = Requests(folder)
    get_ready = (_quietly, TASKS[task]) if how == QUIETLY else (TASKS[task],)
    work, wrong = _tried(*get_ready, *arguments)
    while work or how != QUIETLY:  # nobody waits yet for a quiet one to say what is missing
        request, seconds = requests.next()
        end_after(seconds)
        answer = _tried(work, *pickle.loads(request)) if work else (None, wrong)
        pickle.dump(answer, answers)
        answers.flush()


def _quietly(get_ready: Callable[..., Work], *arguments: str) -> Work:
    """On Linux a thread can be nice alone: getting ready waits for everything else, the work does not."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as thread:
        if sys.platform == "linux":
            thread.submit(os.nice, NICENESS)
        return thread.submit(get_ready, *arguments).result()


def _tried(work: Callable[..., T], *arguments: object) -> tuple[T | None, Exception | None]:
    """What the work gives, or what is wrong; a mistake ends the child, and is its last words."""
    try:
        return work(*arguments), None
    except (Problem, MemoryError) as wrong:
        return None, wrong
    except OSError as refused:
        if refused.errno is None:
            raise
        traceback.print_exc()  # for a developer, as the last words of a child that stops
        return None, MemoryError() if refused.errno == errno.ENOMEM else refused


if __name__ == "__main__":
    main(*sys.argv[1:])
