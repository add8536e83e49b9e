"""When a plan cannot be saved: one sentence, and what can be done; the answers stay in memory meanwhile."""

from wizard import words
from wizard.errors import Problem
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Ask, Leave, Option
from wizard.sitting.sitting import Left, Sitting

CHANGED = ("keep_both", "reload", "copy")
OTHERWISE = ("again", "copy", "go_on")


def after_trouble(sitting: Sitting, problem: Problem) -> bool:
    """Asks what to do, and does it; True to save again, False to go on with the draft as it is now."""
    ways = CHANGED if problem.key == "store.changed_outside" else OTHERWISE
    while True:
        way = _way(sitting, problem, ways)
        if way == "go_on":
            sitting.said = words.say("trouble.go_on.done")
            return False
        try:
            again = sitting.keep.after_trouble(way, sitting.draft)
        except Problem as another:
            problem = another
            continue
        sitting.said = "" if way == "again" else words.say(f"trouble.{way}.done")
        sitting.unsaved = again
        return again


def _way(sitting: Sitting, problem: Problem, ways: tuple[str, ...]) -> str:
    options = tuple(
        Option(way, words.say(f"trouble.{way}.label"), words.say(f"trouble.{way}.advice")) for way in ways
    )
    reply = sitting.front.ask(
        Ask(
            "one",
            words.say("trouble.ask"),
            ask_builder.head(sitting.here),
            options,
            hint=words.of(problem),
            value=ways[0],
            can=frozenset({"leave"}),
            place="?trouble",
        )
    )
    if isinstance(reply, Answer):
        return str(reply.value)
    raise Left(reply if isinstance(reply, Leave) else Leave())
