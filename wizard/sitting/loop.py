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
from wizard.sitting.ask import Ask, Front, GoTo, Leave, Make, Nevers, Pages, Pass, Reply, Review, Say, Show, T
from wizard.sitting.go_to import Place, go_to
from wizard.sitting.sitting import Sitting

Elsewhere = Leave | Review | Make | Place
Over = Callable[[Reply], Pages[Elsewhere | None] | None]  # the pages a reply opens over the one at hand


def run(front: Front, outline: Outline, pages: Pages[T]) -> T | Leave:
    """Shows pages before a sitting, where there is nothing to go to yet: what came of them, or how they were left."""

    def over(reply: Reply) -> Pages[Elsewhere | None] | None:
        return nevers.pages(outline) if isinstance(reply, Nevers) else None

    end = _shown(front, pages, over)
    assert not isinstance(end, Review | Make | Place)  # none of these pages offers it
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
            case Make():
                pages = hub.make_document(sitting)
            case Place(turn):
                sitting.trail.leave()
                pages = hub.asked_from(sitting, turn)


def _over(sitting: Sitting, reply: Reply) -> Pages[Elsewhere | None] | None:
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
    """What comes of one page."""
    match page:
        case Say(text):
            front.say(text)
            return Pass()
        case Show():
            return _read(front, page, over)
    return _answered(front, page, over)


def _read(front: Front, page: Show, over: Over) -> Reply | Place:
    """The reply to something to read. After what was opened over it, it is shown again."""
    while True:
        reply = front.show(page.title, page.text, back=page.back)
        opened = over(reply)
        if opened is None:
            return reply
        if (end := _shown(front, opened, over)) is not None:
            return end


def _answered(front: Front, page: Ask, over: Over) -> Reply | Place:
    """The reply to a question. After what was opened over it, it is asked again with the words typed so far."""
    typed = [page.begun or page.unfinished]

    def keep(text: str) -> None:
        typed[:] = [None if ways.is_unknown(text) else text]
        page.keep(text)

    asked = replace(page, keep=keep)
    while True:
        reply = front.ask(asked)
        opened = over(reply)
        if opened is None:
            return reply
        if (end := _shown(front, opened, over)) is not None:
            return end
        asked = replace(asked, note="", begun="", unfinished=typed[0])
