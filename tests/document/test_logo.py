"""A logo of one's own: drawn anew on white, on the cover only, with words for those who do not see it."""

import os
import re
from ctypes import create_string_buffer
from io import BytesIO
from pathlib import Path

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # has no types
import pytest
from PIL import Image, PngImagePlugin

from tests.support.document_hostile import HOSTILE
from wizard import words
from wizard.document import logo, printed_plan
from wizard.document.look import PICTURE, Look
from wizard.document.options import DocumentOptions
from wizard.document.page import Document
from wizard.errors import Problem
from wizard.interview import toolkit as toolkits
from wizard.interview.survey import survey
from wizard.publishing.formats import html, pdf
from wizard.publishing.options import look_of
from wizard.publishing.typesetting import printer
from wizard.storage.draft import Draft


def saved(folder: Path, picture: Image.Image, kind: str = "PNG", **more: object) -> Path:
    file = folder / f"logo.{kind.lower()}"
    picture.save(file, kind, **more)
    return file


def drawn(file: Path) -> Image.Image:
    return Image.open(BytesIO(logo.read(file)))


def document(name: str | None = "Two Rivers", *, with_logo: bool = True) -> Document:
    draft = Draft(path="quick")
    draft.put("about.name", name)
    inside = BytesIO()
    Image.new("RGB", (60, 30), "navy").save(inside, "PNG")
    look = Look(logo=inside.getvalue() if with_logo else None)
    return printed_plan.printed_plan(survey(toolkits.load(), draft), options=DocumentOptions(look=look))


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("RGB", "PNG"),
        ("RGBA", "PNG"),
        ("P", "PNG"),
        ("L", "PNG"),
        ("1", "PNG"),
        ("LA", "PNG"),
        ("RGB", "JPEG"),
        ("CMYK", "JPEG"),
        ("L", "JPEG"),
    ],
)
def test_pictures_of_every_sort_become_plain_ones(tmp_path: Path, mode: str, kind: str) -> None:
    file = saved(tmp_path, Image.new("RGB", (40, 20), "red").convert(mode), kind)

    picture = drawn(file)

    assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", (40, 20))
    assert picture.info == {}


def test_sixteen_bits_of_gray_stay_gray(tmp_path: Path) -> None:
    picture = drawn(saved(tmp_path, Image.new("I;16", (4, 4), 30_000)))

    assert picture.getpixel((0, 0)) == (116, 116, 116)


def test_what_is_transparent_becomes_white(tmp_path: Path) -> None:
    picture = drawn(saved(tmp_path, Image.new("RGBA", (4, 4), (0, 0, 0, 0))))

    assert picture.getpixel((0, 0)) == (255, 255, 255)


def test_a_photo_stands_upright_no_larger_than_it_is_shown_and_tells_nothing(tmp_path: Path) -> None:
    told = Image.Exif()
    told[0x0112] = 6  # lies on its side
    told[0x010E] = "taken at a place"
    file = saved(
        tmp_path, Image.new("RGB", (2_000, 1_000), "green"), "JPEG", exif=told, comment=b"by somebody"
    )
    assert b"taken at a place" in file.read_bytes()

    content = logo.read(file)

    assert Image.open(BytesIO(content)).size == (450, 900)
    assert b"taken at a place" not in content
    assert b"somebody" not in content


def test_a_text_inside_a_png_stays_behind(tmp_path: Path) -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "somebody")

    assert b"somebody" not in logo.read(saved(tmp_path, Image.new("RGB", (4, 4)), pnginfo=told))


def _svg(folder: Path) -> Path:
    file = folder / "logo.png"
    file.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    return file


def _cut(folder: Path) -> Path:
    file = saved(folder, Image.effect_noise((80, 80), 90))
    file.write_bytes(file.read_bytes()[:-2_000])
    return file


