"""Flows checked when loaded: everything that is wrong at once, each with file, line, column, id and what to do."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from wizard import content
from wizard.errors import Fault, nearest
from wizard.interview.checking.chapters import Figures, arranged, chapter_faults, chapter_notes
from wizard.interview.checking.conditions import condition_faults
from wizard.interview.checking.cover import missing
from wizard.interview.checking.declared import Asked, Declared, declared
from wizard.interview.checking.fault import Finding, Spot, found, standing, without_shadows
from wizard.interview.checking.parts import choice_faults, part_faults
from wizard.interview.flow import Toolkit
from wizard.plan.slots import LIST_OF_ITEMS, slots
from wizard.storage.plan_file import LANGUAGE, TOOLKIT

LONGEST_CARD = 60  # words that can be read aloud without losing the room
MOST_QUICK = 3  # quick parts an item, of one question
MOST_MINUTES = 24 * 60


def checked(folder: Path, figures: Figures | None = None) -> tuple[Toolkit | None, list[Fault], list[Fault]]:
    """The toolkit of a folder, its faults, and its notes: what only the shipped toolkit has to cover.

    There is no toolkit where there are faults. What is well-formed is checked even while something else is not.
    `figures` are those of the document, with the slots they draw; without them nothing is said about figures.
    """
    read = declared(folder)
    chapters = arranged(folder, read)
    must = [*_faults(read), *chapter_faults(chapters, figures or {})]
    heard = read.heard | {each.meant for each in must}
    wrong, left_out = (
        [each.fault() for each in without_shadows(findings, heard, unseen=read.unseen)]
        for findings in (must, [*missing(read), *chapter_notes(chapters, read, figures or {})])
    )
    if folder.resolve() == content.FLOWS.resolve():
        wrong, left_out = wrong + left_out, []
    faults = _in_order(read.faults + chapters.faults + wrong)
    toolkit = None if faults else replace(read.toolkit(), chapters=chapters.chapters)
    return toolkit, faults, _in_order(left_out)


def _in_order(faults: Iterable[Fault]) -> list[Fault]:
    """By file and line, the same thing at the same place once."""
    once: dict[tuple[object, ...], Fault] = {}
    for each in faults:
        once.setdefault((each.key, each.file, each.line, each.column, str(each.details)), each)
    return sorted(once.values(), key=lambda each: (each.file, each.line or 0, each.column or 0))


def _faults(read: Declared) -> Iterator[Finding]:
    yield from _outline(read)
    yield from _sections(read)
    yield from _twice(read)
    for _, asked in read.asking:
        yield from standing(asked.spot, _question(read, asked))
        for each in asked.parts:
            yield from standing(each.spot, part_faults(read, asked, each))
    yield from choice_faults(read)
    yield from condition_faults(read)


def _outline(read: Declared) -> Iterator[Finding]:
    """The names are what a plan keeps, and its file is read strictly."""
    outline, spots = read.outline, read.outline_spots
    if outline is None:
        return
    if not (TOOLKIT.fullmatch(f"{outline.name}@{outline.version}") and LANGUAGE.fullmatch(outline.language)):
        yield found("flows.names", "name", of="name version language", spot=spots["name"])
    for key in read.order:
        if key not in read.known:
            near = nearest(key, read.known)
            yield found(
                "flows.order_unknown",
                "order",
                of="order",
                absent=key,
                spot=spots["order"],
                name=key,
                near=near,
            )
    for group, asked in read.asking:
        if group and "order" not in spots["order"].doubts:
            yield found("flows.order_missing", asked.question.id, spot=asked.spot, id=asked.question.id)


def _sections(read: Declared) -> Iterator[Finding]:
    first: dict[str, Spot] = {}
    for section, spot in read.sections:
        key, there = section.section, first.setdefault(section.section, spot)
        if there is not spot:
            meant = next(name for each in (spot, there) if (name := each.file.removesuffix(".yaml")) != key)
            yield found("flows.section_twice", key, meant=meant, spot=spot, name=key, first=there.file)


def _twice(read: Declared) -> Iterator[Finding]:
    first: dict[str, Spot] = {}
    words: dict[str, str] = {}
    for asked in read.questions:
        of_parts = [(each.part.id, each.spot) for each in asked.parts]
        for ident, spot in ((asked.question.id, asked.spot), *of_parts):
            if (there := first.setdefault(ident, spot)) is not spot:
                yield found(
                    "flows.id_twice", ident, of="id", spot=spot, id=ident, first=there.line, file=there.file
                )
        for part, spot in ((each.part, each.spot) for each in asked.parts if each.part.item):
            mine = words.setdefault(part.item, part.fills) == part.fills
            if not (mine and re.fullmatch("[a-z]+", part.item)):
                yield found("flows.item_word", part.id, spot=spot, word=part.item)


def _question(read: Declared, asked: Asked) -> Iterator[Finding]:
    question = asked.question
    for name in ("ask", "label"):
        if not getattr(question, name).strip():
            yield found("flows.no_words", question.id, of=name, name=name)
    if not question.parts:
        yield found("flows.no_parts", question.id, of="parts")
    if not 0 <= question.minutes <= MOST_MINUTES:
        yield found("flows.minutes", question.id, most=MOST_MINUTES)
    section = asked.section
    cards = question.cards + ((section.card,) if section.card and question is section.questions[0] else ())
    for card in cards:
        if (length := len(card.text.split())) > LONGEST_CARD:
            yield found("flows.card_long", question.id, title=card.title, words=length, most=LONGEST_CARD)
    if question.per and question.per not in (lists := _lists(read)):
        near = nearest(question.per, lists)
        yield found("flows.unknown_list", question.id, absent=question.per, path=question.per, near=near)
    if question.essential and not question.quick:
        yield found("flows.essential_not_quick", question.id, of="quick parts")
    quick = [part for part in question.parts if part.quick and part.list]
    if len(quick) > MOST_QUICK:
        yield found("flows.too_quick", question.id, count=len(quick), most=MOST_QUICK)


def _lists(read: Declared) -> list[str]:
    """The lists that some part fills, whether or not the rest of that part is as it should be."""
    return [path for path in read.filling if path in slots() and slots()[path].shape == LIST_OF_ITEMS]
