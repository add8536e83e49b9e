"""Review: everything that is written, a line each; every line can be changed from here and returns here."""

from typing import Any

from wizard import words
from wizard.formatting.places import part_of, short
from wizard.formatting.values import format_value, labelled
from wizard.interview import walk
from wizard.interview.flow import Section
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Option, Pages
from wizard.sitting.ask_builder import SidePage
from wizard.sitting.lists.items import tidy
from wizard.sitting.questions.cards import show_note
from wizard.sitting.saving import save
from wizard.sitting.sitting import Sitting
from wizard.sitting.walking import ask_turn

WHOLE = "\x00whole"


def review(sitting: Sitting) -> Pages[None]:
    """Pick a section or the whole plan, review it, and come back, until Back."""
    value = WHOLE
    while True:
        options = (
            Option(WHOLE, words.say("review.whole")),
            *ask_builder.section_options(sitting.here),
        )
        page = SidePage(
            "one",
            words.say("review.which"),
            ask_builder.head(sitting.here),
            options,
            note=sitting.take_note(),
            value=value,
            place="?review",
        )
        reply = yield page
        if not isinstance(reply, Answer):
            return
        value = reply.value
        yield from review_section(
            sitting, next((each for each in sitting.toolkit.sections if each.section == value), None)
        )


def review_section(sitting: Sitting, section: Section | None) -> Pages[None]:
    """The answers of a section, or of all; the picked one is asked again, then the review goes on where it was."""
    at: Any = None
    last = sitting.trail.last
    while True:
        tidy(sitting)
        turns = {f"{turn.part.id} {turn.place}": turn for turn in _turns(sitting, section)}
        options = tuple(
            Option(key, labelled(_label(sitting, turn), ask_builder.in_one_line(sitting.here, turn)))
            for key, turn in turns.items()
        )
        title = section.title if section else words.say("review.whole")
        page = SidePage(
            "one",
            words.say("review.section", section=title),
            ask_builder.head(sitting.here),
            options,
            hint=words.say("review.hint"),
            note=sitting.take_note(),
            value=at if at in turns else next(iter(turns), None),
            place=f"{section.section if section else ''}?review",
        )
        reply = yield page
        if not isinstance(reply, Answer) or reply.value not in turns:
            sitting.trail.last = last  # going on goes on where it was before reading over
            return
        at = reply.value
        if (yield from show_note(sitting, turns[at])):
            sitting.trail.last = turns[at]
            yield from ask_turn(sitting, turns[at])


def _turns(sitting: Sitting, section: Section | None) -> list[Turn]:
    """In the order of asking; the whole plan section by section."""
    sections = [section] if section else sitting.toolkit.sections
    return [turn for each in sections for turn in _lists_first(walk.of_section(sitting.here, each.section))]


def _lists_first(turns: list[Turn]) -> list[Turn]:
    """A list is asked behind its entries and read before them."""
    found: list[Turn] = []
    for turn in turns:
        entries = (at for at, each in enumerate(found) if each.item and each.part.list == turn.part.slot)
        found.insert(next(entries, len(found)) if turn.part.grows else len(found), turn)
    return found


def _label(sitting: Sitting, turn: Turn) -> str:
    label = turn.part.label or turn.question.label
    if turn.item:
        grown = sitting.toolkit.lists[turn.part.list]
        items = sitting.draft.entries(turn.part.list)
        number = next(n for n, each in enumerate(items, 1) if each["id"] == turn.item)
        listed = grown.label or sitting.toolkit.asked_by[grown.id].label
        return words.say("review.item", list=listed, number=number, label=label)
    if turn.row is not None:
        cell = f"{turn.row.label}, {turn.column.label}" if turn.column and turn.column.label else ""
        return cell or turn.row.label
    return label


def show_set_aside(sitting: Sitting) -> Pages[None]:
    """Answers whose question no longer applies: kept in the file, left out of all else; can be deleted."""
    while aside := dict(sitting.here.set_aside):
        options = tuple(Option(place, _aside(sitting, place, value)) for place, value in aside.items())
        page = SidePage(
            "one",
            words.say("aside.ask"),
            ask_builder.head(sitting.here),
            options,
            hint=words.say("aside.hint"),
            note=sitting.take_note(),
            value=options[0].value,
            place="?aside",
        )
        reply = yield page
        if not isinstance(reply, Answer) or reply.value not in aside:
            return
        sure = SidePage(
            "yes_no",
            words.say("aside.sure"),
            ask_builder.head(sitting.here),
            above=((_aside(sitting, reply.value, aside[reply.value]), ""),),
            place="?aside_sure",
        )
        if (yield sure) == Answer(True):
            yield from _delete(sitting, reply.value)


def _delete(sitting: Sitting, place: str) -> Pages[None]:
    """Takes the answer away, or that part of it which no longer applies."""
    kept = sitting.still_applies(place)
    if isinstance(kept, list):
        sitting.draft.put(place, kept)
    else:
        sitting.draft.drop(place)
    sitting.note = words.say("aside.deleted")
    yield from save(sitting)


def _aside(sitting: Sitting, place: str, value: Any) -> str:
    """The answer's label and what it says; of a list only what no longer applies."""
    here, part = sitting.here, part_of(sitting.toolkit, place)
    kept = sitting.still_applies(place)
    if isinstance(value, list) and isinstance(kept, list):
        value = [each for each in value if each not in kept]
    if part is None:
        return labelled(words.say("aside.one"), short(str(value)))
    question = sitting.toolkit.asked_by[part.id]
    return labelled(
        part.label or question.label, short(format_value(here.toolkit, here.answers, part, value))
    )
