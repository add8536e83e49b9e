"""The pages before a sitting: which plan, what a new one is called, whether to start one that is missing."""

import contextlib
from pathlib import Path

from wizard import words
from wizard.interview.flow import Outline
from wizard.sitting import ask_builder, nevers
from wizard.sitting.ask import Answer, Ask, Front, Head, Nevers, Option, Pass, Reply
from wizard.sitting.before import open_plan
from wizard.workspace.folder import file_for, make, plans_in

NEW = "\x00new"
Chosen = tuple[Path, str | None]  # a plan file; for one that was just named, what was typed


def choose_plan(front: Front, outline: Outline, folder: Path) -> Chosen:
    """A plan of the folder, or a new one: its file and what the partnership is called."""
    plans = plans_in(folder)
    while True:
        if plans:
            options = [Option(path, path.name.removesuffix(".plan.yaml")) for path in plans]
            options.append(Option(NEW, words.say("folder.new"), apart=True))
            hint = words.say("folder.hint", folder=_from_home(folder))
            page = _page("one", "folder.which", tuple(options), hint=hint, value=plans[0])
            reply = _ask(front, outline, page)
            if isinstance(reply, Answer) and reply.value != NEW:
                return Path(reply.value), None
        hint = words.say("folder.name_hint", folder=_from_home(folder))
        page = _page("text", "folder.name", hint=hint, card=outline.one_rule, back=bool(plans))
        reply = _ask(front, outline, page)
        if isinstance(reply, Answer | Pass):
            name = str(reply.value or "") if isinstance(reply, Answer) else ""
            return file_for(make(folder), name), name


def _from_home(folder: Path) -> Path:
    """How people know the folder: from their own folder on, where it lies in there."""
    with contextlib.suppress(RuntimeError):  # somebody without a folder of their own
        home = Path.home()
        return folder.relative_to(home) if home in folder.parents else folder
    return folder


def make_it(front: Front, outline: Outline, path: Path) -> bool:
    """Whether a plan that is not there yet shall be started."""
    hint = words.say("sit.missing", file=path.name, folder=path.absolute().parent)
    return _ask(front, outline, _page("yes_no", "sit.make_it", hint=hint, value=True)) == Answer(True)


def _ask(front: Front, outline: Outline, page: Ask) -> Reply | None:
    """A page before the sitting has begun. What never belongs in a plan can be read there too."""
    while (reply := open_plan.asked(front.ask(page))) == Nevers():
        for title, text in nevers.pages(outline):
            open_plan.asked(front.show(title, text))
    return reply


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
