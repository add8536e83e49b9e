"""Review: everything that is written, in blocks that open; every answer can be changed from here and returns here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wizard import words
from wizard.formatting.places import part_of, short
from wizard.formatting.values import format_value, labelled
from wizard.interview import grids, walk
from wizard.interview.flow import Section
from wizard.interview.names import item_name
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Option, Pages
from wizard.sitting.ask_builder import SidePage
from wizard.sitting.lists.items import edit, tidy
from wizard.sitting.questions.cards import show_note
from wizard.sitting.saving import save
from wizard.sitting.sitting import Sitting
from wizard.sitting.walking import ask_turn

WHOLE = "\x00whole"


@dataclass(frozen=True)
class Block:
    """What the review shows as one line: an answer, or an entry or a table that opens into its answers."""

    key: str
    line: str
    turns: list[Turn]
    advice: str = ""


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
    """What a section holds, or all of them; what is picked is asked again or opened, then the review goes on."""
    last = sitting.trail.last
    title = words.say("review.section", section=section.title if section else words.say("review.whole"))
    place = f"{section.section if section else ''}?review"
    yield from _read(sitting, title, place, lambda: _blocks(sitting, _turns(sitting, section)))
    sitting.trail.last = last  # going on goes on where it was before reading over


def _read(sitting: Sitting, title: str, place: str, blocks: Callable[[], list[Block]]) -> Pages[None]:
    """A page of blocks, until the person goes back from it."""
    at: Any = None
    while True:
        tidy(sitting)
        found = {block.key: block for block in blocks()}
        page = SidePage(
            "one",
            title,
            ask_builder.head(sitting.here),
            tuple(Option(key, block.line, block.advice) for key, block in found.items()),
            hint=words.say("review.hint"),
            note=sitting.take_note(),
            value=at if at in found else next(iter(found), None),
            place=place,
        )
        reply = yield page
        if not isinstance(reply, Answer) or reply.value not in found:
            return
        at = reply.value
        yield from _open(sitting, found[at])


def _open(sitting: Sitting, block: Block) -> Pages[None]:
    """A single answer is asked again; an entry shows its parts, and a table its cells."""
    first = block.turns[0]
    if block.key == _key(first):
        if (yield from show_note(sitting, first)):
            sitting.trail.last = first
            yield from ask_turn(sitting, first)
    elif first.item:
        yield from edit(sitting, first.part.list, first.item)
    else:
        yield from _read(sitting, block.line, f"{block.key}?review", lambda: _cells(sitting, first))


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


def _blocks(sitting: Sitting, turns: list[Turn]) -> list[Block]:
    """An entry and a table are one block each, everything else a block for itself."""
    together: dict[str, list[Turn]] = {}
    for turn in turns:
        whole = f"{turn.part.list}.{turn.item}" if turn.item else turn.part.slot if turn.row else _key(turn)
        together.setdefault(whole, []).append(turn)
    return [_block(sitting, key, found) for key, found in together.items()]


def _block(sitting: Sitting, key: str, turns: list[Turn]) -> Block:
    first = turns[0]
    if key == _key(first):
        label = first.part.label or first.question.label
        return Block(key, labelled(label, ask_builder.in_one_line(sitting.here, first)), turns)
    answered = sum(not sitting.here.is_open(turn) for turn in turns)
    advice = words.say("review.answered", count=answered, of=len(turns))
    return Block(key, _entry(sitting, first) if first.item else first.question.label, turns, advice)


def _cells(sitting: Sitting, first: Turn) -> list[Block]:
    """The cells of a table, each for itself."""
    return [
        Block(_key(each), labelled(_cell(each), ask_builder.in_one_line(sitting.here, each)), [each])
        for each in grids.cells_of(sitting.here, first)
    ]


def _key(turn: Turn) -> str:
    return f"{turn.part.id} {turn.place}"


def _entry(sitting: Sitting, turn: Turn) -> str:
    """`Goals 1: Open a line`."""
    grown = sitting.toolkit.lists[turn.part.list]
    items = sitting.draft.entries(turn.part.list)
    number = next(n for n, each in enumerate(items, 1) if each["id"] == turn.item)
    listed = grown.label or sitting.toolkit.asked_by[grown.id].label
    name = item_name(sitting.toolkit, sitting.here.answers, grown, items[number - 1])
    return labelled(words.say("review.item", list=listed, number=number), short(name))


def _cell(turn: Turn) -> str:
    row, column = (each.label if each else "" for each in (turn.row, turn.column))
    return f"{row}, {column}" if column else row


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