def _heavy(folder: Path) -> Path:
    file = saved(folder, Image.new("RGB", (4, 4)))
    with file.open("ab") as opened:
        opened.truncate(logo.MOST_MEGABYTES * 1_000_000 + 1)
    return file


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.png")
    return folder / "pipe.png"


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (lambda folder: folder / "none.png", "missing"),
        (lambda folder: folder, "no_picture"),
        (_pipe, "no_picture"),
        (_svg, "no_picture"),
        (lambda folder: saved(folder, Image.new("RGB", (4, 4)), "GIF"), "no_picture"),
        (_cut, "broken"),
        (_heavy, "too_big"),
        (lambda folder: saved(folder, Image.new("1", (6_000, 5_000))), "too_big"),
        (lambda folder: saved(folder, Image.new("1", (20_000, 20_000))), "too_big"),
    ],
)
def test_what_cannot_be_a_logo_is_one_sentence(tmp_path: Path, make: object, key: str) -> None:
    file = make(tmp_path)  # type: ignore[operator]

    with pytest.raises(Problem) as told:
        logo.read(file)

    assert told.value.key == f"document.logo.{key}"
    assert "\n" not in words.of(told.value)
    assert file.name in words.of(told.value)


def test_the_logo_stands_on_the_cover_once_with_words() -> None:
    page = document().html

    assert re.findall(r'<img src="(.{22})[^"]+" alt="([^"]*)">', page) == [(PICTURE, "Logo of Two Rivers")]
    assert page.index("<img") < page.index('class="unlisted"')
    assert "<img" not in document(with_logo=False).html
    assert 'alt="Logo of our partnership"' in document(None).html
    assert html.self_contained(document()).count(PICTURE) == 1


def test_a_hostile_name_stays_words() -> None:
    page = document(HOSTILE).html

    assert 'alt="Logo of | # &lt;b&gt;x&lt;/b&gt; {{ 7*7 }}' in page


def test_the_pdf_says_what_the_logo_is(tmp_path: Path) -> None:
    made = pdf.write(document(), tmp_path / "with.pdf")

    assert (made.undrawn, made.remarks) == ((), ())
    assert alternatives(made.file) == ["Logo of Two Rivers"]


def alternatives(file: Path) -> list[str]:
    """The alternative texts on the first page, as a screen reader gets them."""
    opened = pdfium.FPDF_LoadDocument(str(file).encode(), None)
    page = pdfium.FPDF_LoadPage(opened, 0)
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    left = [
        pdfium.FPDF_StructTree_GetChildAtIndex(tree, at)
        for at in range(pdfium.FPDF_StructTree_CountChildren(tree))
    ]
    found = []
    while left:
        element = left.pop()
        if not element:
            continue
        held = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
        if held > 2:
            text = create_string_buffer(held)
            pdfium.FPDF_StructElement_GetAltText(element, text, held)
            found.append(bytes(text).decode("utf-16-le").rstrip("\0"))
        count = pdfium.FPDF_StructElement_CountChildren(element)
        left += [pdfium.FPDF_StructElement_GetChildAtIndex(element, at) for at in range(count)]
    pdfium.FPDF_StructTree_Close(tree)
    pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(opened)
    return found


def test_the_child_takes_a_picture_from_its_address() -> None:
    fetch = printer.fetcher({}).fetch

    assert fetch(f"{PICTURE}eA==").read() == b"x"
    for address in ("data:image/svg+xml;base64,eA==", "data:text/html,x"):
        with pytest.raises(ValueError, match="not one of"):
            fetch(address)


def test_the_command_reads_the_logo_before_anything_is_printed(tmp_path: Path) -> None:
    look, _ = look_of(None, saved(tmp_path, Image.new("RGB", (4, 4), "red")))

    assert look.logo is not None
    assert look.color is None
    with pytest.raises(Problem, match="missing"):
        look_of(None, tmp_path / "none.png")


@pytest.mark.parametrize(
    ("ink", "ground"),
    [("#ffffff", (30, 42, 50)), ("#fff4c2", (30, 42, 50)), ("#1c5190", (255, 255, 255))],
    ids=["white", "pale yellow", "blue"],
)
def test_a_cut_out_logo_is_seen_on_its_ground(tmp_path: Path, ink: str, ground: tuple[int, int, int]) -> None:
    picture = Image.new("RGBA", (60, 30), (0, 0, 0, 0))
    picture.paste(ink, (10, 10, 50, 20))

    found = drawn(saved(tmp_path, picture))

    assert found.getpixel((1, 1)) == ground
