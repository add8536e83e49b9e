"""A place where two copies of a plan say different things, and what can become of it."""

from dataclasses import dataclass
from typing import Any

from wizard.errors import Unfit
from wizard.plan.slots import LIST_OF_ITEMS, SIMPLE, Slot, slots
from wizard.storage.draft import Draft, is_within
from wizard.storage.merging.flat import Key, list_and_id


@dataclass(frozen=True)
class Conflict:
    """A place where two sides say different things. None where a side has nothing, or took it away."""

    key: Key
    a: Any
    b: Any

    @property
    def takes_both(self) -> bool:
        """Whether both can be kept: the place takes several, or is text of paragraphs that has room for both."""
        return self.both is not None

    @property
    def both(self) -> Any:
        """What both say together; None where the place takes one or the other only."""
        if self.key[0] != "answer":
            return None
        if isinstance(self.a, list) and isinstance(self.b, list):
            return [*self.a, *(each for each in self.b if each not in self.a)]
        slot = text_slot(self.key)
        if slot is None or not (isinstance(self.a, str) and isinstance(self.b, str)):
            return None
        paragraphs = f"{self.a}\n\n{self.b}"
        try:
            return paragraphs if slot.fit(paragraphs) == paragraphs else None  # a name is one line
        except Unfit:
            return None

    @property
    def takes_away(self) -> str | None:
        """The side that took an entry away, `a` or `b`; None where nothing is taken away."""
        return None if self.key[0] != "entry" else "a" if self.a is None else "b"


@dataclass(frozen=True)
class Own:
    """What a person wrote in the place of what either side says, as the slot takes it."""

    value: Any


@dataclass(frozen=True)
class Lost:
    """An answer, by its place, that pointed at an entry that goes."""

    place: str
    entry: str


def text_slot(key: Key) -> Slot | None:
    """The slot of an answer in free words; None for every other place."""
    kind, place = key
    if kind != "answer":
        return None
    path = place
    for each, slot in slots().items():
        if slot.shape == LIST_OF_ITEMS and is_within(place, each):
            path = f"{each}[].{place.removeprefix(f'{each}.').partition('.')[2]}"
    found = slots().get(path)
    is_text = found and found.shape == SIMPLE and found.base is str and not (found.keys or found.refers)
    return found if is_text else None


def losses(draft: Draft, entry: str) -> list[Lost]:
    """What points at an entry from outside of it."""
    pointing = draft.references_to(list_and_id(entry)[1])
    return [Lost(place, entry) for place, _ in pointing if not is_within(place, entry)]
