"""`partnership fill FILE --from PARTIAL`: answers from files put into a plan, with no terminal needed."""

import sys
from argparse import Namespace
from pathlib import Path

from wizard import words
from wizard.errors import Problem
from wizard.formatting.changes import format_change, format_conflicts
from wizard.formatting.field import read_as_written
from wizard.formatting.how_read import format_how_read
from wizard.formatting.places import format_place
from wizard.interview import toolkit as toolkits
from wizard.interview.filling import Filled, changes, fill
from wizard.interview.flow import Toolkit
from wizard.storage import plan_file
from wizard.storage.draft import Draft
from wizard.storage.merging.flat import list_and_id
from wizard.storage.store import MOST_BYTES, Store
from wizard.workspace.cut_short import remark_on
from wizard.workspace.earlier_versions import remember
from wizard.workspace.hand_notes import notes_kept
from wizard.workspace.loading import draft_at, raw_at, toolkit_of
from wizard.workspace.opening import first_draft, read, store_of
from wizard.workspace.paths import facts_of, is_pdf, path_of

PIPE = "-"


def fill_plan(asked: Namespace) -> int:
    """Merges the files in and says what changed; makes the plan where there is none.

    With `--show` nothing is written. 1 where a place has another answer already and `--prefer` does not settle it.
    """
    path = path_of(asked.file, asked.folder)
    if is_pdf(path):
        raise Problem("fill.is_pdf", file=path.name)
    toolkit = toolkits.load(asked.flows, asked.language)
    files = [_file(each) for each in asked.sources]
    there = facts_of(path) is not None
    if there and (cut := remark_on(path)):
        print(cut, file=sys.stderr)
    if there and not asked.show:
        with store_of(path) as store:
            remember(store)
            before = read(store)
            filled = fill(toolkit, before, files, asked.prefer, read_as_written)
            if not filled.conflicts:
                if notes := notes_kept(store):
                    said = words.say("opening.notes.said", file=path.name)
                    print(f"{said}\n{notes.text}", file=sys.stderr)
                store.save(plan_file.text_of(filled.draft).encode())
    else:
        before = draft_at(path) if there else first_draft(toolkit)
        filled = fill(toolkit, before, files, asked.prefer, read_as_written)
        if not (asked.show or filled.conflicts):
            with Store.make_new(path, plan_file.text_of(filled.draft).encode()) as store:
                remember(store)
    return _report(toolkit_of(before, asked.flows, toolkit), before, filled, path, asked.show)


def _file(typed: Path) -> tuple[str, bytes]:
    """A file's name and what is in it; a dash is what another program hands over."""
    if str(typed) == PIPE:
        return words.say("fill.pipe"), sys.stdin.buffer.read(MOST_BYTES) if sys.stdin else b""
    return typed.name or str(typed), raw_at(typed.absolute())


def _report(toolkit: Toolkit, before: Draft, filled: Filled, path: Path, show: bool) -> int:
    """Says what came of it, or would, and what should be known about it; conflicts go where problems go."""
    for line in format_how_read(toolkit, filled):
        print(line)
    changed = changes(before, filled.draft)
    if show:
        for each in changed:
            print(format_change(toolkit, before, filled.draft, *each))
    for place in [] if show or filled.conflicts else filled.named:
        name = format_place(toolkit, filled.draft, ("entry", place))
        print(words.say("fill.named", place=name, id=list_and_id(place)[1]))
    for place in filled.aside:
        print(words.say("fill.aside", place=format_place(toolkit, filled.draft, ("answer", place))))
    if filled.conflicts:
        print(words.say("fill.conflicts"), file=sys.stderr)
        sides = words.say("fill.old"), words.say("fill.new")
        for line in format_conflicts(toolkit, filled.draft, filled.conflicts, sides):
            print(line, file=sys.stderr)
        return 1
    print(words.say("fill.would" if show else "fill.done", count=len(changed), file=path))
    return 0
