"""A list that grows: its items, and below them what can be done with the whole."""

from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent

from wizard import words
from wizard.screen.kinds.chosen import Chosen
from wizard.screen.kinds.prompt import Host, Outcome
from wizard.sitting.ask import Act, Answer, Option

# letter → what it does with the item pointed at; the words call it by the same name
ACTS = {"e": "edit", "c": "duplicate", "u": "up", "d": "down", "r": "remove"}
UNDO = "z"


class Items(Chosen):
    """Options that are not apart are the items. Gives Act on an item, or Answer with a verb's value."""

    beside = True

    def begin(self) -> None:
        self.choices.point(self.ask.value)
        if self.choices.pointed() is None:
            self.choices.jump(next((at for at, option in enumerate(self.ask.options) if option.apart), 0))

    def is_long(self) -> bool:
        return False  # letters act

    def item(self) -> Option | None:
        """The item pointed at; None on a verb."""
        option = self.choices.pointed()
        return None if option is None or option.apart else option

    def on_enter(self) -> Outcome | None:
        option = self.choices.pointed()
        if option is None:
            return None
        return Answer(option.value) if option.apart else Act("edit", option.value)

    def type(self, text: str, page: Host) -> None:
        page.decide(lambda: self.on_letter(text))

    def on_letter(self, letter: str) -> Outcome | None:
        item, act = self.item(), ACTS.get(letter.casefold())
        if letter.casefold() == UNDO:
            return Act("undo")
        return Act(act, item.value) if item and act else None

    def bind(self, bindings: KeyBindings, page: Host) -> None:
        super().bind(bindings, page)
        bindings.add("delete", eager=True)(lambda event: self._on_delete(event, page))

    def footer(self) -> tuple[tuple[str, str], ...]:
        undo = ((UNDO, words.say("list.undo")),) if "undo" in self.ask.can else ()
        if self.item() is None:
            return ((words.say("key.enter"), words.say("enter.choose")), self.arrows(), *undo)
        return (*((key, words.say(f"list.{act}")) for key, act in ACTS.items()), *undo, self.arrows())

    def _on_delete(self, event: KeyPressEvent, page: Host) -> None:
        if page.guard.lets_pass(event):
            page.decide(lambda: self.on_letter("r"))
