"""Two people worked on copies: what differs is shown side by side, a page each, and settled."""

from dataclasses import replace
from typing import TYPE_CHECKING

from wizard import words
from wizard.formatting.places import format_place, format_sides, part_of
from wizard.interview.flow import Part, Toolkit
from wizard.sitting.ask import Answer, Ask, Back, Head, Option, Pages, Pass
from wizard.storage.draft import Draft

if TYPE_CHECKING:
    from wizard.storage.merging.conflict import (  # knows the plan's types, which are slow to load
        Conflict,
        Own,
    )

IN_WORDS = ("text", "long")  # the kinds of parts that take words of one's own


def sides(
    toolkit: Toolkit, draft: Draft, conflicts: "list[Conflict]", names: tuple[str, str]
) -> Pages["list[str | Own]"]:
    """What to keep for each conflict: `a`, `b`, `both`, `open`, or own words.

    `draft` is the merged one, `names` what the two copies are called.
    """
    chosen: list[str | Own] = []
    note = ""
    while len(chosen) < len(conflicts):
        at = len(chosen)
        page = _page(toolkit, draft, conflicts[at], names, f"{at + 1} / {len(conflicts)}")
        reply = yield replace(page, note=note, can=page.can if chosen else page.can - {"back"})
        note = words.say("merge.choose") if isinstance(reply, Pass) else ""
        if reply == Answer("own"):
            reply = yield _own_words(page, part_of(toolkit, conflicts[at].key[1]))
            if isinstance(reply, Answer) and reply.value is not None:
                chosen.append(_own(reply.value))
            continue
        match reply:
            case Answer(value):
                chosen.append(value)
            case Back() if chosen:
                chosen.pop()
    return chosen


def _page(toolkit: Toolkit, draft: Draft, conflict: "Conflict", names: tuple[str, str], where: str) -> Ask:
    texts = format_sides(toolkit, draft, conflict.key, conflict.a, conflict.b)
    lost = _losses(toolkit, draft, conflict)
    options = [
        Option(side, words.say("merge.keep", name=name), lost if side == conflict.takes_away else "")
        for side, name in zip(("a", "b"), names, strict=True)
    ]
    if lost:
        options.append(Option("open", words.say("merge.open"), words.say("merge.open_advice")))
    if conflict.takes_both:
        options.append(Option("both", words.say("merge.both"), words.say("merge.both_advice")))
    part = part_of(toolkit, conflict.key[1]) if conflict.key[0] == "answer" else None
    if part and part.kind in IN_WORDS:
        options.append(Option("own", words.say("merge.own"), words.say("merge.own_advice")))
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


def _own(value: str) -> "Own":
    from wizard.storage.merging.conflict import Own

    return Own(value)


def _losses(toolkit: Toolkit, draft: Draft, conflict: "Conflict") -> str:
    """What else goes with an entry that one side took away."""
    if conflict.takes_away is None:
        return ""
    from wizard.formatting.changes import format_losses
    from wizard.storage.merging.conflict import losses

    return " ".join(format_losses(toolkit, draft, losses(draft, conflict.key[1])))


def _own_words(page: Ask, part: Part | None) -> Ask:
    """The page for words of one's own, with what both sides say above."""
    from wizard.plan.slots import slot

    kind, path = (part.kind, part.slot) if part else ("text", "")
    return replace(
        page,
        kind=kind,
        question=words.say("merge.own_ask"),
        options=(),
        fit=slot(path).fit if path else page.fit,
        place=f"{page.place} own",
    )
