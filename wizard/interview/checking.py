"""Flows checked when loaded: everything that is wrong at once, each with file, line, column, id and what to do."""

import re
from collections.abc import Iterator
from pathlib import Path

from wizard import content
from wizard.errors import Fault, Unfit, nearest
from wizard.interview.checking_conditions import condition_faults
from wizard.interview.declared import Declared, declared
from wizard.interview.finding import Finding, found
from wizard.interview.flow import KINDS, Axis, Part, Question, Toolkit
from wizard.plan.slots import LIST_OF_ITEMS, Slot, slots
from wizard.storage.plan_file import LANGUAGE, TOOLKIT

LONGEST_CARD = 60  # words that can be read aloud without losing the room
MOST_QUICK = 3  # quick parts an item, of one question
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


def checked(folder: Path) -> tuple[Toolkit | None, list[Fault], list[Fault]]:
    """The toolkit of a folder, its faults, and its notes: what only the shipped toolkit has to cover."""
    read = declared(folder)
    toolkit = read.toolkit()
    if toolkit is None:
        return None, sorted(read.faults, key=_stands) or [Fault("flows.no_outline", {}, "toolkit.yaml")], []
    faults = sorted((_placed(read, each) for each in _faults(toolkit)), key=_stands)
    missing = sorted((_placed(read, each) for each in _missing(toolkit)), key=_stands)
    if folder.resolve() == content.FLOWS.resolve():
        return toolkit, sorted(faults + missing, key=_stands), []
    return toolkit, faults, missing


def _placed(read: Declared, finding: Finding) -> Fault:
    file, line, column = read.places.get(finding.at, ("toolkit.yaml", None, None))
    return Fault(finding.key, finding.details, file, line, column, finding.at)


def _stands(fault: Fault) -> tuple[str, int, int]:
    return fault.file, fault.line or 0, fault.column or 0


def _faults(toolkit: Toolkit) -> Iterator[Finding]:
    yield from _twice(toolkit)
    yield from _names(toolkit)
    yield from _order(toolkit)
    filled: dict[str, str] = {}
    for question in toolkit.questions.values():
        yield from _question(toolkit, question)
        for part in question.parts:
            yield from _part(toolkit, part)
            if part.fills and filled.setdefault(part.fills, part.id) != part.id:
                yield found("flows.filled_twice", part.id, path=part.fills, first=filled[part.fills])
    yield from condition_faults(toolkit)


def _twice(toolkit: Toolkit) -> Iterator[Finding]:
    seen: set[str] = set()
    for section in toolkit.sections:
        for question in section.questions:
            for ident in (question.id, *(part.id for part in question.parts)):
                if ident in seen:
                    yield found("flows.id_twice", ident, id=ident)
                seen.add(ident)
    words: dict[str, str] = {}
    for part in (p for p in toolkit.filling.values() if p.item):
        if words.setdefault(part.item, part.id) != part.id or not re.fullmatch("[a-z]+", part.item):
            yield found("flows.item_word", part.id, word=part.item)


def _names(toolkit: Toolkit) -> Iterator[Finding]:
    """A plan keeps these three, and its file is read strictly."""
    outline = toolkit.outline
    if not (TOOLKIT.fullmatch(f"{outline.name}@{outline.version}") and LANGUAGE.fullmatch(outline.language)):
        yield found("flows.names", "name")


def _order(toolkit: Toolkit) -> Iterator[Finding]:
    sections = {section.section for section in toolkit.sections}
    known = sections | set(toolkit.home)
    for key in toolkit.outline.order:
        if key not in known:
            yield found("flows.order_unknown", "order", name=key, near=nearest(key, known))
    for ident in sorted(set(toolkit.home) - set(toolkit.asking)):
        yield found("flows.order_missing", ident, id=ident)


def _question(toolkit: Toolkit, question: Question) -> Iterator[Finding]:
    if not question.parts:
        yield found("flows.no_parts", question.id)
    section = toolkit.home[question.id]
    cards = question.cards + ((section.card,) if section.card and question is section.questions[0] else ())
    for card in cards:
        if (length := len(card.text.split())) > LONGEST_CARD:
            yield found("flows.card_long", question.id, title=card.title, words=length, most=LONGEST_CARD)
    if question.per and question.per not in toolkit.lists:
        yield found(
            "flows.unknown_list", question.id, path=question.per, near=nearest(question.per, toolkit.lists)
        )
    if question.essential and not question.quick:
        yield found("flows.essential_not_quick", question.id)
    quick = [part for part in question.parts if part.quick and part.list]
    if len(quick) > MOST_QUICK:
        yield found("flows.too_quick", question.id, count=len(quick), most=MOST_QUICK)
    for part in question.parts:
        if not part.id.startswith(f"{question.id}."):
            yield found("flows.part_id", part.id, id=question.id)
        if len(question.parts) > 1 and not part.grows and not (part.ask and part.label):
            yield found("flows.no_wording", part.id)


