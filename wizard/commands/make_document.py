"""The door to the document: makes the PDF from within a sitting, says where it is and offers to open it."""

from pathlib import Path

from wizard import words
from wizard.document import printed_plan
from wizard.errors import Problem
from wizard.publishing import open_file
from wizard.publishing.composing import unprintable
from wizard.publishing.formats import pdf
from wizard.publishing.output_paths import pdf_beside
from wizard.publishing.press import Press
from wizard.sitting.ask import Answer, Ask, Head
from wizard.sitting.sitting import Sitting
from wizard.workspace.keeping import PlanKeep


def make_document(sitting: Sitting, press: Press | None = None) -> None:
    """Prints the plan beside its file, with a press that is ready if there is one, which is closed then.

    What stands in the way is shown as a page, and the sitting goes on.
    """
    keep = sitting.keep
    if not isinstance(keep, PlanKeep):
        return
    sitting.front.say(words.say("making.begun"))
    try:
        made, remark = _made(sitting, keep, press)
    except Problem as problem:
        sitting.show(words.say("making.not_made"), words.of(problem))
        return
    finally:
        if press:
            press.close()
    sitting.show(words.say("making.made"), f"{made}\n\n{remark}" if remark else str(made))
    if _wants_it_open(sitting, made):
        try:
            open_file.open_file(made)
        except Problem as problem:
            sitting.show(words.say("making.made"), words.of(problem))


def _made(sitting: Sitting, keep: PlanKeep, press: Press | None) -> tuple[Path, str]:
    """The PDF, and what is to be remarked about it."""
    here = sitting.look()
    document = printed_plan.printed_plan(here)
    made = pdf.write(
        document,
        pdf_beside(keep.store.path),
        plan=printed_plan.carried(here),
        press=press,
        waiting=lambda: sitting.front.say(words.say("document.still")),
    )
    return made.file, unprintable(document)


def _wants_it_open(sitting: Sitting, made: Path) -> bool:
    name = sitting.draft.get("about.name") or words.say("head.unnamed")
    page = Ask(
        "yes_no",
        words.say("making.open_now"),
        Head(name, words.say("making.where")),
        hint=str(made),
        value=True,
        can=frozenset({"back", "leave"}),
    )
    reply = sitting.ask(page)
    return isinstance(reply, Answer) and bool(reply.value)
