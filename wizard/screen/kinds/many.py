"""Any number of several: Space marks, Enter goes on."""

from typing import Any

from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent

from wizard import words
from wizard.errors import Unfit
from wizard.formatting.wrap import Row
from wizard.screen.kinds.chosen import Chosen
from wizard.screen.kinds.prompt import Host, Lines, Outcome
from wizard.screen.renderer import DIM
from wizard.sitting.ask import Answer, Ask, Option, Pass
from wizard.sitting.matching import holds, same


class Many(Chosen):
    """`value`: a list of option values and {"other": words}, in the order of the options."""

    mark_width = 4

    def __init__(self, ask: Ask, lines: Lines) -> None:
        super().__init__(ask, lines)
        known = [option.value for option in self.choices.options]
        self.picked: list[Any] = [value for value in ask.value or () if holds(known, value)]
        self._warned = False

    def begin(self) -> None:
        self.choices.jump(0)
        self._start = self.choices.pointed_at

    def mark(self, option: Option) -> str:
        return "[x] " if holds(self.picked, option.value) else "[ ] "

    def bind(self, bindings: KeyBindings, page: Host) -> None:
        super().bind(bindings, page)
        bindings.add(" ", eager=True)(lambda event: self._on_space(event, page))

    def toggle(self) -> Outcome | None:
        """Marks what is pointed at or takes the mark off. Raises Unfit when there are enough."""
        option = self.choices.pointed()
        if option is None:
            return None
        self._warned = False
        asked = self.own_words(option)
        if holds(self.picked, option.value) and not asked:
            self.picked = [value for value in self.picked if not same(value, option.value)]
            self.ask.keep_marks(self.in_order())
            return None
        if self.ask.most is not None and len(self.picked) >= self.ask.most:
            raise Unfit("unfit.most", most=self.ask.most)
        if asked is None:
            self.picked.append(option.value)
            self.ask.keep_marks(self.in_order())
        return asked

    def on_enter(self) -> Outcome | None:
        if self.search.letters:
            return self._mark_found()
        option = self.choices.pointed()
        if option and self._opens(option):
            return self.toggle()
        picked = self.in_order()
        if self.is_as_before():
            return Answer(self.ask.value) if picked else self._pass()
        return Answer(self.ask.fit(picked)) if picked else Answer([])

    def is_as_before(self) -> bool:
        """Whether the same is marked as in the earlier answer."""
        before = list(self.ask.value or ())
        return len(before) == len(self.picked) and all(holds(before, each) for each in self.picked)

    def in_order(self) -> list[Any]:
        """What is marked, in the order it is kept."""
        return [option.value for option in self.choices.options if holds(self.picked, option.value)]

    def take_words(self, text: str) -> Outcome | None:
        value = {"other": text}
        self._add_own(value)
        if not holds(self.picked, value):
            self.picked.append(value)
        self.choices.take(self._options())
        self.ask.keep_marks(self.in_order())
        self.search.find("")
        self.choices.point(value)
        return None

    def below(self, width: int) -> tuple[Row, ...]:
        return ((), ((DIM, "  " + self._count()),), *super().below(width))

    def footer(self) -> tuple[tuple[str, str], ...]:
        option = self.choices.pointed()
        if self.picked:
            means = "keep" if self.is_as_before() else "done"
        else:
            means = "take_away" if self.ask.value else "pass"
        enter, space = words.say("key.enter"), words.say("key.space")
        if option is None:
            return self.wiping() or ((enter, words.say(f"enter.{means}")), self.arrows())
        does = words.say("many.write") if option.words else self.space_means(option)
        if self.search.letters:
            return (
                (enter, does if self._is_new(option) else words.say("many.there")),
                self.arrows(),
                *self.wiping(),
            )
        on_enter = does if self._opens(option) else words.say(f"enter.{means}")
        return ((space, does), (enter, on_enter), self.arrows())

    def space_means(self, option: Option) -> str:
        """The footer's word for what Space does with an option."""
        return words.say("many.unmark" if holds(self.picked, option.value) else "many.mark")

    def _opens(self, option: Option) -> bool:
        """Whether Enter opens a line of one's own: the pointer was moved there."""
        return option.words and self.choices.pointed_at != self._start

    def _is_new(self, option: Option) -> bool:
        return not holds(self.picked, option.value)

    def _mark_found(self) -> Outcome | None:
        """Marks what was found and shows the whole list again, with the pointer there; a mark that is there stays."""
        option = self.choices.pointed()
        outcome = self.toggle() if option and self._is_new(option) else None
        if option and outcome is None:
            self.search.find("")
            self.choices.point(option.value)
        return outcome

    def _pass(self) -> Outcome:
        # Who moved to a line and pressed Enter most likely wanted that line: say once how to mark it.
        if self.choices.pointed_at != self._start and not self._warned:
            self._warned = True
            raise Unfit("many.none_yet")
        return Pass()

    def _count(self) -> str:
        return words.say("many.count", count=len(self.picked), most=self.ask.most)

    def _on_space(self, event: KeyPressEvent, page: Host) -> None:
        if self.search.letters:
            self._type(" ", page)
        elif not page.guard.is_hurried(event):
            page.message = ""
            page.decide(self.toggle)
