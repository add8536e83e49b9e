"""The ways that work on every page, typed or chosen. Which keys take them is the screen's to say."""

import re
from dataclasses import dataclass

from wizard.sitting.ask import Back, GoTo, Leave, Make, Nevers, NotYet, Reply, Review

MENU = "menu"
HELP = "help"


@dataclass(frozen=True)
class Way:
    """A way off a page. `name` is what an Ask calls it and what the words know it by."""

    name: str
    sign: str  # works on an empty line and in every list; empty when there is none
    typed: str  # the word behind a slash
    reply: Reply | None  # None: the page itself does it


WAYS = (
    Way("help", "?", "help", None),
    Way("back", "<", "back", Back()),
    Way("not_yet", "", "later", NotYet()),
    Way("go_to", "", "go", GoTo()),
    Way("leave", "", "leave", Leave()),
    Way("stop", "", "leave", Leave()),  # instead of it, where there is nothing of one's own to save
)
NEVERS = Way("nevers", "", "nevers", Nevers())
REVIEW = Way("review", "", "review", Review())
MAKE = Way("make", "", "print", Make())

_COMMAND = re.compile(r"/(\w+)(?:\s+(\S.*?))?\s*\Z")


def offered(can: frozenset[str]) -> tuple[Way, ...]:
    """The ways of the footer that work on a page, in the order they are shown."""
    return tuple(way for way in WAYS if way.name in can)


def chosen(can: frozenset[str]) -> tuple[Way, ...]:
    """The ways in the menu: those of the footer, reading over, the document, and what never belongs in a plan."""
    doors = (REVIEW, MAKE) if "go_to" in can else ()
    return (*offered(can), *doors, *((NEVERS,) if "help" in can else ()))


def has_menu(can: frozenset[str]) -> bool:
    """Whether there is anything to choose from."""
    return len(can) > 1


def typed(text: str, can: frozenset[str]) -> Reply | str | None:
    """What a typed way asks for: a reply, HELP, MENU, or None when the text is an answer."""
    text = text.strip()
    if text == "/" and has_menu(can):
        return MENU
    found = _COMMAND.match(text)
    if not found:
        return None
    word, rest = found[1].lower(), found[2] or ""
    way = next((way for way in chosen(can) if way.typed == word), None)
    if way is None or (rest and way.name != "go_to"):
        return None
    if way.name == "go_to":
        return GoTo(rest)
    return way.reply or HELP


def is_unknown(text: str) -> bool:
    """Whether a text looks like a typed way that there is none of."""
    return text.strip().startswith("/") and not text.strip().startswith("//")


def unescaped(text: str) -> str:
    """A text that begins with a slash is typed with two."""
    return text.replace("//", "/", 1) if text.lstrip().startswith("//") else text


def escaped(text: str) -> str:
    """How an earlier answer that begins with a slash stands in the prompt."""
    return "/" + text if text.startswith("/") else text
