"""The words being typed in the current question, kept on every change, so that a closed window costs none."""

import contextlib
import json
import os
import threading
from pathlib import Path

from wizard.storage import atomic

NAME = "unfinished.json"
MOST_BYTES = 1_000_000
EVERY_SECONDS = 0.5  # at most so often is the disk itself made to remember


class Unfinished:
    """What is being typed, in a plan's private folder. Nothing here ever stands in the way of typing.

    A change is written and renamed before `keep` returns, which outlives the process; a thread flushes it to
    the disk a little later, which outlives the machine. `folder` is None where there is no private folder.
    """

    def __init__(self, folder: Path | None, every: float = EVERY_SECONDS) -> None:
        self.path = folder / NAME if folder else None
        self.every = every
        self.trouble: OSError | None = None  # the first refusal, for one sentence at a quiet moment
        self._changed = threading.Event()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def keep(self, place: str, text: str) -> None:
        """Keeps the text typed so far at a place in the plan, instead of what was kept before."""
        if self.path is None:
            return
        try:
            atomic.replace_soon(self.path, json.dumps({"place": place, "text": text}).encode())
        except OSError as trouble:
            self.trouble = self.trouble or trouble
            return
        self._changed.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._flush_now_and_then, daemon=True, name="unfinished")
            self._thread.start()

    def done(self) -> None:
        """Forgets what was kept: it has become an answer, or was given up."""
        self._changed.clear()
        if self.path is None:
            return
        try:
            self.path.unlink(missing_ok=True)
        except OSError as trouble:
            self.trouble = self.trouble or trouble

    def left_over(self) -> tuple[str, str] | None:
        """The place and text of a sitting that ended in mid-sentence."""
        if self.path is None:
            return None
        try:
            with self.path.open("rb") as file:
                kept = json.loads(file.read(MOST_BYTES))
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(kept, dict):
            return None
        place, text = kept.get("place"), kept.get("text")
        return (place, text) if isinstance(place, str) and isinstance(text, str) and text else None

    def close(self) -> None:
        """Ends the thread; what is kept stays."""
        self._ended.set()
        self._changed.set()
        if self._thread is not None:
            self._thread.join(timeout=2)
            self._thread = None

    def _flush_now_and_then(self) -> None:
        while not self._ended.is_set():
            self._changed.wait()
            self._changed.clear()
            if self.path is not None:
                with contextlib.suppress(OSError):  # gone meanwhile, or a disk that cannot: typing goes on
                    _flush(self.path)
            self._ended.wait(self.every)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
