"""Letters typed on a choosing page: what they find, and when Space and Enter are theirs. The rule stands here alone."""

from collections.abc import Callable

from wizard import words
from wizard.errors import Unfit
from wizard.formatting.wrap import Row, cells, line
from wizard.screen.choice_list import ChoiceList
from wizard.screen.renderer import DIM
from wizard.sitting.ask import Option
from wizard.sitting.matching import folded


class Search:
    """What was typed. Where it `narrows`, the list shows only what holds the letters; elsewhere they move the pointer.

    `stays` says which options are shown whatever was typed; they are no hits.
    """

    def __init__(self, choices: ChoiceList, *, narrows: bool, stays: Callable[[Option], bool]) -> None:
        self.choices = choices
        self.narrows = narrows
        self.letters = ""
        self._stays = stays
        self._is_used = False  # what was found was marked: the next letter begins a new search
        self._has_moved = False  # the pointer, since the last letter
        self._sought = ""  # the letters the pointer was moved by
        if narrows:
            choices.header = self._row

    # what is typed

    def type(self, text: str) -> None:
        """A letter, or a paste, behind what was typed before. Only where it narrows."""
        before = "" if self._is_used else self.letters
        self.find(line(before + text) if text.strip() else before + " ")

    def rub(self) -> bool:
        """Takes the last letter away; False where there is none."""
        had = bool(self.letters)
        if had:
            self.find(self.letters[:-1])
        return had

    def find(self, letters: str) -> None:
        """Shows only what holds the letters and points at the first of it; without letters, everything."""
        self.letters = letters
        self._is_used = False
        self.choices.show(
            [each for each in self.choices.options if self._stays(each) or _holds(each, letters)]
        )
        if letters:
            self.choices.jump(0)
        self.pointer_moved(by_hand=False)

    def seek(self, letter: str) -> None:
        """Points at the next option that begins with a letter, or with all the letters since the pointer was moved."""
        whole = self._sought + letter
        if self._sought and self.choices.seek(_begins_with(whole), 0):
            self._sought = whole
        else:
            self._sought = letter if self.choices.seek(_begins_with(letter), 1) else ""

    # what else happened

    def pointer_moved(self, *, by_hand: bool = True) -> None:
        """The pointer was moved: letters that were sought begin anew."""
        self._has_moved, self._sought = by_hand, ""

    def used(self) -> None:
        """What is pointed at was marked."""
        self._is_used = True

    # what keys mean now

    def hits(self, more: str = "") -> int:
        """How many options hold the letters, or these with more behind them."""
        return sum(
            _holds(each, self.letters + more) for each in self.choices.options if not self._stays(each)
        )

    def check(self) -> None:
        """Raises Unfit when the letters find nothing: Enter then means no answer at all."""
        if self.letters and self.choices.pointed() is None:
            raise Unfit("choice.none_found")

    def takes_enter(self) -> bool:
        """Whether Enter is for what was found: whoever typed some letters wants that, and not to go on without it."""
        return bool(self.letters) and not self._is_used

    def takes_space(self) -> bool:
        """Whether Space is a letter: wherever that still leads somewhere, to "San Miguel"."""
        if not self.takes_enter():
            return False
        return not self.hits() or (not self._has_moved and self.hits(" ") > 0)

    def _row(self, width: int) -> Row:
        """The line above a list that can be narrowed."""
        if not self.letters:
            return ((DIM, "  " + words.say("choice.find")),)
        hits = self.hits()
        found = words.say("choice.found", count=hits)
        room = max(width - cells(found) - 5, width // 2)
        typed = self.letters if cells(self.letters) <= room else "…" + self.letters[1 - room :]
        return (("", f"  {typed}"), (DIM, f"   {found}"))


def _holds(option: Option, letters: str) -> bool:
    return folded(letters) in folded(line(option.label))


def _begins_with(letters: str) -> Callable[[Option], bool]:
    return lambda option: folded(line(option.label)).startswith(folded(letters))
