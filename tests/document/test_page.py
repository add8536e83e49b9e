"""The whole page: contents, headings, style, and what it may fetch."""

import re
import shutil
from pathlib import Path

import pytest

from tests.support import document_hostile as demo
from wizard.document import fonts, page
from wizard.document.contents import nested, with_contents
from wizard.document.faults import TemplateFault
from wizard.document.markup import join, scan
from wizard.document.placeholders import Answers
from wizard.publishing.formats import html as html_format

LOOK = (demo.SHARED / "style" / "1-look.css").read_text(encoding="utf-8")
SECRET = "root:x:0:0"


def composed(folder: Path, source: str, style: str | None = "p { color: red }") -> page.Document:
    (folder / "template.md").write_text(source, encoding="utf-8")
    if style is not None:
        (folder / "style").mkdir(exist_ok=True)
        (folder / "style" / "1.css").write_text(style, encoding="utf-8")
    fonts_here = folder / "fonts"
    if not fonts_here.exists():
        shutil.copytree(demo.SHARED / "fonts", fonts_here)
    return page.compose(folder, {}, Answers(), lang="en", title="A & B")


def outline(html: str) -> list[str]:
    return re.findall(r"<h([1-6])", html)


def test_a_page_is_whole(tmp_path: Path) -> None:
    document = composed(tmp_path, "# One")

    assert document.html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "<title>A &amp; B</title>" in document.html
    assert "@page{size:letter}" in document.html
    assert '<h1 id="one">One</h1>' in document.html


def test_headings_never_skip_a_level_and_links_hold_plain_text() -> None:
    tokens = scan("<h3>a</h3><h3>b</h3><h6>c</h6><h1>d</h1><p><a href='#x'>e <b>f</b></a> <b>g</b></p>")

    html = join(nested(tokens))

    assert outline(html) == ["1", "2", "3", "1"]
    assert "e f</a> <b>g</b>" in html


def test_contents_list_every_heading_of_two_levels_once_and_lead_to_it() -> None:
    source = (
        '<nav id="contents"></nav><h1 data-number="1">Ñandú &amp; co</h1><h2>Ñandú &amp; co</h2><h3>x</h3>'
        '<h1 class="unlisted">y</h1><h2>漢</h2>'
    )

    html = join(with_contents(scan(source)))

    entries = re.findall(r'<li class="at-(h.)"[^>]*><a href="#([^"]+)">([^<]+)</a>', html)
    assert entries == [
        ("h1", "nandu-co", "Ñandú &amp; co"),
        ("h2", "nandu-co-2", "Ñandú &amp; co"),
        ("h2", "part", "漢"),
    ]
    assert all(html.count(f'id="{address}"') == 1 for _, address, _ in entries)


def test_a_missing_style_or_font_or_picture_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match="style_missing"):
        composed(tmp_path, "x", style=None)
    with pytest.raises(TemplateFault, match="asset_missing"):
        composed(tmp_path, "<img src='none.png' alt='x'>")
    shutil.rmtree(tmp_path / "fonts")
    with pytest.raises(TemplateFault, match="fonts_missing"):
        page.compose(tmp_path, {}, Answers(), lang="en", title="x")


@pytest.mark.parametrize(
    "body",
    [
        "<img src='/etc/passwd' alt='x'>",
        "<img src='file:///etc/passwd' alt='x'>",
        "<img src='../x.png' alt='x'>",
        "<img src='https://example.org/x.png' alt='x'>",
        "<img src='data:image/png;base64,AAAA' alt='x'>",
        "<img srcset='x.png 2x' alt='x'>",
        "<object data='/etc/passwd'></object>",
        "<iframe src='x.html'></iframe>",
        "<link rel='attachment' href='/etc/passwd'>",
        "<a href='file:///etc/passwd'>x</a>",
        "<a href='java&#115;cript:x'>x</a>",
        "<p onclick='x'>x</p>",
        "<p style='background:url(/etc/passwd)'>x</p>",
        "<script>x</script>",
        "<base href='file:///'>",
        "<svg><image href='/etc/passwd'/></svg>",
        "<p>a < b</p>",
        "<p>a</div>",
        "<noscript><p title='</noscript><img src=x onerror=x>'>x</p></noscript>",
        "<title><p title='</title><img src=x onerror=x>'>x</p></title>",
        "<svg><style><img src=x onerror=x></style></svg>",
        "<svg><a href='#x'><set attributeName='href' to='javascript:x'/></a></svg>",
        "<style>p { color: red }</style>",
        "<math><mi href='x'>x</mi></math>",
    ],
)
def test_what_a_page_may_not_hold_is_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(TemplateFault):
        composed(tmp_path, body)


