"""A coalition's logo: read under limits and drawn anew, so that nothing else of its file gets into a document."""

import struct
import warnings
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from wizard.errors import Problem
from wizard.storage.troubles import problem_of

KINDS = ("PNG", "JPEG")
MOST_MEGABYTES, MOST_MEGAPIXELS = 5, 25
DARK = "#1e2a32"  # the ink of the text
PALE, SEEN = 215, 0.05  # gray from which on nothing is seen on white, and the share that has to be darker
HALF = 127  # of 255: as good as there
SIDE = 900  # pixels of the longer side: 60 mm on the cover at the fineness of print
# What Pillow lets through when a picture is damaged; each was seen among thirty thousand damaged ones.
_BROKEN = (OSError, SyntaxError, ValueError, struct.error, IndexError, TypeError)


def read(file: Path) -> bytes:
    """The picture as a PNG, no larger than it is shown. Problem: document.logo, with what to do."""
    content = _content(file)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Pillow remarks about a file's particulars helps nobody here
        drawn = _drawn(_opened(content, file), file)
    written = BytesIO()
    drawn.save(written, "PNG", optimize=True)
    return written.getvalue()


def _content(file: Path) -> bytes:
    """The bytes of an ordinary file, if there are not too many."""
    try:
        if not file.exists():
            raise Problem("document.logo.missing", file=file.name, folder=str(file.parent))
        if not file.is_file():
            raise Problem("document.logo.no_picture", file=file.name)
        with file.open("rb") as opened:
            content = opened.read(MOST_MEGABYTES * 1_000_000 + 1)
    except OSError as trouble:
        raise problem_of(trouble, file) from trouble
    if len(content) > MOST_MEGABYTES * 1_000_000:
        raise _too_big(file)
    return content


def _opened(content: bytes, file: Path) -> Image.Image:
    """The picture as far as its head is read: its kind and its size are known, nothing is drawn yet."""
    try:
        picture = Image.open(BytesIO(content), formats=KINDS)
    except Image.DecompressionBombError as fault:
        raise _too_big(file) from fault
    except UnidentifiedImageError as fault:
        raise Problem("document.logo.no_picture", file=file.name) from fault
    except _BROKEN as fault:
        raise Problem("document.logo.broken", file=file.name) from fault
    if picture.width * picture.height > MOST_MEGAPIXELS * 1_000_000:
        raise _too_big(file)
    return picture


def _too_big(file: Path) -> Problem:
    return Problem(
        "document.logo.too_big", file=file.name, megabytes=MOST_MEGABYTES, megapixels=MOST_MEGAPIXELS
    )


def _drawn(picture: Image.Image, file: Path) -> Image.Image:
    """The picture upright, on a ground it is seen on, and no larger than SIDE."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint lets cut pictures pass, for the whole process
    try:
        drawn = _on_ground(ImageOps.exif_transpose(picture))
    except _BROKEN as fault:
        raise Problem("document.logo.broken", file=file.name) from fault
    drawn.thumbnail((SIDE, SIDE))
    return drawn


def _on_ground(picture: Image.Image) -> Image.Image:
    """Eight bits a color, and white where it is transparent; a logo that is itself white gets a dark ground."""
    if picture.mode.startswith("I"):  # sixteen bits of gray
        picture = picture.convert("I").point(lambda value: value / 257, "L")
    seen = picture.convert("RGBA")
    ground = Image.new("RGB", seen.size, DARK if _is_pale(seen) else "white")
    ground.paste(seen, mask=seen.getchannel("A"))
    return ground


def _is_pale(picture: Image.Image) -> bool:
    """Whether hardly anything of a cut-out picture would be seen on white."""
    shown = picture.getchannel("A").point(lambda value: 255 if value > HALF else 0)
    levels = picture.convert("L").histogram(mask=shown)
    is_cut_out = shown.getextrema()[0] == 0
    return is_cut_out and sum(levels[:PALE]) < SEEN * sum(levels)
