"""Takes a plan into keeping: new, as it was left, or from a backup when the file cannot be read."""

import time
from pathlib import Path

from wizard import words
from wizard.commands.keeping import PlanKeep
from wizard.errors import Faults, Problem
from wizard.interview.flow import Toolkit
from wizard.storage import checked_copy, plan_file
from wizard.storage.draft import FORMAT, Draft
from wizard.storage.store import Store, plan_id_of
from wizard.terminal.seam import Answer, Ask, Front, Head, Option


def keep_for(front: Front, toolkit: Toolkit, path: Path) -> PlanKeep | None:
    """The keeping of a plan file, made if it was not there; None when the person would rather mend it first."""
    if not path.exists():
        draft = Draft(
            toolkit=f"{toolkit.outline.name}@{toolkit.outline.version}", language=toolkit.outline.language
        )
        return PlanKeep(Store.make_new(path, first_text(draft)), draft)
    store = Store.open(path)
    try:
        return PlanKeep(store, read(store))
    except Faults as faults:
        found = _from_backup(front, store, faults)
        if found is None:
            store.close()
        return found
    except BaseException:
        store.close()
        raise


def first_text(draft: Draft) -> bytes:
    """A plan file before the first answer."""
    lines = (
        f"format: {FORMAT}",
        f"toolkit: {draft.toolkit}",
        f"language: {draft.language}",
        f"plan_id: {draft.plan_id}",
    )
    return ("\n".join(lines) + "\n").encode()


def read(store: Store) -> Draft:
    """The draft a store holds, checked unless exactly this text was checked before."""
    raw = store.contents or b""
    known = checked_copy.find(plan_id_of(raw), raw)
    if known is not None:
        return known
    reading = plan_file.read(raw, store.path.name)
    if reading.came_in < FORMAT:
        store.keep_for_ever(raw, f"format-{reading.came_in}")
    return reading.draft


def _from_backup(front: Front, store: Store, faults: Faults) -> PlanKeep | None:
    """Says what is wrong with the file, and offers the newest good backup; the broken file is kept."""
    front.show(words.say("opening.broken", file=store.path.name), words.of(faults))
    backup = store.backups().newest_good(plan_file.draft_of)
    if backup is None:
        raise Problem("opening.no_backup", file=store.path.name)
    saved = backup.saved()
    options = (
        Option("mend", words.say("opening.mend.label"), words.say("opening.mend.advice")),
        Option(
            "backup",
            words.say("opening.backup.label", time=f"{saved:%Y-%m-%d %H:%M}"),
            words.say("opening.backup.advice"),
        ),
    )
    reply = front.ask(
        Ask(
            "one",
            words.say("opening.ask"),
            Head(words.say("head.title"), ""),
            options,
            can=frozenset({"leave"}),
        )
    )
    if reply != Answer("backup"):
        return None
    raw = backup.read()
    store.conflict_copy(
        store.contents or b"", words.say("opening.broken_name", day=time.strftime("%Y-%m-%d"))
    )
    store.save(raw)
    return PlanKeep(store, plan_file.draft_of(raw, store.path.name))
