"""A plan is opened: made if it is not there, from a backup where its file cannot be read."""

from __future__ import annotations

import contextlib
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wizard import words
from wizard.errors import Problem
from wizard.formatting.dates import format_date
from wizard.interview.flow import Toolkit
from wizard.sitting.ask import Answer, Ask, Head, Leave, Option, Pages, Say, Show
from wizard.sitting.before.which_plan import Chosen
from wizard.storage import end_mark, plan_file
from wizard.storage.draft import Draft
from wizard.storage.store import Store
from wizard.workspace.cut_short import is_cut_short
from wizard.workspace.earlier_versions import backups_of, other_file_of
from wizard.workspace.hand_notes import HandNotes, notes_kept
from wizard.workspace.opening import first_draft, first_text, read, store_of, whose_is
from wizard.workspace.paths import facts_of
from wizard.workspace.plan_on_disk import PlanOnDisk

if TYPE_CHECKING:
    from wizard.storage.private.backups import Backups


def opened(toolkit: Toolkit, which: Pages[Chosen | Leave]) -> Pages[tuple[PlanOnDisk, str | None] | Leave]:
    """The plan that is chosen, and what a new one was called."""
    chosen = yield from which
    if isinstance(chosen, Leave):
        return chosen
    plan = yield from plan_at(toolkit, chosen.path)
    return plan if isinstance(plan, Leave) else (plan, chosen.name)


def plan_at(toolkit: Toolkit, path: Path) -> Pages[PlanOnDisk | Leave]:
    """The plan of a file, made if it was not there. Raises what is wrong with it.

    Leave when the person would rather mend a broken file by hand.
    """
    if facts_of(path) is None:
        draft = first_draft(toolkit)
        return PlanOnDisk(Store.make_new(path, first_text(draft)), draft)
    private = yield from _private_folder(path)
    if isinstance(private, Leave):
        return private
    store = store_of(path, private)
    try:
        plan = yield from _looked_over(store)
    except BaseException:
        store.close()
        raise
    if isinstance(plan, PlanOnDisk):
        return plan
    store.close()
    return plan or (yield from plan_at(toolkit, path))


def _private_folder(path: Path) -> Pages[str | Leave]:
    """The name of a file's private folder; asked where it may have been moved or copied."""
    whose = whose_is(path)
    if whose is None or whose.before is None:
        return whose.name if whose else ""
    reply = yield Ask(
        "one",
        words.say("opening.whose_is.ask", file=path.name),
        Head(words.say("head.title"), ""),
        tuple(
            Option(
                way, words.say(f"opening.whose_is.{way}.label"), words.say(f"opening.whose_is.{way}.advice")
            )
            for way in ("copied", "moved")
        ),
        hint=words.say("opening.whose_is.hint", file=path.absolute(), before=whose.before),
        value="copied",
        can=frozenset({"stop"}),
        place="?whose",
    )
    if not isinstance(reply, Answer):
        return Leave()
    return whose.moved if reply.value == "moved" else whose.name


def _looked_over(store: Store) -> Pages[PlanOnDisk | Leave | None]:
    """The plan of a store; None where a backup took the file's place, and it is to be read afresh."""
    try:
        draft = read(store)
    except Problem as problem:
        if problem.key == "plan.newer":
            raise
        return (yield from _from_backup(store, problem))
    if is_cut_short(store):
        cut = Problem("opening.cut", file=store.path.name)
        return (yield from _from_backup(store, cut, draft))
    return (yield from _with_notes(store, draft))


def _with_notes(store: Store, draft: Draft) -> Pages[PlanOnDisk | Leave]:
    """The plan on the disk. What the next save would drop from a file edited by hand is told first."""
    notes = notes_kept(store)
    if notes is None:
        return PlanOnDisk(store, draft)
    said = words.say("opening.notes.said", file=store.path.name)
    if notes.with_words is None:
        yield Show(words.say("opening.notes.title", file=store.path.name), f"{said}\n\n{notes.text}")
        return PlanOnDisk(store, draft)
    reply = yield _are_words(notes, said)
    if isinstance(reply, Leave):
        return reply
    if reply == Answer("words"):
        draft = notes.with_words
        try:
            store.save(plan_file.text_of(draft).encode())
        except Problem as problem:
            yield Show(words.say("store.remark"), words.of(problem))
    return PlanOnDisk(store, draft)


