"""A draft laid flat: each answer, entry, open point and accepted check by its own place."""

from collections.abc import Iterator, Mapping
from typing import Any

from wizard.plan.slots import LIST_OF_ITEMS, Slot, slots
from wizard.storage.draft import Draft, is_within

Key = tuple[str, str]  # a kind (answer, entry, complete, point, check, path), and a place in the plan
Flat = dict[Key, Any]  # in the order of the plan, within a list in the order of its entries


def flattened(draft: Draft) -> Flat:
    """All that a draft holds. An entry and a list called complete are `True`; a grid goes cell by cell."""
    found: Flat = {("path", ""): draft.path} if draft.path else {}
    for path, slot in slots().items():
        if slot.shape == LIST_OF_ITEMS:
            for item in draft.items(path):
                found["entry", f"{path}.{item['id']}"] = True
                fields = {name: value for name, value in item.items() if name != "id"}
                found |= {("answer", f"{path}.{item['id']}.{name}"): value for name, value in fields.items()}
        elif "[]" not in path and (value := draft.get(path)) is not None:
            found |= {("answer", place): each for place, each in _cells(slot, path, value)}
    found |= {("complete", path): True for path in draft.complete}
    found |= {("point", point.at): point for point in draft.open_points}
    for check in draft.accepted_checks:
        found[_check_key(check, found)] = check
    return found


def list_and_id(place: str) -> tuple[str, str]:
    """`goals.items.goal-k3f9` → `goals.items`, `goal-k3f9`."""
    path, _, ident = place.rpartition(".")
    return path, ident


def under(held: Mapping[Key, Any], entry: str) -> Flat:
    """What a draft holds of one entry: it, its answers, its open points and accepted checks."""
    return {key: value for key, value in held.items() if is_within(_place(key), entry)}


def _cells(slot: Slot, path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if slot.shape == "grid":
        for row, cells in value.items():
            yield from ((f"{path}.{row}.{column}", cell) for column, cell in cells.items())
    elif slot.shape == "column":
        yield from ((f"{path}.{row}", cell) for row, cell in value.items())
    else:
        yield path, value


def _check_key(check: Mapping[str, str], found: Flat) -> Key:
    """The same check may have been accepted twice at one place; the second is another piece."""
    place = f"{check.get('at', '')} {check['check']}"
    while ("check", place) in found:
        place += "+"
    return "check", place


def _place(key: Key) -> str:
    kind, place = key
    return place.rpartition(" ")[0] if kind == "check" else place
