"""What `print` was asked for besides the file: which document, some sections, the questions, a color, a logo."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from wizard import words
from wizard.document.document import MAIN
from wizard.document.documents import DOCUMENTS, PLAN, DocumentKind
from wizard.document.look import Look, color_of, readable
from wizard.document.options import DocumentOptions
from wizard.document.templates.files import inside
from wizard.errors import Problem
from wizard.publishing.output_paths import full

DEFAULTS = {
    "document": PLAN.key,
    "templates": None,
    "sections": "",
    "with_questions": False,
    "paper": "letter",
    "color": None,
    "logo": None,
}


@dataclass(frozen=True)
class PrintOptions:
    """How a document is to be made; `remark` is a sentence a line for the person, or nothing."""

    document: DocumentKind
    content: DocumentOptions
    remark: str

    @property
    def is_own(self) -> bool:
        """Whether the template is somebody's own, which may hold anything."""
        return self.document not in DOCUMENTS.values()


def parse(asked: Namespace) -> PrintOptions:
    """Reads the options. Usage: document.color_unclear; Problems: document.template.none, those of the logo."""
    document = _own(full(asked.templates)) if asked.templates else DOCUMENTS[asked.document]
    optional = frozenset().union(*(each.takes for each in DOCUMENTS.values()))
    given = {name: getattr(asked, name) for name in optional if getattr(asked, name)}
    taken = {name: said for name, said in given.items() if name in document.takes}
    look, darker = look_of(asked.color, taken.get("logo"))
    sections = tuple(each for each in taken.get("sections", "").split(",") if each.strip())
    content = DocumentOptions("with_questions" in taken, sections, asked.paper, look)
    return PrintOptions(document, content, "\n".join(filter(None, (darker, _left_out(document, given)))))


def _left_out(document: DocumentKind, given: Iterable[str]) -> str:
    """A sentence about options that this document has no use for; nothing where there are none."""
    idle = sorted(f"--{name.replace('_', '-')}" for name in given if name not in document.takes)
    return words.say("document.left_out", document=document.key, options=", ".join(idle)) if idle else ""


def look_of(color: str | None, logo: Path | None) -> tuple[Look, str]:
    """The look that was asked for, and a sentence where the color has to be darker than that."""
    said = color_of(color) if color else None
    used = readable(said) if said else None
    remark = words.say("document.color_darker", said=said, used=used) if used != said else ""
    return Look(used, _logo(full(logo)) if logo else None), remark


def _own(folder: Path) -> DocumentKind:
    """The plan in a template of somebody's own."""
    if not inside(folder, folder / MAIN):
        raise Problem("document.template.none", folder=folder)
    return replace(PLAN, folder=folder)


def _logo(file: Path) -> bytes:
    """The logo as it goes on the cover. What reads pictures is loaded only where there is one."""
    from wizard.document import logo

    return logo.read(file)
