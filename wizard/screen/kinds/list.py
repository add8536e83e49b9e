"""A list that grows: its items, and below them what can be done with the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent

from wizard import words
from wizard.formatting.wrap import Row
from wizard.screen.choice_list import Entry
from wizard.screen.kinds.chosen import Chosen
from wizard.screen.kinds.prompt import Lines, Outcome
from wizard.sitting.ask import Act, Answer, Ask

if TYPE_CHECKING:
    from wizard.screen.page import Page

# letter → what it does with the item pointed at; the words call it by the same name
ACTS = {"e": "edit", "c": "duplicate", "u": "up", "d": "down", "r": "remove"}
UNDO = "z"


class Items(Chosen):
    """Options that are not apart are the items. Gives Act on an item, or Answer with a verb's value."""

    def __init__(self, ask: Ask, lines: Lines) -> None:
        super().__init__(ask, lines)
        self.control.point(ask.value)
        if self.control.entry() is None:
            verbs = [at for at, entry in enumerate(self.control.entries) if entry.apart]
            self.control.jump(verbs[0] if verbs else 0)

    def finds(self) -> bool:
        return False  # letters act

    def below(self, width: int) -> tuple[Row, ...]:  # noqa: ARG002 — what is known stands beside each item
        return ()

    def item(self) -> Entry | None:
        """The item pointed at; None on a verb."""
        entry = self.control.entry()
        return None if entry is None or entry.apart else entry

    def on_enter(self, page: Page) -> Outcome | None:  # noqa: ARG002
        entry = self.control.entry()
        if entry is None:
            return None
        return Answer(entry.value) if entry.apart else Act("edit", entry.value)

    def on_letter(self, letter: str, page: Page) -> None:
        item, act = self.item(), ACTS.get(letter.casefold())
        if letter.casefold() == UNDO:
            page.leave(Act("undo"))
        elif item and act:
            page.leave(Act(act, item.value))

    def on_clear(self, page: Page) -> None:
        """Backspace alone removes nothing: see Delete."""

    def bind(self, bindings: KeyBindings, page: Page) -> None:
        super().bind(bindings, page)
        bindings.add("delete", eager=True)(lambda event: self._on_delete(event, page))

    def footer(self) -> tuple[tuple[str, str], ...]:
        undo = ((UNDO, words.say("list.undo")),) if "undo" in self.ask.can else ()
        if self.item() is None:
            return ((words.say("key.enter"), words.say("enter.choose")), self.arrows(), *undo)
        return (*((key, words.say(f"list.{act}")) for key, act in ACTS.items()), *undo, self.arrows())

    def _on_delete(self, event: KeyPressEvent, page: Page) -> None:
        if page.guard.lets_pass(event):
            self.on_letter("r", page)
