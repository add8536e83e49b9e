"""For whom a document is: which slots of the plan its reader may see."""

from dataclasses import dataclass

from wizard.plan.slots import LIST_OF_ITEMS, slots


@dataclass(frozen=True)
class Copy:
    """A copy of the plan; its reader sees the slots whose audience is one of these."""

    name: str
    audiences: frozenset[str]

    def shows(self, path: str) -> bool:
        """Whether a slot may be seen here; of a list its fields decide."""
        slot = slots()[path]
        return slot.shape == LIST_OF_ITEMS or slot.audience in self.audiences


INSIDE = Copy("inside", frozenset({"inside", "public"}))
