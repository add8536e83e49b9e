"""Words that are not an answer yet: kept on every key, and offered on their page when one comes back."""

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from wizard.sitting import ways


class KeepsWords(Protocol):
    """Where half-written words outlive the program: those of one place at a time."""

    def typing(self, place: str, text: str) -> None:
        """Keeps the unfinished text of a place."""
        ...

    def typed(self) -> None:
        """The text is finished, or was given up."""
        ...

    def left_over(self) -> tuple[str, str] | None:
        """The place and text that were unfinished when the last sitting ended."""
        ...


class HalfWritten:
    """The words by their place, the newest first. `held` gives a place's answer, which is not half-written."""

    def __init__(self, keep: KeepsWords, held: Callable[[str], Any]) -> None:
        self._keep = keep
        self._held = held
        self._words: dict[str, str] = {}  # the newest last
        if left := keep.left_over():
            self._put(*left)

    def __iter__(self) -> Iterator[str]:
        return reversed(self._words)

    def at(self, place: str) -> str | None:
        """The words of a place."""
        return self._words.get(place)

    def write(self, place: str, text: str) -> None:
        """Keeps what stands in the prompt of a place now; a way such as /back is no words."""
        self._put(place, text)
        self.keep_newest()

    def finish(self, place: str) -> None:
        """The words became an answer, or were given up. They are kept until that is saved."""
        self._words.pop(place, None)

    def keep_newest(self) -> None:
        """Keeps what was written last, or that there is nothing."""
        newest = next(iter(self), None)
        if newest is None:
            self._keep.typed()
        else:
            self._keep.typing(newest, self._words[newest])

    def _put(self, place: str, text: str) -> None:
        self._words.pop(place, None)
        if text and not ways.is_unknown(text) and text != self._held(place):
            self._words[place] = text
