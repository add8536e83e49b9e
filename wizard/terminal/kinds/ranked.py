"""Several in an order: what is chosen first gets number 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wizard import words
from wizard.terminal.kinds.many import Boxes, Many
from wizard.terminal.kinds.prompt import Outcome
from wizard.terminal.repairs import Entry, same
from wizard.terminal.seam import Answer, Pass

if TYPE_CHECKING:
    from wizard.terminal.page import Page

DONE = ("done",)  # the value of the line that ends the ranking; no option has such a one


class Places(Boxes):
    """A list with a place before each line that has one."""

    def mark(self, entry: Entry) -> str:
        if entry.off or entry.value == DONE:
            return ""
        return next((f"{at}. " for at, each in enumerate(self.picked, 1) if same(each, entry.value)), "·")


class Ranked(Many):
    """`value`: a list of option values, the first first. Space or Enter ranks a line; the last line ends."""

    marks = 3
    options_class = Places

    def entries(self) -> list[Entry]:
        return [*super().entries(), Entry(DONE, words.say("ranked.done"), apart=True, always=True, bare=True)]

    def toggle(self) -> Outcome | None:
        entry = self.control.entry()
        return self._finish() if entry and entry.value == DONE else super().toggle()

    def on_enter(self, page: Page) -> Outcome | None:
        self.check_found()
        page.message = ""
        return self.toggle()

    def in_order(self) -> list[Any]:
        return list(self.control.picked)

    def is_as_before(self) -> bool:
        return self.in_order() == list(self.ask.value or ())

    def footer(self) -> tuple[tuple[str, str], ...]:
        entry = self.control.entry()
        both = f"{words.say('key.space')}/{words.say('key.enter')}"
        if entry is None:
            return (self.arrows(),)
        if entry.value == DONE:
            if self.control.picked:
                means = "keep" if self.is_as_before() else "done"
            else:
                means = "take_away" if self.ask.value else "pass"
            return ((words.say("key.enter"), words.say(f"enter.{means}")), self.arrows())
        if self.asks_words(entry):
            return ((both, words.say("many.write")), self.arrows())
        places = [at for at, each in enumerate(self.control.picked, 1) if same(each, entry.value)]
        place = places[0] if places else len(self.control.picked) + 1
        return ((both, words.say("ranked.off" if places else "ranked.place", place=place)), self.arrows())

    def _finish(self) -> Outcome:
        picked = self.in_order()
        if self.is_as_before():
            return Answer(self.ask.value) if picked else Pass()
        return Answer(self.ask.fit(picked)) if picked else Answer([])
