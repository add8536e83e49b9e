"""What the typed kinds share: a line is the answer, Enter alone keeps what is there."""

from typing import Any

from wizard import words
from wizard.errors import Offered
from wizard.plain.kinds.kind import Kind, Outcome
from wizard.plan.clean import clean
from wizard.sitting.ask import Answer, Ask, Pass
from wizard.sitting.ways import unescaped


class Typed(Kind):
    """An answer of one line. Kinds say how it is written and how it is read."""

    is_typed = True

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask)
        self.unfinished = ask.begun or ask.unfinished or ""

    def written(self, value: Any) -> str:
        """How an earlier answer is said."""
        return clean(str(value), lines=False)

    def meaning(self, text: str) -> Any:
        """What a text means. Raises Unfit."""
        return text

    def begin(self) -> None:
        self.begun, self.unfinished = self.unfinished, ""

    def has_answer(self) -> bool:
        return self.ask.value is not None

    def read(self, line: str) -> Outcome:
        self.heard = ""  # what was said of a line that did not fit
        text = clean(unescaped(line), lines=False)
        if not text and self.unfinished:
            text = clean(self.unfinished, lines=False)
        try:
            if text:
                return Answer(self.ask.fit(self.meaning(text)))
        except Offered as offered:
            self.unfinished = offered.offer
            raise
        return self.kept()

    def kept(self) -> Outcome:
        """Enter alone."""
        if self.ask.value is None:
            return Pass()
        return Answer(self.ask.fit(self.ask.value) if self.ask.suggested else self.ask.value)

    def now(self) -> str:
        if self.begun:  # stands in the line already, and Enter takes it
            return ""
        if self.unfinished:
            return words.say("plain.enter.take", answer=clean(self.unfinished, lines=False))
        return "" if self.ask.value is None else self.enter(self.written(self.ask.value))
