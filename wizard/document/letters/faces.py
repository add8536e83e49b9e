"""Faces for the letters and signs that the document's own face lacks, each read only when a plan uses it."""

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from wizard.document.document import SHARED
from wizard.systems import HERE

FOLDER = "scripts"
EXTRA = "noto_cjk_sans_jp_regular"  # the module of the font package for Chinese, Japanese and Korean


@dataclass(frozen=True)
class Face:
    """A font family: its key in the style, the stem of its files, and the blocks of Unicode it is asked about."""

    key: str
    stem: str
    blocks: tuple[range, ...]
    has_bold: bool = False

    def files(self) -> dict[int, Path]:
        """The files by weight."""
        weights = {400: "Regular", 700: "Bold"} if self.has_bold else {400: "Regular"}
        return {weight: SHARED / FOLDER / f"{self.stem}-{name}.ttf" for weight, name in weights.items()}

    def covers(self, character: str) -> bool:
        """Whether a character is of the scripts that the face is for."""
        return any(ord(character) in block for block in self.blocks)

    def has(self, character: str) -> bool:
        """Whether the face has a shape for a character."""
        return self.covers(character) and any(
            ord(character) in _characters(file) for file in self.files().values()
        )


@dataclass(frozen=True)
class Installed(Face):
    """A face of this computer, or of a font package, for scripts whose faces are too large to bring along."""

    def files(self) -> dict[int, Path]:
        found = installed_file()
        return {400: found} if found else {}


def _to(*ends: int) -> tuple[range, ...]:
    """Blocks from pairs of a first and a last character."""
    return tuple(range(first, last + 1) for first, last in zip(ends[::2], ends[1::2], strict=True))


LATIN = Face(
    "latin",
    "NotoSans",
    _to(0xA0, 0x36F, 0x1D00, 0x1EFF, 0x2010, 0x218B, 0x2C60, 0x2C7F, 0xA720, 0xAB6B),
    True,
)
FACES = (
    LATIN,
    Face(
        "arabic",
        "NotoSansArabic",
        _to(0x600, 0x6FF, 0x750, 0x77F, 0x8A0, 0x8FF, 0xFB50, 0xFDFF, 0xFE70, 0xFEFC),
        True,
    ),
    Face("hebrew", "NotoSansHebrew", _to(0x590, 0x5FF, 0xFB1D, 0xFB4F), True),
    Face("ethiopic", "NotoSansEthiopic", _to(0x1200, 0x139F, 0x2D80, 0x2DDF, 0xAB00, 0xAB2F), True),
    Face("devanagari", "NotoSansDevanagari", _to(0x900, 0x97F, 0x1CD0, 0x1CFF, 0xA8E0, 0xA8FF), True),
    Face("cherokee", "NotoSansCherokee", _to(0x13A0, 0x13FF, 0xAB70, 0xABBF), True),
    Face("thai", "NotoSansThai", _to(0xE00, 0xE7F), True),
    Face("myanmar", "NotoSansMyanmar", _to(0x1000, 0x109F, 0xA9E0, 0xA9FF, 0xAA60, 0xAA7F), True),
    Face("bengali", "NotoSansBengali", _to(0x980, 0x9FF)),
    Face("gurmukhi", "NotoSansGurmukhi", _to(0xA00, 0xA7F)),
    Face("gujarati", "NotoSansGujarati", _to(0xA80, 0xAFF)),
    Face("tamil", "NotoSansTamil", _to(0xB80, 0xBFF)),
    Face("telugu", "NotoSansTelugu", _to(0xC00, 0xC7F)),
    Face("kannada", "NotoSansKannada", _to(0xC80, 0xCFF)),
    Face("malayalam", "NotoSansMalayalam", _to(0xD00, 0xD7F)),
    Face("sinhala", "NotoSansSinhala", _to(0xD80, 0xDFF)),
    Face("lao", "NotoSansLao", _to(0xE80, 0xEFF)),
    Face("georgian", "NotoSansGeorgian", _to(0x10A0, 0x10FF, 0x1C90, 0x1CBF, 0x2D00, 0x2D2F)),
    Face("armenian", "NotoSansArmenian", _to(0x530, 0x58F, 0xFB13, 0xFB17)),
    Face("khmer", "NotoSansKhmer", _to(0x1780, 0x17FF, 0x19E0, 0x19FF)),
    Face("aboriginal", "NotoSansCanadianAboriginal", _to(0x1400, 0x167F, 0x18B0, 0x18FF)),
    Face("tifinagh", "NotoSansTifinagh", _to(0x2D30, 0x2D7F)),
    Face("nko", "NotoSansNKo", _to(0x7C0, 0x7FF)),
    Face("adlam", "NotoSansAdlam", _to(0x1E900, 0x1E95F)),
    Face("signs", "NotoSansSymbols2", _to(0x2190, 0x2BFF, 0x1F000, 0x1FAFF)),
    Face("more-signs", "NotoSansSymbols", _to(0x2190, 0x2BFF, 0x1F100, 0x1F1FF)),
    Face("arrows", "NotoSansMath", _to(0x2190, 0x2BFF)),
    Installed(
        "cjk",
        "",
        _to(0x1100, 0x11FF, 0x2E80, 0x9FFF, 0xA960, 0xA97F, 0xAC00, 0xD7FF, 0xF900, 0xFAFF, 0x20000, 0x3134F),
    ),
)  # fmt: skip


CJK = FACES[-1]


def face_for(character: str) -> Face | None:
    """The first face with a shape for a character; None where there is none."""
    return next((face for face in FACES if face.has(character)), None)


@cache
def installed_file() -> Path | None:
    """The file of the font package, else a face of this computer; None where there is neither."""
    found = find_spec(EXTRA)
    places = sorted(Path(folder) for folder in (found.submodule_search_locations or ())) if found else []
    brought = [file for folder in places for file in sorted(folder.glob("*.[ot]tf"))]
    return next((file for file in [*brought, *map(Path, HERE.cjk_faces)] if file.is_file()), None)


@cache
def _characters(file: Path) -> frozenset[int]:
    # Late: hardly any plan needs it, and it takes as long to load as a page to put together.
    from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]  # has no types

    if file.suffix == ".ttc":
        with TTCollection(file, lazy=True) as fonts:
            return frozenset(fonts.fonts[0].getBestCmap())
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap())
