"""The one loop: shows page after page to a front end, and knows what each reply does.

A page is given the replies it has to decide about. Those that work on every page are acted on here: some open
pages over the one at hand, which is asked again afterwards; leaving and going elsewhere end the pages at hand.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial

from wizard.interview.flow import Outline
from wizard.sitting import hub, nevers, ways
from wizard.sitting.ask import Ask, Front, GoTo, Leave, Nevers, Pages, Pass, Reply, Review, Say, Show, T
from wizard.sitting.go_to import Place, go_to
from wizard.sitting.sitting import Sitting

Over = Callable[[Reply], Pages[Place | None] | None]  # the pages a reply opens over the one at hand
Elsewhere = Leave | Review | Place


def run(front: Front, outline: Outline, pages: Pages[T]) -> T | Leave:
    """Shows pages before a sitting, where there is nothing to go to yet: what came of them, or how they were left."""

    def over(reply: Reply) -> Pages[Place | None] | None:
        return nevers.pages(outline) if isinstance(reply, Nevers) else None

    end = _shown(front, pages, over)
    assert not isinstance(end, Review | Place)  # none of these pages offers it
    return end


def sit(front: Front, sitting: Sitting) -> Leave:
    """A whole sitting, from the front door until the person leaves."""
    pages = hub.front_door(sitting)
    while True:
        match _shown(front, pages, partial(_over, sitting)):
            case Leave() as leave:
                return leave
            case Review():
                pages = hub.read_over(sitting)
            case Place(turn):
                sitting.trail.leave()
                pages = hub.asked_from(sitting, turn)


def _over(sitting: Sitting, reply: Reply) -> Pages[Place | None] | None:
    match reply:
        case Nevers():
            return nevers.pages(sitting.toolkit.outline)
        case GoTo(where):
            return go_to(sitting, where)
    return None


def _shown(front: Front, pages: Pages[T], over: Over) -> T | Elsewhere:
    """Shows pages until their end, or until a reply ends them."""
    with closing(pages):
        reply: Reply | None = None
        while True:
            try:
                page = next(pages) if reply is None else pages.send(reply)
            except StopIteration as end:
                came: T = end.value
                return came
            answered = _reply(front, page, over)
            if isinstance(answered, Elsewhere):
                return answered
            reply = answered


def _reply(front: Front, page: Ask | Show | Say, over: Over) -> Reply | Place:
    """What comes of one page, after everything that was opened over it."""
    match page:
        case Say(text):
            front.say(text)
            return Pass()
        case Show(title, text, back):
            return front.show(title, text, back=back)
    while True:
        typed: list[str] = []
        reply = front.ask(replace(page, keep=_both(page.keep, typed)))
        opened = over(reply)
        if opened is None:
            return reply
        end = _shown(front, opened, over)
        if end is not None:
            return end
        page = replace(page, note="", unfinished=_words(typed, page.unfinished))


def _both(keep: Callable[[str], None], typed: list[str]) -> Callable[[str], None]:
    """Keeps what is typed, and remembers it for the page when it is shown again."""

    def both(text: str) -> None:
        typed[:] = [text]
        keep(text)

    return both


def _words(typed: list[str], before: str | None) -> str | None:
    if not typed:
        return before
    return None if ways.is_unknown(typed[0]) else typed[0]
