"""Several in an order: what is chosen first gets number 1."""

from typing import Any

from wizard import words
from wizard.screen.kinds.many import Many
from wizard.sitting.ask import Option
from wizard.sitting.matching import same


class Ranked(Many):
    """`value`: a list of option values, the first first. Space ranks a line, Enter goes on."""

    mark_width = 3

    def mark(self, option: Option) -> str:
        place = self._place(option)
        return f"{place}. " if place else "·"

    def in_order(self) -> list[Any]:
        return list(self.picked)

    def is_as_before(self) -> bool:
        return self.picked == list(self.ask.value or ())

    def space_means(self, option: Option) -> str:
        place = self._place(option)
        return words.say("ranked.off" if place else "ranked.place", place=place or len(self.picked) + 1)

    def _place(self, option: Option) -> int:
        """The number an option has; 0 for none."""
        return next((at for at, each in enumerate(self.picked, 1) if same(each, option.value)), 0)
