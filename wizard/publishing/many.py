"""`partnership print FILE FILE …`: many plans at once, on all cores of this computer."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, as_completed, wait
from dataclasses import dataclass
from pathlib import Path

from wizard import words
from wizard.document.document import SHARED, Document
from wizard.document.fonts import folder_of
from wizard.errors import Faults, Problem, Usage
from wizard.publishing.composer import Composer
from wizard.publishing.composing import remarks, write_page
from wizard.publishing.formats import pdf
from wizard.publishing.options import PrintOptions, parse
from wizard.publishing.output_paths import full, is_folder, path_shown, targets
from wizard.publishing.pool import Pool, cores
from wizard.publishing.press import Press
from wizard.publishing.progress_line import ProgressLine
from wizard.storage.free_path import counted, free_path
from wizard.workspace.cut_short import remark_on
from wizard.workspace.paths import path_of


@dataclass(frozen=True)
class Ready:
    """A plan that is put together, and where it goes."""

    typed: Path
    document: Document
    carried: bytes | None
    file: Path
    page: Path | None
    cut: str


@dataclass(frozen=True)
class Outcome:
    """What came of one plan: the files that were written, and a sentence about it or nothing."""

    printed: bool
    written: tuple[Path, ...] = ()
    remark: str = ""


def print_many(asked: Namespace) -> int:
    """Prints every plan that can be printed, and says one sentence about each that cannot; 1 when there was one."""
    for folder in (asked.output, asked.html):
        if folder and not is_folder(full(folder)):
            raise Usage("document.no_folder", folder=folder)
    options = parse(asked)
    if options.remark:
        print(options.remark, file=sys.stderr)
    files = list(dict.fromkeys(asked.files))
    line, printed = ProgressLine(len(files)), 0
    line.draw()
    for outcome in _outcomes(files, asked, options):
        line.wipe()
        for path in outcome.written:
            print(path_shown(path), flush=True)
        if outcome.remark:
            print(outcome.remark, file=sys.stderr)
        printed += outcome.printed
        line.step()
    line.wipe()
    return 0 if printed == len(files) else 1


def _outcomes(files: list[Path], asked: Namespace, options: PrintOptions) -> Iterator[Outcome]:
    """Each outcome when it is there. While some plans are printed one more is put together: memory stays flat."""
    many = min(cores(), len(files))
    fonts = folder_of((options.document.folder, SHARED))
    presses = Pool(many, lambda: Press(fonts, early=(options.document.folder, asked.paper)))
    composers = Pool(1, lambda: Composer(asked, options))
    threads = ThreadPoolExecutor(many)
    running: set[Future[Outcome]] = set()
    taken: set[Path] = set()
    try:
        for typed in files:
            try:
                ready = _ready(typed, asked, options, composers, taken)
            except Problem as problem:
                yield Outcome(False, remark=_sentence(typed, problem))
                continue
            running.add(threads.submit(_printed, ready, presses))
            if len(running) > many:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (each.result() for each in done)
        yield from (each.result() for each in as_completed(running))
    finally:
        composers.close()
        presses.close()
        threads.shutdown(cancel_futures=True)


def _ready(
    typed: Path, asked: Namespace, options: PrintOptions, composers: Pool[Composer], taken: set[Path]
) -> Ready:
    plan = path_of(typed, asked.folder)
    file, page = targets(asked, plan, options.document.suffix)
    cut = remark_on(plan)
    with composers.one() as composer:
        document, carried = composer.composed(plan)
    return Ready(typed, document, carried, _own(file, taken), page and _own(page, taken), cut)


def _own(file: Path, taken: set[Path]) -> Path:
    """The file, or NAME-2, NAME-3 … where another plan of the same name goes into the same folder."""
    own = free_path(file.parent, counted(file.stem, file.suffix), lambda path: path not in taken)
    taken.add(own)
    return own


def _printed(ready: Ready, presses: Pool[Press]) -> Outcome:
    written: list[Path] = []
    try:
        if ready.page:
            written.append(write_page(ready.document, ready.page))
        with presses.one() as press:
            written.append(pdf.write(ready.document, ready.file, plan=ready.carried, press=press).file)
    except Problem as problem:
        return Outcome(False, tuple(written), _sentence(ready.typed, problem))
    return Outcome(True, tuple(written), "\n".join(filter(None, (ready.cut, remarks(ready.document)))))


def _sentence(typed: Path, problem: Problem) -> str:
    """One sentence for a plan that could not be printed, however much there is to mend in it."""
    if isinstance(problem, Faults):
        return words.say("document.mend_first", file=typed)
    return words.say("document.not_printed", file=typed, why=words.of(problem))
