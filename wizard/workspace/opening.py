"""Opens a plan file: what a new one holds, and the draft of one that is there."""

import contextlib
import os
from pathlib import Path

from wizard.errors import Problem
from wizard.interview.flow import Toolkit
from wizard.storage import end_mark, plan_file
from wizard.storage.draft import FORMAT, Draft
from wizard.storage.plan_id import id_in, plan_id_of
from wizard.storage.private import checked_copy
from wizard.storage.private.whose import Whose, whose
from wizard.storage.store import Store


def store_of(path: Path, private: str = "") -> Store:
    """The store of a plan file. Nothing is written yet, so what is not allowed can only be reading."""
    try:
        return Store.open(path, private=private)
    except Problem as problem:
        if problem.key != "store.no_permission":
            raise
        raise Problem("reading.refused", file=path.name, why=problem.details["reason"]) from problem


def whose_is(path: Path) -> Whose | None:
    """The private folder of a plan file; None where the file does not say which plan it holds."""
    target = Path(os.path.realpath(path))
    with contextlib.suppress(OSError):
        plan_id = id_in(target)
        return whose(target, plan_id) if plan_id else None
    return None


def first_draft(toolkit: Toolkit) -> Draft:
    """A new plan of a toolkit."""
    outline = toolkit.outline
    return Draft(toolkit=f"{outline.name}@{outline.version}", language=outline.language)


def first_text(draft: Draft) -> bytes:
    """A plan file before the first answer."""
    lines = (
        f"format: {FORMAT}",
        f"toolkit: {draft.toolkit}",
        f"language: {draft.language}",
        f"plan_id: {draft.plan_id}",
    )
    return end_mark.marked("\n".join(lines) + "\n").encode()


def read(store: Store) -> Draft:
    """The draft a store holds, checked unless exactly this text was checked before."""
    raw = store.contents or b""
    known = checked_copy.find(plan_id_of(raw), raw)
    if known is not None:
        return known
    found = plan_file.read(raw, store.path.name)
    if found.format < FORMAT:
        store.keep_for_ever(raw, f"format-{found.format}")
    else:
        checked_copy.keep(found.draft.plan_id, raw, found.draft)
    return found.draft
