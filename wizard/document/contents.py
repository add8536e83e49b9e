"""Headings that never skip a level, an address for each, and the list of contents made from them."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from wizard.document.markup import Token, opening, text_of

PLACE = "contents"  # the list goes into <nav id="contents"></nav>
UNLISTED = "unlisted"
IN_ONE_COLUMN = 12
_HEADING = re.compile(r"h[1-6]")
_PLAIN_ONLY = frozenset(("b", "code", "del", "em", "i", "s", "small", "span", "strong", "sub", "sup", "u"))


def nested(tokens: list[Token]) -> list[Token]:
    """The tokens with headings from level 1 down, none skipped, and with plain text inside links.

    A reader on a screen reader finds her way by levels, and PDF/UA has no place for an element inside a link.
    """
    result: list[Token] = []
    level = linked = 0
    for token in tokens:
        linked += (token.name == "a") * {"open": 1, "close": -1}.get(token.kind, 0)
        if linked and token.name in _PLAIN_ONLY:
            if (lang := token.value("lang")) and result[-1].name == "a":
                result[-1] = opening("a", (*result[-1].attributes, ("lang", lang)))
            continue
        if _HEADING.fullmatch(token.name):
            if token.kind == "open":
                level = min(int(token.name[1]), level + 1)
                result.append(opening(f"h{level}", token.attributes))
            else:
                result.append(Token("close", f"</h{level}>", f"h{level}"))
        else:
            result.append(token)
    return result


def with_contents(tokens: list[Token]) -> list[Token]:
    """The tokens with an id on each heading and the contents where the template has its place for them."""
    taken = {value for token in tokens if (value := token.value("id"))}
    addressed: list[Token] = []
    entries: list[str] = []
    for place, token in enumerate(tokens):
        if token.kind == "open" and _HEADING.fullmatch(token.name):
            inside = list(_inside(tokens, place))
            text = text_of(inside)
            if not token.value("id"):
                token = opening(token.name, (*token.attributes, ("id", _address(text, taken))))
            if token.name in ("h1", "h2") and UNLISTED not in token.classes():
                entries.append(_entry(token, text, _language(inside)))
        addressed.append(token)
    return list(_placed(addressed, entries))


def _inside(tokens: list[Token], place: int) -> Iterator[Token]:
    for token in tokens[place + 1 : place + 200]:
        if token.kind == "close" and token.name == tokens[place].name:
            return
        yield token


def _language(heading: list[Token]) -> str:
    """The language of a heading that is in another one than the page."""
    return next((lang for token in heading if (lang := token.value("lang"))), "")


def _entry(heading: Token, text: str, lang: str) -> str:
    number = heading.value("data-number")
    shown = f' data-number="{number}"' if number else ""
    other = f' lang="{lang}"' if lang else ""
    return f'<li class="at-{heading.name}"{shown}><a href="#{heading.value("id")}"{other}>{text}</a></li>\n'


def _placed(tokens: list[Token], entries: list[str]) -> Iterator[Token]:
    for token in tokens:
        if token.kind == "open" and token.name == "nav" and token.value("id") == PLACE:
            yield opening("nav", (*token.attributes, ("class", "contents")))
            yield Token("raw", "".join(f"\n<ul>\n{''.join(half)}</ul>\n" for half in _columns(entries)))
        else:
            yield token


def _columns(entries: list[str]) -> list[list[str]]:
    """One list, or two of about the same length, the second opened by a chapter."""
    chapters = [at for at, entry in enumerate(entries) if ' class="at-h1"' in entry]
    if len(entries) <= IN_ONE_COLUMN or len(chapters) < 2:
        return [entries] if entries else []
    middle = min(chapters[1:], key=lambda at: abs(2 * at - len(entries)))
    return [entries[:middle], entries[middle:]]


def _address(text: str, taken: set[str]) -> str:
    """An ASCII id from a heading's words, different from every other on the page."""
    plain = unicodedata.normalize("NFKD", unescape(text)).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain)[:40].strip("-")
    stem = stem if stem[:1].isalpha() else f"part-{stem}".strip("-")
    address, number = stem, 1
    while address in taken:
        number += 1
        address = f"{stem}-{number}"
    taken.add(address)
    return address
