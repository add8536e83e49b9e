"""Which face each letter of an answer is drawn with, and what stands for a letter that no face has."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache
from html import escape
from pathlib import Path

from wizard.document import printable
from wizard.document.letters import faces
from wizard.document.letters.faces import LATIN, Face

STAND_IN = "⯑"  # an uncertain sign, which nobody takes for a box to tick
# Signs in color, by signs of the same meaning that can be printed.
TWINS = str.maketrans({"✅": "✔", "❌": "✘", "❎": "☒", "⬜": "☐", "🔲": "☐", "🗹": "☑", "🗵": "☒", "🆗": "OK"})
_WORD = re.compile(r"[^\W\d_](?:[\w\u0300-\u036f\u02bc'’-]*[\w\u0300-\u036f])?")
_RIGHT_TO_LEFT = frozenset(("R", "AL"))


class Letters:
    """Draws the texts of one page; remembers the faces they need beside the page's own, and under which heading
    what has no shape stands first.

    `base` are the characters that the page's own faces have.
    """

    def __init__(self, base: Set[str]) -> None:
        self.base = base
        self.faces: dict[str, Face] = {}
        self.missing: dict[str, str] = {}
        self.heading = ""  # of what is being drawn

    def plain(self, text: str) -> str:
        """The text with a sign of its meaning, or the stand-in, for each character that no face has."""
        if all(each in self.base or each == "\n" for each in text):
            return printable.softened(text)
        text = text.translate(TWINS)
        lacking = {each for each in text if each not in self.base and each != "\n"}
        return printable.softened(text.translate({ord(each): self._drawn(each) for each in lacking}))

    def html(self, text: str) -> str:
        """The same as escaped HTML; a word of Latin letters that the page's face lacks is set whole in another."""
        drawn = self.plain(text)
        if LATIN.key not in self.faces or all(each in self.base or each == "\n" for each in drawn):
            return escape(drawn)
        return "".join(self._pieces(drawn))

    def _pieces(self, text: str) -> Iterator[str]:
        at = 0
        for word in _WORD.finditer(text):
            if any(each not in self.base and LATIN.has(each) for each in word[0]):
                yield escape(text[at : word.start()])
                yield f'<span class="face-latin">{escape(word[0])}</span>'
                at = word.end()
        yield escape(text[at:])

    def _drawn(self, each: str) -> str:
        """The character itself where a face has it, else one of its meaning, else the stand-in."""
        if each.isspace():
            return " "
        if each in printable.JOINERS:
            return each
        for instead in (each, unicodedata.normalize("NFKC", each)):
            if all(part in self.base or self._found(part) for part in instead):
                return instead
        if unicodedata.category(each)[0] == "M":
            return ""
        self.missing.setdefault(each, self.heading)
        self._found(STAND_IN)
        return STAND_IN

    def _found(self, character: str) -> bool:
        face = faces.face_for(character)
        if face:
            self.faces[face.key] = face
        return face is not None


@cache
def is_right_to_left(text: str) -> bool:
    """Whether a line begins with a letter of a script that is written from the right (Unicode, UAX 9, P2)."""
    strong = (side for each in text if (side := unicodedata.bidirectional(each)) in ("L", "R", "AL"))
    return next(strong, "L") in _RIGHT_TO_LEFT


def style(used: Iterable[Face], address: Callable[[Path], str]) -> str:
    """The rules that bring some faces in behind the page's own."""
    rules, names = [], []
    for face in used:
        names.append(f'"Plan {face.key}"')
        for weight, file in face.files().items():
            source = f'url("{address(file)}")'
            rules.append(f"@font-face{{font-family:{names[-1]};font-weight:{weight};src:{source}}}")
    return "".join([*rules, f":root{{--more-faces:{','.join(names)}}}"]) if names else ""
