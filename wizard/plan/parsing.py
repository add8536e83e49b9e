"""Data from a file held against the plan: the fitted values, and everything that does not fit, by its place."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from wizard.errors import nearest
from wizard.plan.misfits import Misfit, Step, adapter, validated
from wizard.plan.order import Shape
from wizard.plan.plan import Plan
from wizard.plan.slots import LIST_OF_ITEMS, slots

Entries = Mapping[str, Collection[str]]  # the ids of a list's entries, by the path of the list
GRID_STEPS = {"column": 1, "grid": 2}


def fitted(
    data: Mapping[str, Any], around: Mapping[str, Any] | None = None
) -> tuple[dict[str, Any], list[Misfit]]:
    """The plan's data as a draft holds it, and the misfits, up to fifty; with misfits the data is not to be used.

    `around` are the `entries_of` the plan that the data will be a part of: it may point at them.
    """
    plan: Plan
    plan, misfits = validated(adapter(Plan), data, _names)
    if misfits:
        return {}, misfits
    held = plan.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    around = around or {}
    return _without_empty(held, ""), [*_twice(held, around), *_dangling(held, around)]


def shape() -> Shape:
    """Every name of the plan in its own order, as plain data."""
    whole: Shape = {}
    for path, slot in slots().items():
        here: Any = whole
        *way, last = path.split(".")
        for step in way:
            here = here[step[:-2]][0] if step.endswith("[]") else here.setdefault(step, {})
        here[last] = [{}] if slot.shape == LIST_OF_ITEMS else None
    return whole


def _names(path: tuple[Step, ...]) -> Collection[str]:
    """The names that may stand in an entry; one that is no place of the plan holds words of one's own."""
    prefix = ""
    for step in path:
        prefix = f"{prefix[:-1]}[]." if isinstance(step, int) else f"{prefix}{step}."
    names = _names_behind(prefix)
    return [*names, "id"] if names and prefix.endswith("[].") else names or ["other"]


@cache
def _names_behind(prefix: str) -> list[str]:
    """The names that stand right behind a prefix, in the plan's order."""
    names = (
        path[len(prefix) :].split(".")[0].removesuffix("[]") for path in slots() if path.startswith(prefix)
    )
    return list(dict.fromkeys(names))


def _lists(data: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], list[dict[str, Any]]]]:
    for path, slot in slots().items():
        if slot.shape == LIST_OF_ITEMS:
            steps = tuple(path.split("."))
            here: Any = data
            for step in steps:
                here = here.get(step, {})
            if here:
                yield steps, here


def entries_of(*plans: Mapping[str, Any]) -> dict[str, Any]:
    """The ids of all entries in several plans' data, in the plan's own shape; the data may not fit yet."""
    found: dict[str, Any] = {}
    for path, slot in slots().items():
        if slot.shape == LIST_OF_ITEMS:
            *way, last = path.split(".")
            here = found
            for step in way:
                here = here.setdefault(step, {})
            ids = dict.fromkeys(ident for plan in plans for ident in _ids(plan, path))
            here[last] = [{"id": ident} for ident in ids]
    return found


def _twice(data: Mapping[str, Any], around: Mapping[str, Any]) -> Iterator[Misfit]:
    homes: dict[str, set[tuple[str, ...]]] = {}
    for steps, items in _lists(around):
        for item in items:
            homes.setdefault(item["id"], set()).add(steps)
    seen: set[str] = set()
    for steps, items in _lists(data):
        for at, item in enumerate(items):
            if item["id"] in seen or homes.get(item["id"], {steps}) - {steps}:
                yield Misfit("unfit.id_twice", (*steps, at, "id"), {"id": item["id"]})
            seen.add(item["id"])


def _dangling(data: Mapping[str, Any], around: Mapping[str, Any]) -> Iterator[Misfit]:
    known: dict[str, set[str]] = {}
    for way, items in (*_lists(data), *_lists(around)):
        known.setdefault(".".join(way), set()).update(item["id"] for item in items)
    for path, slot in slots().items():
        if not slot.refers:
            continue
        there = set().union(*(known.get(listing, set()) for listing in slot.refers))
        for steps, value in _values(data, path):
            for ident in value if isinstance(value, list) else [value]:
                if ident not in there:
                    yield Misfit("unfit.refers_nowhere", steps, {"id": ident, "list": slot.refers[0]})


def _values(data: Any, path: str) -> Iterator[tuple[tuple[Step, ...], Any]]:
    listing, _, name = path.rpartition("[].")
    here = data
    steps = (listing or path).split(".")
    for step in steps:
        here = here.get(step) if isinstance(here, Mapping) else None
    if here is None:
        return
    if not listing:
        yield tuple(steps), here
        return
    for at, item in enumerate(here):
        if item.get(name) is not None:
            yield (*steps, at, name), item[name]


def _without_empty(data: dict[str, Any], prefix: str) -> dict[str, Any]:
    """Groups and lists of items with nothing in them are holes; a choice of nothing is an answer."""
    result = {}
    for name, value in data.items():
        path = f"{prefix}{name}"
        group = isinstance(value, dict) and set(value) != {"other"}
        kept = _without_empty(value, f"{path}.") if group else value
        if kept != {} and not (kept == [] and slots()[path].shape == LIST_OF_ITEMS):
            result[name] = kept
    return result


def is_place(place: str, entries: Entries) -> bool:
    """Whether an open point can stand there: a slot, a cell of a grid, a list, an entry that is there, its field."""
    if place in slots():
        return "[]" not in place
    for path, slot in slots().items():
        if not place.startswith(f"{path}."):
            continue
        rest = place[len(path) + 1 :]
        if slot.shape == LIST_OF_ITEMS:
            ident, dot, name = rest.partition(".")
            return ident in entries[path] and (not dot or f"{path}[].{name}" in slots())
        if steps := GRID_STEPS.get(slot.shape):
            return re.fullmatch(rf"[a-z0-9_]{{1,80}}(\.[a-z0-9_]{{1,80}}){{{steps - 1}}}", rest) is not None
    return False


def nearest_place(place: str, entries: Entries) -> str:
    """The place that was meant, where one is near."""
    for path, ids in entries.items():
        if place.startswith(f"{path}."):
            ident, dot, name = place[len(path) + 1 :].partition(".")
            ident = ident if ident in ids else nearest(ident, ids)
            name = nearest(name, _fields(path))
            return f"{path}.{ident}{dot}{name}" if ident and (name or not dot) else ""
    return nearest(place, [path for path in slots() if "[]" not in path])


def nearest_list(path: str) -> str | None:
    """None where the path is a list of entries, otherwise the list that was meant, where one is near."""
    lists = [known for known, slot in slots().items() if slot.shape == LIST_OF_ITEMS]
    return None if path in lists else nearest(path, lists)


def _fields(path: str) -> list[str]:
    return [known.removeprefix(f"{path}[].") for known in slots() if known.startswith(f"{path}[].")]


def entry_ids(data: Mapping[str, Any]) -> Entries:
    """The ids of all entries in data that may not fit yet."""
    return {
        path: dict.fromkeys(_ids(data, path)) for path, slot in slots().items() if slot.shape == LIST_OF_ITEMS
    }


def _ids(data: Mapping[str, Any], path: str) -> list[str]:
    """The ids of a list in data that may not fit yet."""
    here: Any = data
    for step in path.split("."):
        here = here.get(step) if isinstance(here, Mapping) else None
    entries = here if isinstance(here, list) else []
    ids = [each.get("id") for each in entries if isinstance(each, Mapping)]
    return [ident for ident in ids if isinstance(ident, str)]
