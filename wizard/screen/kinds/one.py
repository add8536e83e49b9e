"""One of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard import words
from wizard.screen.choice_list import NOWHERE
from wizard.screen.kinds.chosen import Chosen
from wizard.screen.kinds.prompt import Lines, Outcome
from wizard.sitting.ask import Answer, Ask, Pass
from wizard.sitting.matching import same

if TYPE_CHECKING:
    from wizard.screen.page import Page


class One(Chosen):
    """`value`: an option's value, or {"other": words}. Without one nothing is pointed at: Enter goes on."""

    def __init__(self, ask: Ask, lines: Lines) -> None:
        super().__init__(ask, lines)
        if ask.value is not None:
            self.control.point(ask.value)

    def on_enter(self, page: Page) -> Outcome | None:  # noqa: ARG002
        self.check_found()
        entry = self.control.entry()
        if entry is None:
            return Pass() if self.ask.value is None else Answer(None)
        if asked := self.asks_words(entry):
            return asked
        if same(entry.value, self.ask.value):
            return Answer(self.ask.value)
        return Answer(self.ask.fit(entry.value))

    def on_clear(self, page: Page) -> None:
        if self._clears():
            self.control.pointed_at = NOWHERE
            page.message = words.say("choice.cleared")

    def _clears(self) -> bool:
        # What cannot be left undecided is a menu, not a question: it has no answer to take away.
        return self.ask.value is not None and "not_yet" in self.ask.can

    def footer(self) -> tuple[tuple[str, str], ...]:
        entry, enter = self.control.entry(), words.say("key.enter")
        if entry is None:  # the arrows first: nobody is to think that Enter is all there is
            means = "take_away" if self._clears() else "pass"
            return (self.arrows(), (enter, words.say(f"enter.{means}")))
        means = "write" if self.asks_words(entry) else "choose"
        clear = ((words.say("key.backspace"), words.say("choice.clear")),) if self._clears() else ()
        arrows = (self.arrows(),) if len(self.control.entries) > 1 else ()
        return ((enter, words.say(f"enter.{means}")), *arrows, *clear)
