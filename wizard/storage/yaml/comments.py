"""Comments in a file that was edited by hand: no save keeps them, and some of them are meant as words.

`name: Team #1` reads as `Team`: to YAML, what stands behind a blank and a # is nobody's answer.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[
    int, int, str
]  # where a scalar starts and ends in the text, and its style: `'`, `"`, `|`, `>` or nothing

_MAY_START = re.compile(r"(?:^|(?<=[ \t]))#", re.MULTILINE)


@dataclass(frozen=True)
class Comment:
    """`line` is counted from 1; `start` and `end` are where words begin and end that it may be a part of."""

    line: int
    said: str  # the whole line, without what it is moved in
    start: int | None = None
    end: int = 0

    @property
    def may_be_words(self) -> bool:
        """Whether it stands behind a bare value, or in the place of one."""
        return self.start is not None


def comments(text: str, spans: Iterable[Span]) -> list[Comment]:
    """All comments of a text, `spans` being its scalars, both in their order; in time that grows with its length."""
    held = [_held(text, *span) for span in spans]
    found: list[Comment] = []
    at = 0
    read_to, line = 0, 1
    for sign in _MAY_START.finditer(text):
        begin = sign.start()
        while at < len(held) and held[at][1] <= begin:
            at += 1
        if begin < read_to or (at < len(held) and held[at][0] <= begin):
            continue
        line += text.count("\n", read_to, begin)
        read_to = text.find("\n", begin) % (len(text) + 1)  # the end of the text where no line ends any more
        found.append(_comment(text, (line, begin, read_to), held[at - 1] if at else None))
    return found


def as_words(text: str, comment: Comment) -> str:
    """The text with a comment put between quotes, together with the words it stands behind."""
    if comment.start is None:
        return text
    words = text[comment.start : comment.end].replace("'", "''")
    return f"{text[: comment.start]}'{words}'{text[comment.end :]}"


def _held(text: str, start: int, end: int, style: str) -> Span:
    """Where the words of a scalar stand; a block's begin on the line below."""
    if style in ("|", ">"):
        below = text.find("\n", start)
        return (below if below >= 0 else end, end, style)
    return start, end, style


def _comment(text: str, place: tuple[int, int, int], before: Span | None) -> Comment:
    line, begin, end = place
    said = text[text.rfind("\n", 0, begin) + 1 : end].strip()
    if before and not before[2] and not text[before[1] : begin].strip(" \t"):
        empty = before[0] == before[1]
        return Comment(line, said, begin if empty else before[0], len(text[begin:end].rstrip()) + begin)
    return Comment(line, said)
