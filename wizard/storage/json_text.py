"""Strict JSON, read as plan files are: every value is text, with the place of everything, or all that is wrong."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from json import JSONDecodeError, JSONDecoder

from wizard.errors import Fault, Faults
from wizard.storage.file_text import text_of
from wizard.storage.yaml.builder import Builder, Document

_STRINGS = JSONDecoder()
_BLANK = re.compile(r"[ \t\n]*")
_PLAIN = re.compile(r"true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")


@dataclass(frozen=True)
class Mark:
    """Line and column, both from 0, as a YAML parser counts them."""

    line: int
    column: int


@dataclass(frozen=True)
class Event:
    """What the builder knows of every event. JSON has neither anchors nor tags."""

    start_mark: Mark
    anchor: str | None = None
    tag: str | None = None


@dataclass(frozen=True)
class ScalarEvent(Event):
    """A text, with quotes for its style, or a number, `true`, `false` or `null` as it is written."""

    value: str = ""
    style: str | None = None


class MappingStartEvent(Event):
    """`{`"""


class MappingEndEvent(Event):
    """`}`"""


class SequenceStartEvent(Event):
    """`[`"""


class SequenceEndEvent(Event):
    """`]`"""


class NotJson(Exception):
    """Reading broke off at an offset."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def read(raw: bytes, file: str = "") -> Document:
    """The data of a JSON file. Raises Faults with everything that is wrong, in the order of the file."""
    text, faults = text_of(raw, file)
    if text is None:
        raise Faults(faults)
    builder = Builder(file)
    reading = _Reading(text)
    try:
        builder.take(reading.events() if text.strip() else iter(()))
    except NotJson as broke_off:
        mark = reading.mark(broke_off.at)
        builder.faults.append(Fault("json.not_understood", {}, file, mark.line + 1, mark.column + 1))
    faults += builder.faults
    if faults:
        raise Faults(sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0)))
    return builder.document()


class _Reading:
    """One text on its way to events. How deep it goes is for the builder to stop."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def mark(self, at: int) -> Mark:
        line = bisect_right(self.starts, at) - 1
        return Mark(line, at - self.starts[line])

    def events(self) -> Iterator[Event]:
        yield from self.value()
        if self.sign():
            raise NotJson(self.at)

    def sign(self) -> str:
        """The next sign that is no blank, without going past it; empty at the end."""
        blank = _BLANK.match(self.text, self.at)
        self.at = blank.end() if blank else self.at
        return self.text[self.at : self.at + 1]

    def past(self, sign: str) -> None:
        if self.sign() != sign:
            raise NotJson(self.at)
        self.at += 1

    def value(self) -> Iterator[Event]:
        match self.sign():
            case "{":
                yield from self.members()
            case "[":
                yield from self.entries()
            case '"':
                yield self.quoted()
            case _:
                yield self.plain()

    def members(self) -> Iterator[Event]:
        yield MappingStartEvent(self.mark(self.at))
        self.at += 1
        more = self.sign() != "}"
        while more:
            if self.sign() != '"':
                raise NotJson(self.at)
            yield self.quoted()
            self.past(":")
            yield from self.value()
            more = self.sign() == ","
            self.at += more
        yield MappingEndEvent(self.mark(self.at))
        self.past("}")

    def entries(self) -> Iterator[Event]:
        yield SequenceStartEvent(self.mark(self.at))
        self.at += 1
        more = self.sign() != "]"
        while more:
            yield from self.value()
            more = self.sign() == ","
            self.at += more
        yield SequenceEndEvent(self.mark(self.at))
        self.past("]")

    def quoted(self) -> ScalarEvent:
        """Ends of lines as other systems write them become line feeds, as in an answer that is typed."""
        start = self.at
        try:
            value, self.at = _STRINGS.raw_decode(self.text, start)
        except JSONDecodeError as trouble:
            raise NotJson(trouble.pos) from None
        value = value.replace("\r\n", "\n").replace("\r", "\n")
        return ScalarEvent(self.mark(start), value=value, style='"')

    def plain(self) -> ScalarEvent:
        found = _PLAIN.match(self.text, self.at)
        if found is None:
            raise NotJson(self.at)
        self.at = found.end()
        return ScalarEvent(self.mark(found.start()), value=found[0])
