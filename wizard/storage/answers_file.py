"""Answers from files: plan-shaped, in YAML or JSON, with no head needed, made ready to be merged into a plan."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wizard.errors import Fault, Faults, Problem
from wizard.plan.parsing import entries_of
from wizard.plan.slots import LIST_OF_ITEMS, slots
from wizard.storage import json_file
from wizard.storage.answers import texts
from wizard.storage.answers.entries import Listing, matched
from wizard.storage.answers.texts import Read, Steps, Understood
from wizard.storage.draft import Draft, new_id
from wizard.storage.plan_file import draft_from
from wizard.storage.upgrades import upgraded
from wizard.storage.yaml import text


@dataclass(frozen=True)
class Given:
    """One file as it was read: nothing of it is checked against the plan yet."""

    file: str
    data: dict[str, Any]
    marks: text.Marks


@dataclass(frozen=True)
class Answers:
    """What all files say together, a draft each in their order, and what should be known about how they were read."""

    drafts: list[Draft]
    named: list[str]  # `build.members.member-q8z2`: the places of new entries that came without an id
    matched: list[str]  # the places of entries that came without an id and were there already
    understood: list[tuple[str, str, Any]]  # a place, what was written there, and the value it was taken for


def drafts_of(
    files: Iterable[tuple[str, bytes]],
    plan: Draft,
    listings: Iterable[Listing],
    most: Mapping[str, int],
    read: Read,
) -> Answers:
    """The answers of files that belong to one plan. Raises Faults with everything that is wrong in any of them.

    `most` has by its path how many a question takes; `read` is how people write what is not text.
    """
    faults: list[Fault] = []
    given = [each for name, raw in files if (each := _parsed(name, raw, faults))]
    said = [(each, found) for each in given for found in _understood(each, plan, read, faults)]
    names = _Names(plan, {each.path: each for each in listings}, given)
    for each in given:
        names.give(each, faults)
    around = entries_of(plan.data, *(each.data for each in given))
    drafts = []
    for each in given:
        try:
            drafts.append(draft_from(each.data, each.marks, each.file, around))
        except Faults as found:
            faults += found.faults
        else:
            faults += _beyond(each, most)
    if faults:
        raise Faults(faults, "fill.faults")
    understood = [(texts.place_of(each.data, found.steps), found.text, found.value) for each, found in said]
    return Answers(drafts, names.new, names.matched, understood)


def _parsed(name: str, raw: bytes, faults: list[Fault]) -> Given | None:
    try:
        document = (json_file if _is_json(name, raw) else text).read(raw, file=name)
    except Faults as found:
        faults += found.faults
        return None
    try:
        data = upgraded(document.data)[0] if "format" in document.data else document.data
    except Problem as problem:
        line, column = document.marks.value(("format",))
        faults.append(Fault(problem.key, problem.details, name, line, column, "format"))
        return None
    return Given(name, data, document.marks)


def _is_json(name: str, raw: bytes) -> bool:
    """By its name; what comes without a name, from a pipe, by its first sign."""
    ending = name.lower().rpartition(".")[2]
    return ending == "json" or (ending not in ("yaml", "yml") and raw.lstrip().startswith(b"{"))


def _understood(given: Given, plan: Draft, read: Read, faults: list[Fault]) -> Iterator[Understood]:
    """What a file without a head says as people write it; with one it is a plan file, which has one form only."""
    if "format" in given.data:
        return
    for found in texts.understood(given.data, plan, read):
        if isinstance(found, Understood):
            yield found
        else:
            faults.append(_fault(given, found.key, found.details, found.steps))


def _fault(given: Given, key: str, details: dict[str, object], steps: Steps) -> Fault:
    return Fault(key, details, given.file, *given.marks.value(steps), ".".join(map(str, steps)))


class _Names:
    """Gives entries without an id that of the entry they are, or one that nothing has or refers to."""

    def __init__(self, plan: Draft, listings: Mapping[str, Listing], given: list[Given]) -> None:
        self._listings = listings
        self._there = {path: list(plan.items(path)) for path in listings}  # and what earlier files added
        self._known = "".join(
            str(each) for each in (plan.data, plan.open_points, *(each.data for each in given))
        )
        self.new: list[str] = []
        self.matched: list[str] = []

    def give(self, given: Given, faults: list[Fault]) -> None:
        for path, items in _lists(given.data):
            listing, there = self._listings.get(path, Listing(path)), self._there.get(path, [])
            for at, meant in sorted(matched(listing, there, items)):
                if len(meant) > 1:
                    faults.append(_fault(given, "fill.several", {"ids": meant}, (*path.split("."), at)))
                ident = meant[0] if meant else self._fresh(listing.word)
                items[at] = {**items[at], **_name_of(listing, there, ident), "id": ident}
                (self.matched if meant else self.new).append(f"{path}.{ident}")
            there += [each for each in items if isinstance(each, dict) and _is_new(each, there)]

    def _fresh(self, word: str) -> str:
        ident = next(ident for ident in iter(lambda: new_id(word), "") if ident not in self._known)
        self._known += ident
        return ident


def _name_of(listing: Listing, there: list[Any], ident: str) -> dict[str, Any]:
    """The name an entry has in the plan, which may be written with other capitals in a file."""
    entry: dict[str, Any] = next((each for each in there if each["id"] == ident), {})
    return {listing.names: entry[listing.names]} if listing.names in entry else {}


def _is_new(item: Mapping[str, Any], there: list[Any]) -> bool:
    return isinstance(item.get("id"), str) and all(each["id"] != item["id"] for each in there)


def _lists(data: Mapping[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    for path, slot in slots().items():
        if slot.shape == LIST_OF_ITEMS:
            here: Any = data
            for step in path.split("."):
                here = here.get(step) if isinstance(here, Mapping) else None
            if isinstance(here, list):
                yield path, here


def _beyond(given: Given, most: Mapping[str, int]) -> Iterator[Fault]:
    """Answers that fit the plan and not the question."""
    for path, limit in most.items():
        listing, _, name = path.rpartition("[].")
        for steps, value in _values(given.data, (listing or path).split("."), name if listing else ""):
            if len(value) > limit:
                line, column = given.marks.value(steps)
                place = ".".join(map(str, steps))
                yield Fault("unfit.most", {"most": limit}, given.file, line, column, place)


def _values(data: Any, way: list[str], name: str) -> Iterator[tuple[tuple[str | int, ...], list[Any]]]:
    """The lists of choices at a place, or at a field of every entry, and the steps to each."""
    for step in way:
        data = data.get(step) if isinstance(data, Mapping) else None
    if not name and data:
        yield tuple(way), data
    elif data:
        for at, item in enumerate(data):
            if item.get(name):
                yield (*way, at, name), item[name]
