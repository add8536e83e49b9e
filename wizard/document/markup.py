"""Finished HTML as a flat list of tokens, read strictly: what this cannot read exactly, no page may hold."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from wizard.document.faults import TemplateFault

VOID = frozenset(("area", "br", "col", "hr", "img", "input", "meta", "source", "wbr"))
RAW = frozenset(("script", "style", "textarea", "xmp"))  # their content is no markup

_NAME = r"[a-zA-Z][a-zA-Z0-9:-]*"
_ATTRIBUTE = r"""\s+([a-zA-Z_:@][\w:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
_OPEN = re.compile(rf"<({_NAME})((?:{_ATTRIBUTE})*)\s*(/?)>", re.ASCII)
_EACH = re.compile(_ATTRIBUTE, re.ASCII)
_CLOSE = re.compile(rf"</({_NAME})\s*>", re.ASCII)
_ASIDE = re.compile(r"<!--.*?-->|<!doctype[^>]*>", re.ASCII | re.DOTALL | re.IGNORECASE)

Attributes = tuple[tuple[str, str | None], ...]


class Token(NamedTuple):
    """One piece of a page. `source` is what stands in the HTML; attribute values are still escaped."""

    kind: Literal["text", "open", "close", "raw", "aside"]
    source: str
    name: str = ""
    attributes: Attributes = ()

    def value(self, attribute: str) -> str | None:
        return next((value or "" for name, value in self.attributes if name == attribute), None)

    def classes(self) -> list[str]:
        return (self.value("class") or "").split()


def scan(html: str) -> list[Token]:
    """The tokens of HTML; their sources joined are the HTML again. Raises TemplateFault at odd tags."""
    tokens: list[Token] = []
    within: list[str] = []
    for token in _pieces(html):
        if token.kind == "open" and token.name not in VOID and not token.source.endswith("/>"):
            within.append(token.name)
        elif token.kind == "close" and (not within or within.pop() != token.name):
            raise TemplateFault("document.template.unmatched", tag=token.name)
        tokens.append(token)
    if within:
        raise TemplateFault("document.template.unmatched", tag=within[-1])
    return tokens


def join(tokens: Iterable[Token]) -> str:
    return "".join(token.source for token in tokens)


def opening(name: str, attributes: Attributes, *, closed: bool = False) -> Token:
    """A start tag written anew, its values in double quotes."""
    written = "".join(
        f" {key}" if value is None else f' {key}="{_quoted(value)}"' for key, value in attributes
    )
    return Token("open", f"<{name}{written}{'/' if closed else ''}>", name, attributes)


def text_of(tokens: Iterable[Token]) -> str:
    """The escaped text of some tokens on one line, without their tags."""
    return " ".join("".join(token.source for token in tokens if token.kind == "text").split())


def _pieces(html: str) -> Iterator[Token]:
    place, end = 0, len(html)
    while place < end:
        bracket = html.find("<", place)
        if bracket != place:
            until = end if bracket < 0 else bracket
            yield Token("text", html[place:until])
            place = until
            continue
        token = _tag(html, place)
        yield token
        place += len(token.source)
        if token.kind == "open" and token.name in RAW:
            closing = re.compile(rf"</{token.name}\s*>", re.IGNORECASE).search(html, place)
            if not closing:
                raise TemplateFault("document.template.unmatched", tag=token.name)
            yield Token("raw", html[place : closing.start()], token.name)
            place = closing.start()


def _tag(html: str, place: int) -> Token:
    if match := _CLOSE.match(html, place):
        return Token("close", match[0], match[1].lower())
    if match := _OPEN.match(html, place):
        found = ((name.lower(), value) for name, value in _EACH.findall(match[2]))
        return Token("open", match[0], match[1].lower(), tuple((name, _bare(value)) for name, value in found))
    if match := _ASIDE.match(html, place):
        return Token("aside", match[0])
    raise TemplateFault("document.template.bracket", line=html.count("\n", 0, place) + 1)


def _bare(value: str) -> str | None:
    if not value:
        return None
    return value[1:-1] if value[0] in "\"'" else value


def _quoted(value: str) -> str:
    return value.replace('"', "&quot;")
