"""One of several."""

from wizard.formatting.wrap import line as one_line
from wizard.plain import choices
from wizard.plain.kinds.chosen import Chosen
from wizard.plain.kinds.kind import Outcome
from wizard.sitting.ask import Answer, Pass
from wizard.sitting.matching import same


class One(Chosen):
    """`value`: an option's value, or {"other": words}."""

    def now(self) -> str:
        held = choices.of_value(self.listed, self.ask.value)
        return self.enter(one_line(held.label)) if held else ""

    def read(self, line: str) -> Outcome:
        if not line.strip():
            held = choices.of_value(self.listed, self.ask.value)
            return Answer(self.ask.value) if held else Pass()
        if begun := self.begun_words(line):
            return begun
        choice = choices.meant(line, self.listed)
        if asked := self.asks_words(choice):
            return asked
        value = choice.option.value
        return Answer(self.ask.value if same(value, self.ask.value) else self.ask.fit(value))
