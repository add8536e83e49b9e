"""How far a section is, in words."""

from wizard import words
from wizard.interview import progress


def state(standing: progress.Standing) -> str:
    """A section's state in words: `in progress, 4 of 16`; `complete, 3 points open`."""
    if standing.state == progress.COMPLETE and standing.points:
        key = "state.complete_but" if standing.points > 1 else "state.complete_but_one"
        return words.say(key, points=standing.points)
    if standing.state == progress.IN_PROGRESS:
        return words.say("state.in_progress_of", answered=standing.answered, questions=standing.questions)
    return words.say(f"state.{standing.state}")


def essential(standing: progress.Standing) -> str:
    """How many essential questions are still open, behind a section's state; empty when none is."""
    count = len(standing.essential_open)
    if not count:
        return ""
    return words.say("state.essential_open" if count > 1 else "state.essential_one", count=count)
