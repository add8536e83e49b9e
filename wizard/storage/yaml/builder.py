"""From a parser's events to plain data with the place of everything, and all that is wrong on the way.

Loads no YAML library: events are known by the names of their classes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from wizard.errors import MOST_FAULTS, Fault
from wizard.storage.file_text import HIDDEN_IN_ANSWERS, hidden_name

MOST_NODES = 50_000
DEEPEST = 20

Path = tuple[str | int, ...]
Place = tuple[int | None, int | None]  # line and column, both from 1; None where they are not known


@dataclass(frozen=True)
class Marks:
    """Where everything stands in the file. A path that is not there gives the place of its nearest parent."""

    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)

    def key(self, path: Path) -> Place:
        """Where the name of this entry stands; for an item of a list, where the item starts."""
        return self.keys.get(path) or self.value(path)

    def value(self, path: Path) -> Place:
        """Where the value of this entry starts."""
        while path:
            if path in self.values:
                return self.values[path]
            if path in self.keys:
                return self.keys[path]
            path = path[:-1]
        return self.values.get((), (None, None))


@dataclass(frozen=True)
class Document:
    """What a file holds: mappings, lists, text and None; and where."""

    data: dict[str, Any]
    marks: Marks


class Stop(Exception):
    """Reading on would not help."""


class Builder:
    """Puts events together to data, and notes every place and everything that is wrong."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.marks = Marks()
        self.root: Any = None
        self.documents = 0
        self.nodes = 0
        self.path: Path = ()
        self.open: list[dict[str, Any] | list[Any]] = []
        self.key: str | None = None  # the name that waits for its value in the innermost mapping

    def document(self) -> Document:
        return Document(self.root, self.marks)

    def take(self, events: Iterator[Any]) -> None:
        """Reads events to their end, or to where going on would not help."""
        try:
            for event in events:
                kind = type(event).__name__
                mark = event.start_mark
                place = (mark.line + 1, mark.column + 1)
                if kind == "ScalarEvent":
                    self.node(event, place)
                    self.scalar(event, place)
                elif kind in ("MappingStartEvent", "SequenceStartEvent"):
                    self.node(event, place)
                    self.container({} if kind == "MappingStartEvent" else [], place)
                elif kind in ("MappingEndEvent", "SequenceEndEvent"):
                    self.close()
                elif kind == "AliasEvent":
                    self.fault("yaml.anchor", place, sign="*")
                    self.put(None, place, "*")
                elif kind == "DocumentStartEvent":
                    self.begin(place)
        except Stop:
            return
        if not isinstance(self.root, dict) and not self.faults:
            self.fault("yaml.empty" if self.root is None else "yaml.not_a_plan", (1, 1))

    def fault(self, key: str, place: Place, **details: object) -> None:
        self.faults.append(Fault(key, details, self.file, *place))
        if len(self.faults) >= MOST_FAULTS:
            raise Stop

    def begin(self, place: Place) -> None:
        self.documents += 1
        if self.documents > 1:
            self.fault("yaml.second_document", place)
            raise Stop

    def node(self, event: Any, place: Place) -> None:
        """Counts, and finds the signs that plan files do without."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.fault("yaml.too_many", place, most=MOST_NODES)
            raise Stop
        if event.anchor:
            self.fault("yaml.anchor", place, sign="&")
        if event.tag:
            self.fault("yaml.tag", place)

    def scalar(self, event: Any, place: Place) -> None:
        text = event.value
        bare = not event.style  # libyaml says "", PyYAML None
        if hidden := HIDDEN_IN_ANSWERS.search(text):
            self.fault("yaml.hidden", place, character=hidden_name(hidden[0]))
        if bare and text == "<<" and self.is_name():
            self.fault("yaml.merge_key", place)
        self.put(None if bare and text in ("", "~", "null") else text, place, text)

    def is_name(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1], dict) and self.key is None

    def put(self, value: Any, place: Place, text: str) -> None:
        """A name, a value or an item, into what stands open. `text` is what a name is called."""
        if not self.open:
            self.root = value
            self.marks.values[()] = place
            return
        into = self.open[-1]
        if isinstance(into, list):
            self.marks.values.setdefault((*self.path, len(into)), place)
            into.append(value)
        elif self.key is not None:
            if text != "":  # where nothing stands, the name's place is the place
                self.marks.values.setdefault((*self.path, self.key), place)
            into.setdefault(self.key, value)
            self.key = None
        else:
            self.name(into, text, place)

    def name(self, into: dict[str, Any], text: str, place: Place) -> None:
        path = (*self.path, text)
        if not text:
            self.fault("yaml.no_name", place)
        elif path in self.marks.keys and text in into:
            self.fault("yaml.twice", place, name=shortened(text), first=self.marks.keys[path][0])
        self.marks.keys.setdefault(path, place)
        self.key = text

    def container(self, value: dict[str, Any] | list[Any], place: Place) -> None:
        if self.is_name():
            self.fault("yaml.name_is_list", place)
            raise Stop
        if len(self.open) >= DEEPEST:
            self.fault("yaml.too_deep", place, most=DEEPEST)
            raise Stop
        if self.open:
            into = self.open[-1]
            step: str | int = len(into) if isinstance(into, list) else self.key or ""
            self.put(value, place, "[")
            self.path = (*self.path, step)
        else:
            self.put(value, place, "")
        self.open.append(value)

    def close(self) -> None:
        self.open.pop()
        self.path = self.path[:-1]


def shortened(name: str) -> str:
    """A name of somebody else's as a sentence can hold it."""
    return name if len(name) <= 40 else name[:39] + "…"
