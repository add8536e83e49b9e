"""Any number of several."""

from typing import Any

from wizard import words
from wizard.errors import Unfit
from wizard.plain import choices
from wizard.plain.kinds.chosen import Chosen
from wizard.plain.kinds.kind import Outcome
from wizard.sitting.ask import Answer, Ask, Pass, Reply
from wizard.sitting.matching import holds, same


class Many(Chosen):
    """`value`: a list of option values and {"other": words}, in the order of the options.

    `1 3 4` chooses these and no others; `+ 5` adds to what is chosen, `- 3` takes away.
    """

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask)
        known = [each.option.value for each in self.listed]
        self.before = [value for value in ask.value or () if holds(known, value)]
        self._waiting: list[Any] = []  # chosen beside words of one's own, while these are asked for
        self._has_words = False

    def has_answer(self) -> bool:
        return bool(self.ask.value) and super().has_answer()

    def cleared(self) -> Reply:
        return Answer([]) if self.ask.value else Pass()

    def now(self) -> str:
        held = [found for each in self.before if (found := choices.of_value(self.listed, each))]
        return self.enter(choices.named(held)) if held else ""

    def read(self, line: str) -> Outcome:
        sign, bare = (line.strip()[:1], line.strip()[1:]) if line.strip()[:1] in ("+", "-") else ("", line)
        if not bare.strip():
            return self._decided(self.before) if self.before else Pass()
        if begun := self.begun_words(bare):
            self._waiting, self._has_words = list(self.before), False
            return begun
        found = choices.several(bare, self.listed)
        if asked := next((each for each in found if each.option.words), None):
            values = [each.option.value for each in found if not each.option.words]
            self._waiting, self._has_words = self._with(sign, values), False
            return self.asks_words(asked)
        return self._decided(self._with(sign, [each.option.value for each in found]))

    def take_words(self, text: str) -> Reply | None:
        value = {"other": text}
        waiting = [*self._waiting, *([] if holds(self._waiting, value) else [value])]
        self._check(waiting)
        self.ask.fit(waiting)
        if not holds([each.option.value for each in self.listed], value):
            held = list(self.ask.value or ())
            new = [each for each in waiting if not holds(held, each)]
            self.listed = choices.numbered(self.ask.options, [*held, *new])
        self._waiting, self._has_words = waiting, True
        self.ask.keep_own("")
        self.ask.keep_marks(waiting)
        return None

    def with_words(self) -> Reply | None:
        return self._decided(self._waiting) if self._has_words else None

    def in_order(self, picked: list[Any]) -> list[Any]:
        """What is chosen, in the order it is kept."""
        return [each.option.value for each in self.listed if holds(picked, each.option.value)]

    def _with(self, sign: str, values: list[Any]) -> list[Any]:
        if sign == "-":
            return [each for each in self.before if not holds(values, each)]
        before = self.before if sign == "+" else []
        return [*before, *(each for each in values if not holds(before, each))]

    def _check(self, picked: list[Any]) -> None:
        if self.ask.most is not None and len(picked) > self.ask.most:
            raise Unfit("plain.most", most=self.ask.most)

    def _decided(self, picked: list[Any]) -> Reply:
        self._check(picked)
        picked = self.in_order(picked)
        if picked and self._is_as_before(picked):
            return Answer(self.ask.value)
        if not picked:
            return self.cleared()
        return Answer(self.ask.fit(picked))

    def _is_as_before(self, picked: list[Any]) -> bool:
        before = self.in_order(list(self.ask.value or ()))
        return len(before) == len(self.ask.value or ()) == len(picked) and all(map(same, before, picked))

    def prompt(self) -> str:
        return words.say(f"plain.prompt.{self.ask.kind}", most=self.ask.most)
