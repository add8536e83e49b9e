"""A draft: a plan with holes, its open points and accepted checks. The only thing that changes."""

import copy
import secrets
import string
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

FORMAT = 1
REASONS = ("not_decided", "not_known", "does_not_apply", "parked")
_LETTERS = string.ascii_lowercase + string.digits


def new_id(word: str) -> str:
    """`goal` → `goal-k3f9`: a word and four random letters or digits."""
    return f"{word}-{''.join(secrets.choice(_LETTERS) for _ in range(4))}"


@dataclass(frozen=True)
class OpenPoint:
    """An answer that is not there, on purpose: at a part, a list or an item (`at` is its place)."""

    at: str
    reason: str
    note: str | None = None
    owner: str | None = None
    by: str | None = None

    def as_data(self) -> dict[str, str]:
        return {key: value for key, value in vars(self).items() if value}


@dataclass
class Draft:
    """Plain data in the plan's own shape, and what the answers cannot tell.

    A place is a path with ids: `goals.items.goal-k3f9.baseline`. Values are as `Slot.fit` gives them back.
    """

    data: dict[str, Any] = field(default_factory=dict)
    plan_id: str = field(default_factory=lambda: f"p-{''.join(secrets.choice(_LETTERS) for _ in range(6))}")
    path: str | None = None  # quick, full, or not chosen yet
    complete: list[str] = field(default_factory=list)
    open_points: list[OpenPoint] = field(default_factory=list)
    accepted_checks: list[dict[str, str]] = field(default_factory=list)
    toolkit: str = "colorado@1"
    language: str = "en"

    def get(self, place: str) -> Any:
        """What stands at a place; None for a hole."""
        here: Any = self.data
        for step in place.split("."):
            here = _into(here, step)
            if here is None:
                return None
        return here

    def put(self, place: str, value: Any) -> None:
        """Stores a fitted value; a value takes the open point at exactly its place away. None makes a hole."""
        if value is None:
            self.drop(place)
            return
        *way, last = place.split(".")
        here: Any = self.data
        for step in way:
            inner = _into(here, step)
            if inner is None:
                inner = here[step] = {}
            here = inner
        here[last] = value
        self.close(place)

    def drop(self, place: str) -> None:
        """Makes a hole, and takes rows and groups away that are empty now."""
        above, _, last = place.rpartition(".")
        here = self.get(above) if above else self.data
        if isinstance(here, dict) and last in here:
            del here[last]
            if above and not here:
                self.drop(above)

    # lists of items

    def items(self, path: str) -> list[dict[str, Any]]:
        """The items of a list, in their order."""
        return self.get(path) or []

    def entries(self, path: str) -> list[dict[str, Any]]:
        """The items that are there: with an answer or an open point. One that was only begun is not yet."""
        return [item for item in self.items(path) if not self.is_only_begun(path, item)]

    def is_only_begun(self, path: str, item: dict[str, Any]) -> bool:
        """Whether an item holds no answer and no open point."""
        place = f"{path}.{item['id']}"
        return len(item) == 1 and not any(is_within(point.at, place) for point in self.open_points)

    def add(self, path: str, word: str, ident: str | None = None) -> str:
        """Adds an empty item and gives its id, one that this draft never had."""
        ident = ident or self.fresh_id(word)
        if not self.items(path):
            self.put(path, [])
        self.get(path).append({"id": ident})
        return ident

    def fresh_id(self, word: str) -> str:
        """An id nothing in this draft has or refers to."""
        known = str(self.data) + str(self.open_points) + str(self.accepted_checks)
        return next(ident for ident in iter(lambda: new_id(word), "") if ident not in known)

    def duplicate(self, path: str, ident: str, word: str) -> str:
        """A copy of an item under an id of its own, right after it."""
        items = self.items(path)
        at = _position(items, ident)
        fresh = self.fresh_id(word)
        items.insert(at + 1, {**copy.deepcopy(items[at]), "id": fresh})
        return fresh

    def move(self, path: str, ident: str, by: int) -> None:
        """Moves an item up (-1) or down (1); at the end of the list nothing happens."""
        items = self.items(path)
        at = _position(items, ident)
        if 0 <= at + by < len(items):
            items[at], items[at + by] = items[at + by], items[at]

    def remove(self, path: str, ident: str) -> None:
        """Takes an item away, everything that points at it, and its open points. Undo is a `snapshot` kept before."""
        items = self.items(path)
        del items[_position(items, ident)]
        if not items:
            self.drop(path)
        for place, value in list(self.references_to(ident)):
            self.put(place, without(value, ident))
        item = f"{path}.{ident}"
        self.open_points = [point for point in self.open_points if not is_within(point.at, item)]
        self.accepted_checks = [
            each for each in self.accepted_checks if not is_within(each.get("at", ""), item)
        ]

    def references_to(self, ident: str) -> Iterator[tuple[str, Any]]:
        """Every place whose value is this id or holds it."""
        for place, value in leaves(self.data):
            if not place.endswith(".id") and refers(value, ident):
                yield place, value

    # open points

    def point(self, place: str) -> OpenPoint | None:
        """The open point at exactly this place."""
        return next((point for point in self.open_points if point.at == place), None)

    def leave_open(self, point: OpenPoint) -> None:
        """Notes that an answer is not there on purpose: one point a place, the newest. Answers stay as they are."""
        self.close(point.at)
        self.open_points.append(point)

    def close(self, place: str) -> None:
        self.open_points = [point for point in self.open_points if point.at != place]

    # lists called complete

    def call_complete(self, path: str, *, complete: bool = True) -> None:
        self.complete = [each for each in self.complete if each != path] + ([path] if complete else [])
        if complete:
            self.close(path)

    def snapshot(self) -> "Draft":
        return copy.deepcopy(self)

    def restore(self, kept: "Draft") -> None:
        """Back to what a snapshot holds."""
        self.__dict__.update(copy.deepcopy(kept.__dict__))


def is_within(place: str, item: str) -> bool:
    """Whether a place is an item or stands inside it."""
    return f"{place}.".startswith(f"{item}.")


def refers(value: Any, ident: str) -> bool:
    """Whether an answer is an item's id or holds it."""
    return value == ident or (isinstance(value, list) and ident in value)


def without(value: Any, ident: str) -> Any:
    """What is left of an answer that refers to an item once the item is gone; None for nothing."""
    return [each for each in value if each != ident] or None if isinstance(value, list) else None


def leaves(data: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every place that holds a value rather than more places; items go by their ids."""
    if isinstance(data, dict) and set(data) != {"other"}:
        for key, inner in data.items():
            yield from leaves(inner, f"{prefix}.{key}" if prefix else key)
    elif isinstance(data, list) and data and all(isinstance(each, dict) and "id" in each for each in data):
        for each in data:
            yield from leaves(each, f"{prefix}.{each['id']}")
    else:
        yield prefix, data


def _into(here: Any, step: str) -> Any:
    if isinstance(here, list):
        return next((each for each in here if isinstance(each, dict) and each.get("id") == step), None)
    return here.get(step) if isinstance(here, dict) else None


def _position(items: list[dict[str, Any]], ident: str) -> int:
    return next(at for at, each in enumerate(items) if each["id"] == ident)
