"""What pydantic finds amiss becomes a key of our sentences here and nowhere else, with its place and details."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from wizard.errors import MOST_FAULTS, nearest
from wizard.plan.near_keys import near_keys

Step = str | int
Names = Callable[[tuple[Step, ...]], Collection[str]]  # what may stand in the entry that steps lead to

OF_DATACLASSES = {"unexpected_keyword_argument": "extra_forbidden", "dataclass_type": "model_type"}
DAY_BOUND = re.compile(r"datetime\.date\((\d+), (\d+), (\d+)\)")  # how pydantic writes a day


@dataclass(frozen=True)
class Misfit:
    """Something that does not fit: the sentence that says so, and the steps that lead to it in the data.

    `on_key` when the name itself is wrong rather than what stands behind it. What is missing has the steps of the
    entry that it is missing in.
    """

    key: str
    path: tuple[Step, ...]
    details: dict[str, object]
    on_key: bool = False

    @property
    def place(self) -> tuple[object, ...]:
        """The steps to where it stands, or would stand."""
        return (*self.path, self.details["name"]) if self.key == "unfit.missing" else self.path


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """What data is held against to make a thing of a kind. Made once, because that takes its time."""
    return TypeAdapter(kind)


def validated(shape: TypeAdapter[Any], data: object, names: Names = lambda _: ()) -> tuple[Any, list[Misfit]]:
    """The value that data makes, or None and the misfits, up to fifty, one a place.

    A name is not called missing where there is a slip for it. Where data may be one thing or another, pydantic tries
    each: what is said of the inside is about the one that was meant.
    """
    try:
        return shape.validate_python(data), []
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False)[: 2 * MOST_FAULTS]
    misfits = [_misfit(each, data, names) for each in found]
    meant = {(*each.path[:-1], each.details["near"]) for each in misfits if each.on_key}
    around = {each.path[:depth] for each in misfits for depth in range(len(each.path))}
    said = {each.place: each for each in misfits if each.place not in meant | around}
    return None, list(said.values())[:MOST_FAULTS]


def _misfit(error: Any, data: object, names: Names) -> Misfit:
    kind = OF_DATACLASSES.get(error["type"], error["type"])
    path, holder, value = _way(error["loc"], data)
    details: dict[str, object]
    if kind == "extra_forbidden":
        name = str(path[-1])
        free = (each for each in names(path[:-1]) if each not in holder)
        return Misfit("unfit.extra_forbidden", path, {"name": name, "near": nearest(name, free)}, on_key=True)
    if kind == "missing":
        name = str(error["loc"][-1])
        if name == "other":  # neither a key nor words of one's own
            return Misfit("unfit.union_tag_invalid", path, {})
        return Misfit("unfit.missing", path, {"name": name})
    if kind == "unknown_key":
        if not isinstance(value, str):
            return Misfit("unfit.not_offered", path, {})
        known = error["ctx"]["keys"].split(", ")
        near = near_keys(value, known)
        one = near[0] if len(near) == 1 else ""
        own = value[:60] if error["ctx"]["other"] else ""
        details = {"name": value[:60], "near": one, "several": near if not one else [], "own": own}
        return Misfit("unfit.unknown_key", path, details)
    kind, details = _bounded(kind, error.get("ctx", {}), value)
    return Misfit(f"unfit.{kind}", path, details)


def _way(loc: tuple[Step, ...], data: Any) -> tuple[tuple[Step, ...], Any, Any]:
    """The steps that are there, what the last of them stands in, and what stands behind it.

    Others name the kind of answer that was tried, or a name that is missing.
    """
    path: list[Step] = []
    holder: Any = None
    for step in loc:
        if step in data if isinstance(data, Mapping) else isinstance(step, int):
            path.append(step)
            holder, data = data, data[step]
    return tuple(path), holder, data


def _bounded(kind: str, found: Mapping[str, Any], value: object) -> tuple[str, dict[str, object]]:
    """The kind of misfit and its details, bounds written as people write them."""
    details = {name: _written(bound) for name, bound in found.items() if name != "error"}
    if kind in ("greater_than_equal", "less_than_equal"):
        if str(value).strip(" $+-").lower() in ("nan", "inf", "infinity"):
            return "finite_number", {}
        if any(DAY_BOUND.fullmatch(str(bound)) for bound in found.values()):
            return ("too_early" if "ge" in details else "too_late"), details
    return kind, details


def _written(bound: object) -> object:
    if day := DAY_BOUND.fullmatch(str(bound)):
        return "{:0>4}-{:0>2}-{:0>2}".format(*day.groups())
    if isinstance(bound, int | float):
        return f"{int(bound):,}" if bound == int(bound) else str(bound)
    return bound
