"""A turn made into a page: wording, options, guidance, and what stands above the prompt."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from wizard import words
from wizard.formatting.places import short
from wizard.formatting.standings import state
from wizard.formatting.values import format_details, format_value
from wizard.interview import grids, progress
from wizard.interview.aloud import cards_at
from wizard.interview.choosing import Choice, choices_for
from wizard.interview.defaults import default_for
from wizard.interview.names import item_name
from wizard.interview.survey import Survey, Turn
from wizard.sitting.ask import Ask, Head, Option

ADD_NEW, SAME_AS_ABOVE, WHOLE_ROW, NOT_KNOWN_FOR_REST = "\x00add", "\x00same", "\x00row", "\x00rest"
BESIDE = frozenset({"back", "help", "go_to", "leave"})


def nevers() -> tuple[tuple[str, str], ...]:
    """Where to read what never belongs in a plan; stands at the end of every help."""
    return ((words.say("help.nevers.title"), words.say("help.nevers.text")),)


@dataclass(frozen=True)
class SidePage(Ask):
    """A page that is no question of the toolkit: its help, and the ways that work there."""

    help: tuple[tuple[str, str], ...] = field(default_factory=nevers)
    can: frozenset[str] = BESIDE


def head(survey: Survey, turn: Turn | None = None) -> Head:
    """Whose plan; at a question also its section, the how-manieth of the path it is, and the minutes ahead."""
    name = str(survey.draft.get("about.name") or words.say("head.unnamed"))
    if turn is None:
        return Head(name, "")
    asked = [ident for ident in survey.toolkit.questions if ident in survey.asked]  # in the order of asking
    number = asked.index(turn.question.id) + 1 if turn.question.id in asked else len(asked)
    where = words.say(
        "head.where",
        section=survey.toolkit.home[turn.question.id].title,
        number=number,
        of=len(asked),
        ahead=ahead(survey, turn),
    )
    return Head(name, where)


def ahead(survey: Survey, turn: Turn | None) -> str:
    """About how long the open questions from a turn on take, in words."""
    found, _ = progress.ahead_and_passed(survey, turn)
    minutes = sum(question.minutes for question in found)
    return words.say("head.ahead", minutes=progress.whole_minutes(minutes))


def wording(turn: Turn) -> str:
    """The question in the part's words, or the whole question's where it has only one part."""
    asked = turn.part.ask or turn.question.ask
    if turn.row is not None:
        return words.filled(asked, row=turn.row.label, column=turn.column.label if turn.column else "")
    return asked


def options(survey: Survey, turn: Turn) -> tuple[Option, ...]:
    """What can be chosen, and the ways to add to it."""
    part = turn.part
    made = [_option(choice) for choice in choices_for(survey.toolkit, survey.answers, part)]
    other = part.other or survey.toolkit.choices_of(part).other
    if other:
        made.append(Option("other", other, words=True))
    if part.add_new and part.choose_from:
        made.append(Option(ADD_NEW, words.say("choose.add_new"), apart=True))
    if turn.row is not None:
        made += _grid_options(survey, turn)
    return tuple(made)


def _option(choice: Choice) -> Option:
    return Option(choice.value, choice.label, choice.advice)


def _grid_options(survey: Survey, turn: Turn) -> Iterator[Option]:
    assert turn.row
    above = grids.cell_above(survey, turn)
    if above is not None:
        answer = format_value(survey.toolkit, survey.answers, turn.part, above)
        yield Option(SAME_AS_ABOVE, words.say("choose.same_as_above", answer=answer), apart=True)
    if (count := len(grids.row_to_fill(survey, turn))) > 1:
        yield Option(WHOLE_ROW, words.say("choose.whole_row", row=turn.row.label, count=count), apart=True)
    yield Option(NOT_KNOWN_FOR_REST, words.say("choose.not_known_for_rest"), apart=True)


def _where_in_grid(survey: Survey, turn: Turn) -> str:
    """`Row 2 of 6, column 1 of 3`."""
    row, rows, column, columns = grids.place_in(survey, turn)
    return words.say(
        "choose.where", row=row, rows=rows, column=column if columns > 1 else None, columns=columns
    )


def value(survey: Survey, turn: Turn) -> tuple[Any, bool]:
    """The earlier answer, or a suggestion made from what was said before (True)."""
    held = survey.draft.get(turn.place)
    if isinstance(held, int) and turn.part.kind == "one":
        held = str(held)  # a rating is stored as a number, and its options are known by their keys
    if held is None and turn.part.fills and (offered := default_for(survey, turn)) is not None:
        return offered, True
    return held, False


def above(survey: Survey, turn: Turn) -> tuple[tuple[str, str], ...]:
    """In a grid the row's other cells; else the answered parts of the same item, or of the same question."""
    if turn.row is not None:
        return ((_where_in_grid(survey, turn), ""), *_row(survey, turn))
    if not turn.item:
        return tuple(_answered(survey, turn, _beside(survey, turn)))
    return tuple(_answered(survey, turn, item_turns(survey, turn.part.list, turn.item))) or _list(
        survey, turn
    )


