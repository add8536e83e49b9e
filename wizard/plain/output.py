"""What is written out: line by line, wrapped between words, and nothing in it that a terminal would obey."""

import os
import unicodedata
from collections.abc import Iterator
from typing import TextIO

from wizard.formatting.wrap import line, plain
from wizard.plain.signals import Ended
from wizard.sitting.ask import Leave

WIDTH = 80  # columns, also where no terminal says how wide it is
NARROWEST = 20  # of a terminal that says nothing sensible


class Output:
    """Writes to one stream. Raises Ended when nobody is there to read any more."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._has_spoken = False

    def say(self, text: str) -> None:
        """A text, wrapped; its own line breaks stay."""
        width = _width(self._stream)
        self.whole("\n".join(row for each in plain(text).split("\n") for row in wrapped(each, width)))

    def whole(self, text: str) -> None:
        """A text as it is: the place of a file must not be broken."""
        self._write(plain(text) + "\n")

    def gap(self) -> None:
        """A blank line between one page and the next."""
        if self._has_spoken:
            self._write("\n")

    def prompt(self, text: str) -> None:
        """What stands before the place to type."""
        self._write(line(text) + " " if text else "")
        self.flush()

    def letters(self, text: str) -> None:
        """What was typed, or what takes it back; it was made safe where it was read."""
        self._write(text)
        self.flush()

    def flush(self) -> None:
        """Before anything waits."""
        if self._stream is not None:
            try:
                self._stream.flush()
            except OSError:
                raise Ended(Leave(by_signal=True)) from None

    def _write(self, text: str) -> None:
        self._has_spoken = True
        if self._stream is not None:
            try:
                self._stream.write(text)
            except OSError:
                raise Ended(Leave(by_signal=True)) from None


def _width(stream: TextIO | None) -> int:
    """The columns of a narrow terminal, so that it breaks no word itself; a window may have been changed."""
    try:
        columns = os.get_terminal_size(stream.fileno()).columns if stream else WIDTH
    except (OSError, ValueError):  # a pipe, or a stream that was closed
        return WIDTH
    return min(columns, WIDTH) if columns >= NARROWEST else WIDTH


def wrapped(paragraph: str, width: int = WIDTH) -> Iterator[str]:
    """The rows of a paragraph. A word that is too long, such as the place of a file, stays whole."""
    row, used = "", 0
    indent = " " * (len(paragraph) - len(paragraph.lstrip(" ")))
    for word in paragraph.split():
        size = cells(word)
        if row and used + 1 + size > width:
            yield row
            row = ""
        row = f"{row} {word}" if row else indent + word
        used = cells(row)
    yield row


def cells(text: str) -> int:
    """How many columns a text takes; near enough, and without a terminal library."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    return len(text) + wide - sum(bool(unicodedata.combining(each)) for each in text)
