"""A template of somebody's own is filled in a process of its own, with an end to its time and memory.

It may come from a stranger: a loop that does not end, or a text that fills the memory, ends that process alone.
In: a pickle of the plan's path, what was asked and what was wished. Out: one of what came of it, or of the Problem.
"""

import os
import pickle
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

from wizard.content import PACKAGE
from wizard.errors import Problem
from wizard.publishing import composing
from wizard.publishing.composing import Composed
from wizard.publishing.limits import take_no_more_than
from wizard.publishing.options import Wished

SECONDS = 30  # for one plan; the shipped template takes one
MEMORY = 1_000_000_000  # bytes; the shipped template takes a tenth
QUIET = 4000  # of the child's last words, in characters; for a developer


def composed(
    plan: Path, asked: Namespace, wish: Wished, *, seconds: float = SECONDS, memory: int = MEMORY
) -> Composed:
    """The document of a plan file. Problems: what the template or the plan has wrong, and when it takes too much."""
    path = os.pathsep.join(filter(None, (str(PACKAGE.parent), os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "wizard.publishing.own_template", str(memory)],
            input=pickle.dumps((plan.absolute(), asked, wish)),
            capture_output=True,  # what a stranger's template makes a program complain of is not for the terminal
            env=os.environ | {"PYTHONPATH": path},
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as fault:
        raise Problem("document.template.too_long", seconds=round(seconds)) from fault
    except OSError as fault:
        raise Problem("document.template.stopped") from fault
    if not done.stdout:
        stopped = Problem("document.template.stopped")
        stopped.add_note(done.stderr.decode(errors="replace")[-QUIET:])
        raise stopped
    gave: Composed
    gave, trouble = pickle.loads(done.stdout)
    if trouble:
        raise trouble
    return gave


def main(memory: str) -> None:
    """The child's whole life."""
    with os.fdopen(os.dup(1), "wb") as answer:
        os.dup2(2, 1)
        take_no_more_than(int(memory), SECONDS)  # the time too: whoever waits for this may be gone
        answer.write(pickle.dumps(_tried()))


def _tried() -> tuple[Composed | None, Problem | None]:
    plan, asked, wish = pickle.load(sys.stdin.buffer)
    try:
        return composing.composed(plan, asked, wish), None
    except Problem as problem:
        return None, problem
    except MemoryError:
        return None, Problem("document.template.too_large")


if __name__ == "__main__":
    main(*sys.argv[1:])
