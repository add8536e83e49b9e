"""What is read aloud before a question: its section's card, its own, and those the quick path passes over."""

from collections.abc import Iterator

from wizard import words
from wizard.interview import progress
from wizard.interview.conditions import holds
from wizard.interview.flow import Card, Question, Section
from wizard.interview.survey import Survey, Turn
from wizard.terminal.sitting import Sitting


def show_cards(sitting: Sitting, turn: Turn) -> None:
    """Shows each card once, and none of a section or question that has been started."""
    section = sitting.toolkit.home[turn.question.id]
    is_started = _is_started(sitting, turn.question)
    if (
        section.card
        and _first_time(sitting, section.section)
        and _is_new(sitting, section)
        and not is_started
    ):
        _read_aloud(sitting, section.card)
    for question in [*_passed_over(sitting.here, turn.question), turn.question]:
        if _first_time(sitting, question.id) and not is_started:
            _show(sitting, question)
    show_note(sitting, turn)


def show_last_cards(sitting: Sitting) -> None:
    """At the end of the quick plan, the cards of the questions that nothing follows."""
    trailing: list[Question] = []
    for question in reversed(sitting.toolkit.questions.values()):
        if not _is_passed_over(sitting.here, question):
            break
        trailing.insert(0, question)
    for question in trailing:
        if _first_time(sitting, question.id):
            _show(sitting, question)


def show_note(sitting: Sitting, turn: Turn) -> None:
    """What has to be said before a question that may be hard to hear, once a sitting."""
    if turn.question.note and _first_time(sitting, f"{turn.question.id} note"):
        sitting.show(words.say("card.note"), turn.question.note)


def _show(sitting: Sitting, question: Question) -> None:
    for card in question.cards:
        if holds(card.ask_if, sitting.here.answers):
            _read_aloud(sitting, card)


def _read_aloud(sitting: Sitting, card: Card) -> None:
    sitting.show(words.say("card.aloud", title=card.title), card.text)


def _first_time(sitting: Sitting, name: str) -> bool:
    if name in sitting.shown:
        return False
    sitting.shown.add(name)
    return True


def _is_new(sitting: Sitting, section: Section) -> bool:
    """Nothing stands in the section yet, or this is the first sitting over the plan."""
    standing = progress.standing(sitting.here, section)
    return standing.state == progress.NOT_STARTED or not sitting.keep.last_time()


def _is_started(sitting: Sitting, question: Question) -> bool:
    """Something is written or noted there, or was being written when the window closed."""
    here = sitting.here
    return any(
        here.draft.get(turn.place) is not None or here.point(turn) is not None or turn.place in sitting.half
        for turn in here.by_question.get(question.id, [])
    )


def _passed_over(here: Survey, question: Question) -> list[Question]:
    """The questions right before this one that the chosen path leaves out."""
    return list(_back_over(here, question))[::-1]


def _back_over(here: Survey, question: Question) -> Iterator[Question]:
    asking = list(here.toolkit.questions.values())
    for before in reversed(asking[: asking.index(question)]):
        if not _is_passed_over(here, before):
            return
        yield before


def _is_passed_over(here: Survey, question: Question) -> bool:
    return here.draft.path == "quick" and not question.quick and holds(question.ask_if, here.answers)
