"""A list that grows: its items, and below them what can be done with the whole."""

import asyncio

from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent
from prompt_toolkit.keys import Keys

from wizard import words
from wizard.screen.kinds.chosen import Chosen
from wizard.screen.kinds.prompt import Acts, Host, Outcome
from wizard.screen.type_ahead import BURST
from wizard.sitting.ask import Act, Answer, Option

ACTS = ("edit", "duplicate", "up", "down", "remove")  # what can be done with an item, in the words' names
STAY = "stay"


class Items(Chosen):
    """Options that are not apart are the items. Gives Act on an item, or Answer with a verb's value.

    Letters act on nothing: they are the beginning of a new item's name, and a paste is several of them.
    """

    beside = True
    _typed = ""  # all that came in one rush
    _timer: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        self.choices.point(self.ask.value)
        if self.choices.pointed() is None:
            self.choices.jump(next((at for at, option in enumerate(self.ask.options) if option.apart), 0))

    def is_long(self) -> bool:
        return False

    def is_blank(self) -> bool:
        return not self._typed

    def item(self) -> Option | None:
        """The item pointed at; None on a verb."""
        option = self.choices.pointed()
        return None if option is None or option.apart else option

    def on_enter(self) -> Outcome | None:
        item, option = self.item(), self.choices.pointed()
        return Acts(item) if item else Answer(option.value) if option else None

    def type(self, text: str, page: Host) -> None:
        """Begins a new item as soon as no more comes; the lines of an unmarked paste may come in several parts."""
        self._typed += text
        if self._timer:
            self._timer.cancel()
        if self.question.application.key_processor.input_queue:
            return
        if "\n" in self._typed:
            self._timer = asyncio.get_running_loop().call_later(BURST, self._leave, page)
        else:
            self._leave(page)

    def insert(self, text: str) -> None:
        self._typed += text

    def bind(self, bindings: KeyBindings, page: Host) -> None:
        super().bind(bindings, page)
        bindings.add(Keys.BracketedPaste, eager=True)(lambda event: self._on_paste(event.data, page))
        bindings.add("delete", eager=True)(lambda event: self._on_delete(event, page))
        bindings.add("space", eager=True)(lambda _: self.type(" ", page) if self._typed else None)

    def footer(self) -> tuple[tuple[str, str], ...]:
        does = "list.on_entry" if self.item() else "enter.choose"
        letters = (words.say("list.letters"), words.say("list.on_letters"))
        return ((words.say("key.enter"), words.say(does)), self.arrows(), letters)

    def _on_enter(self, event: KeyPressEvent, page: Host) -> None:
        if self._typed:
            self.type("\n", page)
        else:
            super()._on_enter(event, page)

    def _on_paste(self, text: str, page: Host) -> None:
        self._typed += text
        if self._typed.strip():
            self._leave(page)

    def _on_delete(self, event: KeyPressEvent, page: Host) -> None:
        item = self.item()
        if item and page.guard.lets_pass(event):
            page.leave(Act("remove", item.value))

    def _leave(self, page: Host) -> None:
        page.leave(Act("add", self._typed.replace("\r\n", "\n").replace("\r", "\n")))
