"""Review: everything that is written, a line each; every line can be changed from here and returns here."""

from collections.abc import Iterator

from wizard import words
from wizard.interview import walk
from wizard.interview.flow import Section
from wizard.interview.survey import Turn
from wizard.interview.written import item_name, written
from wizard.terminal import asking
from wizard.terminal.going import state
from wizard.terminal.seam import Answer, Ask, Back, GoTo, Nevers, Option
from wizard.terminal.sitting import Sitting

CAN = frozenset({"back", "help", "leave"})


def review(sitting: Sitting) -> None:
    """Pick a section, review it, and come back, until Back."""
    from wizard.interview import progress

    value = None
    while True:
        standings = {each.id: each for each in progress.standings(sitting.here)}
        sections = [each for each in sitting.toolkit.sections if standings[each.section].questions]
        options = tuple(
            Option(each.section, f"{each.title}: {state(standings[each.section])}") for each in sections
        )
        ask = Ask("one", words.say("review.which"), asking.head(sitting.here), options, value=value, can=CAN)
        reply = sitting.ask(ask)
        if not isinstance(reply, Answer):
            return
        value = reply.value
        review_section(sitting, next(each for each in sections if each.section == value))


def review_section(sitting: Sitting, section: Section) -> None:
    """The answers of a section; the picked one is asked again, then the review goes on where it was."""
    from wizard.terminal.walking import ask_turn, show_nevers

    at = None
    while True:
        turns = {turn.place: turn for turn in walk.of_section(sitting.here, section.section)}
        options = tuple(_lines(sitting, list(turns.values())))
        ask = Ask(
            "one",
            words.say("review.section", section=section.title),
            asking.head(sitting.here),
            options,
            hint=words.say("review.hint"),
            note=sitting.note(),
            value=at,
            can=CAN | {"go_to"},
        )
        reply = sitting.ask(ask)
        match reply:
            case Answer(place):
                at = place
                ask_turn(sitting, turns[place])
            case Nevers():
                show_nevers(sitting)
            case Back() | GoTo():
                return
            case _:
                return


def _lines(sitting: Sitting, turns: list[Turn]) -> Iterator[Option]:
    for turn in turns:
        yield Option(turn.place, f"{_label(sitting, turn)}: {_said(sitting, turn)}")


def _label(sitting: Sitting, turn: Turn) -> str:
    label = turn.part.label or turn.question.label
    if turn.item:
        grown = sitting.toolkit.lists[turn.part.list]
        items = sitting.draft.items(turn.part.list)
        number = next(n for n, each in enumerate(items, 1) if each["id"] == turn.item)
        return words.say("review.item", label=label, item=grown.item, number=number)
    if turn.row is not None:
        return (
            f"{turn.row.label}, {turn.column.label}" if turn.column and turn.column.label else turn.row.label
        )
    return label


def _said(sitting: Sitting, turn: Turn) -> str:
    here = sitting.here
    if point := here.point(turn):
        return words.say(f"point.reasons.{point.reason}")
    if turn.part.grows:
        names = [
            item_name(here.toolkit, here.answers, turn.part, item) for item in sitting.draft.items(turn.place)
        ]
        return "; ".join(names) or words.say("review.empty")
    held = sitting.draft.get(turn.place)
    return written(here.toolkit, here.answers, turn.part, held).replace("\n", " ") or words.say(
        "review.empty"
    )


def show_set_aside(sitting: Sitting) -> None:
    """Answers whose question no longer applies: kept in the file, left out of everything else; can be deleted."""
    while aside := sitting.here.set_aside:
        options = tuple(
            Option(place, f"{_slot_label(sitting, place)}: {_plainly(value)}") for place, value in aside
        )
        ask = Ask(
            "one",
            words.say("aside.ask"),
            asking.head(sitting.here),
            options,
            hint=words.say("aside.hint"),
            can=frozenset({"back", "leave"}),
        )
        reply = sitting.ask(ask)
        if not isinstance(reply, Answer):
            return
        sure = Ask(
            "yes_no", words.say("aside.sure"), asking.head(sitting.here), can=frozenset({"back", "leave"})
        )
        if sitting.ask(sure) == Answer(True):
            sitting.draft.drop(reply.value)
            sitting.save()


def _slot_label(sitting: Sitting, place: str) -> str:
    for path, part in sitting.toolkit.filling.items():
        head, _, last = path.partition("[].")
        if (
            place == path
            or place.startswith(f"{path}.")
            or (last and place.startswith(head) and place.endswith(last))
        ):
            return part.label or sitting.toolkit.asked_by[part.id].label
    return place


def _plainly(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_plainly, value))
    return str(value["other"]) if isinstance(value, dict) and "other" in value else str(value)
