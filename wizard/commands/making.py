"""The door to the document: makes the PDF from within a sitting, says where it is and offers to open it."""

from pathlib import Path

from wizard import words
from wizard.commands import open_file
from wizard.commands.keeping import PlanKeep
from wizard.commands.printing import pdf_beside, unprintable
from wizard.document import printed_plan
from wizard.document.formats import pdf
from wizard.errors import Problem
from wizard.terminal.seam import Answer, Ask, Head
from wizard.terminal.sitting import Sitting


def make_document(sitting: Sitting) -> None:
    """Prints the plan beside its file. What stands in the way is shown as a page, and the sitting goes on."""
    keep = sitting.keep
    if not isinstance(keep, PlanKeep):
        return
    try:
        here = sitting.look()
        document = printed_plan.printed_plan(here)
        plan = printed_plan.carried(here)
        made = pdf.write(document, pdf_beside(keep.store.path), plan=plan).file
    except Problem as problem:
        sitting.show(words.say("making.not_made"), words.of(problem))
        return
    remark = unprintable(document)
    sitting.show(words.say("making.made"), f"{made}\n\n{remark}" if remark else str(made))
    if _wants_it_open(sitting, made):
        try:
            open_file.open_file(made)
        except Problem as problem:
            sitting.show(words.say("making.made"), words.of(problem))


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
