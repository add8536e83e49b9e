"""Two drafts of one plan made into one: by entry id and field, never by position, and nothing silently.

With the draft that both came from, what only one side changed is taken. Without it, what only one side has is kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from wizard.plan.slots import LIST_OF_ITEMS, slots
from wizard.storage.draft import Draft, OpenPoint, refers, without
from wizard.storage.merging.conflict import Conflict, Lost, Own, losses
from wizard.storage.merging.flat import Flat, flattened, list_and_id, under


@dataclass(frozen=True)
class Merged:
    """The one draft, with what `a` says wherever there is a conflict, and the conflicts in the plan's order.

    `lost` are answers that pointed at an entry which one side took away, `entries` all that either or the base has.
    """

    draft: Draft
    conflicts: list[Conflict] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    entries: frozenset[str] = frozenset()


def merge(a: Draft, b: Draft, base: Draft | None = None) -> Merged:
    """Of entries that both sides added at the same spot, those of `a` stand first; the rest keeps its order."""
    before, ours, theirs = (flattened(base) if base else {}), flattened(a), flattened(b)
    wanted, wanted_there = _still_wanted(before, ours, theirs), _still_wanted(before, theirs, ours)
    conflicts = [Conflict(("entry", place), None, True) for place in wanted]
    conflicts += [Conflict(("entry", place), True, None) for place in wanted_there]
    ours, theirs = (
        _brought_back(before, ours, theirs, wanted),
        _brought_back(before, theirs, ours, wanted_there),
    )
    kept, differing = _three_way(before, ours, theirs)
    opposed = list(_answered_and_open(kept, differing, ours, theirs))
    places = {conflict.key[1] for conflict in opposed}
    conflicts += [
        *opposed,
        *(each for each in differing if each.key[0] == "path" or each.key[1] not in places),
    ]
    order = {key: at for at, key in enumerate({**ours, **theirs})}
    conflicts.sort(key=lambda conflict: order[conflict.key])
    draft = a.snapshot()
    _take_entries(draft, kept, _orders(a, b, base))
    _take_answers(draft, flattened(a), kept)
    _take_rest(draft, kept)
    entries = frozenset(place for kind, place in {**before, **ours, **theirs} if kind == "entry")
    return Merged(draft, conflicts, without_dangling(draft, entries), entries)


def settle(draft: Draft, conflict: Conflict, side: str | Own, note: str = "") -> None:
    """Puts what was chosen into a merged draft: `a`, `b`, `both` where the place takes both, or one's own words.

    `open` takes an entry away and leaves an open point, with the note, wherever something pointed at it.
    """
    kind, place = conflict.key
    value = _chosen(conflict, side)
    pointing = losses(draft, place) if side == "open" else []
    match kind:
        case "answer" if isinstance(value, OpenPoint):
            draft.drop(place)
            draft.leave_open(value)
        case "answer":
            draft.put(place, value)
        case "entry" if value is None:
            path, ident = list_and_id(place)
            if draft.get(place) is not None:
                draft.remove(path, ident)
        case "point":
            draft.open_points = _replaced(draft.open_points, conflict.a, value)
        case "check":
            draft.accepted_checks = _replaced(draft.accepted_checks, conflict.a, value)
        case "path":
            draft.path = value
    for each in pointing:
        draft.leave_open(OpenPoint(each.place, "not_decided", note or None))


def without_dangling(draft: Draft, entries: Iterable[str]) -> list[Lost]:
    """Nothing points at an entry that was there and is gone; says what did."""
    lost = [each for entry in sorted(entries) if draft.get(entry) is None for each in losses(draft, entry)]
    for each in lost:
        draft.put(each.place, without(draft.get(each.place), list_and_id(each.entry)[1]))
    return lost


def _chosen(conflict: Conflict, side: str | Own) -> Any:
    if isinstance(side, Own):
        return side.value
    if side == "open":
        return None
    return conflict.both if side == "both" else conflict.b if side == "b" else conflict.a


def _replaced(held: list[Any], old: Any, new: Any) -> list[Any]:
    if old not in held:
        return [*held, new] if new is not None else held
    at = held.index(old)
    return [*held[:at], *([new] if new is not None else []), *held[at + 1 :]]


def _still_wanted(before: Flat, gone: Flat, there: Flat) -> list[str]:
    """Entries that one side took away while the other worked on them or newly points at them."""
    found = []
    for kind, place in before:
        if kind == "entry" and (kind, place) not in gone and (kind, place) in there:
            ident = list_and_id(place)[1]
            changed = under(there, place) != under(before, place)
            if changed or any(refers(value, ident) for value in _newly_pointing(before, there, ident)):
                found.append(place)
    return found


def _brought_back(before: Flat, gone: Flat, there: Flat, wanted: list[str]) -> Flat:
    """What the side that took entries away holds with them; what pointed at one before does so again."""
    held = dict(gone)
    for place in wanted:
        held |= under(there, place)
    left_out = [place for kind, place in before if kind == "entry" and (kind, place) not in held]
    lost = {key for place in left_out for key in under(before, place)}
    for ident in (list_and_id(place)[1] for place in wanted):
        for key, value in before.items():
            was_taken_back = gone.get(key) == without(value, ident) and key not in lost
            if key[0] == "answer" and refers(value, ident) and was_taken_back:
                held[key] = value
    return held


def _newly_pointing(before: Flat, there: Flat, ident: str) -> Iterator[Any]:
    """Answers where nothing pointed at an entry before."""
    for key, value in there.items():
        if key[0] == "answer" and not refers(before.get(key), ident):
            yield value


def _three_way(before: Flat, ours: Flat, theirs: Flat) -> tuple[Flat, list[Conflict]]:
    kept: Flat = {}
    conflicts = []
    for key in {**ours, **theirs}:
        old, a, b = before.get(key), ours.get(key), theirs.get(key)
        if a == b or b == old:
            value = a
        elif a == old:
            value = b
        else:
            value = a
            conflicts.append(Conflict(key, a, b))
        if value is not None:
            kept[key] = value
    return kept, conflicts


def _answered_and_open(kept: Flat, differing: list[Conflict], ours: Flat, theirs: Flat) -> Iterator[Conflict]:
    """Places that one side answered and the other left open: what `a` says stands until it is settled."""
    for point in dict.fromkeys(
        key for key in (*kept, *(each.key for each in differing)) if key[0] == "point"
    ):
        answer = ("answer", point[1])
        together = any(point in side and answer in side for side in (ours, theirs))
        if answer in kept and not together:
            a, b = (side.get(answer, side.get(point)) for side in (ours, theirs))
            yield Conflict(answer, a, b)
            kept.pop(point if answer in ours else answer, None)


def _take_entries(draft: Draft, kept: Flat, orders: dict[str, list[str]]) -> None:
    for path, order in orders.items():
        here = {item["id"]: item for item in draft.items(path)}
        items = [here.get(ident, {"id": ident}) for ident in order if ("entry", f"{path}.{ident}") in kept]
        if items:
            draft.put(path, items)
        else:
            draft.drop(path)


def _take_answers(draft: Draft, ours: Flat, kept: Flat) -> None:
    for key in {**ours, **kept}:
        kind, place = key
        if kind == "answer" and ours.get(key) != kept.get(key):
            draft.put(place, kept.get(key))


def _take_rest(draft: Draft, kept: Flat) -> None:
    draft.path = kept.get(("path", ""))
    draft.complete = [place for kind, place in kept if kind == "complete"]
    draft.open_points = [value for (kind, _), value in kept.items() if kind == "point"]
    draft.accepted_checks = [value for (kind, _), value in kept.items() if kind == "check"]


def _orders(a: Draft, b: Draft, base: Draft | None) -> dict[str, list[str]]:
    """The ids of every list in the order they will stand in, whether they stay or not."""
    paths = [path for path, slot in slots().items() if slot.shape == LIST_OF_ITEMS]
    found = {}
    for path in paths:
        ours, theirs, was = (
            [item["id"] for item in each.items(path)] if each else [] for each in (a, b, base)
        )
        moved = _in_both(theirs, was) != _in_both(was, theirs) and _in_both(ours, was) == _in_both(was, ours)
        found[path] = _joined_order(theirs, ours) if moved else _joined_order(ours, theirs)
    return {path: order for path, order in found.items() if order}


def _in_both(ids: list[str], others: list[str]) -> list[str]:
    return [ident for ident in ids if ident in others]


def _joined_order(lead: list[str], follow: list[str]) -> list[str]:
    """The order of `lead`, with what only `follow` has behind the entry it stood behind there."""
    order = list(lead)
    at = 0
    for ident in follow:
        if ident in order:
            at = order.index(ident) + 1
            continue
        while at < len(order) and order[at] not in follow:
            at += 1
        order.insert(at, ident)
        at += 1
    return order
