"""The door to the document: makes the PDF from within a sitting, says where it is and offers to open it."""

from collections.abc import Callable
from pathlib import Path

from wizard import words
from wizard.document import printed_plan
from wizard.errors import Problem
from wizard.publishing import open_file
from wizard.publishing.composing import remarks
from wizard.publishing.formats import pdf
from wizard.publishing.output_paths import pdf_beside
from wizard.publishing.press import Press
from wizard.sitting.ask import Answer, Ask, Head, Pages, Say, Show
from wizard.sitting.sitting import Sitting


def make_document(
    sitting: Sitting, plan: Path, say: Callable[[str], None], press: Press | None = None
) -> Pages[None]:
    """Prints a plan beside its file, with a press that is ready if there is one, which is closed then.

    What stands in the way is shown as a page, and the sitting goes on. `say` is for what takes long.
    """
    try:
        yield Say(words.say("making.begun"))
        made, remark = _made(sitting, plan, say, press)
    except Problem as problem:
        yield Show(words.say("making.not_made"), words.of(problem))
        return
    finally:
        if press:
            press.close()
    told = (str(made), words.say("making.about"), remark)
    yield Show(words.say("making.made"), "\n\n".join(filter(None, told)))
    if (yield _open_now(sitting, made)) == Answer(True):
        try:
            open_file.open_file(made)
        except Problem as problem:
            yield Show(words.say("making.made"), words.of(problem))


def _made(sitting: Sitting, plan: Path, say: Callable[[str], None], press: Press | None) -> tuple[Path, str]:
    """The PDF, and what is to be remarked about it."""
    here = sitting.look()
    document = printed_plan.printed_plan(here)
    made = pdf.write(
        document,
        pdf_beside(plan),
        plan=printed_plan.carried(here),
        press=press,
        waiting=lambda: say(words.say("document.still")),
    )
    return made.file, remarks(document)


def _open_now(sitting: Sitting, made: Path) -> Ask:
    """The page that offers to open it."""
    return Ask(
        "yes_no",
        words.say("making.open_now"),
        Head(sitting.draft.get("about.name") or words.say("head.unnamed"), words.say("making.where")),
        hint=str(made),
        value=True,
        can=frozenset({"back", "leave"}),
    )
