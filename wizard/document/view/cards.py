"""Records as cards: what stands where on each."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wizard.document.view.builder import Builder
from wizard.document.view.facts import Fact
from wizard.document.view.records import Card, CardFacts, Record, RecordList
from wizard.interview import chapters as layout


def with_cards(builder: Builder, listed: RecordList, cards: layout.Cards) -> RecordList:
    """The list with a card for each of its records."""
    return replace(listed, cards=tuple(_card(builder, listed, each, cards) for each in listed.records))


def _card(builder: Builder, listed: RecordList, record: Record, cards: layout.Cards) -> Card:
    columns = tuple(
        tuple(_facts(builder, listed, record, [each for each in cards.facts if each.column == column]))
        for column in sorted({each.column for each in cards.facts})
    )
    return Card(record, record.answers.get(cards.signs), record.answers.get(cards.sentence), columns)


def _facts(
    builder: Builder, listed: RecordList, record: Record, column: Iterable[layout.CardFacts]
) -> Iterator[CardFacts]:
    """What is answered of a column; the first field of each piece goes by the label of the piece."""
    for each in column:
        here = [field for field in each.fields if field in record.answers]
        facts = tuple(
            Fact(None if field == each.fields[0] else listed.labels[field], record.answers[field])
            for field in here
        )
        if facts:
            yield CardFacts(
                builder.put(each.label), facts, each.on_one_line and len(here) == len(each.fields)
            )
