"""A draft as the text of a plan file, and back: the format people may read, keep and edit by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from wizard import content
from wizard.errors import MOST_FAULTS, Fault, Faults, Problem, nearest
from wizard.plan.order import Shape, ordered
from wizard.storage import end_mark
from wizard.storage.draft import FORMAT, REASONS, Draft, OpenPoint
from wizard.storage.plan_id import PLAN_ID
from wizard.storage.private.compiled import compiled
from wizard.storage.upgrades import upgraded

if TYPE_CHECKING:
    from wizard.plan.parsing import Entries
    from wizard.storage.yaml.builder import Marks, Place

PLAN = content.PACKAGE / "plan"
META = ("format", "toolkit", "language", "plan_id", "path", "complete", "open_points", "accepted_checks")
CHECK = re.compile(r"W-\d\d")
_HEAD = re.compile(rb"^plan_id: ", re.MULTILINE)  # what only a plan file has
TOOLKIT = re.compile(r"[A-Za-z0-9_-]{1,60}@[0-9]{1,6}")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def text_of(draft: Draft) -> str:
    """The plan file of a draft: what is kept beside the answers first, then the plan in the toolkit's order."""
    data: dict[str, Any] = {
        "format": FORMAT,
        "toolkit": draft.toolkit,
        "language": draft.language,
        "plan_id": draft.plan_id,
    }
    if draft.path:
        data["path"] = draft.path
    if draft.complete:
        data["complete"] = draft.complete
    data |= ordered(draft.data, _shape())
    if draft.open_points:
        data["open_points"] = [point.as_data() for point in draft.open_points]
    if draft.accepted_checks:
        data["accepted_checks"] = draft.accepted_checks
    return end_mark.marked("".join(_lines(json.dumps({name: value})) for name, value in data.items()))


@lru_cache(maxsize=100)
def _lines(section: str) -> str:
    """The lines of one section, from its JSON: an answer changes one, and those of the others are known."""
    from wizard.storage.yaml import text as yaml_text  # late, here and below: the first page comes without it

    return yaml_text.write(json.loads(section))


@cache
def _shape() -> Shape:
    """The plan's names in their order. Its types are slow to load, and to write a file only this is wanted of them."""
    shape: Shape = compiled("order", (), _shape_afresh, sorted(PLAN.rglob("*.py")))
    return shape


def _shape_afresh() -> Shape:
    from wizard.plan.parsing import shape

    return shape()


def draft_of(raw: bytes, file: str = "") -> Draft:
    """The draft a plan file holds. Raises Faults with everything that is wrong, Problem for a newer format."""
    return read(raw, file).draft


@dataclass(frozen=True)
class PlanFile:
    """What a plan file holds, and the format it came in."""

    draft: Draft
    format: int


def read(raw: bytes, file: str = "") -> PlanFile:
    """Reads, upgrades and checks a whole file; nothing is written."""
    try:
        data, number, marks = _upgraded(raw, file)
        return PlanFile(draft_from(data, marks, file), number)
    except Faults as found:
        if not _HEAD.search(raw[:4096]) or not end_mark.is_cut(raw):
            raise
        raise Faults(found.faults, "file.cut_short", file=file) from None


class _Enough(Exception):
    """As much is wrong as is said at once."""


def draft_from(data: dict[str, Any], marks: Marks, file: str, around: dict[str, Any] | None = None) -> Draft:
    """The draft that a file's data holds. Raises Faults.

    With `around`, the entries of the plan it will be a part of, it needs no head and may be about those entries.
    """
    faults: list[Fault] = []

    def wrong(key: str, details: dict[str, object], place: Place, at: str) -> None:
        faults.append(Fault(key, details, file, *place, at))
        if len(faults) >= MOST_FAULTS:
            raise _Enough

    with suppress(_Enough):
        held = _held(data, marks, wrong, around)
        meta = _meta(data, marks, wrong, around)
    if faults:
        raise Faults(sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0)), file=file)
    return Draft(data=held, **meta)


def _held(
    data: dict[str, Any], marks: Marks, wrong: Callable[..., None], around: dict[str, Any] | None
) -> dict[str, Any]:
    from wizard.plan.parsing import fitted

    sections = _shape()
    for name in data:
        if name not in META and name not in sections:
            near = nearest(name, (*META, *sections))
            wrong("unfit.extra_forbidden", {"name": name, "near": near}, marks.key((name,)), name)
    held, misfits = fitted(
        {name: value for name, value in data.items() if name in sections and value is not None}, around
    )
    for misfit in misfits:
        place = marks.key(misfit.path) if misfit.on_key else marks.value(misfit.path)
        wrong(misfit.key, misfit.details, place, ".".join(map(str, misfit.path)))
    return held


