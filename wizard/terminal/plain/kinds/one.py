"""One of several."""

from wizard.terminal.alike import same
from wizard.terminal.plain import choices
from wizard.terminal.plain.kinds.chosen import Chosen
from wizard.terminal.plain.kinds.kind import Outcome
from wizard.terminal.seam import Answer, Pass
from wizard.terminal.wrap import line as one_line


class One(Chosen):
    """`value`: an option's value, or {"other": words}."""

    def now(self) -> str:
        held = choices.of_value(self.listed, self.ask.value)
        return self.enter(one_line(held.label)) if held else ""

    def read(self, line: str) -> Outcome:
        if not line.strip():
            held = choices.of_value(self.listed, self.ask.value)
            return Answer(self.ask.value) if held else Pass()
        choice = choices.meant(line, self.listed)
        if asked := self.asks_words(choice):
            return asked
        value = choice.option.value
        return Answer(self.ask.value if same(value, self.ask.value) else self.ask.fit(value))
