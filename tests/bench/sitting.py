"""A sitting over a plan, as far as the key that makes the document: prints what that took, in seconds.

`python -m tests.bench.sitting PLAN` → processor seconds of both processes, and seconds on the clock.
"""

import resource
import sys
import time
from pathlib import Path

from tests.bench.processes import cpu_of
from wizard.commands.sit import document_maker
from wizard.interview import toolkit as toolkits
from wizard.plan.slots import slots
from wizard.publishing.prewarm import Prewarm
from wizard.sitting.ask import Ask, Back, Pass, Reply
from wizard.sitting.before.open_plan import plan_at
from wizard.sitting.loop import run
from wizard.sitting.sitting import Sitting
from wizard.workspace.plan_on_disk import PlanOnDisk


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
    keep = run(front, toolkit.outline, plan_at(toolkit, plan))
    assert isinstance(keep, PlanOnDisk)
    sitting = Sitting(toolkit, keep.draft, keep)
    prewarm = Prewarm(document_maker, after=0.01)
    slots()
    keep.after_save = prewarm.answered
    keep.save(sitting.draft)
    press = _ready(prewarm)
    before = cpu_of(press) + time.process_time()
    clock = time.perf_counter()
    # as the sitting does
    run(front, toolkit.outline, document_maker()(sitting, plan, front.say, prewarm.take()))
    clock = time.perf_counter() - clock
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(used.ru_utime + used.ru_stime + time.process_time() - before, clock)
    prewarm.end()
    keep.close()


def _ready(prewarm: Prewarm) -> int:
    """The process of the press, when it has nothing more to do."""
    while prewarm._press is None:
        time.sleep(0.05)
    pid, busy = prewarm._press._child.pid, 0.0
    while True:
        time.sleep(1.0)
        used = cpu_of(pid)
        if used == busy:
            return pid
        busy = used


if __name__ == "__main__":
    main(Path(sys.argv[1]))
