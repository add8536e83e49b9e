"""`partnership`, `new` and `open`: a sitting at a terminal, over one plan."""

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from wizard import words
from wizard.commands import opening
from wizard.commands.folder import file_for, plans_folder, plans_in
from wizard.errors import Problem
from wizard.interview import toolkit as toolkits
from wizard.interview.flow import Toolkit
from wizard.storage.store import with_suffix
from wizard.terminal import hub
from wizard.terminal.screen import Screen, first_paint
from wizard.terminal.seam import Answer, Ask, Front, Head, Option
from wizard.terminal.sitting import Left, Sitting

ENDED = 130
NEW = "\x00new"


def home(asked: Namespace) -> int:
    """Chooses a plan in the folder of all plans, or starts one there."""
    folder = plans_folder(asked.folder)
    return _at_a_terminal(asked, lambda front: _chosen(front, folder))


def new(asked: Namespace) -> int:
    """Starts a plan; refuses a file that is there."""
    path = _named(asked)
    if path.exists():
        raise Problem("sit.exists", file=path.name)
    return _at_a_terminal(asked, lambda _front: path)


def open_plan(asked: Namespace) -> int:
    """Goes on with a plan; offers to make one that is missing."""
    path = _named(asked)
    return _at_a_terminal(asked, lambda front: path if path.exists() or _make_it(front, path) else None)


def _named(asked: Namespace) -> Path:
    path = with_suffix(asked.file)
    return asked.folder / path if asked.folder and not path.is_absolute() else path


def _at_a_terminal(asked: Namespace, choose: Callable[[Front], Path | None]) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Problem("sit.no_terminal")
    first_paint(Head(words.say("head.unnamed"), words.say("head.starting")))
    toolkit = toolkits.load(asked.flows)
    with Screen() as front:
        try:
            path = choose(front)
            return _sit(front, toolkit, path) if path else 0
        except Left as left:
            return ENDED if left.by_signal else 0


def _sit(front: Screen, toolkit: Toolkit, path: Path) -> int:
    keep = opening.keep_for(front, toolkit, path)
    if keep is None:
        return 0
    sitting = Sitting(front, toolkit, keep.draft, keep, make=_make)
    try:
        for remark in keep.store.remarks:
            sitting.show(words.say("store.remark"), words.of(remark))
        hub.sit(sitting)
    except Left as left:
        front.say(words.say("sit.left", file=keep.store.path))
        return ENDED if left.by_signal else 0
    finally:
        keep.close()
    return 0


def _make(sitting: Sitting) -> None:
    from wizard.commands.making import make_document

    make_document(sitting)


def _chosen(front: Front, folder: Path) -> Path | None:
    plans = plans_in(folder)
    if plans:
        options = [Option(path, path.name.removesuffix(".plan.yaml")) for path in plans]
        options.append(Option(NEW, words.say("folder.new"), apart=True))
        reply = front.ask(
            _page("one", "folder.which", tuple(options), hint=words.say("folder.hint", folder=folder))
        )
        if not isinstance(reply, Answer):
            raise Left
        if reply.value != NEW:
            return Path(reply.value)
    reply = front.ask(_page("text", "folder.name", hint=words.say("folder.name_hint", folder=folder)))
    if not isinstance(reply, Answer):
        raise Left
    folder.mkdir(parents=True, exist_ok=True)
    return file_for(folder, reply.value or "")


def _make_it(front: Front, path: Path) -> bool:
    reply = front.ask(
        _page("yes_no", "sit.make_it", hint=words.say("sit.missing", file=path.name), value=True)
    )
    return isinstance(reply, Answer) and bool(reply.value)


def _page(
    kind: str, key: str, options: tuple[Option, ...] = (), *, hint: str = "", value: object = None
) -> Ask:
    head = Head(words.say("head.title"), "")
    return Ask(kind, words.say(key), head, options, hint=hint, value=value, can=frozenset({"leave"}))
