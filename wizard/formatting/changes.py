"""What changed in a plan, or differs between two, told place by place in the questions' words."""

from collections.abc import Iterable, Iterator

from wizard import words
from wizard.formatting.places import format_place, format_sides, short
from wizard.formatting.values import labelled
from wizard.interview.flow import Toolkit
from wizard.interview.names import item_name
from wizard.storage.draft import Draft
from wizard.storage.merging.conflict import Conflict, Lost, losses
from wizard.storage.merging.flat import Key, list_and_id


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
    """The place of each conflict, a line for what each side says, and what goes with an entry that is taken away.

    `draft` is the merged one.
    """
    for each in conflicts:
        yield f"  {format_place(toolkit, draft, each.key)}"
        for name, said in zip(names, format_sides(toolkit, draft, each.key, each.a, each.b), strict=True):
            yield f"    {name}: {said}"
        if each.takes_away:
            yield from (f"    {line}" for line in format_losses(toolkit, draft, losses(draft, each.key[1])))


def format_losses(toolkit: Toolkit, draft: Draft, lost: Iterable[Lost]) -> Iterator[str]:
    """A line for each answer that pointed at an entry which goes; `draft` still has it."""
    for each in lost:
        place = format_place(toolkit, draft, ("answer", each.place))
        yield words.say("merge.loses", place=place, name=entry_name(toolkit, draft, each.entry))


def entry_name(toolkit: Toolkit, draft: Draft, entry: str) -> str:
    """What an entry of a list is called."""
    item = draft.get(entry)
    grown = toolkit.lists.get(list_and_id(entry)[0])
    return short(item_name(toolkit, draft.data, grown, item)) if item and grown else words.say("item.gone")
