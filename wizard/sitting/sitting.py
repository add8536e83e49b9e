"""A sitting: one group, one plan, one front end. Asks turn by turn, keeps every answer before the page says so."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from wizard import words
from wizard.errors import Problem
from wizard.interview import defaults
from wizard.interview.flow import Toolkit
from wizard.interview.survey import Survey, Turn, survey
from wizard.sitting import nevers, ways
from wizard.sitting.ask import Act, Answer, Ask, Back, Front, GoTo, Leave, Nevers, NotYet, Pass, Review
from wizard.sitting.lists.removing import Removed
from wizard.storage.draft import Draft


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
        """Does what the person chose when saving failed; True to save again. Raises Problem when that fails too."""
        ...

    def done(self, question: str) -> None:
        """Notes that a question was answered in this sitting."""
        ...

    def last_time(self) -> list[str]:
        """The questions answered in the sitting before this one."""
        ...


class Left(Exception):
    """The person leaves: `by_signal` when the window was closed, `at_end` when no more answers come."""

    def __init__(self, leave: Leave = Leave()) -> None:  # noqa: B008 — frozen
        super().__init__()
        self.by_signal = leave.by_signal
        self.at_end = leave.at_end


class Gone(Exception):
    """The person goes elsewhere: `to` a turn, or to the hub; `reads` first what is written."""

    def __init__(self, to: Turn | None, *, reads: bool = False) -> None:
        super().__init__()
        self.to = to
        self.reads = reads


@dataclass
class Sitting:
    """What a sitting holds: the draft is the only thing that changes; `here` is the last survey of it."""

    front: Front
    toolkit: Toolkit
    draft: Draft
    keep: Keep
    make: Callable[["Sitting"], None] | None = None  # the door to the document, opened from outside
    trail: list[Turn] = field(default_factory=list)  # the pages before this one, for Back
    last: Turn | None = None  # the turn asked last
    said: str = ""  # what the next page says first
    shown: set[str] = field(default_factory=set)  # cards read in this sitting
    half: dict[str, str] = field(default_factory=dict)  # words not finished, by their place, the newest last
    removed: list[Removed] = field(default_factory=list)  # what can be brought back in this sitting
    unsaved: bool = False  # the last save failed, and the person goes on without
    here: Survey = field(init=False)

    def __post_init__(self) -> None:
        self.here = survey(self.toolkit, self.draft)
        left = self.keep.left_over()
        if left and self.draft.get(left[0]) != left[1]:
            self.half[left[0]] = left[1]

    def look(self) -> Survey:
        """A fresh survey of the draft."""
        self.here = survey(self.toolkit, self.draft)
        return self.here

    def still_applies(self, place: str) -> Any:
        """What of an answer is in the plan as it stands; None when all of it is set aside."""
        return Draft(self.here.answers).get(place)

    def ask(self, ask: Ask) -> Answer | Act | Pass | Back | NotYet:
        """Shows a page. What works on every page is done here: leaving and going elsewhere are raised."""
        while True:
            typed: list[str] = []
            reply = self.front.ask(replace(ask, keep=_both(ask.keep, typed)))
            self.said = ""
            match reply:
                case Leave():
                    raise Left(reply)
                case Review():
                    raise Gone(None, reads=True)
                case Nevers():
                    self.show_nevers()
                case GoTo(where):
                    from wizard.sitting.go_to import go_to

                    go_to(self, where)
                case _:
                    return reply
            ask = replace(ask, note=self.said, unfinished=_words(typed, ask.unfinished))

    def show(self, title: str, text: str, *, back: bool = False) -> bool:
        """Shows something to read; False when the person goes back from it. The window may be closed there too."""
        reply = self.front.show(title, text, back=back)
        if isinstance(reply, Leave):
            raise Left(reply)
        return not isinstance(reply, Back)

    def show_nevers(self) -> None:
        """What never belongs in a plan, what is fine, and what to do if someone discloses."""
        for title, text in nevers.pages(self.toolkit.outline):
            if not self.show(title, text, back=True):
                return

    # unfinished words

    def typing(self, place: str, text: str) -> None:
        """Keeps words that are not an answer yet; a way such as /back is none."""
        self.half.pop(place, None)
        if text and not ways.is_unknown(text) and text != self.draft.get(place):
            self.half[place] = text
        self._keep_half()

    def finished(self, place: str) -> None:
        """The words of a place became an answer, or were given up."""
        self.half.pop(place, None)

    def _keep_half(self) -> None:
        if self.half:
            self.keep.typing(*list(self.half.items())[-1])
        else:
            self.keep.typed()

    # answers

    def store(self, turn: Turn, value: Any) -> None:
        """Puts an answer into the draft, moves what depended on it along, and saves before anything says so."""
        before = self.here
        self.draft.put(turn.place, value)
        self.finished(turn.place)
        moved = defaults.moved(before, self.look(), turn)
        for moving, new in moved:
            self.draft.put(moving.place, new)
        if moved:
            self.look()
            labels = dict.fromkeys(each.part.label or each.question.label for each, _ in moved)
            self.said = words.say("saved.moved", label='", "'.join(labels))
        self._close_what_is_full(turn)
        self._keep_saved(turn.question.id)

    def _close_what_is_full(self, turn: Turn) -> None:
        """An open point of a whole entry or grid goes with the last answer in it."""
        whole = f"{turn.part.list}.{turn.item}" if turn.item else turn.part.slot if turn.row else ""
        if self.draft.point(whole) is None:
            return
        inside = [each.place for each in self.here.turns if each.place.startswith(f"{whole}.")]
        if all(self.draft.get(place) is not None for place in inside):
            self.draft.close(whole)
            self.look()

    def save(self, question: str = "") -> None:
        """Saves a draft that was changed in another way than by an answer."""
        self.look()
        self._keep_saved(question)

    def _keep_saved(self, question: str) -> None:
        """Saves the whole draft; when that fails, says so and asks what to do, and nothing is lost."""
        if question:
            self.keep.done(question)
        while True:
            try:
                self.keep.save(self._to_save())
            except Problem as problem:
                from wizard.sitting.trouble import after_trouble

                self.unsaved = True
                if not after_trouble(self, problem):
                    self.look()
                    return
            else:
                self.unsaved = False
                self._keep_half()
                self.said = self.said or words.say("saved.plainly")
                return

    def _to_save(self) -> Draft:
        """The draft without entries that were only begun: an entry is saved with its first answer."""
        begun = [
            (path, item["id"])
            for path in self.toolkit.lists
            for item in self.draft.items(path)
            if set(item) == {"id"} and not self._has_points(f"{path}.{item['id']}")
        ]
        if not begun:
            return self.draft
        saved = self.draft.snapshot()
        for path, ident in begun:
            saved.remove(path, ident)
        return saved

    def _has_points(self, place: str) -> bool:
        return any(f"{point.at}.".startswith(f"{place}.") for point in self.draft.open_points)


def _both(keep: Callable[[str], None], typed: list[str]) -> Callable[[str], None]:
    """Keeps what is typed, and remembers it for the page when it is shown again."""

    def both(text: str) -> None:
        typed[:] = [text]
        keep(text)

    return both


def _words(typed: list[str], before: str | None) -> str | None:
    if not typed:
        return before
    return None if ways.is_unknown(typed[0]) else typed[0]
