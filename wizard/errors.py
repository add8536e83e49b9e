"""Everything somebody can put right: each error names a sentence in the words, and what fills its gaps.

No sentence stands here. `Problem("store.busy", file="two-rivers.plan.yaml")` becomes words in `wizard.words`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice


class Problem(Exception):
    """Something a person can put right. `key` is a key of `wizard/words/en.yaml`; `details` fill its gaps."""

    def __init__(self, key: str, /, **details: object) -> None:
        super().__init__(key)
        self.key = key
        self.details = details

    def __str__(self) -> str:
        """For whoever works on the program; people are told in sentences."""
        return f"{self.key} {self.details or ''}".strip()


class Unfit(Problem):
    """An answer that does not fit its slot. The answer itself is never among the details."""


class Offered(Unfit):
    """A text that may mean an answer: `offer` is that answer as it would be typed, to be taken or typed over."""

    def __init__(self, key: str, offer: str, /, **details: object) -> None:
        super().__init__(key, **details)
        self.offer = offer


class Usage(Problem):
    """The command was typed in a way the command line does not know: exit code 2."""


@dataclass(frozen=True)
class Fault:
    """One thing wrong in a file: where it stands and which sentence says what to do.

    `line` and `column` count from 1; `at` is a path in the plan or the id of a question.
    """

    key: str
    details: dict[str, object] = field(default_factory=dict)
    file: str = ""
    line: int | None = None
    column: int | None = None
    at: str = ""

    @property
    def place(self) -> str:
        """`about.yaml:3:5 AB-01`, as far as it is known."""
        where = ":".join(str(each) for each in (self.file, self.line, self.column) if each)
        return f"{where} {self.at}".strip()

    def __str__(self) -> str:
        return f"{self.place}: {self.key} {self.details or ''}".strip()


MOST_FAULTS = 50  # that are said of a file at once; who has mended those reads it again
MOST_COMPARED = 500  # words one that is not known is compared with: as many as a list may have entries


class Faults(Problem):
    """A file that cannot be used as it is, with everything that is wrong in it at once."""

    def __init__(self, faults: list[Fault], key: str = "file.faults", /, **details: object) -> None:
        super().__init__(key, **details)
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *map(str, self.faults)])


def nearest(word: str, known: Iterable[str]) -> str:
    """Did you mean …: the known word nearest to one that is not known; nothing when none is near."""
    import difflib  # only somebody's slip needs it

    return next(iter(difflib.get_close_matches(word, list(islice(known, MOST_COMPARED)), 1, 0.6)), "")
