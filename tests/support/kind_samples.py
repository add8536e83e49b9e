"""One page of each kind, as the wizard would ask it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.support.screen import HEAD
from wizard.errors import Unfit
from wizard.sitting.ask import Ask, Option

HELP = (
    (
        "Why we ask",
        "Knowing what is missing tells you where to begin. People who come at night need a bed first.",
    ),
    ("A good example", "Overnight shelter for men: the nearest is 90 miles away."),
    ("A weak example", "More services."),
)
PILLARS = (
    Option("prevention", "Prevention", "Keeps it from happening."),
    Option("protection", "Protection", "Cares for people after, for as long as it takes."),
    Option("prosecution", "Prosecution", "Holds people to account."),
)
COUNTIES = tuple(Option(f"county-{at}", f"County number {at}") for at in range(1, 65))
NEEDS = (
    Option("need-1", "Overnight shelter for men", "adults · serious 3"),
    Option("need-2", "Wage-claim help in Mesquite", "farm workers · serious 3"),
    Option("add", "Add another need", apart=True),
    Option("done", "This list is complete", apart=True),
)

SAMPLES: dict[str, Ask] = {
    "text": Ask("text", "What is your partnership called?", HEAD, hint="It stands on the cover.", help=HELP),
    "long": Ask(
        "long",
        "What do you want to be true in five years?",
        HEAD,
        hint="Two or three sentences that everyone at the table would sign.",
        card="Think of one person you could not help last year. What would have had to be there?",
        help=HELP,
    ),
    "number": Ask(
        "number",
        "Within how many days do you answer a referral?",
        HEAD,
        hint="Count working days.",
        unit="days",
        above=(("Goal", "Answer 90 of every 100 referrals within two working days."), ("Lead", "Legal Aid")),
        help=HELP,
    ),
    "date": Ask("date", "When does this plan begin?", HEAD, hint="A day like May 3, 2027.", help=HELP),
    "yes_no": Ask("yes_no", "Is there a place where people can stay overnight?", HEAD, help=HELP),
    "one": Ask(
        "one",
        "Which pillar comes first?",
        HEAD,
        (
            *PILLARS,
            Option("all", "All of them", off="pick one for now"),
            Option("own", "Another one", words=True),
        ),
        help=HELP,
    ),
    "many": Ask(
        "many",
        "Which pillars do you cover?",
        HEAD,
        (*PILLARS, Option("own", "Another one", words=True)),
        help=HELP,
    ),
    "ranked": Ask("ranked", "Which two matter most?", HEAD, PILLARS, most=2, help=HELP),
    "list": Ask(
        "list",
        "What needs are not being met?",
        HEAD,
        NEEDS,
        hint="Groups, never a person.",
        note="Saved.",
        help=HELP,
    ),
}
TYPED = ("text", "long", "number", "date")
CHOSEN = ("yes_no", "one", "many", "ranked", "list")


def sample(kind: str, **changes: Any) -> Ask:
    """The page of a kind with something changed."""
    return replace(SAMPLES[kind], **changes)


def refusing(*refused: Any, key: str = "unfit.number") -> Callable[[Any], Any]:
    """A slot that some values do not fit."""

    def fit(value: Any) -> Any:
        if value in refused:
            raise Unfit(key)
        return value

    return fit
