"""A turn made into a page: wording, options, guidance, and what stands above the prompt."""

from collections.abc import Iterator
from typing import Any

from wizard import words
from wizard.interview import progress
from wizard.interview.choosing import Choice, choices_for
from wizard.interview.conditions import holds
from wizard.interview.defaults import default_for
from wizard.interview.flow import Question
from wizard.interview.survey import Survey, Turn
from wizard.interview.written import item_details, item_name, written
from wizard.terminal.seam import Head, Option

ADD_NEW, SAME_AS_ABOVE, NOT_KNOWN_FOR_REST = "\x00add", "\x00same", "\x00rest"


def head(survey: Survey, turn: Turn | None = None) -> Head:
    """Whose plan, which section, which question of how many, and the minutes left."""
    name = str(survey.draft.get("about.name") or words.say("head.unnamed"))
    left = minutes(progress.minutes_left(survey))
    if turn is None:
        return Head(name, left)
    section = survey.toolkit.home[turn.question.id]
    asked = [question.id for question in section.questions if question.id in survey.asked]
    number = asked.index(turn.question.id) + 1 if turn.question.id in asked else len(asked)
    return Head(name, words.say("head.where", section=section.title, number=number, of=len(asked), left=left))


def minutes(left: float) -> str:
    """About how long the rest takes, in words."""
    if left <= 0:
        return words.say("head.all_done")
    whole = max(1, round(left))
    return words.say("head.minute" if whole == 1 else "head.minutes", minutes=whole)


def wording(turn: Turn) -> str:
    """The question in the part's words, or the whole question's where it has only one part."""
    asked = turn.part.ask or turn.question.ask
    if turn.row is not None:
        return asked.replace("{row}", turn.row.label).replace(
            "{column}", turn.column.label if turn.column else ""
        )
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
    above = cell_above(survey, turn)
    if above is not None:
        said = written(survey.toolkit, survey.answers, turn.part, above)
        yield Option(SAME_AS_ABOVE, words.say("choose.same_as_above", answer=said), apart=True)
    yield Option(NOT_KNOWN_FOR_REST, words.say("choose.not_known_for_rest"), apart=True)


def cell_above(survey: Survey, turn: Turn) -> Any:
    """The answer in the row above, same column; in the first row, the cell before."""
    cells = [each for each in survey.by_question.get(turn.question.id, []) if each.part is turn.part]
    mine = [each for each in cells if each.column == turn.column]
    at = next((n for n, each in enumerate(mine) if each.key == turn.key), 0)
    return survey.draft.get(mine[at - 1].place) if at else None


def value(survey: Survey, turn: Turn) -> tuple[Any, bool]:
    """The earlier answer, or a suggestion made from what was said before (True)."""
    held = survey.draft.get(turn.place)
    if held is None and turn.part.fills and (offered := default_for(survey, turn)) is not None:
        return offered, True
    return held, False


def above(survey: Survey, turn: Turn) -> tuple[tuple[str, str], ...]:
    """On an item's page its answered parts; in a grid the row's other cells; in a list its items."""
    if turn.row is not None:
        return tuple(_row(survey, turn))
    if turn.item:
        return tuple(_item_rows(survey, turn))
    return ()


def _row(survey: Survey, turn: Turn) -> Iterator[tuple[str, str]]:
    for each in survey.by_question.get(turn.question.id, []):
        if each.part is not turn.part or each.row != turn.row or each.key == turn.key or each.column is None:
            continue
        if (held := survey.draft.get(each.place)) is not None:
            yield each.column.label, written(survey.toolkit, survey.answers, each.part, held)


def _item_rows(survey: Survey, turn: Turn) -> Iterator[tuple[str, str]]:
    for each in item_turns(survey, turn.part.list, turn.item):
        held = survey.draft.get(each.place)
        if held is not None and each.key != turn.key:
            yield (
                each.part.label or each.question.label,
                written(survey.toolkit, survey.answers, each.part, held),
            )


def item_turns(survey: Survey, path: str, ident: str) -> list[Turn]:
    """The turns of one item, in order."""
    return [turn for turn in survey.turns if turn.item == ident and turn.part.list == path]


def item_options(survey: Survey, turn: Turn) -> Iterator[Option]:
    """The items of a list as they are read: name first, details dimmer behind."""
    for item in survey.draft.items(turn.part.slot):
        name = item_name(survey.toolkit, survey.answers, turn.part, item)
        yield Option(item["id"], name, item_details(survey.toolkit, survey.answers, turn.part, item))


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
    yield words.say("help.nevers.title"), words.say("help.nevers.text")


def cards(survey: Survey, question: Question) -> Iterator[tuple[str, str]]:
    """The read-aloud cards of a question that apply now."""
    for card in question.cards:
        if holds(card.ask_if, survey.answers):
            yield card.title, card.text
