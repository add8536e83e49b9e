"""A plan on this computer while a sitting changes it: its file, the unfinished text, what was done last time."""

import contextlib
import json
import os
import time
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

from wizard import words
from wizard.errors import Problem
from wizard.storage import atomic, plan_file
from wizard.storage.draft import Draft
from wizard.storage.file_name import SUFFIX, stem_of
from wizard.storage.free_path import free_path
from wizard.storage.private import checked_copy
from wizard.storage.private.unfinished import Unfinished
from wizard.storage.store import MOST_BYTES, Store, save_copy
from wizard.storage.troubles import problem_of
from wizard.workspace.earlier_versions import remember
from wizard.workspace.folder import better_name, make, plans_folder
from wizard.workspace.hand_notes import notes_kept

LAST = "last.json"


class PlanOnDisk:
    """Keeps one plan on disk for a sitting."""

    def __init__(self, store: Store, draft: Draft) -> None:
        self.store = store
        self.draft = draft
        self._start = draft.snapshot()
        self._saved_text: bytes | None = None  # the text saved last in this sitting
        self._unfinished = Unfinished(store.folder)
        self._before = _read_list(store.folder)
        self._now: list[str] = []
        self.after_save: Callable[[], object] = lambda: None
        remember(store)

    def make_ready(self) -> None:
        """Loads and writes out once what an answer needs, so that the first one is as quick as the others."""
        from wizard.plan.slots import slots

        slots()
        plan_file.text_of(self._start)
        self.store.backups()

    def save(self, draft: Draft) -> None:
        """Writes the whole plan. Raises Problem; the draft still holds everything then."""
        raw = plan_file.text_of(draft).encode()
        self.store.save(raw)
        self._saved_text = raw
        self.after_save()

    def typing(self, texts: Mapping[str, str]) -> None:
        self._unfinished.keep(texts)

    def left_over(self) -> dict[str, str]:
        return self._unfinished.left_over()

    def keeps_words(self) -> bool:
        """Whether unfinished words are in a file."""
        return self._unfinished.path is not None and self._unfinished.trouble is None

    def done(self, question: str) -> None:
        if question not in self._now:
            self._now.append(question)
            _write_list(self.store.folder, self._now)

    def last_time(self) -> list[str]:
        return self._before

    def after_trouble(self, way: str, draft: Draft) -> bool:
        """Does what the person chose; True to save again. Problem when that cannot be done either."""
        raw = plan_file.text_of(draft).encode()
        match way:
            case "copy":
                self._go_on_with(save_copy(_beside(self.store.path), raw))
            case "keep_both":
                self._go_on_with(self.store.conflict_copy(raw, words.say("trouble.keep_both.name")))
            case "reload":
                self._take_the_changed_one(draft, raw)
                return False
            case _:
                self._know_it_gone()
        return True

    def holds(self, draft: Draft) -> bool:
        """Whether a draft is just what was read at the start or saved last."""
        kept = self._saved_text or plan_file.text_of(self._start).encode()
        return plan_file.text_of(draft).encode() == kept

    def better_name(self) -> Path | None:
        """Where the file could lie after its partnership got another name in this sitting; None where it may stay."""
        before, name = (str(each.get("about.name") or "") for each in (self._start, self.draft))
        return better_name(self.store.path, before, name)

    def in_place(self) -> bool:
        """Whether the plan file is there, with what was saved in this sitting."""
        try:
            there = atomic.read_whole(self.store.path, MOST_BYTES)
        except (OSError, Problem):
            return False
        return there is not None and self._saved_text in (None, there)

    def rescue(self, draft: Draft) -> Path | None:
        """A last try before leaving: the file the answers are in, None where nothing could be written at all."""
        raw = plan_file.text_of(draft).encode()
        with contextlib.suppress(Problem, OSError):
            self._know_it_gone()
        tries: tuple[Callable[[], Path], ...] = (
            self._saved(draft),
            lambda: self.store.conflict_copy(raw, words.say("trouble.keep_both.name")),
            lambda: save_copy(_beside(self.store.path), raw),
            lambda: save_copy((self.store.folder or Path()) / f"rescued-{time.time_ns()}.plan.yaml", raw),
        )
        for each in tries:
            with contextlib.suppress(Problem, OSError):
                return each()
        return None

    def close(self) -> None:
        """Ends the keeping, with a note of what the last saved text holds, so that going on is quick."""
        self._unfinished.close()
        try:
            if self._saved_text is not None and self.holds(self.draft):
                checked_copy.keep(self.draft.plan_id, self._saved_text, self.draft)
        finally:
            self.store.close()

    def _know_it_gone(self) -> None:
        """Where the file is not there any more, that is known from now on, and saving makes it anew."""
        if not os.path.lexists(self.store.path):
            self.store.reload()

    def _saved(self, draft: Draft) -> Callable[[], Path]:
        def saved() -> Path:
            self.save(draft)
            return self.store.path

        return saved

    def _take_the_changed_one(self, draft: Draft, ours: bytes) -> None:
        """Nothing is touched where the changed file cannot be read."""
        try:
            there = atomic.read_whole(self.store.path, MOST_BYTES)
        except OSError as trouble:
            raise problem_of(trouble, self.store.path) from trouble
        if there is None:
            raise Problem("store.gone", file=self.store.path.name, folder=self.store.path.parent)
        plan_file.draft_of(there, self.store.path.name)
        self.store.conflict_copy(ours, words.say("trouble.keep_both.name"))
        changed = self.store.reload()
        notes_kept(self.store)
        if changed is not None:
            draft.restore(plan_file.draft_of(changed, self.store.path.name))
            self._start, self._saved_text = draft.snapshot(), None

    def _go_on_with(self, path: Path) -> None:
        """A file of ours from now on, with what was half-written in the one before."""
        left = self._unfinished.left_over()
        self._unfinished.close()
        self.store.close()
        self.store = Store.open(path)
        remember(self.store)
        self._unfinished = Unfinished(self.store.folder)
        if left:
            self._unfinished.keep(left)


def _beside(path: Path) -> Path:
    """A place for a copy: the folder of all plans, or the home folder, under a free name. Problem: folder.refused."""
    folder = make(plans_folder())
    stem, copy = stem_of(path.name), words.say("trouble.copy.name")
    return free_path(folder, (f"{stem} ({copy} {number}){SUFFIX}" for number in count(1)))


def _read_list(folder: Path | None) -> list[str]:
    if folder is None:
        return []
    try:
        kept = json.loads((folder / LAST).read_bytes())
    except (OSError, ValueError):
        return []
    return [each for each in kept if isinstance(each, str)] if isinstance(kept, list) else []


def _write_list(folder: Path | None, questions: list[str]) -> None:
    if folder is not None:
        with contextlib.suppress(OSError):
            (folder / LAST).write_text(json.dumps(questions), encoding="utf-8")
