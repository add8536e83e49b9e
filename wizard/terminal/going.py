"""Go to: a section, a question, or the hub, from everywhere."""

from typing import Any

from wizard import words
from wizard.interview import progress, walk
from wizard.interview.flow import Section
from wizard.interview.survey import Turn
from wizard.terminal import asking
from wizard.terminal.seam import Answer, Ask, Option
from wizard.terminal.sitting import Sitting

HUB = "\x00hub"
CAN = frozenset({"back", "leave"})


def go_to(sitting: Sitting, turn: Turn, where: str = "") -> Any:
    """The turn to go to, None for the hub, or `turn` itself when the person thought again."""
    if where:
        found = walk.of_question(sitting.here, where.upper())
        if found:
            return found
        sitting.said = words.say("go.unknown", where=where[:20])
    while True:
        section = _section(sitting, turn)
        if section is turn or section is None:
            return section
        found = _question(sitting, section)
        if found is not None:
            return found


def _section(sitting: Sitting, turn: Turn) -> Any:
    standings = {each.id: each for each in progress.standings(sitting.here)}
    options = [Option(HUB, words.say("go.hub"))]
    options += [
        Option(section.section, f"{section.title}: {state(standings[section.section])}")
        for section in sitting.toolkit.sections
        if standings[section.section].questions
    ]
    home = sitting.toolkit.home[turn.question.id].section
    ask = Ask(
        "one",
        words.say("go.where"),
        asking.head(sitting.here),
        tuple(options),
        note=sitting.note(),
        value=home,
        can=CAN,
    )
    reply = sitting.ask(ask)
    if not isinstance(reply, Answer):
        return turn
    if reply.value == HUB:
        return None
    return next(each for each in sitting.toolkit.sections if each.section == reply.value)


def _question(sitting: Sitting, section: Section) -> Turn | None:
    here = sitting.here
    options = tuple(
        Option(question.id, f"{question.id} {question.ask}", said(sitting, question.id))
        for question in section.questions
        if question.id in here.by_question
    )
    ask = Ask("one", words.say("go.which"), asking.head(here), options, hint=words.say("go.find"), can=CAN)
    reply = sitting.ask(ask)
    return walk.of_question(here, reply.value) if isinstance(reply, Answer) else None


def said(sitting: Sitting, ident: str) -> str:
    """Whether a question is answered, in a word or two."""
    answered = progress.is_answered(sitting.here, sitting.toolkit.questions[ident])
    return words.say("state.answered" if answered else "state.still_open")


def state(standing: progress.Standing) -> str:
    """A section's state in words: `in progress, 4 of 16`; `complete, 3 points open`."""
    if standing.state == progress.COMPLETE and standing.points:
        key = "state.complete_but" if standing.points > 1 else "state.complete_but_one"
        return words.say(key, points=standing.points)
    if standing.state == progress.IN_PROGRESS:
        return words.say("state.in_progress_of", answered=standing.answered, questions=standing.questions)
    return words.say(f"state.{standing.state}")
