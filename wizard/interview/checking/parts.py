"""Parts and choices checked: what a part fills, how it asks for it, and what it offers."""

from collections.abc import Iterator

from wizard.errors import Fault, Unfit, nearest
from wizard.interview.checking.parsed import CHOICES, Parsed, Spot
from wizard.interview.flow import KINDS, Option, Part, Question
from wizard.plan.slots import LIST_OF_ITEMS, Slot, slots

SHAPES = {"many": ("many",), "ranked": ("ranking",), "list": (LIST_OF_ITEMS, "many")}  # all others: simple


def part_faults(parsed: Parsed) -> Iterator[Fault]:
    """Everything wrong with parts, apart from what they look at."""
    for question, part in parsed.parts:
        spot = parsed.spot(part)
        yield from _wording(spot, question, part)
        if part.kind not in KINDS:
            near, known = nearest(part.kind, KINDS), ", ".join(KINDS)
            yield spot.fault("flows.unknown_kind", name=part.kind, near=near, known=known)
        if bool(part.fills) == bool(part.revises):
            yield spot.fault("flows.fills_or_revises")
        elif slot := slots().get(part.slot):
            yield from _fit(parsed, part, slot)
        else:
            yield spot.fault("flows.unknown_path", path=part.slot, near=nearest(part.slot, slots()))
        yield from _sources(parsed, part)


def _wording(spot: Spot, question: Question, part: Part) -> Iterator[Fault]:
    for axis, name in ((part.rows, "row"), (part.columns, "column")):
        if axis and f"{{{name}}}" not in (part.ask or question.ask):
            yield spot.fault("flows.grid_wording", name=name)
    slot = slots().get(part.slot)
    grows = part.grows or (slot and slot.shape == LIST_OF_ITEMS)
    if len(question.parts) > 1 and not grows:
        for name in ("ask", "label"):
            if not getattr(part, name).strip():
                yield spot.fault("flows.no_wording", name=name)


def _fit(parsed: Parsed, part: Part, slot: Slot) -> Iterator[Fault]:
    yield from _shape(parsed.spot(part), part, slot) if part.kind in KINDS else ()
    yield from _names(parsed, part)
    yield from _choices(parsed, part, slot)
    if part.fills and (first := parsed.filling[part.fills]) is not part:
        yield parsed.spot(part).fault("flows.filled_twice", path=part.fills, first=first.id)


def _shape(spot: Spot, part: Part, slot: Slot) -> Iterator[Fault]:
    if slot.shape in ("grid", "column"):
        axes = [axis for axis in (part.rows, part.columns) if axis]
        is_grid = part.rows and bool(part.columns) is (slot.shape == "grid")
        if not (is_grid and all(axis.options or axis.choose_from for axis in axes)):
            yield spot.fault("flows.grid", path=part.slot)
        return
    kind, base = part.kind, slot.base
    wrong = slot.shape not in SHAPES.get(kind, ("simple",)) or (slot.shape == LIST_OF_ITEMS) is not part.grows
    wrong |= kind == "date" and getattr(base, "__name__", "") != "date"
    wrong |= kind == "yes_no" and base is not bool
    wrong |= kind == "number" and not slot.unit and str(base) != "int | float"
    if wrong:
        yield spot.fault("flows.wrong_kind", kind=kind, path=part.slot, shape=slot.shape)


def _names(parsed: Parsed, part: Part) -> Iterator[Fault]:
    """What an entry is called has to be asked for each entry; what stands behind its name may be left out."""
    start = f"{part.slot}[]."
    for name in (part.names, *part.shows) if part.grows else ():
        path = f"{start}{name}"
        if path not in slots():
            fields = [each.removeprefix(start) for each in slots() if each.startswith(start)]
            near = nearest(name, fields)
            yield parsed.spot(part).fault("flows.unknown_field", name=name, path=part.slot, near=near)
        elif name == part.names and not parsed.asks_for(path):
            yield parsed.spot(part).fault("flows.field_unasked", path=path)


def _choices(parsed: Parsed, part: Part, slot: Slot) -> Iterator[Fault]:
    spot, choices = parsed.spot(part), parsed.choices_of(part)
    for option in choices.options:
        if not fits(slot, option.key):
            near = nearest(option.key, slot.keys)
            yield parsed.spot(option, part.id).fault("flows.unknown_choice", name=option.key, near=near)
    if isinstance(part.options, str):
        yield from _known_choices(parsed, part, part.options)
    if part.kind in ("one", "many", "ranked") and not (part.options or part.choose_from):
        yield spot.fault("flows.nothing_to_choose")
    if (part.other or choices.other) and not slot.other and not slot.refers:
        yield spot.fault("flows.no_other", path=part.slot)
    if slot.refers and not {*part.choose_from} <= {*slot.refers}:
        yield spot.fault("flows.wrong_source", path=part.slot, known=", ".join(slot.refers))


def _known_choices(parsed: Parsed, part: Part, name: str) -> Iterator[Fault]:
    if name and name not in parsed.choices and CHOICES not in parsed.broken:
        near = nearest(name, parsed.choices)
        yield parsed.spot(part).fault("flows.unknown_choices", name=name, near=near)


def fits(slot: Slot, key: str) -> bool:
    """Whether a slot, or one of its cells or entries, takes a key or a value."""
    try:
        slot.fit_cell(key)
    except Unfit:
        return False
    return True


def _sources(parsed: Parsed, part: Part) -> Iterator[Fault]:
    axes = [axis for axis in (part.rows, part.columns) if axis]
    for path in (*part.choose_from, *(path for axis in axes for path in axis.choose_from)):
        if not parsed.asks_for(path):
            near = nearest(path, parsed.filling)
            yield parsed.spot(part).fault("flows.unknown_source", path=path, near=near)
    for axis in axes:
        yield from _known_choices(parsed, part, axis.options)


def choice_faults(parsed: Parsed) -> Iterator[Fault]:
    """Everything wrong with the lists of choices themselves."""
    own = (part.options for _, part in parsed.parts if not isinstance(part.options, str))
    for options in (*own, *(choices.options for choices in parsed.choices.values())):
        first: dict[str, Option] = {}
        for option in options:
            if not option.label.strip():
                yield parsed.spot(option).fault("flows.no_label", name=option.key)
            if first.setdefault(option.key, option) is not option:
                yield parsed.spot(option).fault("flows.key_twice", name=option.key)
