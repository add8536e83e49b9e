"""Numbers and dates in a file of answers, read as people write them; what was read otherwise is kept to be said."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from wizard.errors import Offered, Unfit
from wizard.plan.slots import SIMPLE, slots
from wizard.storage.draft import Draft

Steps = tuple[str | int, ...]
# The value a text means at a slot, or None where it stands as a plan file has it. Raises Unfit.
Read = Callable[[Draft, str, str], Any]

LEFT_TO_THE_PLAN = ("unfit.date", "unfit.date_year", "unfit.number")  # it has its own sentences for these


@dataclass(frozen=True)
class Understood:
    """A text that was read in another form than it was written in: where, and what it was taken for."""

    steps: Steps
    text: str
    value: Any


@dataclass(frozen=True)
class NotClear:
    """A text that may mean one thing or another: the sentence that asks."""

    steps: Steps
    key: str
    details: dict[str, object]


def understood(data: dict[str, Any], plan: Draft, read: Read) -> Iterator[Understood | NotClear]:
    """Puts what is meant in the place of texts for numbers and dates, nothing where it is not clear; says each."""
    known = plan.snapshot()
    for path, slot in slots().items():
        if slot.shape != SIMPLE or slot.keys or slot.refers or slot.base not in (int, date, int | float):
            continue
        for holder, name, steps in _holders(data, path):
            if isinstance(holder[name], str) and (found := _found(read, known, path, holder[name], steps)):
                holder[name] = found.value if isinstance(found, Understood) else None
                yield found
            if len(steps) == path.count(".") + 1:
                _keep(known, path, holder[name])


def _found(read: Read, plan: Draft, path: str, text: str, steps: Steps) -> Understood | NotClear | None:
    """What a text means where it is not written as a plan file has it, or why that cannot be told."""
    try:
        value = read(plan, path, text)
    except Offered as offered:
        return NotClear(steps, "fill.offered", {"offer": offered.offer})
    except Unfit as unfit:
        return None if unfit.key in LEFT_TO_THE_PLAN else NotClear(steps, unfit.key, unfit.details)
    return None if value is None else Understood(steps, text, value)


def place_of(data: Any, steps: Steps) -> str:
    """Steps into a file as a place in the plan: an entry is known by its id."""
    names = []
    for step in steps:
        data = data[step]
        names.append(str(data["id"]) if isinstance(step, int) else step)
    return ".".join(names)


def _holders(data: Any, path: str) -> Iterator[tuple[Any, str, Steps]]:
    """What holds the value at a path, by which name, and the steps to it: once, or for each entry of a list."""
    listing, _, name = path.rpartition("[].")
    *way, last = (listing or path).split(".")
    for step in way:
        data = data.get(step) if isinstance(data, Mapping) else None
    if not isinstance(data, Mapping) or last not in data:
        return
    if not listing:
        yield data, last, (*way, last)
        return
    entries = data[last] if isinstance(data[last], list) else []
    for at, entry in enumerate(entries):
        if isinstance(entry, Mapping) and name in entry:
            yield entry, name, (*way, last, at, name)


def _keep(known: Draft, path: str, value: Any) -> None:
    """What a file says of the plan's days counts for the dates behind it."""
    try:
        known.put(path, slots()[path].fit(value))
    except Unfit:
        return
