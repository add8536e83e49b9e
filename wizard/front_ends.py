"""The front end for whoever sits there: the screen, or plain lines."""

from argparse import Namespace
from typing import TYPE_CHECKING

from wizard import words
from wizard.plain.wanted import is_wanted
from wizard.screen.screen import Screen, first_paint
from wizard.sitting.ask import Head

if TYPE_CHECKING:
    from wizard.plain.front import Plain


def front_for(asked: Namespace) -> "Screen | Plain":
    """The front end for whoever sits there, or for a pipe where nobody does."""
    if is_wanted(asked=asked.plain):
        from wizard.plain.front import Plain

        return Plain()
    first_paint(Head(words.say("head.unnamed"), words.say("head.starting")))
    return Screen()
