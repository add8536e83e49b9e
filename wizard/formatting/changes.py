"""What changed in a plan, or differs between two, told place by place in the questions' words."""

from collections.abc import Iterator

from wizard import words
from wizard.formatting.places import format_place, format_sides
from wizard.formatting.values import labelled
from wizard.interview.flow import Toolkit
from wizard.storage.draft import Draft
from wizard.storage.merging.flat import Key
from wizard.storage.merging.merge import Conflict


def format_change(toolkit: Toolkit, before: Draft, after: Draft, key: Key, was: object, now: object) -> str:
    """One line: what is new, other than before, or gone."""
    place = format_place(toolkit, before if now is None else after, key)
    old, new = format_sides(toolkit, after, key, was, now, before)
    if now is None:
        return words.say("fill.change.gone", place=place, was=old)
    if key[0] == "entry":
        return words.say("fill.change.entry", place=place)
    said = labelled(place, new)
    return words.say("fill.change.new" if was is None else "fill.change.other", said=said, was=old)


def format_conflicts(
    toolkit: Toolkit, draft: Draft, conflicts: list[Conflict], names: tuple[str, str]
) -> Iterator[str]:
    """The place of each conflict, and a line for what each side says; `draft` is the merged one."""
    for each in conflicts:
        yield f"  {format_place(toolkit, draft, each.key)}"
        for name, said in zip(names, format_sides(toolkit, draft, each.key, each.a, each.b), strict=True):
            yield f"    {name}: {said}"
