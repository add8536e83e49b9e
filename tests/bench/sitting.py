"""A sitting over a plan, as far as the key that makes the document: prints what that took, in seconds.

`python -m tests.bench.sitting PLAN` → processor seconds of both processes, and seconds on the clock.
"""

import resource
import sys
import time
from pathlib import Path

from tests.bench.processes import cpu_of
from wizard.interview import toolkit as toolkits
from wizard.plan.slots import slots
from wizard.publishing.prewarm import Readying
from wizard.sitting import opening
from wizard.sitting.ask import Ask, Back, Pass, Reply
from wizard.sitting.sitting import Sitting


class Reader:
    """A front that reads what it is shown, and opens nothing."""

    def ask(self, ask: Ask) -> Reply:
        del ask
        return Back()

    def show(self, title: str, text: str, *, back: bool = False) -> Reply:
        del title, text, back
        return Pass()

    def say(self, text: str) -> None:
        del text


def main(plan: Path) -> None:
    front, toolkit = Reader(), toolkits.load()
    keep = opening.keep_for(front, toolkit, plan)
    sitting = Sitting(front, toolkit, keep.draft, keep)
    readying = Readying(after=0.01)
    slots()
    keep.after_save = readying.answered
    keep.save(sitting.draft)
    press = _ready(readying)
    before = cpu_of(press) + time.process_time()
    clock = time.perf_counter()
    from wizard.commands.make_document import make_document  # as the sitting does

    make_document(sitting, readying.take())
    clock = time.perf_counter() - clock
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(used.ru_utime + used.ru_stime + time.process_time() - before, clock)
    readying.end()
    keep.close()


def _ready(readying: Readying) -> int:
    """The process of the press, when it has nothing more to do."""
    while readying._press is None:
        time.sleep(0.05)
    pid, busy = readying._press._child.pid, 0.0
    while True:
        time.sleep(1.0)
        used = cpu_of(pid)
        if used == busy:
            return pid
        busy = used


if __name__ == "__main__":
    main(Path(sys.argv[1]))
