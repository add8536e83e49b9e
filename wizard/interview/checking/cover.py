"""What the shipped toolkit has to cover, and a flow of one's own may leave out."""

from collections.abc import Iterator

from wizard.errors import Fault
from wizard.interview.checking.parsed import Parsed
from wizard.plan.slots import slots


def missing(parsed: Parsed) -> Iterator[Fault]:
    """Slots, points of the toolkit's page and keys that nothing asks for.

    To be asked of flows without faults only: what cannot be understood yet may be what is missing.
    """
    sections = {section.section: section for section in parsed.sections}
    for path in sorted(slots().keys() - parsed.filling.keys()):
        spot = parsed.spot(sections.get(path.partition(".")[0], "order"), path)
        yield spot.fault("flows.slot_unasked", path=path)
    for path, part in parsed.filling.items():
        offered = parsed.choices_of(part).by_key
        if offered and (left := {*slots()[path].keys} - {*offered}):
            yield parsed.spot(part).fault("flows.choice_unoffered", names=", ".join(sorted(left)))
    yield from _seed(parsed)


def _seed(parsed: Parsed) -> Iterator[Fault]:
    assert parsed.outline is not None
    spot = parsed.spot("seed")
    covered = {tag for _, question in parsed.questions for tag in question.covers}
    tags = {seed.tag for seed in parsed.outline.seed}
    for tag in sorted(tags - covered):
        yield spot.fault("flows.seed_uncovered", tag=tag)
    for tag in sorted(covered - tags):
        yield spot.fault("flows.seed_unknown", tag=tag)