def _are_words(notes: HandNotes, said: str) -> Ask:
    """The page that asks whether comments are words."""
    return Ask(
        "one",
        words.say("opening.notes.ask"),
        Head(words.say("head.title"), ""),
        tuple(
            Option(way, words.say(f"opening.notes.{way}.label"), words.say(f"opening.notes.{way}.advice"))
            for way in ("words", "without")
        ),
        hint=said,
        above=tuple(notes.shown),
        value="words",
        can=frozenset({"stop"}),
        place="?notes",
    )


def _from_backup(
    store: Store, problem: Problem, draft: Draft | None = None
) -> Pages[PlanOnDisk | Leave | None]:
    """Says what is wrong with the file, and puts the newest good backup in its place; the broken file is kept.

    With a `draft`, which is what can be read of the file, one may go on with that. Raises the problem where there
    is neither.
    """
    title = words.say("opening.cut_title" if "cut" in problem.key else "opening.broken", file=store.path.name)
    backups = backups_of(store)
    good = _newest_good(backups, store.path.name)
    if good is None:
        if draft is None:
            raise problem
        yield Show(title, words.of(problem))
        return (yield from _with_notes(store, draft))
    saved, raw = good
    yield Show(title, words.of(problem))
    reply = yield _which(saved, raw, other_file_of(backups, store), may_go_on=draft is not None)
    if draft is not None and reply == Answer("as_it_is"):
        with contextlib.suppress(Problem):  # no private folder: then there is no good version either
            store.keep_for_ever(raw, "before-it-was-cut")
        return (yield from _with_notes(store, draft))
    if reply != Answer("backup"):
        for line in words.of(problem).splitlines():
            yield Say(line)
        return Leave()
    store.conflict_copy(
        store.contents or b"", words.say("opening.broken_name", day=time.strftime("%Y-%m-%d"))
    )
    store.save(raw)
    return None


def _newest_good(backups: Backups, file: str) -> tuple[datetime, bytes] | None:
    """When the newest version that can be read was put away, and what it holds."""
    backup = backups.newest_good(lambda raw: _whole(raw, file))
    with contextlib.suppress(OSError):
        return (backup.saved(), backup.read()) if backup else None
    return None


def _whole(raw: bytes, file: str) -> None:
    """Raises Problem for a version that was cut short itself, or cannot be read."""
    plan_file.draft_of(raw)
    if end_mark.is_cut(raw):
        raise Problem("opening.cut", file=file)


def _which(saved: datetime, raw: bytes, other: Path | None, *, may_go_on: bool) -> Ask:
    """The page that asks for the backup or the broken file, and says whose plan the backup is.

    A file that was copied by hand shares its earlier versions with the one it was copied from.
    """
    time_saved = words.say("opening.time", day=format_date(f"{saved:%Y-%m-%d}"), time=f"{saved:%H:%M}")
    name = plan_file.draft_of(raw).get("about.name") or words.say("head.unnamed")
    hint = words.say("opening.whose", name=name)
    if other:
        hint = f"{hint} {words.say('opening.elsewhere', file=other)}"
    options = [
        Option(
            "backup", words.say("opening.backup.label", time=time_saved), words.say("opening.backup.advice")
        ),
        Option("mend", words.say("opening.mend.label"), words.say("opening.mend.advice")),
    ]
    if may_go_on:
        options.insert(
            1,
            Option("as_it_is", words.say("opening.as_it_is.label"), words.say("opening.as_it_is.advice")),
        )
    return Ask(
        "one",
        words.say("opening.ask"),
        Head(words.say("head.title"), ""),
        tuple(options),
        hint=hint,
        value="mend" if other else "backup",
        can=frozenset({"stop"}),
        place="?mend",
    )
