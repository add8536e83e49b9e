"""One HTML file that holds its own fonts and pictures and asks for nothing from anywhere."""

import base64
import mimetypes
import re
from pathlib import Path

from wizard.content import OUTPUT_TEMPLATES
from wizard.document.assets import SCHEME
from wizard.document.document import MAKER, Document
from wizard.publishing.formats import draft_beside, free_name, refused, take_place

_ADDRESS = re.compile(rf'(?<="){SCHEME}([A-Za-z0-9_./-]+)(?=")')  # an answer's own quotes are all escaped
_MADE_HERE = f'<meta name="generator" content="{MAKER}">'
_POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'\">\n"
)


def write(document: Document, file: Path) -> Path:
    """Writes the page whole. Never replaces a file this tool did not make: the path says where it went."""
    target = free_name(file, made_here)
    page = self_contained(document)
    draft = draft_beside(target)
    try:
        draft.write_text(page, encoding="utf-8", newline="\n")
        take_place(draft, target)
    except OSError as fault:
        raise refused(fault, target) from fault
    finally:
        draft.unlink(missing_ok=True)
    return target


def self_contained(document: Document) -> str:
    """The page with each of its files inside. Fonts go in unchanged: only then may they keep their name."""

    def inside(match: re.Match[str]) -> str:
        file = document.assets[match[1]]
        if OUTPUT_TEMPLATES not in file.parents and file.suffix in (".otf", ".ttc"):
            return "data:,"  # a face of this computer is not ours to hand on, and a browser has its own
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"

    return _ADDRESS.sub(inside, document.html).replace(_MADE_HERE, _POLICY + _MADE_HERE, 1)


def made_here(file: Path) -> bool:
    with file.open("rb") as opened:
        return _MADE_HERE.encode() in opened.read(2048)
