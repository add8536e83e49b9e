"""Parts and choices checked: what a part fills, how it asks for it, and what it offers."""

from collections.abc import Iterator

from wizard.errors import Unfit, nearest
from wizard.interview.checking.declared import Asked, AskedPart, Declared
from wizard.interview.checking.fault import Finding, Spot, found
from wizard.interview.flow import KINDS, Part
from wizard.plan.slots import LIST_OF_ITEMS, Slot, slots

FITTING = {
    "text": ("simple",),
    "long": ("simple",),
    "number": ("simple",),
    "date": ("simple",),
    "yes_no": ("simple",),
    "one": ("simple",),
    "many": ("many",),
    "ranked": ("ranking",),
    "list": (LIST_OF_ITEMS, "many"),
}


def part_faults(read: Declared, asked: Asked, here: AskedPart) -> Iterator[Finding]:
    """Everything wrong with one part, apart from what it looks at."""
    part = here.part
    yield from _wording(read, asked, part)
    if part.kind not in KINDS:
        near, known = nearest(part.kind, KINDS), ", ".join(KINDS)
        yield found("flows.unknown_kind", part.id, of="kind", name=part.kind, near=near, known=known)
    if bool(part.fills) == bool(part.revises):
        meant = _probably_fills(read, asked, part)
        yield found("flows.fills_or_revises", part.id, of="fills revises", meant=meant)
    elif part.slot not in slots():
        near = nearest(part.slot, slots())
        yield found("flows.unknown_path", part.id, meant=near, path=part.slot, near=near)
    else:
        slot = slots()[part.slot]
        yield from _shape(part, slot) if part.kind in KINDS else ()
        yield from _names(read, part)
        yield from _choices(read, here, slot)
        yield from _twice(read, here)
    yield from _sources(read, part)


def _probably_fills(read: Declared, asked: Asked, part: Part) -> str:
    """The slot nobody fills that a part is named after."""
    start, end = f"{asked.section.section}.", part.id.rpartition(".")[2]
    free = (path for path in slots() if path not in read.filling)
    return next((each for each in free if each.startswith(start) and each.rpartition(".")[2] == end), "")


def _wording(read: Declared, asked: Asked, part: Part) -> Iterator[Finding]:
    question = asked.question
    is_first = next(each for each in read.questions if each.question.id == question.id) is asked
    if is_first and "id" not in asked.spot.doubts and not part.id.startswith(f"{question.id}."):
        yield found("flows.part_id", part.id, of="id", id=question.id)
    for axis, name in ((part.rows, "{row}"), (part.columns, "{column}")):
        if axis and name not in (part.ask or question.ask):
            yield found("flows.grid_wording", part.id, of="ask", name=name.strip("{}"))
    slot = slots().get(part.slot)
    grows = part.grows or (slot and slot.shape == LIST_OF_ITEMS)
    if len(question.parts) > 1 and not grows:
        for name in ("ask", "label"):
            if not getattr(part, name).strip():
                yield found("flows.no_wording", part.id, of=name, name=name)


def _shape(part: Part, slot: Slot) -> Iterator[Finding]:
    if slot.shape in ("grid", "column"):
        axes = [axis for axis in (part.rows, part.columns) if axis]
        is_grid = part.rows and bool(part.columns) is (slot.shape == "grid")
        if not (is_grid and all(axis.options or axis.choose_from for axis in axes)):
            yield found("flows.grid", part.id, of="rows columns options choose_from", path=part.slot)
        return
    kind = part.kind
    wrong = slot.shape not in FITTING[kind] or (slot.shape == LIST_OF_ITEMS) is not part.grows
    base = slot.base
    wrong |= kind == "date" and getattr(base, "__name__", "") != "date"
    wrong |= kind == "yes_no" and base is not bool
    wrong |= kind == "number" and not slot.unit and str(base) != "int | float"
    if wrong:
        yield found("flows.wrong_kind", part.id, of="kind item", kind=kind, path=part.slot, shape=slot.shape)


def _names(read: Declared, part: Part) -> Iterator[Finding]:
    """What an entry is called has to be asked for each entry; what stands behind its name may be left out."""
    for name in (part.names, *part.shows) if part.grows else ():
        path = f"{part.slot}[].{name}"
        if path not in slots():
            fields = [
                each.removeprefix(f"{part.slot}[].") for each in slots() if each.startswith(f"{part.slot}[].")
            ]
            near = nearest(name, fields)
            yield found(
                "flows.unknown_field", part.id, of="names shows", name=name, path=part.slot, near=near
            )
        elif name == part.names and path not in read.filling:
            yield found("flows.field_unasked", part.id, absent=path, path=path)


def _choices(read: Declared, here: AskedPart, slot: Slot) -> Iterator[Finding]:
    part, listed = here.part, read.listed(here)
    if listed:
        for option, spot in zip(listed.choices.options, listed.options, strict=True):
            if not fits(slot, option.key):
                near = nearest(option.key, slot.keys)
                yield found("flows.unknown_choice", part.id, of="key", spot=spot, name=option.key, near=near)
    elif part.options:
        yield _unknown_choices(read, part, str(part.options))
    elif part.kind in ("one", "many", "ranked") and not part.choose_from:
        yield found("flows.nothing_to_choose", part.id, of="options choose_from kind")
    if (part.other or (listed and listed.choices.other)) and not slot.other and not slot.refers:
        yield found("flows.no_other", part.id, path=part.slot)
    if slot.refers and not set(part.choose_from) <= set(slot.refers):
        yield found("flows.wrong_source", part.id, path=part.slot, known=", ".join(slot.refers))


def _unknown_choices(read: Declared, part: Part, name: str) -> Finding:
    return found("flows.unknown_choices", part.id, absent=name, name=name, near=nearest(name, read.choices))


def fits(slot: Slot, key: str) -> bool:
    """Whether a slot, or one of its cells or entries, takes a key or a value."""
    try:
        slot.fit_cell(key)
    except Unfit:
        return False
    return True


def _twice(read: Declared, here: AskedPart) -> Iterator[Finding]:
    first = read.filling.get(here.part.fills, here).part.id
    if first != here.part.id:
        yield found("flows.filled_twice", here.part.id, path=here.part.fills, first=first)


def _sources(read: Declared, part: Part) -> Iterator[Finding]:
    axes = [axis for axis in (part.rows, part.columns) if axis]
    for path in part.choose_from + tuple(path for axis in axes for path in axis.choose_from):
        if path not in read.filling:
            near = nearest(path, read.filling)
            yield found("flows.unknown_source", part.id, absent=path, path=path, near=near)
    for axis in axes:
        if axis.options and axis.options not in read.choices:
            yield _unknown_choices(read, part, axis.options)


def choice_faults(read: Declared) -> Iterator[Finding]:
    """Everything wrong with the lists of choices themselves."""
    own = [(part.part.id, part.own) for asked in read.questions for part in asked.parts if part.own]
    for name, listed in (*read.choices.items(), *own):
        first: dict[str, Spot] = {}
        for option, spot in zip(listed.choices.options, listed.options, strict=True):
            if not option.label.strip():
                yield found("flows.no_label", name, of="label", spot=spot, name=option.key)
            if first.setdefault(option.key, spot) is not spot:
                yield found("flows.key_twice", name, of="key", spot=spot, name=option.key)
