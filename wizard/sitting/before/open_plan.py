"""A plan is opened: made if it is not there, from a backup where its file cannot be read."""

import time
from datetime import datetime
from pathlib import Path

from wizard import words
from wizard.errors import Problem
from wizard.formatting.dates import format_date
from wizard.interview.flow import Toolkit
from wizard.sitting.ask import Answer, Ask, Head, Leave, Option, Pages, Say, Show
from wizard.sitting.before.which_plan import Chosen
from wizard.storage import plan_file
from wizard.storage.store import Store
from wizard.workspace.earlier_versions import backups_of, other_file_of
from wizard.workspace.opening import first_draft, first_text, read, store_of
from wizard.workspace.paths import facts_of
from wizard.workspace.plan_on_disk import PlanOnDisk


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
    store = store_of(path)
    try:
        return PlanOnDisk(store, read(store))
    except Problem as problem:
        try:
            if problem.key == "plan.newer":
                raise
            leave = yield from _from_backup(store, problem)
        finally:
            store.close()
    except BaseException:
        store.close()
        raise
    return leave or (yield from plan_at(toolkit, path))


def _from_backup(store: Store, problem: Problem) -> Pages[Leave | None]:
    """Says what is wrong with the file, and puts the newest good backup in its place; the broken file is kept.

    Raises the problem where there is no backup.
    """
    backups = backups_of(store)
    backup = backups.newest_good(plan_file.draft_of)
    if backup is None:
        raise problem
    try:
        saved, raw = backup.saved(), backup.read()
    except OSError:
        raise problem from None
    yield Show(words.say("opening.broken", file=store.path.name), words.of(problem))
    if (yield _which(saved, raw, other_file_of(backups, store))) != Answer("backup"):
        for line in words.of(problem).splitlines():
            yield Say(line)
        return Leave()
    store.conflict_copy(
        store.contents or b"", words.say("opening.broken_name", day=time.strftime("%Y-%m-%d"))
    )
    store.save(raw)
    return None


def _which(saved: datetime, raw: bytes, other: Path | None) -> Ask:
    """The page that asks for the backup or the broken file, and says whose plan the backup is.

    A file that was copied by hand shares its earlier versions with the one it was copied from.
    """
    time_saved = words.say("opening.time", day=format_date(f"{saved:%Y-%m-%d}"), time=f"{saved:%H:%M}")
    name = plan_file.draft_of(raw).get("about.name") or words.say("head.unnamed")
    hint = words.say("opening.whose", name=name)
    if other:
        hint = f"{hint} {words.say('opening.elsewhere', file=other)}"
    options = (
        Option(
            "backup", words.say("opening.backup.label", time=time_saved), words.say("opening.backup.advice")
        ),
        Option("mend", words.say("opening.mend.label"), words.say("opening.mend.advice")),
    )
    return Ask(
        "one",
        words.say("opening.ask"),
        Head(words.say("head.title"), ""),
        options,
        hint=hint,
        value="mend" if other else "backup",
        can=frozenset({"stop"}),
        place="?mend",
    )
