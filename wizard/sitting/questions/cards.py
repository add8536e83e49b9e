"""What is read aloud before a question: its section's card, its own, and what has to be said for safety."""

from wizard import words
from wizard.interview import progress
from wizard.interview.aloud import cards_at
from wizard.interview.flow import Card, Question, Section
from wizard.interview.survey import Turn
from wizard.sitting.ask import Back, Pages, Show
from wizard.sitting.sitting import Sitting


def show_cards(sitting: Sitting, turn: Turn) -> Pages[bool]:
    """Shows each card once, and none of a section or question that has been started; False to go back.

    An hour has no room for all of them: on the quick path only what opens a section, what an answer calls for
    and what keeps people safe is a page of its own; the others are named, and stand under the question's help.
    """
    section, question = sitting.toolkit.home[turn.question.id], turn.question
    if not _is_started(sitting, question):
        opens = section.card if _is_new(sitting, section) else None
        if opens and not (yield from _read(sitting, section.section, opens)):
            return False
        if not (yield from _show_own(sitting, question)):
            return False
    return (yield from show_note(sitting, turn))


def show_note(sitting: Sitting, turn: Turn) -> Pages[bool]:
    """What has to be said before a question that may be hard to hear, once a sitting; False to go back."""
    if not turn.question.note:
        return True
    disclosure = sitting.toolkit.outline.disclosure
    text = f"{turn.question.note}\n\n{words.say('card.disclosure', title=disclosure.title, text=disclosure.text)}"
    return (yield from _shown(sitting, f"{turn.question.id} note", words.say("card.note"), text))


def _show_own(sitting: Sitting, question: Question) -> Pages[bool]:
    cards = cards_at(sitting.here, question)
    aside = [card.title for card in cards if sitting.draft.path == "quick" and not card.ask_if]
    for card in cards:
        if card.title not in aside and not (yield from _read(sitting, f"{question.id} {card.title}", card)):
            return False
    if aside and question.id not in sitting.shown:
        sitting.shown.add(question.id)
        sitting.add_note(words.say("card.under_help", titles=aside))
    return True


def _read(sitting: Sitting, name: str, card: Card) -> Pages[bool]:
    return _shown(sitting, name, words.say("card.aloud", title=card.title), card.text)


def _shown(sitting: Sitting, name: str, title: str, text: str) -> Pages[bool]:
    """Shows a page the first time; False when the person goes back from it, and then it is shown again."""
    if name in sitting.shown:
        return True
    if (yield Show(title, text, back=True)) == Back():
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
