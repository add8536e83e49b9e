"""Where a document goes: beside its plan, or where somebody said."""

import sys
from argparse import Namespace
from pathlib import Path

from wizard.errors import Problem
from wizard.publishing.formats import refused
from wizard.storage.file_name import stem_of
from wizard.storage.file_text import shown
from wizard.workspace.paths import is_pdf


def targets(asked: Namespace, plan: Path, suffix: str = "") -> tuple[Path, Path | None]:
    """The PDF of a plan, and its web page where one was asked for. Problems as `wanted_file` has them."""
    page = wanted_file(asked.html, plan, ".html", suffix) if asked.html else None
    file = wanted_file(asked.output, plan, ".pdf", suffix) if asked.output else pdf_beside(plan, suffix)
    return file, page


def pdf_beside(plan: Path, suffix: str = "") -> Path:
    """`two-rivers.plan.yaml` → `two-rivers.pdf` in the same folder, or with a suffix `two-rivers-one-page.pdf`.

    From a PDF, `two-rivers-2.pdf`.
    """
    return _beside(plan, "-2.pdf" if is_pdf(plan) and not suffix else f"{suffix}.pdf")


def wanted_file(typed: Path, plan: Path, ending: str, suffix: str = "") -> Path:
    """The file that is meant: in a folder it gets the plan's name and a suffix; an ending is added if there is none.

    Problem: document.same_file for the PDF that the plan itself is read from. There may be no other copy of it.
    """
    file = full(typed)
    if is_folder(file):
        file = file / _beside(plan, f"{suffix}{ending}").name
    elif not file.suffix:
        file = file.with_name(f"{file.name}{ending}")
    if file.resolve() == plan.resolve():
        raise Problem("document.same_file", file=file.name)
    return file


def path_shown(file: Path) -> str:
    """A path to print: as it is for another program, for a terminal without anything that would steer it."""
    return shown(str(file)) if sys.stdout.isatty() else str(file)


def full(path: Path) -> Path:
    """The path as it can be found from anywhere. Problem: document.no_home."""
    try:
        return path.expanduser().absolute()
    except RuntimeError as trouble:
        raise Problem("document.no_home", name=path.parts[0]) from trouble


def is_folder(path: Path) -> bool:
    """Whether there is a folder. Problem where the system does not say."""
    try:
        return path.is_dir()
    except OSError as trouble:
        raise refused(trouble, path) from trouble


def _beside(plan: Path, ending: str) -> Path:
    whole = plan.absolute()
    stem = whole.stem if is_pdf(plan) else stem_of(whole.name)
    return whole.with_name(f"{stem}{ending}")