def _upgraded(raw: bytes, file: str) -> tuple[dict[str, Any], int, Marks]:
    from wizard.storage.yaml import text as yaml_text

    try:
        document = yaml_text.read(raw, file=file)
    except Faults as found:
        raise Faults(found.faults, file=file) from None
    try:
        return (*upgraded(document.data), document.marks)
    except Problem as problem:
        if problem.key != "plan.format":
            raise
        place = document.marks.value(("format",))
        raise Faults([Fault(problem.key, problem.details, file, *place, "format")], file=file) from None


def _meta(
    data: dict[str, Any], marks: Marks, tell: Callable[..., None], around: dict[str, Any] | None
) -> dict[str, Any]:
    def wrong(key: str, *path: str | int, **details: object) -> None:
        tell(key, details, marks.value(path), ".".join(map(str, path)))

    meta: dict[str, Any] = {}
    if around is None or "plan_id" in data:
        if PLAN_ID.fullmatch(str(data.get("plan_id") or "")):
            meta["plan_id"] = data["plan_id"]
        else:
            wrong("plan.id", "plan_id")
    if data.get("path") not in (None, "quick", "full"):
        wrong("plan.path", "path")
    meta["path"] = data.get("path")
    for name, form in (("toolkit", TOOLKIT), ("language", LANGUAGE)):
        said = data.get(name)
        if isinstance(said, str) and form.fullmatch(said):
            meta[name] = said
        elif said is not None:
            wrong(f"plan.{name}", name)
    meta["complete"] = _complete(data.get("complete"), wrong)
    meta["open_points"] = list(_points(data, around or data, wrong))
    meta["accepted_checks"] = list(_checks(_listed(data, "accepted_checks", wrong), wrong))
    return meta


def _listed(data: dict[str, Any], name: str, wrong: Any) -> list[Any]:
    value = data.get(name)
    if isinstance(value, list):
        return value
    if value is not None:
        wrong("unfit.tuple_type", name)
    return []


def _complete(value: Any, wrong: Any) -> list[str]:
    from wizard.plan.parsing import nearest_list

    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        wrong("plan.complete", "complete")
        return []
    for at, each in enumerate(value):
        near = nearest_list(each)
        if near is not None:
            wrong("plan.no_list", "complete", at, name=each[:60], near=near)
    return value


def _points(data: dict[str, Any], around: dict[str, Any], wrong: Any) -> Iterator[OpenPoint]:
    from wizard.plan.parsing import entry_ids

    seen: set[str] = set()
    entries = entry_ids(around)
    for at, each in enumerate(_listed(data, "open_points", wrong)):
        known = isinstance(each, dict) and set(each) <= {"at", "reason", "note", "owner", "by"}
        if not known or not all(isinstance(text, str) for text in each.values()) or not each.get("at"):
            wrong("plan.point", "open_points", at)
            continue
        if each.get("reason") not in REASONS:
            wrong("plan.reason", "open_points", at, reasons=", ".join(REASONS))
        elif each.get("by") and not _is_day(each["by"]):
            wrong("unfit.date_parsing", "open_points", at, "by")
        elif _is_free(each["at"], at, entries, seen, wrong):
            yield OpenPoint(**each)
        seen.add(each["at"])


def _is_free(place: str, at: int, entries: Entries, seen: set[str], wrong: Any) -> bool:
    """Whether an open point can stand at a place of the plan, and none stands there yet."""
    from wizard.plan.parsing import is_place, nearest_place

    if place in seen:
        wrong("plan.point_twice", "open_points", at, "at", place=place[:80])
    elif not is_place(place, entries):
        near = nearest_place(place[:200], entries)
        wrong("plan.no_place", "open_points", at, "at", name=place[:80], near=near)
    else:
        return True
    return False


def _is_day(text: str) -> bool:
    try:
        return bool(DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _checks(value: list[Any], wrong: Any) -> Iterator[dict[str, str]]:
    for at, each in enumerate(value):
        known = isinstance(each, dict) and set(each) <= {"check", "at", "because"}
        if not known or not all(isinstance(text, str) for text in each.values()) or not each.get("check"):
            wrong("plan.accepted", "accepted_checks", at)
        elif not CHECK.fullmatch(each["check"]):
            wrong("plan.check", "accepted_checks", at, "check")
        else:
            yield each
