"""From turn to turn: ask, keep, go on; back, and the section's end."""

from wizard import words
from wizard.interview import walk
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Back, Option, Pages
from wizard.sitting.ask_builder import SidePage
from wizard.sitting.lists.items import ask_one, enter, tidy
from wizard.sitting.lists.lists import ask_list
from wizard.sitting.questions.cards import show_cards
from wizard.sitting.sitting import Sitting


def walk_from(sitting: Sitting, turn: Turn | None) -> Pages[None]:
    """Asks from a turn on until the walk is done or the person goes back to the hub."""
    trail = sitting.trail
    while turn is not None:
        trail.begins_anew = False
        tidy(sitting, turn.item)
        grown = ask_builder.list_turn(sitting.here, turn)
        trail.at = grown or turn
        if grown is None:
            went_on = (yield from show_cards(sitting, turn)) and (yield from ask_turn(sitting, turn))
            trail.last = turn
        else:
            went_on = yield from enter(sitting, turn.item, turn)
        if went_on:
            turn = yield from _ahead(sitting, trail.last or turn)
            trail.leave()
        else:
            turn = grown or back_from(sitting, turn)
    trail.at = None


def ask_turn(sitting: Sitting, turn: Turn) -> Pages[bool]:
    """Asks one turn; False when the person goes back."""
    return ask_list(sitting, turn) if turn.part.grows else ask_one(sitting, turn)


def back_from(sitting: Sitting, turn: Turn) -> Turn | None:
    """The page before in this sitting that still applies, else the one before in the plan; None for the hub."""
    while found := sitting.trail.back(sitting.here):
        if found.key != turn.key:
            return found
    before = walk.before(sitting.here, turn)
    while before is not None:
        page = ask_builder.list_turn(sitting.here, before) or before  # a list's page stands for its items'
        if page.key != turn.key:
            return page
        before = walk.before(sitting.here, before)
    return None


def _ahead(sitting: Sitting, turn: Turn) -> Pages[Turn | None]:
    """Where going on leads: the next open turn, at a section's end what the person picks there."""
    here = sitting.here
    then = walk.next_open(here, turn)
    if not walk.ends_section(here, turn, then) or not _last_stretch(sitting, turn):
        return then
    section = sitting.toolkit.home[turn.question.id]
    gaps = [each for each in walk.of_section(here, section.section) if here.is_open(each)]
    if not gaps:
        sitting.add_note(words.say("section.complete", section=section.title))
        return then
    if then is None:
        return None  # at the very end the whole plan stands there, with all that can be done now
    return (yield from _section_end(sitting, turn, gaps, then))


def _last_stretch(sitting: Sitting, turn: Turn) -> bool:
    """Whether no open turn of the section waits further ahead (two questions of Operations come after About)."""
    section = sitting.toolkit.home[turn.question.id]
    then = walk.next_open(sitting.here, turn)
    while then is not None and sitting.toolkit.home[then.question.id] is not section:
        then = walk.next_open(sitting.here, then)
    return then is None


def _section_end(sitting: Sitting, turn: Turn, gaps: list[Turn], then: Turn) -> Pages[Turn | None]:
    """What is still open here, and where to go: on, the gaps, or the hub."""
    section = sitting.toolkit.home[turn.question.id]
    questions = list(dict.fromkeys(gap.question.id for gap in gaps))
    on = words.say("section.on", section=sitting.toolkit.home[then.question.id].title)
    ways = (
        Option("on", on),
        Option("gaps", words.say("section.to_gaps")),
        Option("hub", words.say("section.hub")),
    )
    page = SidePage(
        "one",
        words.say("section.ends", section=section.title),
        ask_builder.head(sitting.here),
        ways,
        hint=words.say("section.still_open", count=len(questions)),
        above=tuple((each, sitting.toolkit.questions[each].ask) for each in questions),
        note=sitting.take_note(),
        value=ways[0].value,
        place=f"{section.section}?end",
    )
    match (yield page):
        case Answer("gaps"):
            return gaps[0]
        case Answer("on"):
            return then
        case Back():
            sitting.trail.leave()
            return sitting.trail.back(sitting.here)
    return None
