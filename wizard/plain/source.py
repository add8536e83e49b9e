"""Where lines come from: a pipe or a file here, a terminal in `keyboard`. One reader for the whole run."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import BinaryIO, Protocol

from wizard.plain.signals import Ended, Signals
from wizard.sitting.ask import Leave

MOST = 1_000_000  # bytes of one line; what is beyond is left out

Keep = Callable[[str], None]


def keep_nothing(_text: str) -> None:
    """For prompts whose half-typed lines are no answer."""


class Source(Protocol):
    """Gives line after line. `is_live`: somebody sits there, sees what is typed, and needs time to read.

    `begins`: whether what was `begun` stands in the line at first.
    """

    is_live: bool
    begins: bool

    def taken(self) -> AbstractContextManager[object]:
        """For as long as questions are asked."""
        ...

    def lent(self) -> AbstractContextManager[object]:
        """While another program, an editor, reads."""
        ...

    def fresh(self) -> None:
        """A new question: what a person typed before it was asked does not answer it."""
        ...

    def line(
        self, keep: Keep = keep_nothing, *, begun: str = "", joins: str = " ", done: str | None = None
    ) -> str:
        """The next line, without its end. Raises Ended.

        `keep` gets the unfinished text on every key; `begun` stands there at first; `joins` takes the place of line
        ends inside a paste; `done` is what Ctrl-D on an empty line means, None for leaving. All but `keep` need keys.
        """
        ...


class Lines:
    """Lines as they are, from a pipe or a file, or from a console that does its own editing."""

    begins = False

    def __init__(self, stream: BinaryIO | None, signals: Signals, *, is_live: bool = False) -> None:
        self.is_live = is_live
        self._stream = stream
        self._signals = signals

    def taken(self) -> AbstractContextManager[object]:
        return nullcontext()

    def lent(self) -> AbstractContextManager[object]:
        return nullcontext()

    def fresh(self) -> None:
        """Lines of a file are there before the question, and are meant for it."""

    def line(
        self,
        keep: Keep = keep_nothing,  # noqa: ARG002 — a line comes whole
        *,
        begun: str = "",  # noqa: ARG002
        joins: str = " ",  # noqa: ARG002
        done: str | None = None,  # noqa: ARG002
    ) -> str:
        if self._stream is None:
            raise Ended(Leave(at_end=True))
        with self._signals.waiting():
            raw = self._stream.readline(MOST)
            rest = raw
            while len(rest) == MOST and not rest.endswith(b"\n"):
                rest = self._stream.readline(MOST)
        if not raw:
            raise Ended(Leave(at_end=True))
        return _text(raw).rstrip("\r\n")


def _text(raw: bytes) -> str:
    """UTF-8, or what this computer writes otherwise."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode(getattr(sys.stdin, "encoding", None) or "latin-1", "replace")