def _row(survey: Survey, turn: Turn) -> Iterator[tuple[str, str]]:
    for each in grids.cells_of(survey, turn):
        if each.row != turn.row or each.key == turn.key or each.column is None:
            continue
        if (held := survey.draft.get(each.place)) is not None:
            yield each.column.label, format_value(survey.toolkit, survey.answers, each.part, held)


def _list(survey: Survey, turn: Turn) -> tuple[tuple[str, str], ...]:
    """What an entry is added to, while nothing stands in it yet."""
    grown = survey.toolkit.lists[turn.part.list]
    return ((grown.ask or survey.toolkit.asked_by[grown.id].ask, ""),)


def _beside(survey: Survey, turn: Turn) -> list[Turn]:
    """The single answers of a question that is asked in several parts."""
    turns = survey.by_question.get(turn.question.id, [])
    return [each for each in turns if not (each.item or each.row or each.part.kind == "list")]


def _answered(survey: Survey, turn: Turn, around: list[Turn]) -> Iterator[tuple[str, str]]:
    for each in around:
        held = survey.draft.get(each.place)
        if held is not None and each.place != turn.place:
            answer = short(format_value(survey.toolkit, survey.answers, each.part, held))
            yield each.part.label or each.question.label, answer


def item_turns(survey: Survey, path: str, ident: str) -> list[Turn]:
    """The turns of one item, in order, each place once (a later question may ask for a place again)."""
    turns = [turn for turn in (*survey.turns, *survey.begun) if turn.item == ident and turn.part.list == path]
    return list({turn.place: turn for turn in reversed(turns)}.values())[::-1]


def list_turn(survey: Survey, turn: Turn) -> Turn | None:
    """The list an item's part is entered from; None for a part that is asked by itself."""
    grown = survey.toolkit.lists.get(turn.part.list) if turn.item else None
    if grown is None or turn.question not in survey.toolkit.runs[survey.toolkit.asked_by[grown.id].id]:
        return None
    return next((each for each in survey.turns if each.part is grown), None)


def empty_around(survey: Survey, turn: Turn) -> list[Turn]:
    """What is still empty in the same entry, or in the same grid."""
    if turn.item:
        around = item_turns(survey, turn.part.list, turn.item)
    elif turn.row is not None:
        around = grids.cells_of(survey, turn)
    else:
        around = [turn]
    return [each for each in around if survey.is_open(each)]


def in_one_line(survey: Survey, turn: Turn) -> str:
    """What is written at a turn, in one line: the answer, why it is open, or that there is nothing yet."""
    if turn.part.grows:
        items = survey.draft.entries(turn.place)
        names = [item_name(survey.toolkit, survey.answers, turn.part, item) for item in items]
        text = words.language().joined(names, "apart")
        if not names and turn.place in survey.draft.complete:
            text = words.say("value.none")
    else:
        text = format_value(survey.toolkit, survey.answers, turn.part, survey.draft.get(turn.place))
    if not text and (point := survey.point(turn)):
        return words.say(f"point.reasons.{point.reason}")
    return short(text) or words.say("review.empty")


def left_open(survey: Survey, turn: Turn) -> str:
    """Says why a turn without an answer was left open; empty when it was not."""
    point = survey.point(turn)
    if point is None or (survey.draft.get(turn.place) is not None and turn.part.kind != "list"):
        return ""
    return words.say("point.stands", reason=words.say(f"point.reasons.{point.reason}"))


def section_options(survey: Survey) -> Iterator[Option]:
    """The sections that have questions, with how far each is."""
    titles = {section.section: section.title for section in survey.toolkit.sections}
    for each in progress.standings(survey):
        if each.questions:
            yield Option(each.id, f"{titles[each.id]}: {state(each)}")


def item_options(survey: Survey, turn: Turn) -> Iterator[Option]:
    """The items of a list as they are read: name first, details dimmer behind."""
    for item in survey.draft.entries(turn.part.slot):
        name = item_name(survey.toolkit, survey.answers, turn.part, item)
        yield Option(item["id"], name, format_details(survey.toolkit, survey.answers, turn.part, item))


def help_for(survey: Survey, turn: Turn) -> tuple[tuple[str, str], ...]:
    """Why we ask, examples, who to ask, and what never belongs in a plan."""
    return tuple(_help(survey, turn))


def _help(survey: Survey, turn: Turn) -> Iterator[tuple[str, str]]:
    question, part = turn.question, turn.part
    toolkit = question.toolkit or survey.toolkit.home[question.id].toolkit
    if question.why:
        yield words.say("help.why", toolkit=toolkit), question.why
    if good := part.good or question.good:
        yield words.say("help.good"), good
    if weak := part.weak or question.weak:
        yield words.say("help.weak"), weak
    if question.who:
        yield words.say("help.who"), question.who
    advised = [
        f"{each.label}: {each.advice}"
        for each in choices_for(survey.toolkit, survey.answers, part)
        if each.advice
    ]
    if advised and part.options and len(advised) <= 20:
        yield words.say("help.options"), "\n".join(advised)
    section = survey.toolkit.home[question.id].card
    for card in (*cards_at(survey, question), *((section,) if section else ())):
        yield words.say("card.aloud", title=card.title), card.text
    yield from nevers()


def how_this_works() -> tuple[tuple[str, str], ...]:
    """Help for the very first pages."""
    return ((words.say("path.help.title"), words.say("path.help.text")), *nevers())