def test_remarks_of_the_author_stay_behind(tmp_path: Path) -> None:
    """A browser ends this one after its fourth character."""
    document = composed(tmp_path, "a\n\n<!--> <img src=x onerror=x> -->\n\nb")

    assert "onerror" not in document.html
    assert "<p>a</p>" in document.html


def test_a_style_sheet_or_a_font_that_is_a_link_to_elsewhere_is_not_read(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    composed(inside, "x")
    (tmp_path / "secret").write_text("p { color: blue }", encoding="utf-8")
    (inside / "style" / "2.css").symlink_to(tmp_path / "secret")

    assert "blue" not in composed(inside, "x").html
    (inside / "fonts" / "x.ttf").symlink_to(tmp_path / "secret")
    with pytest.raises(TemplateFault, match="fonts_missing"):
        composed(inside, "x")


@pytest.mark.parametrize("raw", [b"", b"\0" * 12, b"\0\1\0\0\xff\xff" + b"x" * 200])
def test_a_font_that_is_none_is_a_fault(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "x.ttf").write_bytes(raw)

    with pytest.raises(TemplateFault, match="font_unreadable"):
        composed(tmp_path, "x")


@pytest.mark.parametrize(
    "style",
    [
        "@import '/etc/passwd';",
        "@import url(more.css);",
        "p { background: url(/etc/passwd) }",
        "p { background: URL('file:///etc/passwd') }",
        r"p { background: u\72l(../../x.png) }",
        "@media print { @page { background: url(https://example.org/x.png) } }",
        "@font-face { font-family: x; src: url(../x.ttf) }",
        "p { background: image-set('x.png' 1x) }",
    ],
)
def test_a_style_that_fetches_from_outside_is_refused(tmp_path: Path, style: str) -> None:
    with pytest.raises(TemplateFault):
        composed(tmp_path, "x", style)


def test_a_picture_of_the_folder_is_found_and_listed(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")

    document = composed(tmp_path, "<img src='logo.svg' alt='Our logo'>")

    assert document.assets == {"logo.svg": tmp_path / "logo.svg"}
    assert 'src="asset:logo.svg"' in document.html


def test_the_html_edition_holds_everything_and_asks_for_nothing(tmp_path: Path) -> None:
    document = demo.document(hostile='"asset:fonts/SourceSans3-Bold.ttf" ' + demo.HOSTILE)

    file = html_format.write(document, tmp_path / "plan.html")

    text = file.read_text(encoding="utf-8")
    assert text.count("data:font/ttf;base64,") == 5
    assert set(re.findall(r'(?:src|href)="([a-z]+:)', text)) == {"https:"}
    assert not re.search(r"url\((?!\"data:)", text)
    assert "&quot;asset:fonts/SourceSans3-Bold.ttf&quot;" in text
    assert "default-src 'none'" in text


def test_the_html_edition_replaces_only_its_own(tmp_path: Path) -> None:
    document = composed(tmp_path, "x")
    (tmp_path / "a.html").write_text("mine", encoding="utf-8")

    assert html_format.write(document, tmp_path / "a.html").name == "a-2.html"
    assert html_format.write(document, tmp_path / "a.html").name == "a-2.html"
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == "mine"


def test_the_fonts_draw_spanish_and_neighbors_but_not_everything() -> None:
    drawable = fonts.drawable(demo.SHARED / "fonts")

    assert drawable >= set("áéíóúüñ¿¡ÁÉÍÓÚÜÑŁódźşğœ→✓□☐○•–—…“”’½≥×")
    assert not drawable & set("漢😀ش")


def test_every_text_color_of_the_style_is_readable_on_its_ground() -> None:
    colors = dict(re.findall(r"--([a-z-]+): #([0-9a-f]{6});", LOOK))
    inks = ["ink", "quiet", "accent", "prevention", "protection", "prosecution", "partnership", "fifth"]
    pairs = [(ink, ground) for ink in inks for ground in ("paper", "wash")] + [("on-accent", "accent")]
    pairs += [
        (ink, ground) for ink in ("ink", "quiet", "accent") for ground in ("accent-pale", "accent-soft")
    ]

    measured = {pair: contrast(colors[pair[0]], colors[pair[1]]) for pair in pairs}

    assert len(measured) == 23
    assert {pair: value for pair, value in measured.items() if value < 4.5} == {}
    assert contrast("ffffff", "000000") == pytest.approx(21)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast: (lighter + 0.05) / (darker + 0.05) of relative luminances."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
