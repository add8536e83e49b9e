"""A template filled with a view: one whole HTML page with everything it needs to be shown or printed."""

from collections.abc import Mapping
from html import escape
from pathlib import Path

from wizard.document import contents, fonts
from wizard.document.assets import Assets, sheet
from wizard.document.document import MAKER, STYLE_CLOSES, STYLE_OPENS, Document, Paper
from wizard.document.look import PLAIN, Look
from wizard.document.markup import join, scan
from wizard.document.placeholders import Answers
from wizard.document.printable import clean, draw
from wizard.document.templates import template


def compose(
    folder: Path,
    view: Mapping[str, object],
    answers: Answers,
    *,
    lang: str,
    title: str,
    paper: Paper = "letter",
    parts: Path | None = None,
    look: Look = PLAIN,
) -> Document:
    """Fills the template of a folder; `parts` is a second folder it shares macros, style and fonts with.

    The template sees the view, and as `logo` whether there is one; its address is `logo.png` then.
    Raises TemplateFault where anything is missing: a file, a style, a font, a field of the view.
    """
    folders = (folder,) if parts is None else (folder, parts)
    assets = Assets(folders, look.pictures())
    typeface = fonts.folder_of(folders)
    drawable = fonts.drawable(typeface)
    style = assets.style() + look.style()
    seen = {**view, "logo": look.logo is not None}
    filled = answers.fill(template.render(folders, seen, answers), drawable)
    tokens = contents.nested(list(assets.through(scan(filled.html))))
    name = " ".join(draw(clean(title), drawable)[0].split())
    body = join(contents.with_contents(tokens))
    html = _whole(lang, name, sheet(style, paper), body)
    return Document(html, name, assets.files, typeface, paper, filled.unprintable)


def _whole(lang: str, title: str, style: str, body: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{MAKER}">\n<title>{escape(title)}</title>\n'
        f"{STYLE_OPENS}{style}{STYLE_CLOSES}</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
