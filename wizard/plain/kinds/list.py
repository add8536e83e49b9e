"""A list that grows: its entries, what can be done with one, and below them what can be done with the whole."""

from wizard import words
from wizard.errors import Unfit
from wizard.formatting.wrap import line as one_line
from wizard.plain import choices
from wizard.plain.choices import Choice
from wizard.plain.kinds.chosen import Chosen
from wizard.plain.kinds.kind import Outcome
from wizard.sitting.ask import Act, Answer
from wizard.sitting.matching import folded

ACTS = ("edit", "duplicate", "up", "down", "remove")
UNDO = "undo"


class Items(Chosen):
    """Options that are not apart are the entries. `copy 2`, `remove 2` act on one; a number alone changes it.

    What is no line of the list begins a new entry; several lines at once are several of them.
    """

    joins = "\n"

    def read(self, line: str) -> Outcome:
        bare = line.strip()
        if not bare:
            return Answer(self._first().option.value)
        if bare.casefold() == words.say("list.undo").casefold():
            return Act(UNDO)
        if act := self._act(bare):
            return act
        if not self._is_named(bare):
            return Act("add", bare)
        choice = choices.meant(bare, self.listed)
        return Answer(choice.option.value) if choice.option.apart else Act("edit", choice.option.value)

    def now(self) -> str:
        return self.enter(one_line(self._first().label))

    def has_answer(self) -> bool:
        return False  # entries are removed one by one

    def enter(self, answer: object) -> str:
        return words.say("plain.enter.choose", answer=answer)

    def how(self) -> str:
        if not any(not each.option.apart for each in self.listed):
            return words.say("plain.how.list_empty")
        undo = words.say("plain.how.undo") if "undo" in self.ask.can else ""
        return f"{super().how()} {undo}".strip()

    def _first(self) -> Choice:
        """What Enter alone does: what the wizard points at where that concerns the whole list, else to add one."""
        held = choices.of_value(self.listed, self.ask.value)
        if held and held.option.apart:
            return held
        return next(each for each in self.listed if each.option.apart)

    def _is_named(self, typed: str) -> bool:
        """Whether a line is a number, or the beginning of what stands in the list: else it is a new entry."""
        wanted = folded(one_line(typed))
        is_number = not any(each.isalpha() for each in wanted)
        return is_number or any(folded(one_line(each.label)).startswith(wanted) for each in self.listed)

    def _act(self, typed: str) -> Act | None:
        """`remove 2`, `up legal aid`; None where a line begins with no act, or is the name of a choice."""
        names = {act: words.say(f"list.{act}").casefold() for act in ACTS}
        act = next(
            (act for act, name in names.items() if f"{typed} ".casefold().startswith(f"{name} ")), None
        )
        if act is None:
            return None
        rest = typed[len(names[act]) :]
        if not rest.strip():
            raise Unfit("plain.act_on_what", act=names[act])
        entries = [each for each in self.listed if not each.option.apart]
        return Act(act, choices.meant(rest, entries).option.value)
