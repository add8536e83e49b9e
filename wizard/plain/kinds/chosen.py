"""What the choosing kinds share: choices by number or by the beginning of their name."""

from wizard.plain import choices, ways
from wizard.plain.choices import Choice
from wizard.plain.kinds.kind import Kind, OwnWords
from wizard.sitting.ask import Ask

MANY = 20  # choices; of more than these only those that were looked for are said


class Chosen(Kind):
    """A list of choices."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask)
        self.listed = choices.numbered(ask.options, ask.value)

    def choices(self) -> list[Choice]:
        return self.listed

    def own_ways(self) -> frozenset[str]:
        return super().own_ways() | ({ways.ALL} if self.is_long() else set())

    def is_long(self) -> bool:
        """Whether only somebody who asks hears all of them: of a question's, or where doors stand before them."""
        if len(self.listed) <= MANY or self.ask.kind == "list":
            return False
        return "not_yet" in self.ask.can or self.listed[0].option.apart

    def is_long_menu(self) -> bool:
        """Whether it is a menu of very many lines, which nobody wants to hear whole each time."""
        return len(self.listed) > MANY and self.ask.kind == "one" and not self.is_long()

    def begin(self) -> None:
        self.begun = self.ask.begun or self.ask.unfinished or ""

    def resumed(self) -> OwnWords | None:
        asking = next((each for each in self.listed if each.option.words), None)
        return OwnWords(asking.label, self.ask.own) if asking and self.ask.own else None

    def begun_words(self, typed: str) -> OwnWords | None:
        """Words of one's own, where nothing of what was typed is on the list; None where that asks for no words."""
        asking = next((each for each in self.listed if each.option.words), None)
        names = choices.names_in(typed, self.listed)
        is_known = any(choices.fitting(name, self.listed) for name in names)
        if asking is None or is_known or not any(each.isalpha() for each in typed):
            return None
        return OwnWords(asking.label, typed.strip())

    def asks_words(self, choice: Choice) -> OwnWords | None:
        """What to ask when a choice wants words of one's own."""
        return OwnWords(choice.label) if choice.option.words else None
