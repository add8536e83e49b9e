"""The words that are no answer yet, each at its place, kept on every change: a closed window costs none."""

import contextlib
import json
import os
import threading
from collections.abc import Mapping
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

    def keep(self, texts: Mapping[str, str]) -> None:
        """Keeps the unfinished texts by their place in the plan, the newest last, instead of what was kept before."""
        if self.path is None:
            return
        try:
            if not texts:
                self._changed.clear()
                self.path.unlink(missing_ok=True)
                return
            atomic.replace_soon(self.path, json.dumps({"texts": dict(texts)}).encode())
        except OSError as trouble:
            self.trouble = self.trouble or trouble
            return
        self._changed.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._flush_now_and_then, daemon=True, name="unfinished")
            self._thread.start()

    def left_over(self) -> dict[str, str]:
        """What a sitting left that ended in mid-sentence: texts by their place, the newest last."""
        if self.path is None:
            return {}
        try:
            with self.path.open("rb") as file:
                kept = json.loads(file.read(MOST_BYTES))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(kept, dict):
            return {}
        texts = kept.get("texts", {kept.get("place"): kept.get("text")})  # one text, as it was kept until 0.2
        if not isinstance(texts, dict):
            return {}
        return {
            place: text
            for place, text in texts.items()
            if isinstance(place, str) and isinstance(text, str) and text
        }

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
