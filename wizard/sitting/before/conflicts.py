"""Two people worked on copies: what differs is shown side by side, a page each, and settled."""

from dataclasses import replace
from typing import TYPE_CHECKING

from wizard import words
from wizard.formatting.places import place_in_words, sides_in_words
from wizard.interview.flow import Toolkit
from wizard.sitting.ask import Answer, Ask, Back, Front, Head, Leave, Option, Pass
from wizard.sitting.sitting import Left
from wizard.storage.draft import Draft

if TYPE_CHECKING:
    from wizard.storage.merging.merge import Conflict  # knows the plan's types, which are slow to load


def sides(
    front: Front, toolkit: Toolkit, draft: Draft, conflicts: "list[Conflict]", names: tuple[str, str]
) -> list[str]:
    """What to keep for each conflict: `a`, `b` or `both`. Raises Left when the person leaves before the end.

    `draft` is the merged one, `names` what the two copies are called.
    """
    chosen: list[str] = []
    note = ""
    while len(chosen) < len(conflicts):
        at = len(chosen)
        page = _page(toolkit, draft, conflicts[at], names, f"{at + 1} / {len(conflicts)}")
        reply = front.ask(replace(page, note=note))
        note = words.say("merge.choose") if isinstance(reply, Pass) else ""
        match reply:
            case Answer(value):
                chosen.append(value)
            case Back() if chosen:
                chosen.pop()
            case Leave() as leave:
                raise Left(leave)
    return chosen


def _page(toolkit: Toolkit, draft: Draft, conflict: "Conflict", names: tuple[str, str], where: str) -> Ask:
    said = sides_in_words(toolkit, draft, conflict.key, conflict.a, conflict.b)
    options = [
        Option(side, words.say("merge.keep", name=name)) for side, name in zip(("a", "b"), names, strict=True)
    ]
    if conflict.takes_both:
        options.append(Option("both", words.say("merge.both"), words.say("merge.both_advice")))
    return Ask(
        "one",
        words.say("merge.ask"),
        Head(str(draft.get("about.name") or words.say("head.unnamed")), where),
        tuple(options),
        hint=place_in_words(toolkit, draft, conflict.key),
        above=tuple(
            (words.say("merge.says", name=name), text) for name, text in zip(names, said, strict=True)
        ),
        can=frozenset({"back", "stop"}),
        place=f"?merge {conflict.key[1]}",
    )
