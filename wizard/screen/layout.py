"""The layout of a page: the question and the prompt get their rows first, what is nice to have last."""

from collections.abc import Mapping
from dataclasses import dataclass

# Served in this order, first each with the rows it cannot do without …
NEEDED = ("control", "footer", "message", "question", "head", "body", "help", "above")
# … then each up to what it wants; "gap.x" is the blank line above x.
GROWING = (
    "message", "footer", "head", "rule", "hint", "note", "gap.question", "gap.control", "gap.body",
    "body", "control", "card", "gap.footer", "help", "above", "gap.help", "gap.note", "gap.card", "gap.above",
    "below", "rest",
)  # fmt: skip


@dataclass(frozen=True)
class Claim:
    """What one part of a page wants: at least, at first, and at most, in rows."""

    least: int
    most: int
    first: int | None = None  # before the others had their turn; None: all of it


def share(claims: Mapping[str, Claim], rows: int) -> dict[str, int]:
    """The rows each part gets. Never more than there are."""
    given = dict.fromkeys(claims, 0)
    left = rows

    def give(name: str, upto: int) -> None:
        nonlocal left
        more = min(max(upto - given[name], 0), left)
        given[name] += more
        left -= more

    for name in NEEDED:
        if name in claims:
            give(name, claims[name].least)
    for name in GROWING:
        if name == "rest":
            give("control", claims["control"].most)
        elif name in claims:
            claim = claims[name]
            give(name, claim.most if claim.first is None else min(claim.first, claim.most))
        elif name.startswith("gap.") and name[4:] in claims and given[name[4:]]:
            given[name] = 0
            give(name, 1)
    return given
