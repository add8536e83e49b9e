"""What the shipped toolkit has to cover, and a flow of one's own may leave out."""

from collections.abc import Iterator

from wizard.errors import nearest
from wizard.interview.checking.declared import AskedPart, Declared
from wizard.interview.checking.fault import Finding, found
from wizard.plan.slots import slots


def missing(read: Declared) -> Iterator[Finding]:
    """Slots, points of the toolkit's page and keys that nothing asks for."""
    spots = {section.section: spot for section, spot in read.sections}
    order = read.outline_spots.get("order")
    for path in sorted(slots().keys() - read.filling.keys()):
        spot = spots.get(path.partition(".")[0], order)
        yield found("flows.slot_unasked", path, absent=path, spot=spot, path=path)
    for each in read.filling.values():
        yield from _unoffered(read, each)
    if read.outline:
        yield from _seed(read)


def _unoffered(read: Declared, here: AskedPart) -> Iterator[Finding]:
    slot, listed = slots().get(here.part.fills), read.listed(here)
    if slot and listed and not listed.spot.doubts & {"options", "key"}:
        offered = set(listed.choices.by_key)
        meant = {nearest(key, slot.keys) for key in offered - set(slot.keys)}
        if left := set(slot.keys) - offered - meant - read.heard:
            yield found("flows.choice_unoffered", here.part.id, spot=here.spot, names=", ".join(sorted(left)))


def _seed(read: Declared) -> Iterator[Finding]:
    assert read.outline is not None
    spot = read.outline_spots["seed"]
    covered = {tag for asked in read.questions for tag in asked.question.covers}
    tags = {seed.tag for seed in read.outline.seed}
    for tag in sorted(tags - covered):
        yield found("flows.seed_uncovered", "seed", absent=tag, spot=spot, tag=tag)
    for tag in sorted(covered - tags):
        yield found("flows.seed_unknown", "seed", of="seed tag", absent=tag, spot=spot, tag=tag)
