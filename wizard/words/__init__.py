"""The wizard's own sentences, by key: `say("store.busy", file="…")`."""

import os
from functools import cache
from pathlib import Path
from typing import Any

from wizard import content
from wizard.errors import Fault, Faults, Problem
from wizard.storage.file_text import shown
from wizard.storage.private.compiled import compiled


def say(key: str, /, **details: object) -> str:
    """The sentence of a key with its gaps filled. Raises KeyError for a key that has no sentence.

    What fills a gap may come from anywhere, a file's name for example: it gets to no terminal as a control sequence.
    """
    sentence = _words()[key]
    details = {
        gap: shown(str(each)) if isinstance(each, str | Path) else each for gap, each in details.items()
    }
    details.setdefault("me", command())
    if details.get("near"):
        details["near"] = _words()["near"].format(near=details["near"])
    return sentence.format(**details)


def command() -> str:
    """What people type to start the wizard here: `./run` in a checkout, `partnership` where it is installed."""
    return os.environ.get("PARTNERSHIP_COMMAND", "partnership")


def knows(key: str) -> bool:
    """Whether there is a sentence for a key."""
    return key in _words()


def of(problem: Problem) -> str:
    """What a problem says; for a file with many faults, one line each."""
    key = problem.key if knows(problem.key) else "problem.unnamed"
    head = say(key, **problem.details)
    if isinstance(problem, Faults):
        return "\n".join([head, *(_fault_line(fault) for fault in problem.faults)])
    return head


def _fault_line(fault: Fault) -> str:
    place, said = shown(fault.place), of_fault(fault)
    return f"  {place}: {said}" if place else f"  {said}"


def of_fault(fault: Fault) -> str:
    """What one thing wrong in a file says, without its place."""
    return say(fault.key, **fault.details) if knows(fault.key) else say("unfit.unnamed")


@cache
def _words() -> dict[str, str]:
    path = content.WORDS / "en.yaml"
    found: dict[str, str] = compiled("words", [path], lambda: _read(path))
    return found


def _read(path: Path) -> dict[str, str]:
    from wizard.storage.yaml import text  # late: mostly the words come compiled

    return dict(_flat(text.read(path.read_bytes()).data))


def _flat(data: Any, prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in data.items():
        name = f"{prefix}.{key}" if prefix else key
        pairs += _flat(value, name) if isinstance(value, dict) else [(name, value)]
    return pairs
