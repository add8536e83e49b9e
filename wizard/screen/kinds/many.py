"""Any number of several: Space marks, Enter goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent

from wizard import words
from wizard.errors import Unfit
from wizard.formatting.wrap import Row
from wizard.screen.choice_list import Entry, Options
from wizard.screen.kinds.chosen import Chosen
from wizard.screen.kinds.prompt import Lines, Outcome
from wizard.sitting.ask import Answer, Ask, Pass
from wizard.sitting.matching import holds, same

if TYPE_CHECKING:
    from wizard.screen.page import Page


class Boxes(Options):
    """A list with a box before each line."""

    picked: list[Any]

    def mark(self, entry: Entry) -> str:
        if entry.off:
            return ""
        return "[x] " if holds(self.picked, entry.value) else "[ ] "


class Many(Chosen):
    """`value`: a list of option values and {"other": words}, in the order of the options."""

    marks = 4
    options_class = Boxes
    control: Boxes

    def __init__(self, ask: Ask, lines: Lines) -> None:
        super().__init__(ask, lines)
        known = [entry.value for entry in self.control.entries]
        self.control.picked = [value for value in ask.value or () if holds(known, value)]
        self.control.jump(0)
        self._start = self.control.pointed_at
        self._warned = False

    def _question(self, lines: Lines) -> questionary.Question:
        return questionary.checkbox(
            "",
            choices=["-"],
            qmark="",
            use_jk_keys=False,
            use_emacs_keys=False,
            input=lines.source,
            output=lines.output,
        )

    def bind(self, bindings: KeyBindings, page: Page) -> None:
        super().bind(bindings, page)
        bindings.add(" ", eager=True)(lambda event: self._on_space(event, page))

    def toggle(self) -> Outcome | None:
        """Marks what is pointed at or takes the mark off. Raises Unfit when there are enough."""
        entry = self.control.entry()
        if entry is None:
            return None
        self._warned = False
        if asked := self.asks_words(entry):
            self._check_room()
            return asked
        if holds(self.control.picked, entry.value):
            self.control.picked = [value for value in self.control.picked if not same(value, entry.value)]
        else:
            self._check_room()
            self.control.picked.append(entry.value)
        return None

    def on_enter(self, page: Page) -> Outcome | None:  # noqa: ARG002
        self.check_found()
        if self._enter_marks():
            return self._mark_found()
        picked = self.in_order()
        if self.is_as_before():
            return Answer(self.ask.value) if picked else self._pass()
        return Answer(self.ask.fit(picked)) if picked else Answer([])

    def is_as_before(self) -> bool:
        """Whether the same is marked as in the earlier answer."""
        before, picked = list(self.ask.value or ()), self.control.picked
        return len(before) == len(picked) and all(holds(before, each) for each in picked)

    def in_order(self) -> list[Any]:
        """What is marked, in the order it is kept."""
        return [entry.value for entry in self.control.entries if holds(self.control.picked, entry.value)]

    def take_words(self, text: str) -> Outcome | None:
        value = {"other": text}
        self._add_own(value)
        if not holds(self.control.picked, value):
            self.control.picked.append(value)
        self.control.find = ""
        self.control.take(self.entries())
        self.control.point(value)
        return None

    def below(self, width: int) -> tuple[Row, ...]:
        return ((), (("class:dim", "  " + self._count()),), *super().below(width))

    def footer(self) -> tuple[tuple[str, str], ...]:
        entry = self.control.entry()
        if self.control.picked:
            means = "keep" if self.is_as_before() else "done"
        else:
            means = "take_away" if self.ask.value else "pass"
        if entry is None:
            return ((words.say("key.enter"), words.say(f"enter.{means}")), self.arrows())
        does = words.say("many.write") if self.asks_words(entry) else self.space_means(entry)
        space = () if self._space_types() else ((words.say("key.space"), does),)
        enter = does if self._enter_marks() else words.say(f"enter.{means}")
        return (*space, (words.say("key.enter"), enter), self.arrows())

    def space_means(self, entry: Entry) -> str:
        """The footer's word for what Space does with an option."""
        return words.say("many.unmark" if holds(self.control.picked, entry.value) else "many.mark")

    def _enter_marks(self) -> bool:
        """Whoever typed some letters and presses Enter wants what was found, and not to go on without it."""
        entry = self.control.entry()
        searches = bool(self.control.find) and not self.found_it
        return searches and entry is not None and not holds(self.control.picked, entry.value)

    def _mark_found(self) -> Outcome | None:
        """Marks what was found and shows the whole list again, with the pointer there."""
        entry, outcome = self.control.entry(), self.toggle()
        if entry and outcome is None:
            self.control.narrow("")
            self.control.point(entry.value)
        return outcome

    def _space_types(self) -> bool:
        """While letters are typed, Space is one of them wherever that still leads somewhere: to "San Miguel"."""
        control = self.control
        if not control.find or self.found_it:
            return False
        return not control.hits() or (not control.has_moved and control.hits(" ") > 0)

    def _pass(self) -> Outcome:
        # Who moved to a line and pressed Enter most likely wanted that line: say once how to mark it.
        if self.control.pointed_at != self._start and not self._warned:
            self._warned = True
            raise Unfit("many.none_yet")
        return Pass()

    def _count(self) -> str:
        count = len(self.control.picked)
        if self.ask.most is None:
            return words.say("many.count", count=count)
        return words.say("many.count_of", count=count, most=self.ask.most)

    def _check_room(self) -> None:
        if self.ask.most is not None and len(self.control.picked) >= self.ask.most:
            raise Unfit("unfit.most", most=self.ask.most)

    def _on_space(self, event: KeyPressEvent, page: Page) -> None:
        if self._space_types():
            self._find(" ", page)
        elif not page.guard.is_hurried(event):
            page.message = ""
            page.decide(self.toggle)
            self.found_it = True
