"""A place in the plan, and what stands there, in the questions' words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wizard import words
from wizard.formatting.dates import format_date
from wizard.formatting.values import format_value
from wizard.interview.choosing import axis_of
from wizard.interview.flow import Axis, Part, Toolkit
from wizard.interview.names import item_name
from wizard.storage.draft import Draft, OpenPoint

if TYPE_CHECKING:
    from wizard.storage.merging.flat import Key  # knows the plan's types, which are slow to load

LONGEST = 160  # letters of an answer shown in one line
LEAD = 40  # letters in front of what differs between two long answers


def part_of(toolkit: Toolkit, place: str) -> Part | None:
    """The part that fills a place, also where its question does not apply now."""
    filling = toolkit.filling
    steps = place.split(".")
    for path in toolkit.lists:
        size = path.count(".") + 1
        if ".".join(steps[:size]) == path and len(steps) > size + 1:
            return filling.get(f"{path}[].{'.'.join(steps[size + 1 :])}")
    found = (filling.get(".".join(steps[:size])) for size in range(len(steps), 0, -1))
    return next((part for part in found if part), None)


def format_place(toolkit: Toolkit, draft: Draft, key: "Key") -> str:
    """`Build: Members, Two Rivers Legal Aid, Sector`. A place that no question fills keeps its path."""
    kind, place = key
    if kind == "path":
        return words.say("spoken.path")
    if kind == "check":
        place, _, check = place.rpartition(" ")
        return f"{format_place(toolkit, draft, ('answer', place))}, {check}" if place else check
    part = part_of(toolkit, place)
    if part is None:
        return place
    question = toolkit.asked_by[part.id]
    steps = [toolkit.home[question.id].title + ":"]
    grown = toolkit.lists.get(part.list) or part
    if grown.grows and place != grown.slot:
        steps += [_label(toolkit, grown) + ",", _entry(toolkit, draft, grown, place)]
        if part is not grown:
            steps[-1] += ","
            steps.append(_label(toolkit, part))
    else:
        steps.append(_label(toolkit, part) + _cell(toolkit, draft, part, place))
    return " ".join(steps)


def format_sides(
    toolkit: Toolkit, draft: Draft, key: "Key", a: Any, b: Any, before: Draft | None = None
) -> tuple[str, str]:
    """What two sides say of a place, a line each; long answers that begin alike from a little before they part.

    `before` is the draft that `a` stands in, where that is another one.
    """
    texts = _state(toolkit, before or draft, key, a), _state(toolkit, draft, key, b)
    one, other = (" ".join(text.split()) for text in texts)
    alike = next((at for at, each in enumerate(one) if each != other[at : at + 1]), len(one))
    start = one.rfind(" ", 0, alike - LEAD) + 1 if alike > LONGEST - LEAD else 0
    lead = "… " if start else ""
    return short(lead + one[start:]), short(lead + other[start:])


def _state(toolkit: Toolkit, draft: Draft, key: "Key", value: Any) -> str:
    """What stands at a place; a word where nothing does."""
    kind, place = key
    if value is None:
        return words.say("spoken.gone" if kind == "entry" else "spoken.nothing")
    if isinstance(value, OpenPoint):
        return _point(value)
    match kind:
        case "entry":
            return words.say("spoken.entry")
        case "complete":
            return words.say("spoken.complete")
        case "check":
            return str(value.get("because") or words.say("spoken.accepted"))
        case "path":
            return words.say(f"spoken.paths.{value}")
    part = part_of(toolkit, place)
    return format_value(toolkit, draft.data, part, value) if part else str(value)


def short(text: str) -> str:
    """An answer in one line; a long one is cut behind a word."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rpartition(" ")[0] + " …"


def _label(toolkit: Toolkit, part: Part) -> str:
    return part.label or toolkit.asked_by[part.id].label


def _entry(toolkit: Toolkit, draft: Draft, grown: Part, place: str) -> str:
    ident = place.removeprefix(f"{grown.slot}.").split(".")[0]
    item: Mapping[str, Any] | None = draft.get(f"{grown.slot}.{ident}")
    return short(item_name(toolkit, draft.data, grown, item)) if item else words.say("item.gone")


def _cell(toolkit: Toolkit, draft: Draft, part: Part, place: str) -> str:
    """The row and the column of a grid, behind its label."""
    keys = place.removeprefix(part.slot).strip(".").split(".")
    axes = [axis for axis in (part.rows, part.columns) if axis]
    return "".join(
        f", {_on(toolkit, draft, axis, key)}" for axis, key in zip(axes, keys, strict=False) if key
    )


def _on(toolkit: Toolkit, draft: Draft, axis: Axis, key: str) -> str:
    return next((each.label for each in axis_of(toolkit, draft.data, axis) if each.key == key), key)


def _point(point: OpenPoint) -> str:
    by = format_date(point.by) if point.by else ""
    said = [words.say(f"point.reasons.{point.reason}"), point.note, point.owner, by]
    return words.language().joined(list(filter(None, said)), "apart")
