"""What every kind hands to the page: a questionary question, its window, and what its keys mean."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import Window
from prompt_toolkit.output import Output
from questionary import Question

from wizard.formatting.wrap import Row
from wizard.screen.type_ahead import TypeAheadGuard
from wizard.sitting.ask import Answer, Ask, Option, Reply


@dataclass(frozen=True)
class Lines:
    """Where keys come from and where pages go."""

    source: Input
    output: Output


@dataclass(frozen=True)
class OwnWords:
    """An option was chosen that asks for words of one's own; `begun` is what was searched for in vain."""

    label: str
    begun: str = ""


@dataclass(frozen=True)
class Acts:
    """What can be done with an item of a list is to be offered."""

    item: Option


Outcome = Reply | OwnWords | Acts | str  # str: keys.MENU


class Host(Protocol):
    """The page, as far as a kind knows it. `message` is shown until the next key."""

    guard: TypeAheadGuard
    message: str

    def decide(self, means: Callable[[], Outcome | None]) -> None:
        """Ends the page with what a key means, or shows the sentence that says why it cannot be stored."""

    def leave(self, outcome: Outcome) -> None:
        """Ends the page. Only the first way counts."""

    def toggle_help(self) -> None:
        """Opens or closes the help; what was typed stays."""


class Prompt(ABC):
    """One kind at work on one page. The methods are what the page asks while it is shown."""

    question: Question
    window: Window
    is_list = False

    def __init__(self, ask: Ask, lines: Lines) -> None:
        self.ask = ask
        self.lines = lines

    @abstractmethod
    def bind(self, bindings: KeyBindings, page: Host) -> None:
        """Adds the kind's own keys."""

    @abstractmethod
    def wants(self, width: int) -> tuple[int, int]:
        """Rows: at least, and to show all of it."""

    @abstractmethod
    def footer(self) -> tuple[tuple[str, str], ...]:
        """(key, what it does now), for what works at this moment."""

    def is_blank(self) -> bool:
        """Whether ? and < are ways here, and not letters of an answer."""
        return True

    def echo(self) -> str:
        """What the page says back while one types: a date in words."""
        return ""

    def below(self, width: int) -> tuple[Row, ...]:  # noqa: ARG002 — the width is for kinds that show something
        """Rows under the prompt: advice, how many are chosen."""
        return ()

    def scroll(self, rows: int) -> None:  # noqa: B027 — most kinds have nothing to scroll
        """PgUp and PgDn where no help is open."""

    def insert(self, text: str) -> None:  # noqa: B027 — nor anything to take letters into
        """Takes letters that came in one rush."""

    def unused(self) -> str:
        """Words that were typed and belong to nothing yet."""
        return ""

    def resumed(self) -> OwnWords | None:
        """Words of one's own that were not finished, to go on with before anything else."""
        return None

    def take_words(self, text: str) -> Outcome | None:
        """Words of one's own came back, for an option that asks for them. Raises Unfit."""
        return Answer(self.ask.fit({"other": text}))
