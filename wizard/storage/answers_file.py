"""Answers from files: plan-shaped, in YAML or JSON, with no head needed, made ready to be merged into a plan."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wizard.errors import Fault, Faults, Problem
from wizard.plan.parsing import entries_of
from wizard.plan.slots import LIST_OF_ITEMS, slots
from wizard.storage import json_file
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
    """What all files say together, a draft each in their order, and the entries that came without an id."""

    drafts: list[Draft]
    named: list[str]  # `build.members.member-q8z2`: the place each of them got


def drafts_of(
    files: Iterable[tuple[str, bytes]], plan: Draft, id_words: Mapping[str, str], most: Mapping[str, int]
) -> Answers:
    """The answers of files that belong to one plan. Raises Faults with everything that is wrong in any of them.

    By their paths, `id_words` has what the ids of a list's entries begin with, `most` how many a question takes.
    """
    faults: list[Fault] = []
    given = [each for name, raw in files if (each := _parsed(name, raw, faults))]
    named = list(_named(given, plan, id_words))
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
    return Answers(drafts, named)


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


def _named(given: list[Given], plan: Draft, id_words: Mapping[str, str]) -> Iterator[str]:
    """Gives entries without an id one that nothing has or refers to."""
    known = "".join(str(each) for each in (plan.data, plan.open_points, *(each.data for each in given)))
    for each in given:
        for path, items in _lists(each.data):
            for at, item in enumerate(items):
                if isinstance(item, dict) and item.get("id") is None:
                    ident = _fresh(id_words.get(path, "entry"), known)
                    known += ident
                    items[at] = {**item, "id": ident}
                    yield f"{path}.{ident}"


def _fresh(word: str, known: str) -> str:
    return next(ident for ident in iter(lambda: new_id(word), "") if ident not in known)


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
