"""When a plan cannot be saved: one sentence, and what can be done; the answers stay in memory meanwhile."""

from wizard import words
from wizard.errors import Problem
from wizard.terminal import asking
from wizard.terminal.seam import Answer, Ask, Option
from wizard.terminal.sitting import Left, Sitting


def after_trouble(sitting: Sitting, problem: Problem) -> bool:
    """Asks what to do; True to try again, False to go on without having saved."""
    changed = problem.key == "store.changed_outside"
    ways = ("keep_both", "reload", "copy") if changed else ("again", "copy", "go_on")
    options = tuple(
        Option(way, words.say(f"trouble.{way}.label"), words.say(f"trouble.{way}.advice")) for way in ways
    )
    reply = sitting.front.ask(
        Ask(
            "one",
            words.say("trouble.ask"),
            asking.head(sitting.here),
            options,
            hint=words.of(problem),
            can=frozenset({"leave"}),
        )
    )
    if not isinstance(reply, Answer):
        raise Left
    return sitting.keep.after_trouble(str(reply.value), sitting.draft)
