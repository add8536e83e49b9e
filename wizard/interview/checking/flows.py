"""Flows checked when loaded: everything that is wrong at once, each with file, line, column, id and what to do."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from wizard import content
from wizard.errors import Fault, nearest
from wizard.interview.checking.chapters import Figures, chapter_faults, chapter_notes, layout_of
from wizard.interview.checking.conditions import condition_faults
from wizard.interview.checking.cover import missing
from wizard.interview.checking.parsed import Parsed, Spot
from wizard.interview.checking.parser import parse
from wizard.interview.checking.parts import choice_faults, part_faults
from wizard.interview.flow import Question, Section, Toolkit
from wizard.plan.slots import LIST_OF_ITEMS, slots
from wizard.storage.plan_file import LANGUAGE, TOOLKIT

LONGEST_CARD = 60  # words that can be read aloud without losing the room
MOST_QUICK = 3  # quick parts an item, of one question
MOST_MINUTES = 24 * 60


def checked(folder: Path, figures: Figures | None = None) -> tuple[Toolkit | None, list[Fault], list[Fault]]:
    """The toolkit of a folder, its faults, and its notes: what only the shipped toolkit has to cover.

    Shape is looked at first, meaning only where the shape holds, and what is left out only when all is well. There
    is no toolkit where there are faults. `figures` are those of the document, with the slots they draw; without them
    nothing is said about figures. Raises Problem where there are no flows.
    """
    parsed = parse(folder)
    layout = layout_of(parsed)
    faults = parsed.faults + [fault for check in CHECKS for fault in check(parsed)]
    faults += chapter_faults(layout, figures or {})
    left_out = [] if faults else [*missing(parsed), *chapter_notes(layout, parsed, figures or {})]
    if folder.resolve() == content.FLOWS.resolve():
        faults, left_out = faults + left_out, []
    toolkit = None if faults else replace(parsed.toolkit(), layout=lambda: layout.chapters)
    return toolkit, _in_order(faults), _in_order(left_out)


def _in_order(faults: Iterable[Fault]) -> list[Fault]:
    """By file and line, the same thing at the same place once."""
    once: dict[tuple[object, ...], Fault] = {}
    for each in faults:
        once.setdefault((each.key, each.file, each.line, each.column, str(each.details)), each)
    return sorted(once.values(), key=lambda each: (each.file, each.line or 0, each.column or 0))


def _outline(parsed: Parsed) -> Iterator[Fault]:
    """The names are what a plan keeps, and its file is read strictly."""
    outline = parsed.outline
    if outline is None:
        return
    if not (TOOLKIT.fullmatch(f"{outline.name}@{outline.version}") and LANGUAGE.fullmatch(outline.language)):
        yield parsed.spot("name").fault("flows.names")
    known = {section.section for section in parsed.sections} | {each.id for _, each in parsed.questions}
    if unknown := [key for key in outline.order if key not in known]:
        for key in unknown if parsed.is_every_section_known else ():
            yield parsed.spot("order").fault("flows.order_unknown", name=key, near=nearest(key, known))
    else:
        for question in parsed.unordered:
            yield parsed.spot(question).fault("flows.order_missing", id=question.id)


def _sections(parsed: Parsed) -> Iterator[Fault]:
    spots: dict[str, Spot] = {}
    for section in parsed.sections:
        spot = parsed.spot(section)
        if (first := spots.setdefault(section.section, spot)) is not spot:
            yield spot.fault("flows.section_twice", name=section.section, first=first.file)


def _ids(parsed: Parsed) -> Iterator[Fault]:
    spots: dict[str, Spot] = {}
    for _, question in parsed.questions:
        own = parsed.spot(question)
        for spot in (own, *map(parsed.spot, question.parts)):
            if (first := spots.setdefault(spot.at, spot)) is not spot:
                yield spot.fault("flows.id_twice", id=spot.at, first=first.line, file=first.file)
            elif spots[own.at] is own and not f"{spot.at}.".startswith(f"{own.at}."):
                yield spot.fault("flows.part_id", id=own.at)


def _item_words(parsed: Parsed) -> Iterator[Fault]:
    lists: dict[str, str] = {}
    for _, part in parsed.parts:
        word = part.item
        if word and not (lists.setdefault(word, part.fills) == part.fills and re.fullmatch("[a-z]+", word)):
            yield parsed.spot(part).fault("flows.item_word", word=word)


def _questions(parsed: Parsed) -> Iterator[Fault]:
    lists = [path for path, slot in slots().items() if slot.shape == LIST_OF_ITEMS and parsed.asks_for(path)]
    for section, question in parsed.questions:
        spot = parsed.spot(question)
        yield from _words(spot, section, question)
        if question.per and question.per not in lists:
            yield spot.fault("flows.unknown_list", path=question.per, near=nearest(question.per, lists))
        if question.essential and not question.quick:
            yield spot.fault("flows.essential_not_quick")
        quick = [part for part in question.parts if part.quick and part.list]
        if len(quick) > MOST_QUICK:
            yield spot.fault("flows.too_quick", count=len(quick), most=MOST_QUICK)


def _words(spot: Spot, section: Section, question: Question) -> Iterator[Fault]:
    for name in ("ask", "label"):
        if not getattr(question, name).strip():
            yield spot.fault("flows.no_words", name=name)
    if not question.parts:
        yield spot.fault("flows.no_parts")
    if not 0 <= question.minutes <= MOST_MINUTES:
        yield spot.fault("flows.minutes", most=MOST_MINUTES)
    first = (section.card,) if section.card and question is section.questions[0] else ()
    for card in (*question.cards, *first):
        if (length := len(card.text.split())) > LONGEST_CARD:
            yield spot.fault("flows.card_long", title=card.title, words=length, most=LONGEST_CARD)


# What is meant, each of it looked at over all that could be taken in.
CHECKS: tuple[Callable[[Parsed], Iterator[Fault]], ...] = (
    _outline,
    _sections,
    _ids,
    _item_words,
    _questions,
    part_faults,
    choice_faults,
    condition_faults,
)
