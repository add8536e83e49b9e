"""What an answer may be made of: every text is made plain before it is kept."""

import re
import unicodedata
from collections.abc import Iterator

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_LONE = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # halves of a pair that no byte of a terminal stands for
_DIRECTIONS = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x2070))))  # overrides, isolates
_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff\ufff9\ufffa\ufffb")
_OUT = frozenset(("Cc", "Co", "Cs"))
# No language puts more marks on one letter (UAX 15, stream-safe text), and thousands take minutes to bring in order.
MOST_MARKS = 30
_CROWD = re.compile(f"[^\x00-\x7f]{{{MOST_MARKS}}}")


def clean(text: str, *, lines: bool) -> str:
    """The text in one form: NFC, line feeds, nothing unseen that could hide or turn what is read.

    With `lines` line breaks stay and blanks at their ends go; without, the text becomes one line.
    """
    text = whole(text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _thinned(text))
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    if not text.replace("\n", "").isprintable():
        text = "".join(each for each in text if each == "\n" or _is_kept(each))
    if lines:
        return "\n".join(line.rstrip() for line in text.split("\n")).strip()
    return " ".join(part for line in text.split("\n") if (part := line.strip()))


def typed(text: str) -> str:
    """A text as it is typed or pasted: line ends in one form, tabs as blanks, without joints that nobody sees.

    Unlike `clean` it keeps blanks at the ends of lines, where somebody goes on writing.
    """
    text = _LINE_ENDS.sub("\n", whole(text)).replace("\t", " ")
    return text if text.isascii() else "".join(each for each in text if each not in _UNSEEN)


def whole(text: str) -> str:
    """The text without lone surrogates; bytes an ASCII locale handed over as such are read as UTF-8."""
    if text.isascii():
        return text
    return _LONE.sub("", text).encode("utf-8", "surrogateescape").decode("utf-8", "ignore")


def _thinned(text: str) -> str:
    """The text without marks beyond those one letter may have."""
    return "".join(_few_marks(text)) if _CROWD.search(text) else text


def _few_marks(text: str) -> Iterator[str]:
    marks = 0
    for each in text:
        apart = unicodedata.normalize("NFD", each)
        marks = marks + len(apart) if unicodedata.combining(apart[0]) else len(apart) - 1
        if marks <= MOST_MARKS:
            yield each


def _is_kept(each: str) -> bool:
    if each in _DIRECTIONS or each in _UNSEEN or "\U000e0000" <= each <= "\U000e007f":
        return False
    return unicodedata.category(each) not in _OUT and (ord(each) & 0xFFFE) != 0xFFFE
