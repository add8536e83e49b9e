"""Templates place inert marks; one pass over the finished page puts the answers there.

A mark is a placeholder of private-use characters, which no answer can contain. So nothing a person types
is ever read as Jinja, Markdown or HTML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from itertools import count
from typing import NamedTuple

from wizard.document import printable
from wizard.document.faults import TemplateFault
from wizard.document.letters.letters import Letters, is_right_to_left
from wizard.document.markup import VOID, Attributes, Token, join, opening, scan

_OPENS, _BETWEEN, _CLOSES, _ZERO = "\ue000", "\ue001", "\ue002", 0xE010
_PLACEHOLDER = re.compile("\ue000([\ue010-\ue019]+)\ue001([\ue010-\ue019]+)\ue002")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_SERIAL = count(1)

SPOKEN = frozenset(("alt", "title", "aria-label", "data-label"))
_ONE_LINE = frozenset(
    ("a", "button", "desc", "h1", "h2", "h3", "h4", "h5", "h6", "option", "text", "title", "tspan")
)
_BARE = frozenset(("desc", "option", "text", "title", "tspan"))  # hold no element of a page
_HEADINGS = frozenset(("h1", "h2", "h3"))
_HOLDS_PARAGRAPHS = frozenset(("article", "blockquote", "div", "li", "section", "td"))


@dataclass(frozen=True, slots=True)
class Mark:
    """Stands for an answer in a view. Prints as its placeholder, is true, and can do nothing else."""

    placeholder: str

    def __str__(self) -> str:
        return self.placeholder


class Kept(NamedTuple):
    """A text behind a mark; `lang` where it is in another language than the page."""

    text: str
    long: bool
    lang: str


class Answers:
    """Everything textual that one view shows, by the number of its mark."""

    def __init__(self) -> None:
        self._serial = next(_SERIAL)
        self._texts: list[Kept] = []

    def put(self, text: str, *, long: bool = False) -> Mark:
        """Keeps a text and hands back its mark. A long one may become several paragraphs."""
        self._texts.append(Kept(printable.clean(text), long, getattr(text, "lang", "")))
        numbers = (_digits(self._serial), _digits(len(self._texts) - 1))
        return Mark(f"{_OPENS}{numbers[0]}{_BETWEEN}{numbers[1]}{_CLOSES}")

    def fill(self, html: str, letters: Letters) -> str:
        """Puts the escaped answers into finished HTML. Raises TemplateFault where a mark may not stand."""
        return join(_Filling(self, letters).through(scan(html)))

    def look_up(self, placeholder: re.Match[str]) -> Kept:
        """What is behind a placeholder."""
        if _number(placeholder[1]) != self._serial or _number(placeholder[2]) >= len(self._texts):
            raise TemplateFault("document.template.torn_mark")
        return self._texts[_number(placeholder[2])]


class _Filling:
    """One walk over one page; remembers where it is."""

    def __init__(self, answers: Answers, letters: Letters) -> None:
        self.answers = answers
        self.letters = letters
        self.within: list[str] = []

    def through(self, tokens: list[Token]) -> Iterator[Token]:
        for place, token in enumerate(tokens):
            if token.kind == "open" and token.name not in VOID and not token.source.endswith("/>"):
                self.within.append(token.name)
            elif token.kind == "close":
                self.within.pop()
            if token.kind == "open" and token.name in _HEADINGS:
                self.letters.heading = ""
            if not _PRIVATE.search(token.source):
                filled = token
            elif token.kind == "text":
                around = tokens[max(place - 1, 0)], tokens[place + 1 : place + 2]
                filled = Token("text", self._text(token, *around))
            elif token.kind == "open":
                filled = self._tag(token)
            else:
                raise TemplateFault("document.template.mark_place", tag=token.name or "!--", where=token.kind)
            if filled.kind == "text" and not _HEADINGS.isdisjoint(self.within):
                self.letters.heading += unescape(filled.source)
            yield filled

    def _text(self, token: Token, before: Token, after: list[Token]) -> str:
        alone = _PLACEHOLDER.fullmatch(token.source.strip())
        if alone and before.kind == "open" and after and after[0].kind == "close":
            kept = self.answers.look_up(alone)
            paragraphs = _BLANK_LINES.split(kept.text) if kept.long else []
            if len(paragraphs) > 1 and (before.name == "p" or before.name in _HOLDS_PARAGRAPHS):
                return self._paragraphs(paragraphs, before)
        filled = _PLACEHOLDER.sub(lambda match: self._in_language(self.answers.look_up(match)), token.source)
        return _whole(filled)

    def _paragraphs(self, paragraphs: list[str], holder: Token) -> str:
        written = [self._inline(each) for each in paragraphs]
        if holder.name != "p":
            return "".join(f"<p>{each}</p>" for each in written)
        again: Attributes = tuple(pair for pair in holder.attributes if pair[0] != "id")
        return f"</p>{opening('p', again).source}".join(written)

    def _in_language(self, kept: Kept) -> str:
        """A text in another language than the page's says so, where an element can stand."""
        text = self._inline(kept.text)
        return (
            f'<span lang="{kept.lang}">{text}</span>' if kept.lang and _BARE.isdisjoint(self.within) else text
        )

    def _inline(self, text: str) -> str:
        if not _ONE_LINE.isdisjoint(self.within):
            one = " ".join(text.split())
            return escape(self.letters.plain(one)) if "title" in self.within else self.letters.html(one)
        if text.isascii():
            return self.letters.html(text).replace("\n", "<br>")
        return "".join(self._lines(text.split("\n")))

    def _lines(self, lines: list[str]) -> Iterator[str]:
        """Each line in its own direction; one that is written from the right is a block of its own."""
        sides = [is_right_to_left(line) for line in lines]
        for at, line in enumerate(lines):
            drawn = self.letters.html(line)
            if len(lines) > 1 and sides[at]:
                yield f'<span class="line" dir="rtl">{drawn}</span>'
            else:
                yield "<br>" + drawn if at and not sides[at - 1] else drawn

    def _tag(self, token: Token) -> Token:
        if _PRIVATE.search(token.name) or any(_PRIVATE.search(name) for name, _ in token.attributes):
            raise TemplateFault("document.template.mark_place", tag=token.name, where="name")
        for name, value in token.attributes:
            if value and _PRIVATE.search(value) and name not in SPOKEN:
                raise TemplateFault("document.template.mark_place", tag=token.name, where=name)
        spoken = tuple((name, value and self._spoken(value)) for name, value in token.attributes)
        return opening(token.name, spoken, closed=token.source.endswith("/>"))

    def _spoken(self, value: str) -> str:
        def one_line(match: re.Match[str]) -> str:
            return escape(" ".join(self.letters.plain(self.answers.look_up(match).text).split()))

        return _whole(_PLACEHOLDER.sub(one_line, value))


def _whole(filled: str) -> str:
    """Refuses what is left of a mark that a template cut or changed."""
    if _PRIVATE.search(filled):
        raise TemplateFault("document.template.torn_mark")
    return filled


def _digits(number: int) -> str:
    return "".join(chr(_ZERO + int(digit)) for digit in str(number))


def _number(digits: str) -> int:
    return int("".join(str(ord(digit) - _ZERO) for digit in digits))