def _part(toolkit: Toolkit, part: Part) -> Iterator[Finding]:
    if bool(part.fills) == bool(part.revises):
        yield found("flows.fills_or_revises", part.id)
        return
    if part.kind not in KINDS:
        yield found(
            "flows.unknown_kind",
            part.id,
            name=part.kind,
            near=nearest(part.kind, KINDS),
            known=", ".join(KINDS),
        )
        return
    slot = slots().get(part.slot)
    if slot is None:
        yield found("flows.unknown_path", part.id, path=part.slot, near=nearest(part.slot, slots()))
        return
    yield from _shape(part, slot)
    yield from _choices(toolkit, part, slot)
    yield from _sources(toolkit, part, slot)


def _shape(part: Part, slot: Slot) -> Iterator[Finding]:
    if slot.shape in ("grid", "column"):
        if part.rows is None or (part.columns is None) is (slot.shape == "grid"):
            yield found("flows.grid", part.id, path=part.slot)
        return
    kind = part.kind
    wrong = slot.shape not in FITTING[kind] or (slot.shape == LIST_OF_ITEMS) is not part.grows
    base = slot.base
    wrong |= kind == "date" and getattr(base, "__name__", "") != "date"
    wrong |= kind == "yes_no" and base is not bool
    wrong |= kind == "number" and not slot.unit and str(base) != "int | float"
    if wrong:
        yield found("flows.wrong_kind", part.id, kind=kind, path=part.slot, shape=slot.shape)
    if part.grows:
        for name in (part.names, *part.shows):
            if f"{part.slot}[].{name}" not in slots():
                yield found("flows.unknown_field", part.id, name=name, path=part.slot)


def _choices(toolkit: Toolkit, part: Part, slot: Slot) -> Iterator[Finding]:
    if part.options:
        if part.options not in toolkit.choices:
            yield found(
                "flows.unknown_choices",
                part.id,
                name=part.options,
                near=nearest(str(part.options), toolkit.choices),
            )
            return
        choices = toolkit.choices_of(part)
        for option in choices.options:
            if not option.label.strip():
                yield found("flows.no_label", part.id, name=option.key)
            if not _fits(slot, option.key):
                yield found(
                    "flows.unknown_choice", part.id, name=option.key, near=nearest(option.key, slot.keys)
                )
        if choices.other and not slot.other:
            yield found("flows.no_other", part.id, path=part.slot)
    elif part.kind in ("one", "many", "ranked") and not part.choose_from:
        yield found("flows.nothing_to_choose", part.id)


def _fits(slot: Slot, key: str) -> bool:
    try:
        slot.fit_cell(key)
    except Unfit:
        return False
    return True


def _sources(toolkit: Toolkit, part: Part, slot: Slot) -> Iterator[Finding]:
    sources = part.choose_from + _axis_sources(part.rows) + _axis_sources(part.columns)
    for path in sources:
        if path not in toolkit.filling:
            yield found("flows.unknown_source", part.id, path=path, near=nearest(path, toolkit.filling))
    for axis in (part.rows, part.columns):
        if axis and axis.options and axis.options not in toolkit.choices:
            yield found(
                "flows.unknown_choices",
                part.id,
                name=axis.options,
                near=nearest(axis.options, toolkit.choices),
            )
    if slot.refers and not set(part.choose_from) <= set(slot.refers):
        yield found("flows.wrong_source", part.id, path=part.slot, known=", ".join(slot.refers))


def _axis_sources(axis: Axis | None) -> tuple[str, ...]:
    return axis.choose_from if axis else ()


def _missing(toolkit: Toolkit) -> Iterator[Finding]:
    """What the shipped toolkit has to cover and a flow of one's own may leave out."""
    for path in sorted(slots().keys() - toolkit.filling.keys()):
        yield found("flows.slot_unasked", path, path=path)
    covered = {tag for question in toolkit.questions.values() for tag in question.covers}
    tags = {seed.tag for seed in toolkit.outline.seed}
    for tag in sorted(tags - covered):
        yield found("flows.seed_uncovered", "seed", tag=tag)
    for tag in sorted(covered - tags):
        yield found("flows.seed_unknown", "seed", tag=tag)
    for part in toolkit.filling.values():
        slot = slots().get(part.fills)
        if slot and part.options and (left := set(slot.keys) - toolkit.choices_of(part).by_key.keys()):
            yield found("flows.choice_unoffered", part.id, names=", ".join(sorted(left)))
    printed = [ident for chapter in toolkit.outline.chapters for ident in chapter.questions]
    for ident in toolkit.questions:
        if printed.count(ident) != 1:
            yield found("flows.chapter", ident, id=ident, count=printed.count(ident))
