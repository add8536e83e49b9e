"""Plans whose posters are hard to set: few rules and many, long and wide ones, other scripts, and none at all."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.support.shipped import look
from wizard.interview.survey import Survey
from wizard.plan.sections.operations import Operations

OFFERED = (
    "may_pass", "share_time", "no_private_stories", "who_said_stays", "speak_for_self", "question_ideas", "no_jargon",
    "survivor_expertise", "all_forms", "on_time", "step_out", "say_when_hurt", "read_back", "parking_lot",
)  # fmt: skip
NAME = "Two Rivers Anti-Trafficking Partnership"
SENTENCE = "Phones stay silent; whoever is on call may keep one on, and steps out to take it"
LONG = ("We keep what we hear to ourselves, because trust is slow to grow and quick to go. " * 40)[:3000]


def own(*rules: str) -> list[Any]:
    """Rules in a group's own words."""
    return [{"other": rule} for rule in rules]


def agreed(rules: Sequence[Any], **more: Any) -> Survey:
    """A plan with these rules; `more` are other slots of operations, None for one that stays empty."""
    assert set(more) <= set(Operations.model_fields) | {"name"}
    said = {"name": NAME, "decision": "consensus_then_majority", "stuck": "small_group", **more}
    answers: dict[str, Any] = {"about.name": said.pop("name"), "operations.ground_rules": list(rules)}
    answers |= {f"operations.{slot}": value for slot, value in said.items()}
    return look({place: value for place, value in answers.items() if value})


HARD: Mapping[str, Survey] = {
    "one rule": agreed(OFFERED[:1]),
    "five rules": agreed(OFFERED[:5], stuck=None),
    "twelve rules": agreed(OFFERED[:12]),
    "25 rules": agreed([*OFFERED, *own(*(f"{SENTENCE} ({number})" for number in range(11)))]),
    "60 short rules": agreed(own(*(f"Rule {number}" for number in range(60)))),
    "a rule of 3,000 letters": agreed(own(LONG)),
    "a long rule among others": agreed([*OFFERED[:6], *own(LONG[:1500])]),
    "other scripts": agreed(
        own("نحن نصغي بعضنا إلى بعض", "אנחנו מקשיבים זה לזה", "Zuhören, łódź, слушаем"), name="شراكة النهرين"
    ),
    "emoji": agreed(own("We listen 😀🎉", "👩‍👩‍👧‍👦"), name="Group 😀"),
    "wide letters": agreed(own("W" * 600, "MMMMM WWWWW " * 20, "https://example.org/" + "a-b/" * 60)),
    "narrow letters": agreed(own("illi " * 300, "." * 150)),
    "paragraphs": agreed(
        own("One thing\nand another\n\nand a third", *(f"Two\nlines, {number}" for number in range(7)))
    ),
    "long name and decision": agreed(
        OFFERED[:7],
        name="The Partnership of the Two Rivers Valley, the Reservation and the Nine Counties of the Western Slope "
        * 2,
        decision={
            "other": "Everyone who comes can live with it; if not, we sleep on it and two thirds decide next time"
        },
        stuck={"other": "We ask " + "somebody from outside, " * 12},
    ),
    "no decision": agreed(OFFERED[:6], decision=None, stuck=None),
    "no rules": agreed([], stuck=None),
    "nothing": look({}),
}
