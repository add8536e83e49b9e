"""One of several."""

from wizard import words
from wizard.screen.choice_rows import NOWHERE
from wizard.screen.kinds.chosen import Chosen
from wizard.screen.kinds.prompt import Outcome
from wizard.sitting.ask import Answer, Pass
from wizard.sitting.matching import same


class One(Chosen):
    """`value`: an option's value, or {"other": words}. Without one nothing is pointed at: Enter goes on."""

    def begin(self) -> None:
        if self.ask.value is not None:
            self.choices.point(self.ask.value)

    def on_enter(self) -> Outcome | None:
        option = self.choices.pointed()
        if option is None:
            return Pass() if self.ask.value is None else Answer(None)
        if asked := self.own_words(option):
            return asked
        if same(option.value, self.ask.value):
            return Answer(self.ask.value)
        return Answer(self.ask.fit(option.value))

    def on_clear(self) -> str:
        if not self._clears():
            return ""
        self.choices.pointed_at = NOWHERE
        return words.say("choice.cleared")

    def _clears(self) -> bool:
        # What cannot be left undecided is a menu, not a question: it has no answer to take away.
        return self.ask.value is not None and "not_yet" in self.ask.can

    def footer(self) -> tuple[tuple[str, str], ...]:
        option, enter = self.choices.pointed(), words.say("key.enter")
        if self.search.letters and option is None:
            return self.wiping()
        if option is None:  # the arrows first: nobody is to think that Enter is all there is
            means = "take_away" if self._clears() else "pass"
            return (self.arrows(), (enter, words.say(f"enter.{means}")))
        means = "write" if option.words else "choose"
        clear = ((words.say("key.backspace"), words.say("choice.clear")),) if self._clears() else ()
        arrows = (self.arrows(),) if len(self.choices.options) > 1 else ()
        return ((enter, words.say(f"enter.{means}")), *arrows, *(self.wiping() or clear))
