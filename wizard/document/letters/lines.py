"""The lines of a finished page: a heading in one face whatever its letters, and each block in its direction."""

from collections.abc import Iterable, Iterator, Set
from html import unescape

from wizard.document.letters.letters import is_right_to_left
from wizard.document.markup import VOID, Token, opening, text_of

_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HEAD_CLASSES = frozenset(("statement", "remember", "at-h1"))  # set in the face of the headings
_BLOCKS = _HEADS | {"p", "li", "td", "th", "dd", "dt", "caption", "figcaption"}


def set_right(tokens: Iterable[Token], heads: Set[str]) -> Iterator[Token]:
    """The tokens, with what these two need; `heads` are the characters that the face of the headings has.

    A heading with a letter that its face lacks would be set in two faces, so all of it is set in the text's.
    """
    tokens = list(tokens)
    for at, token in enumerate(tokens):
        if token.kind != "open" or token.name in VOID:
            yield token
            continue
        classes = token.classes()
        is_head = token.name in _HEADS or not _HEAD_CLASSES.isdisjoint(classes)
        if not is_head and token.name not in _BLOCKS:
            yield token
            continue
        text = unescape(text_of(_inside(tokens, at)))
        added: tuple[tuple[str, str | None], ...] = ()
        if is_head and not set(text) <= heads:
            added += (("class", " ".join([*classes, "in-text-face"])),)
        if not text.isascii() and token.value("dir") is None and is_right_to_left(text):
            added += (("dir", "rtl"),)
        kept = tuple(pair for pair in token.attributes if pair[0] not in dict(added))
        yield opening(token.name, (*kept, *added)) if added else token


def _inside(tokens: list[Token], at: int) -> Iterator[Token]:
    """What stands between an opening tag and its end."""
    depth = 0
    for place in range(at, len(tokens)):
        token = tokens[place]
        if token.kind == "open" and token.name not in VOID and not token.source.endswith("/>"):
            depth += 1
        elif token.kind == "close":
            depth -= 1
        if depth == 0:
            return
        yield token
