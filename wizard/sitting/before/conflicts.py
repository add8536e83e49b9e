"""Two people worked on copies: what differs is shown side by side, a page each, and settled."""

from dataclasses import replace
from typing import TYPE_CHECKING

from wizard import words
from wizard.formatting.places import format_place, format_sides
from wizard.interview.flow import Toolkit
from wizard.sitting.ask import Answer, Ask, Back, Head, Option, Pages, Pass
from wizard.storage.draft import Draft

if TYPE_CHECKING:
    from wizard.storage.merging.merge import Conflict  # knows the plan's types, which are slow to load


def sides(
    toolkit: Toolkit, draft: Draft, conflicts: "list[Conflict]", names: tuple[str, str]
) -> Pages[list[str]]:
    """What to keep for each conflict: `a`, `b` or `both`.

    `draft` is the merged one, `names` what the two copies are called.
    """
    chosen: list[str] = []
    note = ""
    while len(chosen) < len(conflicts):
        at = len(chosen)
        page = _page(toolkit, draft, conflicts[at], names, f"{at + 1} / {len(conflicts)}")
        reply = yield replace(page, note=note)
        note = words.say("merge.choose") if isinstance(reply, Pass) else ""
        match reply:
            case Answer(value):
                chosen.append(value)
            case Back() if chosen:
                chosen.pop()
    return chosen


def _page(toolkit: Toolkit, draft: Draft, conflict: "Conflict", names: tuple[str, str], where: str) -> Ask:
    texts = format_sides(toolkit, draft, conflict.key, conflict.a, conflict.b)
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
        hint=format_place(toolkit, draft, conflict.key),
        above=tuple(
            (words.say("merge.says", name=name), text) for name, text in zip(names, texts, strict=True)
        ),
        can=frozenset({"back", "stop"}),
        place=f"?merge {conflict.key[1]}",
    )
