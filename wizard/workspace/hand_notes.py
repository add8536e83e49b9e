"""Comments that somebody wrote into a plan file by hand: told before a save drops them, and kept for ever."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wizard import words
from wizard.errors import Problem
from wizard.storage import end_mark, plan_file
from wizard.storage.draft import Draft
from wizard.storage.file_text import shown
from wizard.storage.store import Store

if TYPE_CHECKING:
    from wizard.storage.yaml.text import Comment

LABEL = "comments"
MOST_SAID = 12  # lines shown at once
MOST_TRIED = 50  # comments tried as words


@dataclass(frozen=True)
class HandNotes:
    """What stands in a file beside the answers, each its line's number in words and the line.

    `with_words` is the draft that has the comments which fit as words; None where none does.
    """

    lines: list[tuple[str, str]]
    with_words: Draft | None

    @property
    def shown(self) -> list[tuple[str, str]]:
        """The lines as a page shows them: not more than it can hold."""
        more = words.say("opening.notes.more", count=len(self.lines) - MOST_SAID)
        return self.lines[:MOST_SAID] + ([("", more)] if len(self.lines) > MOST_SAID else [])

    @property
    def text(self) -> str:
        """The lines as text."""
        return "\n".join(": ".join(filter(None, each)) for each in self.shown)


def notes_kept(store: Store) -> HandNotes | None:
    """The comments in a plan's file, which is put away as it is; None where it holds none. Problem."""
    raw = end_mark.without_marks(store.contents or b"")
    if b"#" not in raw:
        return None
    from wizard.storage.yaml import text as yaml_text  # late: hardly any file comes here

    text, comments = yaml_text.comments_of(raw)
    if not comments:
        return None
    try:
        store.keep_for_ever(store.contents or b"", LABEL)
    except Problem:  # nowhere to keep it privately: then beside the plan
        store.conflict_copy(store.contents or b"", words.say("opening.notes.name"))
    lines = [(words.say("opening.notes.line", number=each.line), shown(each.said)) for each in comments]
    return HandNotes(lines, _with_words(text, [each for each in comments if each.may_be_words][:MOST_TRIED]))


def _with_words(text: str, comments: list[Comment]) -> Draft | None:
    """The draft with every comment as words that fits as such; None where none does."""
    from wizard.storage.yaml.text import as_words

    whole = text
    for each in reversed(comments):  # from below, so that the places above stay
        whole = as_words(whole, each)
    with contextlib.suppress(Problem):
        return plan_file.draft_of(whole.encode()) if comments else None
    draft = None
    for each in reversed(comments):
        with contextlib.suppress(Problem):
            draft = plan_file.draft_of(as_words(text, each).encode())
            text = as_words(text, each)
    return draft
