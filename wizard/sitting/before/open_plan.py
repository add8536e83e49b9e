"""The pages before a plan is open: it is taken into keeping, from a backup or out of a PDF where need be."""

import time
from datetime import datetime
from pathlib import Path

from wizard import words
from wizard.errors import Problem
from wizard.formatting.values import written_date
from wizard.interview.flow import Toolkit
from wizard.sitting.ask import Answer, Ask, Front, Head, Leave, Option, Reply
from wizard.sitting.sitting import Left
from wizard.storage import plan_file
from wizard.storage.store import Store
from wizard.workspace.extracting import take_out
from wizard.workspace.keeping import PlanKeep
from wizard.workspace.loading import facts_of
from wizard.workspace.opening import first_draft, first_text, opened, read
from wizard.workspace.private_folders import backups_of, other_file_of


def keep_for(front: Front, toolkit: Toolkit, path: Path) -> PlanKeep:
    """The keeping of a plan file, made if it was not there. Raises what is wrong with it."""
    if facts_of(path) is None:
        draft = first_draft(toolkit)
        return PlanKeep(Store.make_new(path, first_text(draft)), draft)
    store = opened(path)
    try:
        return PlanKeep(store, read(store))
    except Problem as problem:
        try:
            if problem.key == "plan.newer" or not _from_backup(front, store, problem):
                raise
        finally:
            store.close()
    except BaseException:
        store.close()
        raise
    return keep_for(front, toolkit, path)


def _from_backup(front: Front, store: Store, problem: Problem) -> bool:
    """Says what is wrong with the file, and puts the newest good backup in its place; the broken file is kept.

    False where there is no backup. Raises Left when the person would rather mend the file.
    """
    backups = backups_of(store)
    backup = backups.newest_good(plan_file.draft_of)
    if backup is None:
        return False
    try:
        saved, raw = backup.saved(), backup.read()
    except OSError:
        return False
    asked(front.show(words.say("opening.broken", file=store.path.name), words.of(problem)))
    if asked(front.ask(_which(saved, raw, other_file_of(backups, store)))) != Answer("backup"):
        for line in words.of(problem).splitlines():
            front.say(line)
        raise Left
    store.conflict_copy(
        store.contents or b"", words.say("opening.broken_name", day=time.strftime("%Y-%m-%d"))
    )
    store.save(raw)
    return True


def _which(saved: datetime, raw: bytes, other: Path | None) -> Ask:
    """The page that asks for the backup or the broken file, and says whose plan the backup is.

    A file that was copied by hand shares its earlier versions with the one it was copied from.
    """
    time_saved = words.say("opening.time", day=written_date(f"{saved:%Y-%m-%d}"), time=f"{saved:%H:%M}")
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


def asked(reply: Reply | None) -> Reply | None:
    """A reply before the sitting has begun. Raises Left when the person leaves there."""
    if isinstance(reply, Leave):
        raise Left(reply)
    return reply


def taken_out(front: Front, pdf: Path) -> Path:
    """The plan file beside a PDF that carries the plan, after one sentence that says where it is."""
    file, was_there = take_out(pdf)
    said = words.say("inside.there" if was_there else "inside.taken_out", pdf=pdf.name, file=file)
    asked(front.show(words.say("inside.title"), said))
    return file
