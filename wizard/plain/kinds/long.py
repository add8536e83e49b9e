"""Text of several lines; a line that holds only a full stop ends it."""

from wizard import words
from wizard.plain import ways
from wizard.plain.kinds.kind import Outcome
from wizard.plain.kinds.typed import Typed
from wizard.plan.clean import clean
from wizard.sitting.ask import Answer, Ask, Reply
from wizard.sitting.ways import unescaped

STOP = "."


class Long(Typed):
    """An answer in sentences. `value`: str with line feeds. A line of two full stops is one."""

    joins = "\n"
    done = STOP

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask)
        self.lines: list[str] = []

    def begin(self) -> None:
        if self.unfinished:
            *self.lines, self.begun = self.unfinished.split("\n")
        self.unfinished = ""

    def prompt(self) -> str:
        return "" if self.lines else super().prompt()

    def so_far(self, line: str = "") -> str:
        """All that was typed, with the line at hand."""
        return "\n".join([*self.lines, line])

    def read(self, line: str) -> Outcome:
        if line.strip() == STOP or (not line.strip() and not self.lines):
            return self._ended()
        self.begun = ""
        for each in line.split("\n"):
            self.lines.append(STOP if each.strip() == STOP * 2 else unescaped(each))
        return None

    def now(self) -> str:
        if self.lines:
            return f"{words.say('plain.so_far')}\n{clean(self.so_far().rstrip(), lines=True)}"
        if self.begun:
            return ""
        held = self.unfinished or self.ask.value
        if not held:
            return ""
        means = "take" if self.unfinished or self.ask.suggested else "keep"
        return f"{words.say(f'plain.enter.{means}_this')}\n{clean(held, lines=True)}"

    def own_ways(self) -> frozenset[str]:
        return super().own_ways() | {ways.CLEAR}

    def cleared(self) -> Reply:
        self.lines = []
        return super().cleared()

    def edited(self, text: str) -> None:
        """The text as an editor left it."""
        self.lines, self.begun, self.unfinished = clean(text, lines=True).split("\n"), "", ""

    def _ended(self) -> Outcome:
        text = clean(self.so_far() or self.unfinished, lines=True)
        return Answer(self.ask.fit(text)) if text else self.kept()
