"""Letters typed on a choosing page: what they find, and when Space and Enter are theirs. The rule stands here alone.

Once letters are typed, Space is one of them, and Enter acts on what they found; they go by that, or by being cleared.
"""

from collections.abc import Callable

from wizard import words
from wizard.errors import Unfit
from wizard.formatting.wrap import Row, cells, line
from wizard.screen.choice_list import ChoiceList
from wizard.screen.renderer import DIM
from wizard.sitting.matching import finds


class Search:
    """What was typed. The list shows only what it finds, and the line that asks for words of one's own.

    `is_long`: the list has so many lines that it says they can be found. `keep` is called on every change.
    """

    def __init__(self, choices: ChoiceList, *, is_long: bool, keep: Callable[[str], None]) -> None:
        self.choices = choices
        self.letters = ""
        self._is_long = is_long
        self._keep = keep
        choices.header = self._row

    def type(self, text: str) -> None:
        """A letter, or a paste, behind what was typed before."""
        self.find(line(self.letters + text) if text.strip() else self.letters + " ")

    def rub(self) -> bool:
        """Takes the last letter away; False where there is none."""
        had = bool(self.letters)
        if had:
            self.find(self.letters[:-1])
        return had

    def find(self, letters: str) -> None:
        """Shows only what the letters find and points at the first of it; without letters, everything."""
        if letters != self.letters:
            self._keep(letters)
        self.letters = letters
        self.choices.show([each for each in self.choices.options if each.words or finds(letters, each.label)])
        if letters and not self.choices.seek(lambda option: not option.words, 1):
            self.choices.jump(0)

    def hits(self) -> int:
        """How many options the letters find."""
        return sum(not each.words for each in self.choices.shown)

    def check(self) -> None:
        """Raises Unfit when the letters find nothing: Enter then means no answer at all."""
        if self.letters and self.choices.pointed() is None:
            raise Unfit("choice.none_found")

    def _row(self, width: int) -> Row:
        """The line above the list: what was typed, and how much it finds."""
        if not self.letters:
            return ((DIM, "  " + words.say("choice.find")),) if self._is_long else ()
        found = words.say("choice.found", count=self.hits())
        room = max(width - cells(found) - 5, width // 2)
        typed = self.letters if cells(self.letters) <= room else "…" + self.letters[1 - room :]
        return (("", f"  {typed}"), (DIM, f"   {found}"))
