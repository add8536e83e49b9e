"""Several in an order: what is chosen first gets number 1."""

from __future__ import annotations

from typing import Any

from wizard import words
from wizard.screen.choice_list import Entry
from wizard.screen.kinds.many import Boxes, Many
from wizard.sitting.matching import same


class Places(Boxes):
    """A list with a place before each line that has one."""

    def mark(self, entry: Entry) -> str:
        if entry.off:
            return ""
        return next((f"{at}. " for at, each in enumerate(self.picked, 1) if same(each, entry.value)), "·")


class Ranked(Many):
    """`value`: a list of option values, the first first. Space ranks a line, Enter goes on."""

    marks = 3
    options_class = Places

    def in_order(self) -> list[Any]:
        return list(self.control.picked)

    def is_as_before(self) -> bool:
        return self.in_order() == list(self.ask.value or ())

    def space_means(self, entry: Entry) -> str:
        places = [at for at, each in enumerate(self.control.picked, 1) if same(each, entry.value)]
        place = places[0] if places else len(self.control.picked) + 1
        return words.say("ranked.off" if places else "ranked.place", place=place)
