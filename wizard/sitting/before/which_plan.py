"""Which plan: one of the folder, a new one and what it is called, one that is not there yet, or one in a PDF."""

import contextlib
from pathlib import Path
from typing import NamedTuple

from wizard import words
from wizard.interview.flow import Outline
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Ask, Head, Leave, Option, Pages, Pass, Show
from wizard.storage.file_name import SUFFIX
from wizard.workspace.folder import file_for, make, plans_in
from wizard.workspace.paths import facts_of
from wizard.workspace.plan_in_pdf import take_out

NEW = "\x00new"


class Chosen(NamedTuple):
    """A plan file; for one that was just named, what was typed."""

    path: Path
    name: str | None = None


def from_folder(folder: Path, outline: Outline) -> Pages[Chosen]:
    """A plan of the folder, or a new one: its file and what the partnership is called."""
    plans = plans_in(folder)
    while True:
        if plans:
            options = [Option(path, path.name.removesuffix(SUFFIX)) for path in plans]
            options.append(Option(NEW, words.say("folder.new"), apart=True))
            hint = words.say("folder.hint", folder=_from_home(folder))
            reply = yield _page("one", "folder.which", tuple(options), hint=hint, value=plans[0])
            if isinstance(reply, Answer) and reply.value != NEW:
                return Chosen(Path(reply.value))
        hint = words.say("folder.name_hint", folder=_from_home(folder))
        reply = yield _page("text", "folder.name", hint=hint, card=outline.one_rule, back=bool(plans))
        if isinstance(reply, Answer | Pass):
            name = str(reply.value or "") if isinstance(reply, Answer) else ""
            return Chosen(file_for(make(folder), name), name)


def at_path(path: Path, *, is_new: bool = False) -> Pages[Chosen | Leave]:
    """The plan of a file. Where there is none, it is asked whether to start one, but for one that `is_new`."""
    if not is_new and facts_of(path) is None:
        hint = words.say("sit.missing", file=path.name, folder=path.absolute().parent)
        if (yield _page("yes_no", "sit.make_it", hint=hint, value=True)) != Answer(True):
            return Leave()
    return Chosen(path)


def from_pdf(pdf: Path) -> Pages[Chosen]:
    """The plan file beside a PDF that carries the plan, after one sentence that says where it is."""
    file, was_there = take_out(pdf)
    text = words.say("inside.there" if was_there else "inside.taken_out", pdf=pdf.name, file=file)
    yield Show(words.say("inside.title"), text)
    return Chosen(file)


def _from_home(folder: Path) -> Path:
    """How people know the folder: from their own folder on, where it lies in there."""
    with contextlib.suppress(RuntimeError):  # somebody without a folder of their own
        home = Path.home()
        return folder.relative_to(home) if home in folder.parents else folder
    return folder


def _page(
    kind: str,
    key: str,
    options: tuple[Option, ...] = (),
    *,
    hint: str = "",
    card: str = "",
    value: object = None,
    back: bool = False,
) -> Ask:
    return Ask(
        kind,
        words.say(key),
        Head(words.say("head.title"), ""),
        options,
        hint=hint,
        card=card,
        help=ask_builder.how_this_works(),
        value=value,
        fit=_fit if kind == "text" else lambda chosen: chosen,
        can=frozenset({"help", "leave", *(["back"] if back else [])}),
        place=f"?{key}",
    )


def _fit(typed: object) -> object:
    """What is typed here is a name."""
    from wizard.plan.slots import slot

    return slot("about.name").fit(typed)
