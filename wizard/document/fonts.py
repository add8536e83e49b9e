"""Which characters the bundled fonts have a shape for and how wide each is, read from the fonts themselves."""

import struct
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from pathlib import Path

from wizard.document.document import SHARED
from wizard.document.faults import TemplateFault
from wizard.document.templates.files import inside

CONFIGURATION = SHARED / "fonts" / "fonts.conf"
HERE = '<dir prefix="relative">.</dir>'
FACES = "*.ttf"


def folder_of(folders: tuple[Path, ...]) -> Path:
    """The first folder's `fonts` with fonts in it, none of them a link that leads out. Raises TemplateFault without."""
    for folder in folders:
        faces = list(folder.glob(f"fonts/{FACES}"))
        if faces and all(inside(folder, face) for face in faces):
            return folder / "fonts"
    raise TemplateFault("document.template.fonts_missing", folder=folders[0].name)


def configuration(fonts: Path) -> str:
    """What makes fontconfig see the fonts of one folder and no others, whatever the folder itself says."""
    return CONFIGURATION.read_text(encoding="utf-8").replace(
        HERE, f"<dir>{escape(str(fonts.resolve()))}</dir>"
    )


@cache
def drawable(fonts: Path) -> frozenset[str]:
    """The characters that every face in the folder can draw."""
    try:
        faces = [frozenset(_characters(face.read_bytes())) for face in sorted(fonts.glob(FACES))]
    except (struct.error, ValueError) as fault:
        raise TemplateFault("document.template.font_unreadable") from fault
    return frozenset.intersection(*faces)


def of_heads(fonts: Path) -> frozenset[str]:
    """The characters that the face of the headings can draw; those of the text where it has none of its own."""
    own = fonts / "heads"
    return drawable(own if any(own.glob(FACES)) else fonts)


@cache
def advances(face: Path) -> Mapping[str, float]:
    """How far each character of a face moves the pen, in times the size of the type."""
    font = face.read_bytes()
    (scale,) = struct.unpack_from(">H", font, _table(font, b"head") + 18)
    (full,) = struct.unpack_from(">H", font, _table(font, b"hhea") + 34)  # the glyphs after these are as wide
    wide = struct.unpack_from(f">{2 * full}H", font, _table(font, b"hmtx"))[::2]
    return {
        chr(first + place): wide[min(glyph + place, full - 1)] / scale
        for first, last, glyph in _groups(font)
        for place in range(last - first + 1)
    }


def _characters(font: bytes) -> Iterator[str]:
    for first, last, _ in _groups(font):
        yield from map(chr, range(first, last + 1))


def _groups(font: bytes) -> Iterator[tuple[int, int, int]]:
    """An OpenType font's full-range map (`cmap` table, format 12): first and last character, glyph of the first."""
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for number in range(count):
        *_, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * number)
        if struct.unpack_from(">H", font, start + offset) == (12,):
            (groups,) = struct.unpack_from(">I", font, start + offset + 12)
            for group in range(groups):
                yield struct.unpack_from(">III", font, start + offset + 16 + 12 * group)
            return
    raise TemplateFault("document.template.font_unreadable")


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == name:
            return int(offset)
    raise TemplateFault("document.template.font_unreadable")
