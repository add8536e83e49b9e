"""`partnership`, `new` and `open`: a sitting over one plan, on the screen or in plain lines."""

import contextlib
import os
import stat
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from wizard import words
from wizard.errors import Problem
from wizard.front_ends import front_for
from wizard.interview import toolkit as toolkits
from wizard.interview.flow import Toolkit
from wizard.publishing.prewarm import Prewarm
from wizard.screen.screen import Screen
from wizard.sitting import hub
from wizard.sitting.ask import Front
from wizard.sitting.before.open_plan import keep_for, taken_out
from wizard.sitting.before.which_plan import Chosen, choose_plan, make_it
from wizard.sitting.sitting import Left, Sitting
from wizard.workspace.folder import plans_folder
from wizard.workspace.keeping import PlanKeep
from wizard.workspace.loading import facts_of, is_pdf, path_of, with_plan_suffix
from wizard.workspace.private_folders import twin_of

if TYPE_CHECKING:
    from wizard.plain.front import Plain
    from wizard.publishing.press import Press

ENDED, NO_MORE = 130, 3


def home(asked: Namespace) -> int:
    """Chooses a plan in the folder of all plans, or starts one there."""
    folder = plans_folder(asked.folder)
    return _seated(asked, lambda front, toolkit: choose_plan(front, toolkit.outline, folder))


def new(asked: Namespace) -> int:
    """Starts a plan; refuses a file that is there."""
    typed = asked.folder / asked.file if asked.folder else asked.file
    path = with_plan_suffix(typed)
    for each in (typed, path):
        facts = facts_of(each)
        if facts and (each == path or not stat.S_ISDIR(facts.st_mode)):
            raise Problem("sit.exists", file=each)
    return _seated(asked, lambda _front, _toolkit: (path, None))


def open_plan(asked: Namespace) -> int:
    """Goes on with a plan, or with the one inside a PDF; offers to make one that is missing."""
    path = path_of(asked.file, asked.folder)
    if is_pdf(path):
        return _seated(asked, lambda front, _toolkit: (taken_out(front, path), None))

    def there(front: Front, toolkit: Toolkit) -> Chosen | None:
        return (path, None) if facts_of(path) or make_it(front, toolkit.outline, path) else None

    return _seated(asked, there)


def _seated(asked: Namespace, choose: Callable[[Front, Toolkit], Chosen | None]) -> int:
    try:
        front = front_for(asked)
        toolkit = toolkits.load(asked.flows)
        with front:
            chosen = choose(front, toolkit)
            return _sit(front, toolkit, *chosen) if chosen else 0
    except Left as left:
        return _code(left)
    finally:
        _let_go()


def _code(left: Left) -> int:
    """How the program ends after a sitting."""
    return NO_MORE if left.at_end else ENDED if left.by_signal else 0


def _let_go() -> None:
    """A window that is closed takes no last words; Python would end with a code of its own over them."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _sit(front: "Screen | Plain", toolkit: Toolkit, path: Path, name: str | None) -> int:
    keep = keep_for(front, toolkit, path)
    prewarm = Prewarm(document_maker)
    keep.after_save = prewarm.answered
    sitting = Sitting(
        front, toolkit, keep.draft, keep, make=lambda here: document_maker()(here, prewarm.take())
    )
    if name:
        sitting.draft.put("about.name", name)
        sitting.unsaved = True  # it goes to the disk with the first answer, or on leaving
    if name is not None:
        sitting.shown.add(hub.RULE)
    front.meanwhile = keep.make_ready  # slow, so that is done while people read
    try:
        return _until_left(sitting, keep)
    finally:
        prewarm.end()
        keep.close()


def _until_left(sitting: Sitting, keep: PlanKeep) -> int:
    """The sitting itself. Whatever ends it, the answers that are only in memory are put somewhere first."""
    try:
        twin = twin_of(keep.store)
        beside = [Problem("sit.twin", file=keep.store.path.name, other=twin.name)] if twin else []
        for remark in keep.store.remarks + beside:
            sitting.show(words.say("store.remark"), words.of(remark))
        hub.sit(sitting)
    except Left as left:
        sitting.front.say(_farewell(sitting, keep))
        return _code(left)
    except BaseException:
        if sitting.unsaved or not keep.holds(sitting.draft):
            sitting.unsaved = True
            said = _farewell(sitting, keep)
            with contextlib.suppress(OSError):  # the window may be what is gone
                sitting.front.say(said)
        raise
    return 0


def _farewell(sitting: Sitting, keep: PlanKeep) -> str:
    """Where everything is. What is not on the disk, or not any more, is put somewhere now."""
    plan = keep.store.path
    kept = plan if not sitting.unsaved and keep.in_place() else keep.rescue(sitting.draft)
    if kept is None:
        return words.say("sit.left_unsaved")
    return words.say("sit.left" if kept == plan else "sit.left_beside", file=kept, plan=plan.name)


def document_maker() -> "Callable[[Sitting, Press | None], None]":
    """What makes the document. It loads much that nobody needs before."""
    from wizard.commands.make_document import make_document

    return make_document
