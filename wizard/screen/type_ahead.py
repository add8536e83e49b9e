"""The type-ahead guard: keys that were not meant for this page, by a paste or a held key, never answer it."""

import sys
import time
from collections.abc import Callable
from contextlib import suppress

from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding.key_processor import KeyPressEvent

GUARD = 0.15  # seconds after a page is drawn in which Enter cannot have been meant for it
BURST = 0.05  # seconds in which the rest of a paste follows its first part


class TypeAheadGuard:
    """Tells whether a deciding key was pressed by a person who has seen the page."""

    def __init__(self, guard: float = GUARD, clock: Callable[[], float] = time.monotonic) -> None:
        self._guard = guard
        self._clock = clock
        self._closed_until = 0.0
        self._hurried_until = 0.0

    def page_drawn(self) -> None:
        """Starts the guard of a new page."""
        self._closed_until = self._clock() + self._guard

    def is_hurried(self, event: KeyPressEvent) -> bool:
        """Whether a key came in one rush with others: part of a paste the terminal did not mark as one."""
        now = self._clock()
        if event.key_processor.input_queue:
            self._hurried_until = now + BURST
            return True
        return now < self._hurried_until

    def lets_pass(self, event: KeyPressEvent) -> bool:
        """Whether a deciding key counts. A key held down keeps the guard closed until it is let go."""
        now = self._clock()
        if now < self._closed_until:
            self._closed_until = now + self._guard
            return False
        return not self.is_hurried(event)


def forget_typed_ahead(source: Input) -> None:
    """Drops everything typed before the page is drawn."""
    clear_typeahead(source)
    if sys.platform != "win32":
        import termios

        with suppress(termios.error, OSError):  # not a terminal, or one that is gone
            termios.tcflush(source.fileno(), termios.TCIFLUSH)
    while not source.closed and source.read_keys():
        pass
    source.flush_keys()
