"""The seam between a sitting and whoever shows it: what is asked, what can come back, and how pages follow each other.

No terminal library is imported here. The screen speaks it with questionary, the plain front end in lines; a
script speaks it in tests.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    from wizard.formatting.field import Field


def _any_field() -> "Field":
    from wizard.formatting.field import Field  # late: no page waits for it that is not typed into

    return Field()


@dataclass(frozen=True)
class Option:
    """One thing that can be chosen. `value` is what comes back; the person reads only `label` and `advice`."""

    value: Any
    label: str
    advice: str = ""
    off: str = ""  # why it cannot be chosen now; empty when it can
    words: bool = False  # choosing it asks for words of one's own (comes back as {"other": words})
    apart: bool = False  # stands below a blank line, apart from the options above it


@dataclass(frozen=True)
class Head:
    """The line at the top of a page."""

    partnership: str
    where: str  # "Build · 4 of 16 · about 19 minutes left"


EVERY_WAY = frozenset({"back", "help", "not_yet", "go_to", "leave"})


@dataclass(frozen=True)
class Ask:
    """One page: everything needed to draw it, and nothing about how.

    `value` is the earlier answer in the shape the kind gives back:
    text, long: str · number: int or float · date: ISO text `2027-05-03` · yes_no: bool ·
    one: an option's value · many, ranked: a list of option values, ranked in order · list: none.
    """

    kind: str
    question: str
    head: Head
    options: tuple[Option, ...] = ()
    hint: str = ""  # always shown, one line or two
    unit: str = ""  # "days", "US dollars"; stands behind a number
    field: Callable[[], "Field"] = _any_field  # number, date: how what is typed is meant there
    card: str = ""  # read aloud, shown above the question
    note: str = ""  # what just happened or needs saying: "Saved.", "The end date moved along."
    above: tuple[tuple[str, str], ...] = ()  # above the prompt: (label, answer) rows, or a list's items
    help: tuple[tuple[str, str], ...] = ()  # ("Why we ask", "…"), ("A good example", "…") …
    value: Any = None
    suggested: bool = False  # `value` is a suggestion and no earlier answer: what is typed takes its place
    begun: str = ""  # letters that stand in the prompt at first, as if they had just been typed
    unfinished: str | None = None  # what was being typed when the window closed; offered instead of `value`
    most: int | None = None  # ranked, many: how many may be chosen
    fit: Callable[[Any], Any] = lambda value: (
        value
    )  # raises Unfit: its sentence is shown, and it is asked again
    keep: Callable[[str], None] = lambda _text: None  # called with the unfinished text on every change
    own: str | None = (
        None  # unfinished words of one's own, for the option that asks for them: its page opens at once
    )
    keep_own: Callable[[str], None] = lambda _text: None  # the same, on every change
    keep_marks: Callable[[list[Any]], None] = lambda _values: None  # many, ranked: called with what is marked
    can: frozenset[str] = EVERY_WAY  # which ways out the page offers; a list may have "undo" as well
    place: str = ""  # where the answer goes in the plan; nobody sees it, a script answers by it


@dataclass(frozen=True)
class Show:
    """Something to read; Enter goes on, and with `back` one can go back from it."""

    title: str
    text: str
    back: bool = False


@dataclass(frozen=True)
class Say:
    """One line below everything, that nobody has to answer."""

    text: str


@dataclass(frozen=True)
class Answer:
    """What the person answered, fitted."""

    value: Any


@dataclass(frozen=True)
class Act:
    """In a list: what to do with the item whose option value is `on`: edit, duplicate, up, down, remove, undo.

    `add`: `on` is how the name of a new item begins, or several lines, each the name of one.
    """

    what: str
    on: Any = None


@dataclass(frozen=True)
class Pass:
    """Enter on an empty part: go on, store nothing."""


@dataclass(frozen=True)
class Back:
    """To the page before."""


@dataclass(frozen=True)
class NotYet:
    """Not decided yet: the sitting asks why, who and by when."""


@dataclass(frozen=True)
class GoTo:
    """To a place of the person's choice; `where` is a question's id when it was typed."""

    where: str = ""


@dataclass(frozen=True)
class Nevers:
    """Show what never belongs in a plan, then ask again."""


@dataclass(frozen=True)
class Review:
    """To what is written, to read it over; then back to this page."""


@dataclass(frozen=True)
class Make:
    """Make the document; then back to this page."""


@dataclass(frozen=True)
class Leave:
    """Save and leave. `by_signal` when the window was closed or the process was told to end.

    `at_end` when the answers came from a file or a pipe, and there are no more.
    """

    by_signal: bool = False
    at_end: bool = False


Reply = Answer | Act | Pass | Back | NotYet | GoTo | Nevers | Review | Make | Leave

# Pages one after another: each is yielded, its reply comes back, and the end says what came of them. A page gets
# only the replies it has to decide about; the one loop knows what the others do, and may end the pages for them.
T = TypeVar("T")
Pages: TypeAlias = Generator[Ask | Show | Say, Reply, T]


class Front(Protocol):
    """A front end: the screen, lines, or a script."""

    def ask(self, ask: Ask) -> Reply:
        """Shows one page until the person answers it or goes elsewhere."""
        ...

    def show(self, title: str, text: str, *, back: bool = False) -> Reply:
        """Shows something to read and waits for Enter; gives Pass, Leave, and with `back` also Back and GoTo."""
        ...

    def say(self, text: str) -> None:
        """Prints one line below everything, after the last page: a farewell, a file's place."""
        ...
