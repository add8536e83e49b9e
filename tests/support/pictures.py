"""Makes the pictures of the README from the example: `python -m tests.support.pictures`."""

import html
import tempfile
from pathlib import Path

import pypdfium2
import pyte
from PIL import Image

from tests.support.terminal_driver import Terminal
from wizard import content

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
EXAMPLE = content.PACKAGE / "examples" / "two-rivers.plan.yaml"
# The pages of the full example that are shown, each by words that stand on no page before it.
PAGES = ("Partnership plan", "The plan on one page", "Goal by goal", "How the work should lead to change")
WIDTH, HEIGHT = 8.4, 19.0  # one character cell, in pixels
INK, PAPER, DIM = "#1d2a33", "#fdfcf9", "#6b7680"


def main() -> None:
    """Writes every picture anew."""
    with tempfile.TemporaryDirectory() as folder:
        state = Path(folder)
        question(state)
        pages(state)


def question(state: Path) -> None:
    """A question as it stands on a screen of 80 columns and 24 rows."""
    plan = state / "two-rivers.plan.yaml"
    plan.write_bytes(EXAMPLE.read_bytes())
    with Terminal("open", plan, state=state) as terminal:
        terminal.see("Where would you like to work?").press("c-g")
        terminal.see("Where would you like to go?").answer("BU-07")
        terminal.see("Add a need").press("up", "up").see("An interpreter after hours", "e edit")
        (PICTURES / "question.svg").write_text(drawn(terminal.screen), encoding="utf-8")


def drawn(screen: pyte.Screen) -> str:
    """The screen as an SVG: its own text, bold and dim as on the terminal."""
    wide, high = screen.columns * WIDTH + 32, screen.lines * HEIGHT + 32
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high:.0f}" role="img">',
        "<title>A question in the wizard, as it stands on the screen</title>",
        f'<rect width="100%" height="100%" rx="10" fill="{PAPER}" stroke="#c9ccc6"/>',
        f'<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" fill="{INK}"',
        ' style="white-space:pre">',
    ]
    for row in range(screen.lines):
        lines += _row(screen, row)
    return "\n".join([*lines, "</g>", "</svg>", ""])


def _row(screen: pyte.Screen, row: int) -> list[str]:
    pieces: list[tuple[int, str, str]] = []
    for column in range(screen.columns):
        cell = screen.buffer[row][column]
        style = (
            ' font-weight="bold"' if cell.bold else f' fill="{DIM}"' if cell.fg not in ("default",) else ""
        )
        if pieces and pieces[-1][2] == style:
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + cell.data, style)
        else:
            pieces.append((column, cell.data, style))
    down = 16 + (row + 0.75) * HEIGHT
    pieces = [(start + len(text) - len(text.lstrip()), text.strip(), style) for start, text, style in pieces]
    return [
        f'<text x="{16 + start * WIDTH:.1f}" y="{down:.1f}" textLength="{len(text) * WIDTH:.1f}"{style}>'
        f"{html.escape(text)}</text>"
        for start, text, style in pieces
        if text
    ]


def pages(state: Path) -> None:
    """Four pages of the printed example, side by side: cover, summary, goals, logic model."""
    from argparse import Namespace

    from wizard.commands.printing import print_plan
    from wizard.publishing.options import DEFAULTS

    target = state / "two-rivers.pdf"
    wanted = {"html": None, "flows": None, "attach": False}
    print_plan(EXAMPLE, Namespace(output=target, **wanted, **DEFAULTS))
    with pypdfium2.PdfDocument(target) as printed:
        shown = [printed[number].render(scale=0.8).to_pil() for number in _numbers(printed)]
    gap = 24
    width = sum(each.width for each in shown) + gap * (len(shown) + 1)
    sheet = Image.new("RGB", (width, shown[0].height + 2 * gap), "#d9dcd6")
    across = gap
    for each in shown:
        sheet.paste(each, (across, gap))
        across += each.width + gap
    sheet.quantize(96).save(PICTURES / "pages.png", optimize=True)


def _numbers(printed: pypdfium2.PdfDocument) -> list[int]:
    """Which pages those of PAGES are; what the contents say does not count."""
    texts = [page.get_textpage().get_text_range() for page in printed]
    contents = next(number for number, text in enumerate(texts) if "\nContents\r" in f"\n{text}")
    return [next(at for at, text in enumerate(texts) if words in text and at != contents) for words in PAGES]


if __name__ == "__main__":
    main()
