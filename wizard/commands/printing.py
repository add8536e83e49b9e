"""`partnership print FILE …`: each plan as a PDF beside it, and as one web page when asked."""

import sys
from argparse import Namespace
from contextlib import closing
from pathlib import Path

from wizard import words
from wizard.document.document import SHARED
from wizard.document.fonts import folder_of
from wizard.publishing.composer import Composer
from wizard.publishing.composing import remarks, write_page
from wizard.publishing.formats import pdf
from wizard.publishing.options import parse
from wizard.publishing.output_paths import path_shown, targets
from wizard.publishing.press import Press
from wizard.workspace.cut_short import remark_on
from wizard.workspace.paths import path_of


def print_plans(asked: Namespace) -> int:
    """Writes what was asked for and prints each full path."""
    if len(asked.files) > 1:
        from wizard.publishing.many import print_many

        return print_many(asked)
    print_plan(path_of(asked.files[0], asked.folder), asked)
    return 0


def print_plan(plan: Path, asked: Namespace) -> None:
    """Prints one plan. Nothing is written where it cannot be read.

    The page is put together while the press gets ready.
    """
    options = parse(asked)
    file, page = targets(asked, plan, options.document.suffix)
    cut = remark_on(plan)  # before anything is started for a file that may not be read
    fonts = folder_of((options.document.folder, SHARED))
    with closing(Press(fonts, early=(options.document.folder, asked.paper))) as press:
        with closing(Composer(asked, options)) as composer:
            document, carried = composer.composed(plan)
        for remark in filter(None, (cut, options.remark, remarks(document))):
            print(remark, file=sys.stderr)
        if page:
            print(path_shown(write_page(document, page)))
        printed = pdf.write(document, file, plan=carried, press=press, waiting=_say_that_it_goes_on)
        print(path_shown(printed.file))


def _say_that_it_goes_on() -> None:
    if sys.stderr.isatty():
        print(words.say("document.still"), file=sys.stderr, flush=True)
