"""`partnership merge A B -o OUT`: two people worked on copies of one plan, and go on with one."""

import os
import sys
from argparse import Namespace
from pathlib import Path

from wizard import words
from wizard.errors import Problem
from wizard.formatting.changes import format_conflicts
from wizard.front_ends import front_for
from wizard.interview.filling import changes
from wizard.interview.flow import Toolkit
from wizard.sitting.ask import Leave
from wizard.sitting.before.conflicts import sides
from wizard.sitting.loop import run
from wizard.storage import plan_file
from wizard.storage.draft import Draft
from wizard.storage.merging.merge import Merged, merge, settle
from wizard.storage.store import save_copy
from wizard.workspace.loading import draft_at, toolkit_of
from wizard.workspace.paths import facts_of, path_of, with_plan_suffix

ENDED = 130


def merge_plans(asked: Namespace) -> int:
    """Writes what both hold into a new file. What differs is settled in the wizard, or by `--prefer`.

    1 where something differs, there is no terminal and no `--prefer`: it is listed, and nothing is written.
    """
    out = with_plan_suffix(asked.folder / asked.output if asked.folder else asked.output)
    if facts_of(out) is not None or os.path.lexists(out):
        raise Problem("store.exists", file=out.name, folder=str(out.absolute().parent))
    a, b = (draft_at(path_of(each, asked.folder)) for each in (asked.one, asked.other))
    base = draft_at(path_of(asked.base, asked.folder)) if asked.base else None
    if not asked.anyway and len({each.plan_id for each in (a, b, base) if each}) > 1:
        raise Problem("merge.not_copies", a=asked.one, b=asked.other)
    toolkit = toolkit_of(a, asked.flows)
    merged = merge(a, b, base)
    names = str(asked.one), str(asked.other)
    chosen = _chosen(toolkit, merged, names, asked)
    if isinstance(chosen, Leave):
        print(words.say("merge.left"))
        return ENDED if chosen.by_signal else 0
    if chosen is None:
        _list(toolkit, merged, names)
        return 1
    for conflict, side in zip(merged.conflicts, chosen, strict=True):
        settle(merged.draft, conflict, side)
    _write(merged.draft, out)
    counts = [len(changes(each, merged.draft)) for each in (b, a)]
    print(words.say("merge.done", a=names[0], b=names[1], from_a=counts[0], from_b=counts[1], file=out))
    return 0


def _chosen(
    toolkit: Toolkit, merged: Merged, names: tuple[str, str], asked: Namespace
) -> list[str] | Leave | None:
    """A side for each conflict; None where nobody can be asked."""
    if asked.prefer or not merged.conflicts:
        return [asked.prefer or "a"] * len(merged.conflicts)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    with front_for(asked) as front:
        return run(front, toolkit.outline, sides(toolkit, merged.draft, merged.conflicts, names))


def _list(toolkit: Toolkit, merged: Merged, names: tuple[str, str]) -> None:
    print(words.say("merge.conflicts"), file=sys.stderr)
    for line in format_conflicts(toolkit, merged.draft, merged.conflicts, names):
        print(line, file=sys.stderr)


def _write(draft: Draft, out: Path) -> None:
    """A new file that opens again, or none. Problem: store.exists and others."""
    raw = plan_file.text_of(draft).encode()
    plan_file.draft_of(raw, out.name)
    save_copy(out, raw)
