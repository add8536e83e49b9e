"""`partnership print FILE …`: each plan as a PDF beside it, and as one web page when asked."""

import sys
from argparse import Namespace
from pathlib import Path

from wizard import words
from wizard.document.document import SHARED
from wizard.document.fonts import folder_of
from wizard.publishing import own_template
from wizard.publishing.child_process import aside
from wizard.publishing.composing import composed, unprintable, write_page
from wizard.publishing.formats import pdf
from wizard.publishing.options import wished
from wizard.publishing.output_paths import pdf_beside, place_for, told
from wizard.publishing.press import Press
from wizard.workspace.loading import path_of, raw_at


def print_plans(asked: Namespace) -> int:
    """Writes what was asked for and prints each full path."""
    if len(asked.files) > 1:
        from wizard.publishing.many import print_many

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
            own_template.composed(plan, asked, wish)
            if wish.is_own
            else aside(lambda: composed(plan, asked, wish))
        )
        for said in filter(None, (wish.remark, unprintable(document))):
            print(said, file=sys.stderr)
        if page:
            print(told(write_page(document, page)))
        printed = pdf.write(document, file, plan=carried, press=press, waiting=_say_that_it_goes_on)
        print(told(printed.file))
    finally:
        press.close()


def _say_that_it_goes_on() -> None:
    if sys.stderr.isatty():
        print(words.say("document.still"), file=sys.stderr, flush=True)
