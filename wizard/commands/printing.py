"""`partnership print FILE`: the plan as a PDF beside it, and as one web page when asked."""

import sys
from argparse import Namespace
from pathlib import Path

from wizard import words
from wizard.commands.reading import path_of, survey_at
from wizard.document import printed_plan
from wizard.document.formats import html, pdf
from wizard.document.page import Document
from wizard.storage.store import SUFFIX


def print_plan(asked: Namespace) -> int:
    """Writes what was asked for and prints each full path; nothing is written where a plan cannot be read."""
    plan = path_of(asked.file, asked.folder)
    document = printed_plan.printed_plan(survey_at(plan, asked.flows), paper=asked.paper)
    said = unprintable(document)
    if said:
        print(said, file=sys.stderr)
    if asked.html:
        print(html.write(document, full(asked.html)))
    print(pdf.write(document, full(asked.output) if asked.output else pdf_beside(plan)).file)
    return 0


def pdf_beside(plan: Path) -> Path:
    """`two-rivers.plan.yaml` → `two-rivers.pdf` in the same folder."""
    whole = full(plan)
    return whole.with_name(f"{whole.name.removesuffix(SUFFIX).removesuffix('.yaml')}.pdf")


def full(path: Path) -> Path:
    """The path as it can be found from anywhere."""
    return path.expanduser().absolute()


def unprintable(document: Document) -> str:
    """One sentence about characters that the fonts cannot draw; nothing if there are none."""
    if not document.unprintable:
        return ""
    return words.say("document.unprintable", characters=" ".join(document.unprintable))
