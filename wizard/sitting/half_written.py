"""Words that are not an answer yet: kept on every key, and offered on their page when one comes back.

A page that is reached from a question has a place of its own, the question's with ? and a name behind it: what was
answered on the pages of one form is kept page by page, until the form is done.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from wizard.sitting import ways


class KeepsWords(Protocol):
    """Where half-written words outlive the program."""

    def typing(self, texts: Mapping[str, str]) -> None:
        """Keeps the unfinished texts by their place, the newest last, instead of those before."""
        ...

    def left_over(self) -> dict[str, str]:
        """The texts by place that were unfinished when the last sitting ended."""
        ...


class HalfWritten:
    """The words by their place, the newest first. `held` gives a place's answer, which is not half-written."""

    def __init__(self, keep: KeepsWords, held: Callable[[str], Any]) -> None:
        self._keep = keep
        self._held = held
        self._words: dict[str, str] = {}  # the newest last
        self._put_aside: set[str] = set()  # places whose form was left by going back
        for place, text in keep.left_over().items():
            self._put(place, text)

    def __iter__(self) -> Iterator[str]:
        return reversed(self._words)

    def at(self, place: str) -> str | None:
        """The words of a place."""
        return self._words.get(place)

    def write(self, place: str, text: str) -> None:
        """Keeps what stands in the prompt of a place now; a way such as /back is no words."""
        self._put(place, text)
        self._put_aside.discard(place.partition("?")[0])
        self.keep_all()

    def form(self, place: str) -> str:
        """Which page of a form the newest words of a place belong to; empty where there is none to go on with."""
        newest = next((each for each in self if each.partition("?")[0] == place), "")
        return "" if place in self._put_aside else newest.partition("?")[2]

    def put_aside(self, place: str) -> None:
        """The form of a place was left by going back: its words are kept, and it opens no more by itself."""
        self._put_aside.add(place)

    def finish(self, place: str) -> None:
        """The words of a place and of its form became an answer, or were given up; kept until that is saved."""
        for each in [each for each in self if each == place or each.startswith(f"{place}?")]:
            del self._words[each]

    def keep_all(self) -> None:
        """Keeps all that is not finished, or that there is nothing."""
        self._keep.typing(self._words)

    def _put(self, place: str, text: str) -> None:
        self._words.pop(place, None)
        if text and not ways.is_unknown(text) and text != self._held(place):
            self._words[place] = text
