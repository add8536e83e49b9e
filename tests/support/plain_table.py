"""Asks one page of the plain front end, with lines that lie ready, and keeps what was said."""

import io
from dataclasses import dataclass, field

from wizard.plain.front import Plain
from wizard.plain.output import Output
from wizard.plain.signals import Signals
from wizard.plain.source import Lines
from wizard.sitting.ask import Ask, Reply


@dataclass
class Sat:
    """What came of it: a reply for each page, and all that was said."""

    replies: list[Reply] = field(default_factory=list)
    said: str = ""

    @property
    def reply(self) -> Reply:
        return self.replies[0]

    @property
    def lines(self) -> list[str]:
        return self.said.splitlines()


def sat(*asks: Ask, typed: str = "", is_live: bool = False) -> Sat:
    """Asks page after page; `typed` are the lines, one answer behind the other."""
    out = io.StringIO()
    front = Plain(Lines(io.BytesIO(typed.encode()), Signals(), is_live=is_live), Output(out))
    return Sat([front.ask(ask) for ask in asks], out.getvalue())
