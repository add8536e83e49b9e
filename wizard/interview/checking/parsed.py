"""A flow file in the shapes of a flow: what does not fit is said and left out, so that the rest can be checked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, get_origin

from wizard.errors import Fault, nearest
from wizard.interview.checking.fault import Spot
from wizard.interview.flow import NESTED, Card, Choices, Outline, Section
from wizard.storage.yaml.text import Document, Path

if TYPE_CHECKING:
    from pydantic import ValidationError

LISTS = dict[str, Choices]  # choices.yaml


class Entry(dict[str, Any]):
    """Names and values, and the way to them in the file, which stays the same when others are left out."""

    path: Path = ()


@dataclass(frozen=True)
class Slip:
    """One thing that does not fit: the entries around it, and the steps to it from the last (none where it is missing).

    `known` is what that entry may hold, `near` the name that one nobody knows may stand for.
    """

    kind: str
    name: str
    around: tuple[Entry, ...]
    steps: Path
    known: dict[str, Field[Any]]
    near: str = ""

    @property
    def entry(self) -> Entry:
        return self.around[-1]

    @property
    def path(self) -> Path:
        """Where it stands in the file."""
        return (*self.entry.path, *("from" if step == "from_" else step for step in self.steps))


@dataclass
class Shaped:
    """`value` is a `target` made of `data`, with holes where something did not fit.

    `doubts` are the names that cannot be relied on, by the path of their entry; `heard` is every word left out.
    """

    target: Any
    document: Document
    file: str
    data: Entry
    value: Any = None
    faults: list[Fault] = field(default_factory=list)
    doubts: dict[Path, set[str]] = field(default_factory=dict)
    heard: set[str] = field(default_factory=set)

    def spot(self, entry: Entry, name: str) -> Spot:
        """Where the name that tells an entry from others has its value; where the entry starts, if it has none."""
        place = self.document.marks.value((*entry.path, name))
        return Spot(self.file, *place, frozenset(self.doubts.get(entry.path, ())))


def words_in(text: object) -> set[str]:
    """Every id, path, key and word."""
    return set(re.findall(r"[\w.-]+(?:\[][\w.]*)*", str(text)))


def shaped(target: Any, document: Document, file: str) -> Shaped:
    """Nothing is raised. `target` is Outline, Section or LISTS."""
    from pydantic import ValidationError

    found = Shaped(target, document, file, _entries(document.data))
    guessed = set[tuple[Path, str]]()  # nothing more is said about a name that was only guessed
    while True:
        try:
            found.value = _adapter(target).validate_python(found.data)
            return found
        except ValidationError as error:
            slips = [_slip(found, kind, way) for kind, way in _ways(found, error)]
        guessed |= {(slip.entry.path, slip.near) for slip in slips if slip.near}
        for slip in reversed(slips):  # from the back, so that the numbers of what is left stay right
            is_guess = (slip.entry.path, slip.name) in guessed
            if not is_guess:
                _say(found, slip)
            if not (is_guess and slip.kind == "missing"):
                _mend(found, slip)


@cache
def _adapter(target: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(target)


def _entries(data: Any, path: Path = ()) -> Any:
    """A copy that may be changed. `from` is a word of Python's own."""
    if isinstance(data, Mapping):
        entry = Entry({_own(key): _entries(value, (*path, key)) for key, value in data.items()})
        entry.path = path
        return entry
    return [_entries(each, (*path, at)) for at, each in enumerate(data)] if isinstance(data, list) else data


def _own(step: Any) -> Any:
    return "from_" if step == "from" else step


def _at(data: Any, way: tuple[Any, ...]) -> Any:
    for step in way:
        data = data[step]
    return data


def _ways(found: Shaped, error: "ValidationError") -> Iterator[tuple[str, Path]]:
    """What is wrong, and the way to it.

    `options` are a list or the name of one: of the two, what is said about the other way to write them is left out.
    """
    for each in error.errors(include_input=False, include_url=False):
        kind, loc = each["type"], each["loc"]
        at = loc.index("options") + 1 if found.target is Section and "options" in loc else len(loc)
        if at < len(loc):
            is_name = not isinstance(_at(found.data, loc[:at]), list | dict)
            if (loc[at] == "str") is not is_name:
                continue
            loc = (*loc[:at], *loc[at + 1 :])
        yield kind, loc


def _slip(found: Shaped, kind: str, way: Path) -> Slip:
    here: Any = found.data
    around, start = list[Entry](), 0
    for at, step in enumerate(way):
        if isinstance(here, Entry):
            around, start = [*around, here], at
        if at < len(way) - 1:
            here = here[step]
    known = _known(found.target, way[:start])
    if kind == "missing":
        return Slip(kind, str(way[-1]), tuple(around), (), known)
    free = [each.removesuffix("_") for each in known if each not in around[-1]]
    near = nearest(str(way[-1]), free) if kind == "unexpected_keyword_argument" else ""
    return Slip(kind, str(way[-1]), tuple(around), way[start:], known, near)


def _known(target: Any, way: Path) -> dict[str, Field[Any]]:
    """What the entry at the end of a way may hold, by name; nothing where any name is a list of choices."""
    names = [step for step in (way[1:] if target is LISTS else way) if isinstance(step, str)]
    if target is LISTS and not way:
        return {}
    kind = NESTED[names[-1]] if names else Choices if target is LISTS else target
    return {each.name: each for each in fields(kind)}


def _say(found: Shaped, slip: Slip) -> None:
    place = found.document.marks.key(slip.path) if slip.path else (1, 1)
    details: dict[str, object] = {"name": slip.name, "near": slip.near}
    found.faults.append(Fault(f"flows.shape.{slip.kind}", details, found.file, *place, _ident(found, slip)))
    for entry in slip.around:
        found.doubts.setdefault(entry.path, set()).update((slip.name, slip.near))
    found.doubts[slip.entry.path].update(step for step in slip.steps if isinstance(step, str))


def _ident(found: Shaped, slip: Slip) -> str:
    """The id of the part or question it is about; else the name that stands at the edge of the file."""
    ids = [ident for entry in slip.around if isinstance(ident := entry.get("id"), str) and ident]
    if ids:
        return ids[-1]
    if found.target in (LISTS, Outline):
        return str(slip.path[0] if slip.path else slip.name)
    return found.file.removesuffix(".yaml")


def _mend(found: Shaped, slip: Slip) -> None:
    """Puts the name that was meant, leaves out what does not fit, and puts something empty where it is needed."""
    entry = slip.entry
    if slip.near and _own(slip.near) not in entry:
        entry[_own(slip.near)] = entry.pop(slip.name)
        return
    if slip.kind != "missing":
        into = _at(entry, slip.steps[:-1])
        found.heard |= words_in(f"{slip.name} {into.pop(slip.steps[-1])}")
    wanted = slip.known.get(slip.name)
    if wanted and wanted.default is MISSING and wanted.name not in entry:
        entry[wanted.name] = _empty(wanted.type)


def _empty(kind: Any) -> Any:
    if kind is Card:
        return {"title": "", "text": ""}
    return [] if get_origin(kind) is tuple else "0" if kind is float else ""
