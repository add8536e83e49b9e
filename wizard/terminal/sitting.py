"""A sitting: one group, one plan, one front end. Asks turn by turn, keeps every answer before the page says so."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from wizard import words
from wizard.errors import Problem
from wizard.interview import defaults, walk
from wizard.interview.flow import Toolkit
from wizard.interview.survey import Survey, Turn, survey
from wizard.storage.draft import Draft
from wizard.terminal.seam import Ask, Front, Leave


class Keep(Protocol):
    """Where a sitting keeps things: the plan file, the unfinished text, what was done last time."""

    def save(self, draft: Draft) -> None:
        """Writes the whole plan. Raises Problem when it could not; the draft still holds everything."""
        ...

    def typing(self, place: str, text: str) -> None:
        """Keeps the unfinished text of a place."""
        ...

    def typed(self) -> None:
        """The text is finished, or was given up."""
        ...

    def left_over(self) -> tuple[str, str] | None:
        """The place and text that were unfinished when the last sitting ended."""
        ...

    def after_trouble(self, way: str, draft: Draft) -> bool:
        """Does what the person chose when saving failed; True to save again."""
        ...

    def done(self, question: str) -> None:
        """Notes that a question was answered in this sitting."""
        ...

    def last_time(self) -> list[str]:
        """The questions answered in the sitting before this one."""
        ...


class Left(Exception):
    """The person leaves. `by_signal` when the window was closed."""

    def __init__(self, by_signal: bool = False) -> None:
        super().__init__()
        self.by_signal = by_signal


@dataclass
class Sitting:
    """What a sitting holds: the draft is the only thing that changes; `here` is the last survey of it."""

    front: Front
    toolkit: Toolkit
    draft: Draft
    keep: Keep
    make: Callable[["Sitting"], None] | None = None  # the door to the document, opened from outside
    trail: list[Turn] = field(default_factory=list)
    last: Turn | None = None
    said: str = ""  # what the next page says first
    shown: set[str] = field(default_factory=set)  # cards read in this sitting
    unfinished: tuple[str, str] | None = None
    undo: list[tuple[str, Draft]] = field(default_factory=list)  # what was removed, and the draft before that
    here: Survey = field(init=False)

    def __post_init__(self) -> None:
        self.here = survey(self.toolkit, self.draft)
        left = self.keep.left_over()
        self.unfinished = left if left and self.draft.get(left[0]) != left[1] else None

    def look(self) -> Survey:
        """A fresh survey of the draft."""
        self.here = survey(self.toolkit, self.draft)
        return self.here

    def ask(self, ask: Ask) -> Any:
        """Shows a page; leaving is raised, so that it works from everywhere."""
        reply = self.front.ask(ask)
        self.said = ""
        if isinstance(reply, Leave):
            raise Left(reply.by_signal)
        return reply

    def show(self, title: str, text: str) -> None:
        """Shows something to read; the window may be closed there too."""
        reply = self.front.show(title, text)
        if isinstance(reply, Leave):
            raise Left(reply.by_signal)

    def note(self) -> str:
        """What the next page says first."""
        return self.said

    def store(self, turn: Turn, value: Any) -> None:
        """Puts an answer into the draft, moves what depended on it along, and saves before anything says so."""
        before = self.here
        self.draft.put(turn.place, value)
        after = self.look()
        for moving, new in defaults.moved(before, after, turn):
            self.draft.put(moving.place, new)
            self.said = words.say("saved.moved", label=moving.part.label or moving.question.label)
        self.save(turn.question.id)

    def save(self, question: str = "") -> None:
        """Saves the whole draft; when that fails, says so and asks what to do, and nothing is lost."""
        self.look()
        if question:
            self.keep.done(question)
        while True:
            try:
                self.keep.save(self.draft)
            except Problem as problem:
                from wizard.terminal.trouble import after_trouble

                if not after_trouble(self, problem):
                    return
            else:
                self.keep.typed()
                self.said = self.said or words.say("saved.plainly")
                return

    def back_from(self, turn: Turn) -> Turn | None:
        """Where Back leads: the page before in this sitting that still applies, else the turn before."""
        while self.trail:
            if found := walk.again(self.here, self.trail.pop()):
                return found
        return walk.before(self.here, turn)

    def unfinished_at(self, place: str) -> str | None:
        """The text left over for a place; offered once."""
        if self.unfinished and self.unfinished[0] == place:
            text = self.unfinished[1]
            self.unfinished = None
            return text
        return None
