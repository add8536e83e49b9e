"""The ends of a plain sitting that no answer brings: a signal, the end of the input, a window that is gone."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from wizard.sitting.ask import Leave

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


class Ended(Exception):
    """No line comes any more; `leave` says why."""

    def __init__(self, leave: Leave) -> None:
        super().__init__()
        self.leave = leave


class Signals:
    """Catches what tells the program to end, in a `with`: at once while it waits for a line, else at the next one."""

    def __init__(self) -> None:
        self._leave: Leave | None = None
        self._waits = False
        self._handlers: dict[int, Any] = {}

    def __enter__(self) -> "Signals":
        if threading.current_thread() is threading.main_thread():
            for name in SIGNALS:
                number = getattr(signal, name, None)  # no SIGHUP on Windows
                if (
                    number is not None and signal.getsignal(number) != signal.SIG_IGN
                ):  # `nohup` stays what it is
                    self._handlers[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers = {}

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Around everything that may wait for ever. Raises Ended when a signal has come or comes."""
        self._waits = True
        try:
            if self._leave:
                raise Ended(self._leave)
            yield
        finally:
            self._waits = False

    def _on_signal(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        self._leave = Leave(by_signal=number != signal.SIGINT)
        if self._waits:
            raise Ended(self._leave)
