"""Which characters the bundled fonts have a shape for, read from the fonts themselves."""

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from wizard.document.faults import TemplateFault

CONFIGURATION = "fonts.conf"


def folder_of(folders: tuple[Path, ...]) -> Path:
    """The first fonts folder with a fontconfig file beside its fonts. Raises TemplateFault without."""
    for folder in folders:
        fonts = folder / "fonts"
        if (fonts / CONFIGURATION).is_file() and any(fonts.glob("*.ttf")):
            return fonts
    raise TemplateFault("document.template.fonts_missing", folder=folders[0].name)


@cache
def drawable(fonts: Path) -> frozenset[str]:
    """The characters that every face in the folder can draw."""
    faces = [frozenset(_characters(face.read_bytes())) for face in sorted(fonts.glob("*.ttf"))]
    return frozenset.intersection(*faces)


def _characters(font: bytes) -> Iterator[str]:
    """The characters of an OpenType font's full-range map (`cmap` table, format 12)."""
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for number in range(count):
        *_, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * number)
        if struct.unpack_from(">H", font, start + offset) == (12,):
            (groups,) = struct.unpack_from(">I", font, start + offset + 12)
            for group in range(groups):
                first, last, _ = struct.unpack_from(">III", font, start + offset + 16 + 12 * group)
                yield from map(chr, range(first, last + 1))
            return
    raise TemplateFault("document.template.font_unreadable")


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == name:
            return int(offset)
    raise TemplateFault("document.template.font_unreadable")
