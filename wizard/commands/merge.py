"""`partnership merge A B -o OUT`: two people worked on copies of one plan, and go on with one."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from wizard import words
from wizard.errors import Problem
from wizard.formatting.changes import entry_name, format_conflicts, format_losses
from wizard.front_ends import front_for
from wizard.interview.filling import changes
from wizard.interview.flow import Toolkit
from wizard.sitting.ask import Leave
from wizard.sitting.before.conflicts import sides
from wizard.sitting.loop import run
from wizard.storage import plan_file
from wizard.storage.draft import Draft
from wizard.storage.merging.conflict import Lost, Own, losses
from wizard.storage.merging.merge import Merged, merge, settle, without_dangling
from wizard.storage.store import save_copy
from wizard.workspace.cut_short import remark_on
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
    for each in filter(None, (asked.one, asked.other, asked.base)):
        if cut := remark_on(path_of(each, asked.folder)):
            print(cut, file=sys.stderr)
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
    lost = _settled(toolkit, merged, chosen, [each for each in (a, b, base) if each])
    _write(merged.draft, out)
    counts = [len(changes(each, merged.draft)) for each in (b, a)]
    print(words.say("merge.done", a=names[0], b=names[1], from_a=counts[0], from_b=counts[1], file=out))
    for line in lost:
        print(line)
    return 0


def _settled(toolkit: Toolkit, merged: Merged, chosen: list[str | Own], drafts: list[Draft]) -> list[str]:
    """Puts in what was chosen; a line for every answer that pointed at an entry which is gone now."""
    draft, said = merged.draft, [*_gone(toolkit, merged.lost, drafts)]
    for conflict, side in zip(merged.conflicts, chosen, strict=True):
        place = conflict.key[1]
        if side in (conflict.takes_away, "open"):
            said += format_losses(toolkit, draft, losses(draft, place))
        name = entry_name(toolkit, draft, place) if side == "open" else ""
        settle(draft, conflict, side, words.say("merge.open_note", name=name))
    said += _gone(toolkit, without_dangling(draft, merged.entries), drafts)
    return list(dict.fromkeys(said))


def _gone(toolkit: Toolkit, lost: list[Lost], drafts: list[Draft]) -> Iterator[str]:
    """A line for each answer that pointed at an entry only one of the drafts still has."""
    for each in lost:
        draft = next((draft for draft in drafts if draft.get(each.entry) is not None), drafts[0])
        yield from format_losses(toolkit, draft, [each])


def _chosen(
    toolkit: Toolkit, merged: Merged, names: tuple[str, str], asked: Namespace
) -> list[str | Own] | Leave | None:
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
