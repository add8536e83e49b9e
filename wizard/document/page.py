"""A template filled with a view: one whole HTML page with everything it needs to be shown or printed."""

from collections.abc import Mapping
from html import escape
from pathlib import Path

from wizard.document import contents, fonts
from wizard.document.assets import Assets, sheet
from wizard.document.document import MAKER, STYLE_CLOSES, STYLE_OPENS, Document, Paper
from wizard.document.letters import letters, lines
from wizard.document.look import PLAIN, Look
from wizard.document.markup import join, scan
from wizard.document.placeholders import Answers
from wizard.document.printable import clean
from wizard.document.prose import page_number, prose
from wizard.document.templates import template
from wizard.words.vocabulary import Vocabulary


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
    sentences: Vocabulary | None = None,
) -> Document:
    """Fills the template of a folder; `parts` is a second folder it shares macros, style and fonts with.

    The template sees the view, and as `logo` whether there is one; its address is `logo.png` then. Its fixed words
    are the `sentences`, or those that stand beside it. Raises TemplateFault where anything is missing: a file,
    a style, a font, a field of the view.
    """
    folders = (folder,) if parts is None else (folder, parts)
    assets = Assets(folders, look.pictures())
    typeface = fonts.folder_of(folders)
    drawn = letters.Letters(fonts.drawable(typeface))
    style = assets.style()
    seen = {**view, "logo": look.logo is not None}
    said = prose(folders, lang) if sentences is None else sentences
    filled = answers.fill(template.render(folders, seen, answers, said), drawn)
    tokens = contents.nested(list(assets.through(scan(filled))))
    name = " ".join(drawn.plain(clean(title)).split())
    body = join(lines.set_right(contents.with_contents(tokens), fonts.of_heads(typeface)))
    style += letters.style(drawn.faces.values(), assets.bring) + look.style()
    html = _whole(lang, name, sheet(style, paper), page_number(said, drawn), body)
    return Document(html, name, assets.files, typeface, paper, tuple(sorted(drawn.missing.items())))


def _whole(lang: str, title: str, style: str, own_style: str, body: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{MAKER}">\n<title>{escape(title)}</title>\n'
        f"{STYLE_OPENS}{style}{STYLE_CLOSES}{own_style}</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
