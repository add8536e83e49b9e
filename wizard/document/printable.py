"""What an answer may look like on a page: nothing invisible or endless."""

import re
import unicodedata

WORD_LIMIT = 200  # characters without a space; a longer word makes line breaking slower than linear
SOFT_STEP = 12
MARKS_IN_A_ROW = 20

JOINERS = "\u200c\u200d"  # unseen, but they decide how Persian and Hindi letters join

_PRIVATE_OR_HIDDEN = frozenset(("Cc", "Cf", "Cn", "Co", "Cs"))
_JOINED = frozenset(("Lo", "Mn", "Mc"))  # letters of scripts without capitals, and their signs
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_TIED = re.compile("[\u00a0\u2007\u202f]{3,}")
_ENDLESS = re.compile(rf"[^ \n\u200b]{{{WORD_LIMIT + 1},}}")


def clean(text: str) -> str:
    """One form for every character, lines ended by a line feed, and nothing that cannot be seen."""
    text = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    if not text.isascii() or not text.replace("\n", "").isprintable():
        text = "".join(_seen(text))
    return re.sub(r"\n{3,}", "\n\n", _TIED.sub(" ", text)).strip()


def softened(text: str) -> str:
    """The text with places to break in words without end."""
    return _ENDLESS.sub(_softened, text)


def _seen(text: str) -> list[str]:
    kept: list[str] = []
    marks = 0
    for each in text:
        category = unicodedata.category(each)
        marks = marks + 1 if category[0] == "M" else 0
        joins = each in JOINERS and unicodedata.category(kept[-1] if kept and kept[-1] else " ") in _JOINED
        if marks <= MARKS_IN_A_ROW and (joins or each in "\n\u00ad" or category not in _PRIVATE_OR_HIDDEN):
            kept.append("" if "\ufe00" <= each <= "\ufe0f" else each)
    return kept


def _softened(word: re.Match[str]) -> str:
    whole = word[0]
    return "\u200b".join(whole[start : start + SOFT_STEP] for start in range(0, len(whole), SOFT_STEP))
