"""Text in columns: made safe for a terminal, measured, wrapped by word, cut to fit."""

import re
from functools import lru_cache

from wizard.plan.clean import clean

WIDEST = 100  # columns; a longer line is hard to read from the back of a room

Row = tuple[tuple[str, str], ...]  # (style, text) pairs of one line of the screen
_WORDS = re.compile(r"\S+\s*|\s+")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text as it may go to a terminal: no control sequences, nothing that turns the reading direction."""
    return clean(text, lines=True)


@lru_cache(maxsize=4096)
def line(text: str) -> str:
    """The same on one line."""
    return clean(text, lines=False)


def cells(text: str) -> int:
    """How many columns a text takes."""
    if text.isascii():
        return len(text)
    from wcwidth import wcwidth  # 15 ms, which most screens can do without

    return sum(
        1 if (width := wcwidth(each)) < 0 else width for each in text
    )  # what steers is shown as a sign


@lru_cache(maxsize=2048)
def wrapped(text: str, width: int) -> tuple[str, ...]:
    """The lines of a text at a width, broken between words; a word wider than the width is broken inside."""
    return tuple(
        row.rstrip() for paragraph in plain(text).split("\n") for row in pieces(paragraph, max(width, 4))
    )


@lru_cache(maxsize=2048)
def pieces(paragraph: str, width: int) -> tuple[str, ...]:
    """One paragraph cut into rows, nothing lost: joined again they are the paragraph."""
    rows, row, used = [], "", 0
    for word in _WORDS.findall(paragraph):
        bare = cells(word.rstrip())
        if row and used + bare > width:
            rows.append(row)
            row, used = "", 0
        while bare > width:
            head = _fitting(word, width)
            rows.append(head)
            word = word[len(head) :]
            bare = cells(word.rstrip())
        row += word
        used += cells(word)
    return (*rows, row)


def cut(text: str, width: int) -> str:
    """The text on one line, its end replaced by … when it does not fit."""
    text = line(text)
    if cells(text) <= width:
        return text
    return _fitting(text, max(width - 1, 0)).rstrip() + "…" if width > 0 else ""


def head_rows(left: str, right: str, width: int) -> tuple[str, ...]:
    """The head of a page: both sides on one line where they fit, otherwise one under the other."""
    left, right = line(left), line(right)
    room = width - cells(left) - cells(right)
    if left and right and room >= 3:
        return (left + " " * room + right,)
    while right.count(" · ") > 1 and cells(right) > width:
        right = right.rpartition(" · ")[0]
    first, dot, rest = right.partition(" · ")
    if cells(right) > width > cells(dot + rest):  # the position stays, the section's title is cut
        right = cut(first, width - cells(dot + rest)) + dot + rest
    return tuple(cut(side, width) for side in (left, right) if side)


def _fitting(text: str, width: int) -> str:
    used = 0
    for at, each in enumerate(text):
        used += cells(each)
        if used > width:
            return text[: max(at, 1)]
    return text
