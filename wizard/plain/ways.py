"""What can be typed on every page: the ways that work on all of them, and those that only lines need."""

from wizard import words
from wizard.errors import Unfit
from wizard.sitting import ways
from wizard.sitting.ask import Back, Reply

HELP, MENU = ways.HELP, ways.MENU
AGAIN, ALL, CLEAR, EDIT = "again", "all", "clear", "edit"
SIGNS = ("?", "<")


def typed(text: str, can: frozenset[str], own: frozenset[str]) -> Reply | str | None:
    """What a line asks for: a reply, HELP, MENU or one of a page's `own` ways, None for an answer. Raises Unfit."""
    bare = text.strip()
    if bare == "<":
        if "back" not in can:
            raise Unfit("plain.no_way_back")
        return Back()
    if bare == "?":
        return HELP
    if bare == "/":
        return MENU
    if bare.startswith("/") and bare[1:].lower() in own:
        return bare[1:].lower()
    way = ways.typed(bare, can)
    if way is None and ways.is_unknown(bare):
        raise Unfit("plain.no_such_way")
    return way


def in_words(can: frozenset[str], own: frozenset[str]) -> str:
    """All that can be typed on a page, one a line."""
    names = [
        *(way.name for way in ways.chosen(can)),
        *(each for each in (AGAIN, ALL, CLEAR, EDIT) if each in own),
    ]
    return "\n".join(words.say(f"plain.way.{name}") for name in names)
