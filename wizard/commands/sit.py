"""`partnership`, `new` and `open`: a sitting over one plan, on the screen or in plain lines."""

import os
import stat
import sys
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.errors import Problem
from wizard.formatting.shell_word import shell_word
from wizard.front_ends import front_for
from wizard.interview import toolkit as toolkits
from wizard.interview.flow import Toolkit
from wizard.publishing.prewarm import Prewarm
from wizard.screen.screen import Screen
from wizard.sitting import hub
from wizard.sitting.ask import Leave, Pages
from wizard.sitting.before.open_plan import opened
from wizard.sitting.before.which_plan import Chosen, at_path, from_folder, from_pdf
from wizard.sitting.leaving import until_left
from wizard.sitting.loop import run
from wizard.sitting.sitting import Sitting
from wizard.workspace.folder import plans_folder
from wizard.workspace.loading import toolkit_of
from wizard.workspace.paths import facts_of, is_pdf, path_of, with_plan_suffix
from wizard.workspace.plan_on_disk import PlanOnDisk

if TYPE_CHECKING:
    from wizard.plain.front import Plain
    from wizard.publishing.press import Press

ENDED, NO_MORE = 130, 3


def home(asked: Namespace) -> int:
    """Chooses a plan in the folder of all plans, or starts one there."""
    folder = plans_folder(asked.folder)
    return _seated(asked, lambda toolkit: from_folder(folder, toolkit.outline))


def new(asked: Namespace) -> int:
    """Starts a plan; refuses a file that is there."""
    typed = asked.folder / asked.file if asked.folder else asked.file
    path = with_plan_suffix(typed)
    for each in (typed, path):
        facts = facts_of(each)
        if facts and (each == path or not stat.S_ISDIR(facts.st_mode)):
            raise Problem("sit.exists", file=each, typed=shell_word(each))
    return _seated(asked, lambda _: at_path(path, is_new=True))


def open_plan(asked: Namespace) -> int:
    """Goes on with a plan, or with the one inside a PDF; offers to make one that is missing."""
    path = path_of(asked.file, asked.folder)
    return _seated(asked, lambda _: from_pdf(path) if is_pdf(path) else at_path(path))


def _seated(asked: Namespace, which: Callable[[Toolkit], Pages[Chosen | Leave]]) -> int:
    try:
        front = front_for(asked)
        toolkit = toolkits.load(asked.flows, asked.language)
        with front:
            came = run(front, toolkit.outline, opened(toolkit, which(toolkit)))
            return _code(came if isinstance(came, Leave) else _sit(front, toolkit, *came, asked))
    finally:
        _let_go()


def _code(leave: Leave) -> int:
    """How the program ends after its pages were left."""
    return NO_MORE if leave.at_end else ENDED if leave.by_signal else 0


def _let_go() -> None:
    """A window that is closed takes no last words; Python would end with a code of its own over them."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _sit(
    front: "Screen | Plain", toolkit: Toolkit, keep: PlanOnDisk, name: str | None, asked: Namespace
) -> Leave:
    keep.draft.language = asked.language or keep.draft.language
    toolkit = toolkit_of(keep.draft, asked.flows, toolkit)
    prewarm = Prewarm(document_maker)
    keep.after_save = prewarm.answered
    sitting = Sitting(
        toolkit,
        keep.draft,
        keep,
        make=lambda here: document_maker()(here, keep.store.path, front.say, prewarm.take()),
    )
    if name:
        sitting.draft.put("about.name", name)
        sitting.unsaved = True  # it goes to the disk with the first answer, or on leaving
    if name is not None:
        sitting.shown.add(hub.RULE)
    front.meanwhile = partial(_make_ready, keep)  # slow, so that is done while people read
    try:
        return until_left(front, sitting, keep)
    finally:
        prewarm.end()
        keep.close()


def _make_ready(keep: PlanOnDisk) -> None:
    """What the next pages need."""
    import_module("wizard.sitting.review")
    keep.make_ready()


def document_maker() -> "Callable[[Sitting, Path, Callable[[str], None], Press | None], Pages[None]]":
    """What makes the document. It loads much that nobody needs before."""
    from wizard.commands.make_document import make_document

    return make_document
