"""`partnership print FILE …`: each plan as a PDF beside it, and as one web page when asked."""

import sys
from argparse import Namespace
from pathlib import Path

from wizard import words
from wizard.commands.aside import aside
from wizard.commands.places import pdf_beside, place_for, told
from wizard.commands.reading import path_of, raw_at
from wizard.commands.wishing import Wished, wished
from wizard.document.document import SHARED, Document
from wizard.document.fonts import folder_of
from wizard.document.formats import pdf
from wizard.document.press import Press

Composed = tuple[Document, bytes | None]  # a document, and the plan it carries inside if it carries one


def print_plans(asked: Namespace) -> int:
    """Writes what was asked for and prints each full path."""
    if len(asked.files) > 1:
        from wizard.commands.printing_many import print_many

        return print_many(asked)
    print_plan(path_of(asked.files[0], asked.folder), asked)
    return 0


def print_plan(plan: Path, asked: Namespace) -> None:
    """Prints one plan. Nothing is written where it cannot be read.

    The page is put together in a process of its own while the press gets ready; what then waits for it is small.
    """
    page = place_for(asked.html, plan, ".html") if asked.html else None
    file = place_for(asked.output, plan, ".pdf") if asked.output else pdf_beside(plan, asked.one_page)
    wish = wished(asked)
    raw_at(plan)  # before a press is started for a file that may not be read
    press = Press(folder_of((wish.template, SHARED)), early=(wish.template, asked.paper))
    try:
        document, carried = (
            composed(plan, asked, wish) if wish.is_own else aside(lambda: filled(plan, asked, wish))
        )
        for said in filter(None, (wish.remark, unprintable(document))):
            print(said, file=sys.stderr)
        if page:
            print(told(write_page(document, page)))
        printed = pdf.write(document, file, plan=carried, press=press, waiting=_say_that_it_goes_on)
        print(told(printed.file))
    finally:
        press.close()


def composed(plan: Path, asked: Namespace, wish: Wished) -> Composed:
    """The document of a plan file. A template of somebody's own is held to limits on the way."""
    if wish.is_own:
        from wizard.commands import own_template

        return own_template.composed(plan, asked, wish)
    return filled(plan, asked, wish)


def filled(plan: Path, asked: Namespace, wish: Wished) -> Composed:
    """The document of a plan file, made in this process. Loads much that a process which only waits has no need of."""
    from wizard.commands.reading import survey_at
    from wizard.document import printed_plan

    survey = survey_at(plan, asked.flows)
    document = printed_plan.printed_plan(
        survey, paper=asked.paper, template=wish.template, wishes=wish.wishes, look=wish.look
    )
    return document, printed_plan.carried(survey) if asked.attach and not asked.one_page else None


def unprintable(document: Document) -> str:
    """One sentence about characters that the fonts cannot draw; nothing if there are none."""
    if not document.unprintable:
        return ""
    return words.say("document.unprintable", characters=" ".join(document.unprintable))


def write_page(document: Document, page: Path) -> Path:
    """Writes the document as one HTML file; gives where."""
    from wizard.document.formats import html  # late: it reads style sheets, which few prints need

    return html.write(document, page)


def _say_that_it_goes_on() -> None:
    if sys.stderr.isatty():
        print(words.say("document.still"), file=sys.stderr, flush=True)
