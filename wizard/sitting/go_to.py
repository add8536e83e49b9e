"""Go to: a section, a question, or the hub, from everywhere."""

import re

from wizard import words
from wizard.interview import progress, walk
from wizard.interview.flow import Section
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Ask, Option
from wizard.sitting.sitting import Gone, Sitting

HUB = "\x00hub"
_TYPED = re.compile(r"([A-Z]{2})[-_ ]?(\d{1,2})")  # GO-05, go5


def go_to(sitting: Sitting, where: str = "") -> None:
    """Raises Gone with the turn that was chosen; comes back when the person thought again."""
    if where:
        if found := _typed(sitting, where):
            raise Gone(found)
        sitting.said = _why_not(sitting, where)
    while section := _section(sitting):
        if found := _question(sitting, section):
            raise Gone(found)


def landing(sitting: Sitting, ident: str) -> Turn | None:
    """Where a picked question starts: the page of its list, else its first open turn, else its first."""
    here, question = sitting.here, sitting.toolkit.questions.get(ident)
    if question is None:
        return None
    turns = here.by_question.get(ident, [])
    if not turns and question.per:  # asked for each entry of a list that has none yet
        return walk.at_place(here, question.per)
    return next((turn for turn in turns if turn.part.grows), None) or walk.of_question(here, ident)


def _typed(sitting: Sitting, where: str) -> Turn | None:
    return landing(sitting, _ident(where))


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


def _section(sitting: Sitting) -> Section | None:
    """The section picked; None when the person thought again. The hub is gone to at once."""
    standings = {each.id: each for each in progress.standings(sitting.here)}
    options = [Option(HUB, words.say("go.hub"))]
    options += [
        Option(section.section, f"{section.title}: {state(standings[section.section])}")
        for section in sitting.toolkit.sections
        if standings[section.section].questions
    ]
    home = sitting.toolkit.home[sitting.last.question.id].section if sitting.last else HUB
    ask = Ask(
        "one",
        words.say("go.where"),
        ask_builder.head(sitting.here),
        tuple(options),
        note=sitting.said,
        help=ask_builder.nevers(),
        value=home,
        can=frozenset({"back", "help", "leave"}),
        place="?section",
    )
    reply = sitting.ask(ask)
    if not isinstance(reply, Answer):
        return None
    if reply.value == HUB:
        raise Gone(None)
    return next(each for each in sitting.toolkit.sections if each.section == reply.value)


def _question(sitting: Sitting, section: Section) -> Turn | None:
    options = tuple(
        Option(question.id, f"{question.id} {question.ask}", said(sitting, question.id))
        for question in section.questions
        if landing(sitting, question.id) and question.id in sitting.here.asked
    )
    if len(options) == 1:
        return landing(sitting, options[0].value)
    ask = Ask(
        "one",
        words.say("go.which"),
        ask_builder.head(sitting.here),
        options,
        hint=words.say("go.find") if len(options) > 10 else "",
        help=ask_builder.nevers(),
        value=options[0].value if options else None,
        can=frozenset({"back", "help", "leave"}),
        place="?question",
    )
    reply = sitting.ask(ask)
    return landing(sitting, reply.value) if isinstance(reply, Answer) else None


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


def essential(standing: progress.Standing) -> str:
    """How many essential questions are still open, behind a section's state; empty when none is."""
    count = len(standing.essential_open)
    if not count:
        return ""
    return words.say("state.essential_open" if count > 1 else "state.essential_one", count=count)
