"""How far a section is, in words."""

from wizard import words
from wizard.interview import progress


def state(standing: progress.Standing) -> str:
    """A section's state in words: `in progress, 4 of 16`; `complete, 3 points open`."""
    return words.say(
        f"state.{standing.state}",
        points=standing.points,
        answered=standing.answered,
        questions=standing.questions,
    )


def whole_state(standing: progress.Standing) -> str:
    """A section's state, and behind it how many essential questions are still open."""
    return words.say("state.and_essential", state=state(standing), essential=len(standing.essential_open))
