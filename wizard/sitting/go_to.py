"""Go to: a section, a question, or the hub, from everywhere."""

import re
from dataclasses import dataclass

from wizard import words
from wizard.interview import progress, walk
from wizard.interview.flow import Question, Section
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Ask, Option, Pages
from wizard.sitting.sitting import Sitting

HUB = "\x00hub"
_TYPED = re.compile(r"([A-Z]{2})[-_ ]?(\d{1,2})")  # GO-05, go5


@dataclass(frozen=True)
class Place:
    """Where the person goes: a turn, or the hub."""

    turn: Turn | None


def go_to(sitting: Sitting, where: str = "") -> Pages[Place | None]:
    """The place that was typed or is picked; None when the person thought again."""
    if where:
        if found := landing(sitting, _ident(where)):
            return Place(found)
        sitting.note = _why_not(sitting, where)
    while (picked := (yield _sections(sitting))) and isinstance(picked, Answer):
        if picked.value == HUB:
            return Place(None)
        section = next(each for each in sitting.toolkit.sections if each.section == picked.value)
        if found := (yield from _question(sitting, section)):
            return Place(found)
    return None


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


def _sections(sitting: Sitting) -> Ask:
    """The page that asks for a section, or the hub."""
    last = sitting.trail.last
    return Ask(
        "one",
        words.say("go.where"),
        ask_builder.head(sitting.here),
        (Option(HUB, words.say("go.hub")), *ask_builder.section_options(sitting.here)),
        note=sitting.take_note(),
        help=ask_builder.nevers(),
        value=sitting.toolkit.home[last.question.id].section if last else HUB,
        can=frozenset({"back", "help", "leave"}),
        place="?section",
    )


def _question(sitting: Sitting, section: Section) -> Pages[Turn | None]:
    """The turn of the question that is picked. Where there is only one, it is."""
    asked = [question for question in section.questions if question.id in sitting.here.asked]
    return one_of(sitting, asked, words.say("go.which"))


def one_of(sitting: Sitting, questions: list[Question], which: str) -> Pages[Turn | None]:
    """The turn of the question that is picked among some. Where there is only one, it is."""
    options = tuple(
        Option(question.id, f"{question.id} {question.ask}", _answered(sitting, question.id))
        for question in questions
        if landing(sitting, question.id)
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


def _answered(sitting: Sitting, ident: str) -> str:
    """Whether a question is answered, in a word or two."""
    answered = progress.is_answered(sitting.here, sitting.toolkit.questions[ident])
    return words.say("state.answered" if answered else "state.still_open")
