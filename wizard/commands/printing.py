"""`partnership print FILE`: the plan as a PDF beside it, and as one web page when asked."""

import sys
from argparse import Namespace
from pathlib import Path

from wizard import words
from wizard.commands.reading import path_of, survey_at
from wizard.document import printed_plan
from wizard.document.formats import html, pdf, refused
from wizard.document.look import Look, color_of, readable
from wizard.document.page import Document
from wizard.errors import Problem
from wizard.storage.store import SUFFIX


def print_plan(asked: Namespace) -> int:
    """Writes what was asked for and prints each full path; nothing is written where a plan cannot be read."""
    plan = path_of(asked.file, asked.folder)
    page = _target(asked.html, plan, ".html") if asked.html else None
    file = _target(asked.output, plan, ".pdf") if asked.output else pdf_beside(plan)
    look, remark = look_of(asked.color, asked.logo)
    document = printed_plan.printed_plan(survey_at(plan, asked.flows), paper=asked.paper, look=look)
    for said in filter(None, (remark, unprintable(document))):
        print(said, file=sys.stderr)
    if page:
        print(html.write(document, page))
    print(pdf.write(document, file).file)
    return 0


def look_of(color: str | None, logo: Path | None) -> tuple[Look, str]:
    """The look that was asked for, and a sentence where the color has to be darker than that."""
    said = color_of(color) if color else None
    used = readable(said) if said else None
    remark = words.say("document.color_darker", said=said, used=used) if used != said else ""
    return Look(used, read_logo(full(logo)) if logo else None), remark


def read_logo(file: Path) -> bytes:
    """The logo as it goes on the cover. What reads pictures is loaded only where there is one."""
    from wizard.document import logo

    return logo.read(file)


def pdf_beside(plan: Path) -> Path:
    """`two-rivers.plan.yaml` → `two-rivers.pdf` in the same folder."""
    return _beside(plan, ".pdf")


def full(path: Path) -> Path:
    """The path as it can be found from anywhere. Problem: document.no_home."""
    try:
        return path.expanduser().absolute()
    except RuntimeError as trouble:
        raise Problem("document.no_home", name=path.parts[0]) from trouble


def _target(said: Path, plan: Path, ending: str) -> Path:
    """The file that is meant: in a folder it gets the plan's name, and the ending is added if there is none."""
    whole = full(said)
    try:
        folder = whole.is_dir()
    except OSError as trouble:
        raise refused(trouble, whole) from trouble
    if folder:
        return whole / _beside(plan, ending).name
    return whole if whole.suffix else whole.with_name(f"{whole.name}{ending}")


def _beside(plan: Path, ending: str) -> Path:
    whole = plan.absolute()
    return whole.with_name(f"{whole.name.removesuffix(SUFFIX).removesuffix('.yaml')}{ending}")


def unprintable(document: Document) -> str:
    """One sentence about characters that the fonts cannot draw; nothing if there are none."""
    if not document.unprintable:
        return ""
    return words.say("document.unprintable", characters=" ".join(document.unprintable))
