"""`partnership print FILE`: the plan as a PDF beside it, and as one web page when asked."""

import sys
from argparse import Namespace
from pathlib import Path

from wizard import words
from wizard.commands.reading import is_pdf, path_of, survey_at
from wizard.document import printed_plan
from wizard.document.formats import html, pdf, refused
from wizard.document.page import Document
from wizard.errors import Problem
from wizard.storage.store import SUFFIX


def print_plan(asked: Namespace) -> int:
    """Writes what was asked for and prints each full path; nothing is written where a plan cannot be read."""
    plan = path_of(asked.file, asked.folder)
    page = _target(asked.html, plan, ".html") if asked.html else None
    file = _another(_target(asked.output, plan, ".pdf"), plan) if asked.output else pdf_beside(plan)
    survey = survey_at(plan, asked.flows)
    document = printed_plan.printed_plan(survey, paper=asked.paper)
    said = unprintable(document)
    if said:
        print(said, file=sys.stderr)
    if page:
        print(html.write(document, page))
    print(pdf.write(document, file, plan=printed_plan.carried(survey) if asked.attach else None).file)
    return 0


def pdf_beside(plan: Path) -> Path:
    """`two-rivers.plan.yaml` → `two-rivers.pdf` in the same folder; from a PDF, `two-rivers-2.pdf`."""
    return _beside(plan, "-2.pdf" if is_pdf(plan) else ".pdf")


def full(path: Path) -> Path:
    """The path as it can be found from anywhere. Problem: document.no_home."""
    try:
        return path.expanduser().absolute()
    except RuntimeError as trouble:
        raise Problem("document.no_home", name=path.parts[0]) from trouble


def _another(file: Path, plan: Path) -> Path:
    """The file, unless it is the PDF that the plan is read from: there may be no other copy of that plan."""
    if file.resolve() == plan.resolve():
        raise Problem("document.same_file", file=file.name)
    return file


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
    stem = whole.stem if is_pdf(plan) else whole.name.removesuffix(SUFFIX).removesuffix(".yaml")
    return whole.with_name(f"{stem}{ending}")


def unprintable(document: Document) -> str:
    """One sentence about characters that the fonts cannot draw; nothing if there are none."""
    if not document.unprintable:
        return ""
    return words.say("document.unprintable", characters=" ".join(document.unprintable))
