"""What every kind tells the page: what to say before a line is typed, and what the line means."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from wizard import words
from wizard.plain import ways
from wizard.plain.choices import Choice
from wizard.sitting.ask import Answer, Ask, Pass, Reply


@dataclass(frozen=True)
class OwnWords:
    """An option was chosen that asks for words of one's own, which stands under this name.

    `begun` is what was typed and is on no list: it is offered there.
    """

    label: str
    begun: str = ""


Outcome = Reply | OwnWords | None  # None: more lines belong to the answer


class Kind(ABC):
    """One kind at work on one page. `is_typed`: what is typed is the answer, and is kept while it is unfinished."""

    is_typed = False
    joins = " "  # what line ends inside a paste become
    done: str | None = None  # what Ctrl-D on an empty line means; None: leave
    heard = ""  # said back after a line was understood
    begun = ""  # letters that stand in the line at first
    refused = ""  # what was typed and did not fit

    def __init__(self, ask: Ask) -> None:
        self.ask = ask

    @abstractmethod
    def read(self, line: str) -> Outcome:
        """What a line means. Raises Unfit."""

    def choices(self) -> list[Choice]:
        """What can be chosen, by its numbers."""
        return []

    def prompt(self) -> str:
        """What stands before the place to type."""
        return words.say(f"plain.prompt.{self.ask.kind}")

    def now(self) -> str:
        """What Enter alone does: keeps an earlier answer, takes a suggestion. Empty when it only goes on."""
        return ""

    def how(self) -> str:
        """How such a question is answered."""
        return words.say(f"plain.how.{self.ask.kind}")

    def own_ways(self) -> frozenset[str]:
        """The ways that this page has and others have not."""
        return frozenset({ways.AGAIN, ways.CLEAR} if self.has_answer() else {ways.AGAIN})

    def has_answer(self) -> bool:
        """Whether there is an answer that can be taken away. A menu has none: it cannot be left undecided."""
        return self.ask.value is not None and "not_yet" in self.ask.can

    def cleared(self) -> Reply:
        """The answer is taken away."""
        return Answer(None) if self.ask.value is not None else Pass()

    def take_words(self, text: str) -> Reply | None:
        """Words of one's own came, for an option that asks for them; None where more may come. Raises Unfit."""
        return Answer(self.ask.fit({"other": text}))

    def with_words(self) -> Reply | None:
        """No more words come; None where none came at all."""
        return None

    def resumed(self) -> OwnWords | None:
        """Words of one's own that were not finished, to go on with before anything else."""
        return None

    def begin(self) -> None:  # noqa: B027 — most kinds begin with nothing
        """Somebody sits there: unfinished words may stand in the line, to go on with."""

    def enter(self, answer: Any) -> str:
        """The line that says what Enter alone does."""
        means = "suggested" if self.ask.suggested else "keep" if self._is_question() else "choose"
        return words.say(f"plain.enter.{means}", answer=answer)

    def _is_question(self) -> bool:
        return "not_yet" in self.ask.can or self.is_typed
