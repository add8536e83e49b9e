"""A draft as the text of a plan file, and back: the format people may read, keep and edit by hand."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from wizard.errors import Fault, Faults, nearest
from wizard.storage import yaml_text
from wizard.storage.draft import FORMAT, REASONS, Draft, OpenPoint
from wizard.storage.upgrades import upgraded

META = ("format", "toolkit", "language", "plan_id", "path", "complete", "open_points", "accepted_checks")
SECTIONS = (
    "about", "define", "build", "goals", "strategy", "evaluation", "operations", "trust", "survivors", "funding",
    "sign_off",
)  # fmt: skip
PLAN_ID = re.compile(r"p-[a-z0-9]{4,12}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def text_of(draft: Draft) -> str:
    """The plan file of a draft: what is kept beside the answers first, then the plan in the toolkit's order."""
    from wizard.plan.reading import ordered

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
    data |= ordered(draft.data)
    if draft.open_points:
        data["open_points"] = [point.as_data() for point in draft.open_points]
    if draft.accepted_checks:
        data["accepted_checks"] = draft.accepted_checks
    return yaml_text.write(data)


def draft_of(raw: bytes, file: str = "") -> Draft:
    """The draft a plan file holds. Raises Faults with everything that is wrong, Problem for a newer format."""
    return read(raw, file).draft


@dataclass(frozen=True)
class Reading:
    """A draft, and the format its file came in."""

    draft: Draft
    came_in: int


def read(raw: bytes, file: str = "") -> Reading:
    """Reads, upgrades and checks a whole file; nothing is written."""
    from wizard.plan.reading import fitted

    try:
        document = yaml_text.read(raw, file=file)
    except Faults as found:
        raise Faults(found.faults, file=file) from None
    data, came_in = upgraded(document.data)
    marks = document.marks
    faults: list[Fault] = []
    for name in data:
        if name not in META + SECTIONS:
            details: dict[str, object] = {"name": name, "near": nearest(name, META + SECTIONS)}
            faults.append(Fault("unfit.extra_forbidden", details, file, *marks.key((name,)), name))
    held, misfits = fitted(
        {name: value for name, value in data.items() if name in SECTIONS and value is not None}
    )
    for misfit in misfits:
        place = marks.key(misfit.path) if misfit.on_key else marks.value(misfit.path)
        faults.append(Fault(misfit.key, misfit.details, file, *place, ".".join(map(str, misfit.path))))
    draft = Draft(data=held, **_meta(data, file, marks, faults))
    if faults:
        raise Faults(sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0)), file=file)
    return Reading(draft, came_in)


def _meta(data: dict[str, Any], file: str, marks: yaml_text.Marks, faults: list[Fault]) -> dict[str, Any]:
    def wrong(key: str, *path: str | int, **details: object) -> None:
        faults.append(Fault(key, details, file, *marks.value(path), ".".join(map(str, path))))

    meta: dict[str, Any] = {}
    if not PLAN_ID.fullmatch(str(data.get("plan_id") or "")):
        wrong("plan.id", "plan_id")
    elif data["plan_id"]:
        meta["plan_id"] = data["plan_id"]
    if data.get("path") not in (None, "quick", "full"):
        wrong("plan.path", "path")
    meta["path"] = data.get("path")
    for name in ("toolkit", "language"):
        if isinstance(data.get(name), str):
            meta[name] = data[name]
    if not _texts(data.get("complete") or []):
        wrong("plan.complete", "complete")
    else:
        meta["complete"] = list(data.get("complete") or [])
    meta["open_points"] = list(_points(data.get("open_points") or [], wrong))
    meta["accepted_checks"] = list(_checks(data.get("accepted_checks") or [], wrong))
    return meta


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _points(value: Any, wrong: Any) -> Any:
    for at, each in enumerate(value if isinstance(value, list) else [value]):
        known = isinstance(each, dict) and set(each) <= {"at", "reason", "note", "owner", "by"}
        if not known or not all(isinstance(text, str) for text in each.values()) or not each.get("at"):
            wrong("plan.point", "open_points", at)
        elif each.get("reason") not in REASONS:
            wrong("plan.reason", "open_points", at, reasons=", ".join(REASONS))
        elif each.get("by") and not _is_day(each["by"]):
            wrong("unfit.date_parsing", "open_points", at, "by")
        else:
            yield OpenPoint(**each)


def _is_day(text: str) -> bool:
    try:
        return bool(DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _checks(value: Any, wrong: Any) -> Any:
    for at, each in enumerate(value if isinstance(value, list) else [value]):
        known = isinstance(each, dict) and set(each) <= {"check", "at", "because"}
        if known and all(isinstance(text, str) for text in each.values()) and each.get("check"):
            yield each
        else:
            wrong("plan.accepted", "accepted_checks", at)
