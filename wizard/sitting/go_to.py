"""Go to: a question, found by its id or by words, or a door, from everywhere."""

import re
from dataclasses import dataclass, replace

from wizard import words
from wizard.formatting.values import labelled
from wizard.interview import progress, walk
from wizard.interview.flow import Question
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Ask, Leave, Make, Option, Pages, Review
from wizard.sitting.matching import finds
from wizard.sitting.sitting import Sitting

HUB, READ, MAKE, LEAVE = "\x00hub", "\x00review", "\x00make", "\x00leave"
_TYPED = re.compile(r"([A-Z]{2})[-_ ]?(\d{1,2})")  # GO-05, go5


@dataclass(frozen=True)
class Place:
    """Where the person goes: a turn, or the hub."""

    turn: Turn | None


Went = Place | Review | Make | Leave
DOORS: dict[str, Went] = {HUB: Place(None), READ: Review(), MAKE: Make(), LEAVE: Leave()}


def go_to(sitting: Sitting, where: str = "") -> Pages[Went | None]:
    """The place that was typed or is picked; None when the person thought again."""
    if found := landing(sitting, _ident(where)):
        return Place(found)
    everything = _everything(sitting)
    shown = [each for each in everything if where and finds(where, f"{each.label} {each.advice}")]
    if where and (not shown or _TYPED.fullmatch(where.upper())):
        sitting.note = _why_not(sitting, where)
    if len(shown) == 1:
        return _went(sitting, shown[0].value)
    reply = yield _page(sitting, tuple(shown or everything))
    return _went(sitting, reply.value) if isinstance(reply, Answer) else None


def _went(sitting: Sitting, picked: str) -> Went | None:
    if picked in DOORS:
        return DOORS[picked]
    of_section = walk.of_section(sitting.here, picked)
    still_open = (turn for turn in of_section if sitting.here.is_open(turn))
    found = next(still_open, None) or next(iter(of_section), None) or landing(sitting, picked)
    return Place(found) if found else None


def landing(sitting: Sitting, ident: str) -> Turn | None:
    """Where a picked question starts: the page of its list, else its first open turn, else its first."""
    here, question = sitting.here, sitting.toolkit.questions.get(ident)
    if question is None:
        return None
    turns = here.by_question.get(ident, [])
    if not turns and question.per:  # asked for each entry of a list that has none yet
        return walk.at_place(here, question.per)
    return next((turn for turn in turns if turn.part.grows), None) or walk.of_question(here, ident)


def _ident(where: str) -> str:
    found = _TYPED.fullmatch(where.upper())
    return f"{found[1]}-{int(found[2]):02}" if found else where.upper()


def _why_not(sitting: Sitting, where: str) -> str:
    question = sitting.toolkit.questions.get(_ident(where))
    if question is None:
        return words.say("go.unknown", where=where[:20])
    if sitting.draft.path == "quick" and not question.quick:
        return words.say("go.not_on_path", where=question.id)
    return words.say("go.not_now", where=question.id)


def _everything(sitting: Sitting) -> list[Option]:
    """The doors, the sections, and every question of the path: what can be found by id or by words."""
    home = sitting.toolkit.home
    doors = [
        Option(door, words.say(f"go.doors.{door[1:]}"), apart=True)
        for door in DOORS
        if door != MAKE or sitting.make
    ]
    asked = (each for each in sitting.toolkit.questions.values() if each.id in sitting.here.asked)
    sections = [replace(each, apart=True) for each in ask_builder.section_options(sitting.here)]
    return [*doors, *sections] + [
        _option(sitting, each, home[each.id].title) for each in asked if landing(sitting, each.id)
    ]


def _page(sitting: Sitting, options: tuple[Option, ...]) -> Ask:
    """The page to find a place on; the question one came from is pointed at."""
    here = sitting.trail.at or sitting.trail.last
    value = here.question.id if here and any(each.value == here.question.id for each in options) else None
    return Ask(
        "one",
        words.say("go.where"),
        ask_builder.head(sitting.here),
        options,
        note=sitting.take_note(),
        hint=words.say("go.find"),
        help=ask_builder.nevers(),
        value=value or options[0].value,
        can=frozenset({"back", "help", "leave"}),
        place="?go",
    )


def one_of(sitting: Sitting, questions: list[Question], which: str) -> Pages[Turn | None]:
    """The turn of the question that is picked among some. Where there is only one, it is."""
    options = tuple(
        _option(sitting, each, sitting.toolkit.home[each.id].title)
        for each in questions
        if landing(sitting, each.id)
    )
    if len(options) == 1:
        return landing(sitting, options[0].value)
    page = Ask(
        "one",
        which,
        ask_builder.head(sitting.here),
        options,
        hint=words.say("go.find") if len(options) > 10 else "",
        help=ask_builder.nevers(),
        value=options[0].value if options else None,
        can=frozenset({"back", "help", "leave"}),
        place="?question",
    )
    reply = yield page
    return landing(sitting, reply.value) if isinstance(reply, Answer) else None


def _option(sitting: Sitting, question: Question, section: str) -> Option:
    """A question by its id, label and wording; behind it its section, and whether it is answered."""
    answered = progress.is_answered(sitting.here, question)
    state = words.say("state.answered" if answered else "state.still_open")
    name = labelled(question.label, question.ask)
    return Option(
        question.id, f"{question.id} {name}", words.say("go.of_section", section=section, state=state)
    )
