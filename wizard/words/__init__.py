"""The wizard's own sentences, by key, in the language that is spoken: `say("store.busy", file="…")`."""

import os
from functools import cache
from pathlib import Path

from wizard import content
from wizard.errors import Fault, Faults, Problem
from wizard.storage.file_text import shown
from wizard.words.formatter import Sentence, fill
from wizard.words.language import Language
from wizard.words.vocabulary import Vocabulary, load

FIRST = "en"  # has every sentence; what another language lacks is said in it

_spoken = FIRST


def speak(language: str = FIRST) -> None:
    """From here on everything is said in a language; in the first one where there are no words of it.

    Raises Faults where its words cannot be read.
    """
    global _spoken
    _spoken = FIRST
    if language != FIRST and language in languages():
        vocabulary(content.WORDS, language)
        _spoken = language


def languages() -> list[str]:
    """The languages that there are words of."""
    return sorted(name.removesuffix(".yaml") for name in os.listdir(content.WORDS) if name.endswith(".yaml"))  # noqa: PTH208 — at every start, and quicker


def language(code: str = "") -> Language:
    """How a language writes numbers, days and lists: the one that is spoken, or a known one, else the first."""
    known = code if code in languages() else FIRST
    return vocabulary(content.WORDS, known if code else _spoken).language


def say(key: str, /, **details: object) -> str:
    """The sentence of a key with its gaps filled. Raises KeyError for a key that has no sentence.

    What fills a gap may come from anywhere, a file's name for example: it gets to no terminal as a control sequence.
    """
    details.setdefault("me", command())
    return vocabulary(content.WORDS, _spoken).say(key, {gap: _safe(each) for gap, each in details.items()})


def filled(text: str, /, **values: object) -> str:
    """A sentence of the flows with its gaps filled; what is not in the notation stays as it stands."""
    read = _read(text)
    said = fill(read, values, language()) if read else None
    return text if said is None else said


@cache
def _read(text: str) -> Sentence | None:
    from wizard.words.parser import Slip, sentence  # late: the wizard's own sentences come parsed

    try:
        return sentence(text)
    except Slip:
        return None


def _safe(value: object) -> object:
    if isinstance(value, list | tuple):
        return [_safe(each) for each in value]
    return shown(str(value)) if isinstance(value, str | Path) else value


def command() -> str:
    """What people type to start the wizard here: `./run` in a checkout, `partnership` where it is installed."""
    return os.environ.get("PARTNERSHIP_COMMAND", "partnership")


def knows(key: str) -> bool:
    """Whether there is a sentence for a key."""
    return key in vocabulary(content.WORDS, _spoken)


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
def vocabulary(folder: Path, code: str) -> Vocabulary:
    """The words of a language in a folder, with those of the first one behind them."""
    before = None if code == FIRST else vocabulary(folder, FIRST)
    return Vocabulary(code, load(folder, code), before)
