"""Has a press ready while people answer, so that making the document costs no more than its pages."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from wizard.errors import Problem

if TYPE_CHECKING:
    from wizard.publishing.press import Press

AFTER = 4.0  # seconds after an answer: whoever thinks about the next one does not notice


class Prewarm:
    """Starts a press some seconds after an answer, keeps it until it is wanted, and ends it with the sitting.

    `load` then loads in this process what puts the page together. A press that ends by itself, because a library is
    missing or for another reason, is not started again.
    """

    def __init__(self, load: Callable[[], object], after: float = AFTER) -> None:
        self._load = load
        self._after = after
        self._guard = threading.Lock()
        self._timer: threading.Timer | None = None
        self._press: Press | None = None
        self._given_up = False

    def answered(self) -> None:
        """An answer is on the disk, and people think about the next one."""
        if self._timer is None and not self._given_up:
            self._timer = threading.Timer(self._after, self._start)
            self._timer.daemon = True
            self._timer.start()

    def take(self) -> Press | None:
        """The press, if there is one that works. Whoever takes it closes it; after the next answer comes another."""
        if self._timer:
            self._timer.cancel()
        with self._guard:
            press, self._press, self._timer = self._press, None, None
        if press and not press.works:
            press.close()
            self._given_up = True
            return None
        return press

    def end(self) -> None:
        """Nothing is started any more, and what was started is gone."""
        self._given_up = True
        if press := self.take():
            press.close()

    def _start(self) -> None:
        from wizard.document.document import SHARED
        from wizard.document.documents import PLAN
        from wizard.document.fonts import folder_of
        from wizard.publishing.press import Press

        with self._guard, suppress(Problem):
            if self._timer and not self._given_up:  # neither taken nor ended while this was about to begin
                self._press = Press(
                    folder_of((PLAN.folder, SHARED)), early=(PLAN.folder, "letter"), quietly=True
                )
        if self._press:
            self._load()
