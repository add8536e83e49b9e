"""Figure 4: the ideas for goals, each with the dots or points it got as a bar; the most first.

Source: guide C.3 and the toolkit's "Create and prioritize goals". It shows every field of the ideas, so it stands in
place of their table; without dots or points to compare, that table does.
"""

from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.by_slot import BySlot, Note
from wizard.document.view.records import Record

IDEAS = "goals.ideas"
SLOTS = (f"{IDEAS}[].idea", f"{IDEAS}[].votes")
LEAST = 2  # ideas with a score; a single one has nothing to be compared with


@dataclass(frozen=True)
class Scores:
    """`rows` are ideas with the percent of the highest score that each got; None where nobody has counted."""

    rows: tuple[tuple[Record, float | None], ...]
    note: Note | None

    @property
    def items(self) -> tuple[Mark, ...]:
        """The ideas and their scores."""
        return tuple(mark for idea, _ in self.rows for mark in idea.marks("idea", "votes"))


def draw(printed: BySlot) -> Scores | None:
    """The bars; None with fewer than two scores, or where all of them are nothing."""
    ideas = printed.records(IDEAS)
    scores = {idea.id: float(score) for idea in ideas for score in idea.keys("votes")}
    most = max(scores.values(), default=0)
    if len(scores) < LEAST or most <= 0:
        return None
    ranked = sorted(ideas, key=lambda idea: -scores.get(idea.id, -1))
    rows = ((idea, 100 * scores[idea.id] / most if idea.id in scores else None) for idea in ranked)
    return Scores(tuple(rows), printed.note(IDEAS))
