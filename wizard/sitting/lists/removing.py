"""Taking an item out of a list and bringing it back: only the item, what pointed at it, and its open points."""

import re
from dataclasses import dataclass
from typing import Any

from wizard.interview.flow import Toolkit
from wizard.storage.draft import Draft, OpenPoint

ID = re.compile(r"[a-z]+-[a-z0-9]{4}")


@dataclass(frozen=True)
class Removed:
    """What went, and where it stood. `held` is an item, or a text of a list of texts."""

    path: str
    at: int
    name: str
    held: Any
    complete: bool = False
    references: tuple[tuple[str, Any], ...] = ()
    points: tuple[OpenPoint, ...] = ()
    checks: tuple[dict[str, str], ...] = ()


class RemovedEntries:
    """What was taken out of the lists in this sitting and can be brought back, the newest first."""

    def __init__(self) -> None:
        self._removed: list[Removed] = []

    def add(self, removed: Removed) -> None:
        """One more that can be brought back."""
        self._removed.append(removed)

    def newest(self, path: str) -> Removed | None:
        """What went out of a list last."""
        return next((each for each in reversed(self._removed) if each.path == path), None)

    def take(self, path: str) -> Removed | None:
        """The same, for bringing it back: it is no longer among these."""
        if (removed := self.newest(path)) is not None:
            self._removed.remove(removed)
        return removed


def take_out(draft: Draft, path: str, ident: str, name: str) -> Removed:
    """Removes an item. A list that is empty now is no longer complete: nobody said there are none."""
    items = draft.items(path)
    at = next(at for at, each in enumerate(items) if each["id"] == ident)
    prefix = f"{path}.{ident}"
    removed = Removed(
        path,
        at,
        name,
        items[at],
        path in draft.complete,
        tuple(draft.references_to(ident)),
        tuple(point for point in draft.open_points if f"{point.at}.".startswith(f"{prefix}.")),
        tuple(check for check in draft.accepted_checks if f"{check.get('at', '')}.".startswith(f"{prefix}.")),
    )
    draft.remove(path, ident)
    if not draft.items(path):
        draft.call_complete(path, complete=False)
    return removed


def put_back(toolkit: Toolkit, draft: Draft, removed: Removed) -> None:
    """Brings an item or a text back. Answers given since the removal stay as they are."""
    if isinstance(removed.held, str):
        _put_text_back(draft, removed)
        return
    if not draft.items(removed.path):
        draft.put(removed.path, [])
    item = _without_dangling(toolkit, draft, removed)
    items = draft.get(removed.path)
    items.insert(min(removed.at, len(items)), item)
    for place, before in removed.references:
        _point_again(draft, place, before, item["id"])
    draft.open_points += [point for point in removed.points if draft.get(point.at) is None]
    draft.accepted_checks += removed.checks
    if removed.complete:
        draft.call_complete(removed.path)


def _put_text_back(draft: Draft, removed: Removed) -> None:
    texts = list(draft.get(removed.path) or [])
    if removed.held not in texts:
        texts.insert(min(removed.at, len(texts)), removed.held)
    draft.put(removed.path, texts)


def _point_again(draft: Draft, place: str, before: Any, ident: str) -> None:
    """A reference comes back where its entry is still there and nothing else was said meanwhile."""
    above = place.rpartition(".")[0]
    if draft.get(above) is None or draft.point(place):
        return
    now = draft.get(place)
    if isinstance(before, list):
        kept = list(now or [])
        if ident not in kept:
            kept.insert(min(before.index(ident), len(kept)), ident)
            draft.put(place, kept)
    elif now is None:
        draft.put(place, before)


def _without_dangling(toolkit: Toolkit, draft: Draft, removed: Removed) -> dict[str, Any]:
    """The item without pointers at entries that went after it did."""
    known = {each["id"] for path in toolkit.lists for each in draft.items(path)} | {removed.held["id"]}
    item: dict[str, Any] = {"id": removed.held["id"]}
    for name, value in removed.held.items():
        part = toolkit.filling.get(f"{removed.path}[].{name}")
        if part is not None and any(source in toolkit.lists for source in part.choose_from):
            value = _known(value, known)
        if value is not None:
            item[name] = value
    return item


def _known(value: Any, known: set[str]) -> Any:
    if isinstance(value, list):
        return [each for each in value if _known(each, known) is not None] or None
    gone = isinstance(value, str) and ID.fullmatch(value) and value not in known
    return None if gone else value
