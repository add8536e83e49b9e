"""A sitting: one group and one plan, from the door to the farewell. What it holds while pages come and go."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from wizard.interview.flow import Toolkit
from wizard.interview.survey import Survey, survey
from wizard.sitting.ask import Pages
from wizard.sitting.half_written import HalfWritten, KeepsWords
from wizard.sitting.lists.removing import RemovedEntries
from wizard.sitting.trail import Trail
from wizard.storage.draft import Draft


class Keep(KeepsWords, Protocol):
    """Where a sitting keeps things: the plan file, the unfinished text, what was done last time."""

    def save(self, draft: Draft) -> None:
        """Writes the whole plan. Raises Problem when it could not; the draft still holds everything."""
        ...

    def after_trouble(self, way: str, draft: Draft) -> bool:
        """Does what the person chose when saving failed; True to save again. Raises Problem when that fails too."""
        ...

    def done(self, question: str) -> None:
        """Notes that a question was answered in this sitting."""
        ...

    def last_time(self) -> list[str]:
        """The questions answered in the sitting before this one."""
        ...


@dataclass
class Sitting:
    """The draft is the only thing in it that changes a plan; `here` is the last survey of it."""

    toolkit: Toolkit
    draft: Draft
    keep: Keep
    make: Callable[["Sitting"], Pages[None]] | None = None  # the door to the document, opened from outside
    trail: Trail = field(default_factory=Trail)
    removed: RemovedEntries = field(default_factory=RemovedEntries)
    note: str = ""  # what the next page says first
    begun: dict[str, str] = field(
        default_factory=dict
    )  # by place: letters typed on the page before, for this one
    shown: set[str] = field(default_factory=set)  # cards read in this sitting
    unsaved: bool = False  # the last save failed, and the person goes on without
    half: HalfWritten = field(init=False)
    here: Survey = field(init=False)

    def __post_init__(self) -> None:
        self.half = HalfWritten(self.keep, self.draft.get)
        self.here = survey(self.toolkit, self.draft)

    def look(self) -> Survey:
        """A fresh survey of the draft."""
        self.here = survey(self.toolkit, self.draft)
        return self.here

    def still_applies(self, place: str) -> Any:
        """What of an answer is in the plan as it stands; None when all of it is set aside."""
        return Draft(self.here.answers).get(place)

    def add_note(self, text: str) -> None:
        """Something more for the next page to say first."""
        self.note = f"{self.note} {text}".strip()

    def take_note(self, *more: str) -> str:
        """What the page that is made now says first, once, and what it says besides."""
        note, self.note = self.note, ""
        return " ".join(filter(None, (note, *more)))
