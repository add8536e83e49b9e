"""Several entries at once: lines that were pasted into a list, without their bullets and numbers, and none twice."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from wizard import words
from wizard.errors import Unfit
from wizard.formatting.wrap import line, plain
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Option, Pages
from wizard.sitting.ask_builder import SidePage
from wizard.sitting.matching import folded
from wizard.sitting.sitting import Sitting

ADD, NONE = "\x00add", "\x00none"
_BULLET = re.compile(r"(?:[-*·•‣⁃◦∙●○▪▫■□–—➢➤➔►▸✓✔]|\(?\d{1,3}[.)](?!\d))\s*")


@dataclass(frozen=True)
class Pasted:
    """What the lines hold: (name, value) of what is new, the names that are there already, and what fits nowhere."""

    new: tuple[tuple[str, Any], ...]
    there: tuple[str, ...]
    unfit: tuple[str, ...]


def rows_in(text: str) -> list[str]:
    """The lines of a text, each without its bullet or number; no empty ones."""
    rows = (_BULLET.sub("", row.strip(), count=1) for row in plain(text).split("\n"))
    return [row for each in rows if (row := line(each))]


def sorted_out(rows: Iterable[str], there: Iterable[str], fit: Callable[[str], Any]) -> Pasted:
    """Each line once: what is new, what is there already, and what `fit` refuses."""
    known = {folded(line(each)) for each in there}
    new: list[tuple[str, Any]] = []
    twice: list[str] = []
    unfit: list[str] = []
    for row in rows:
        if folded(row) in known:
            twice.append(row)
            continue
        known.add(folded(row))
        try:
            new.append((row, fit(row)))
        except Unfit:
            unfit.append(row)
    return Pasted(tuple(new), tuple(twice), tuple(unfit))


def offered(sitting: Sitting, turn: Turn, pasted: Pasted) -> Pages[bool]:
    """Shows what would be added, and what not; whether it is wanted. What comes of it, the next page says."""
    count = len(pasted.new)
    if not count:
        sitting.note = words.say("list.pasted.nothing", names=[*pasted.there, *pasted.unfit])
        return False
    shown = (("new", [name for name, _ in pasted.new]), ("there", pasted.there), ("unfit", pasted.unfit))
    reply = yield SidePage(
        "one",
        words.say("list.pasted.ask", count=count),
        ask_builder.head(sitting.here, turn),
        (
            Option(ADD, words.say("list.pasted.add", count=count)),
            Option(NONE, words.say("list.pasted.none")),
        ),
        above=tuple(
            (words.say(f"list.pasted.{name}"), words.language().joined(list(names), "apart"))
            for name, names in shown
            if names
        ),
        value=ADD,
        place=f"{turn.place}?several",
    )
    is_wanted = reply == Answer(ADD)
    sitting.note = words.say("list.pasted.added" if is_wanted else "list.pasted.not_added", count=count)
    return is_wanted
