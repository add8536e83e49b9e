"""The toolkit as shipped: every question of the guide, every field, every point, every card, and clean words."""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.support.inventory import ESSENTIAL, ESSENTIAL_MINUTES, INVENTORY, MINUTES
from tests.support.shipped import toolkit
from wizard import content
from wizard.interview.checking.flows import LONGEST_CARD, checked
from wizard.interview.flow import Card, Part, Question
from wizard.plan.slots import LIST_OF_ITEMS, slots
from wizard.storage.yaml import text as yaml_text

FLOWS = sorted(content.FLOWS.glob("*.yaml"))
Show = Callable[[str, object], None]

# Fields that stand in a question's list in the guide and are asked by another, and why.
ASKED_ELSEWHERE = {
    ("BU-14", "operations.jobs[].job"): "OP-03",  # BU-14 holds the leadership model, OP-03 the jobs
    ("BU-14", "operations.jobs[].holder"): "OP-03",
    ("BU-14", "operations.jobs[].term_ends"): "OP-03",
    ("OP-02", "build.members[].organization"): "BU-11",  # the member is the entry OP-02 is asked for
    ("TR-08", "operations.jobs[].job"): "OP-03",  # the job is the entry TR-08 is asked for
}

# The cards the guide names (B.3, B.5), by what their titles are about.
CARDS = {
    "opening": r"begin",
    "what Build means": r"what building means",
    "goals tips": r"set goals",
    "from goals to strategy": r"from goals to strategy",
    "prepare evaluation": r"prepare the evaluation",
    "who can help": r"who can help",
    "learn by doing": r"learn by doing",
    "logic model in four boxes": r"logic model in four boxes",
    "why evaluate": r"why evaluate",
    "five questions to ask": r"five questions",
    "why map": r"why we map",
    "who to send": r"who to send",
    "common goals": r"goals we share",
    "ground rules": r"ground rules",
    "mandatory reporting": r"children",
    "if someone discloses": r"discloses",
}

FIRST_NAMES = {
    "Ahmed", "Amanda", "Amy", "Ana", "Andrew", "Angela", "Anna", "Anthony", "Ashley", "Barbara", "Brian",
    "Carlos", "Carol", "Daniel", "David", "Deborah", "Diana", "Donald", "Donna", "Elena", "Elizabeth",
    "Emily", "Fatima", "George", "Ivan", "James", "Jennifer", "Jessica", "John", "Jose", "Joseph", "Juan",
    "Karen", "Kathleen", "Kenneth", "Kevin", "Kimberly", "Laura", "Linda", "Lisa", "Luis", "Maria", "Mary",
    "Matthew", "Melissa", "Michael", "Michelle", "Miguel", "Nancy", "Olga", "Omar", "Patricia", "Paul",
    "Peter", "Richard", "Robert", "Rosa", "Sandra", "Sarah", "Sofia", "Steven", "Susan", "Thomas",
    "William",
}  # fmt: skip
PHONE = re.compile(r"(?<![\d-])(?:1-)?\d{3}[-. ]\d{3}[-. ]\d{4}(?!\d)")


def questions() -> list[Question]:
    return list(toolkit().questions.values())


def parts() -> list[Part]:
    return [part for question in questions() for part in question.parts]


def cards() -> Iterator[Card]:
    yield toolkit().outline.disclosure
    for section in toolkit().sections:
        if section.card:
            yield section.card
        for question in section.questions:
            yield from question.cards


def names_in(text: str) -> list[str]:
    """First names, and whoever is called Mr., Mrs., Ms. or Dr.; a county may be called after a saint."""
    found = re.findall(r"\b(?:Mr|Mrs|Ms|Dr)\b\.? [A-Z]\w+|(?<!San )\b[A-Z][a-z]+\b", text)
    return [name for name in found if name in FIRST_NAMES or " " in name]


def sentences(data: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Every text of the flows with the way to it."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from sentences(value, f"{at}.{key}")
    elif isinstance(data, list):
        for number, value in enumerate(data):
            name = value["id"] if isinstance(value, dict) and "id" in value else str(number)
            yield from sentences(value, f"{at}[{name}]")
    elif isinstance(data, str):
        yield at, data


@pytest.fixture(scope="module")
def every_text() -> list[tuple[str, str]]:
    found = [
        (f"{file.name}{at}", text)
        for file in FLOWS
        for at, text in sentences(yaml_text.read(file.read_bytes()).data)
    ]
    assert len(found) > 5_000
    return found


# the questions of the guide


def test_the_shipped_flows_have_no_faults() -> None:
    found, faults, notes = checked(content.FLOWS)

    assert found is not None
    assert (faults, notes) == ([], [])


def test_every_question_of_the_guide_is_asked(record_property: Show) -> None:
    asked = set(toolkit().questions)
    record_property("shown", f"{len(asked & set(INVENTORY))} of {len(INVENTORY)} questions")

    assert len(INVENTORY) >= 120  # of the guide; questions from public practice come on top
    assert asked == set(INVENTORY)


def test_the_questions_of_a_section_are_numbered_without_a_gap() -> None:
    sections = [ident[:2] for ident, _ in itertools.groupby(INVENTORY, key=lambda ident: ident[:2])]
    last = Counter(ident[:2] for ident in INVENTORY)

    assert list(INVENTORY) == [
        f"{section}-{number:02}" for section in sections for number in range(1, last[section] + 1)
    ]


def test_the_essential_questions_are_those_of_the_guide(record_property: Show) -> None:
    essential = {question.id for question in questions() if question.essential}
    record_property("shown", f"{len(essential)} essential questions")

    assert len(ESSENTIAL) == 37
    assert essential == ESSENTIAL


def test_all_seed_tags_are_covered(record_property: Show) -> None:
    tags = {seed.tag for seed in toolkit().outline.seed}
    covered = {tag for question in questions() for tag in question.covers}
    record_property("shown", f"{len(tags & covered)} of {len(tags)} seed tags")

    assert len(tags) == 50
    assert covered == tags
    assert tags == {tag for entry in INVENTORY.values() for tag in entry.covers}


@pytest.mark.parametrize("ident", INVENTORY)
def test_a_question_has_the_guides_minutes_and_tags(ident: str) -> None:
    question = toolkit().questions[ident]

    assert question.minutes == INVENTORY[ident].minutes
    assert question.covers == INVENTORY[ident].covers


def test_minutes_add_up_as_the_guide_says() -> None:
    assert sum(question.minutes for question in questions()) == MINUTES
    assert sum(question.minutes for question in questions() if question.essential) == ESSENTIAL_MINUTES
    assert ESSENTIAL_MINUTES == 45  # the quick hour


def test_questions_come_in_the_order_people_work_in() -> None:
    assert toolkit().outline.order == (
        "about", "OP-07", "OP-05", "define", "build", "goals", "strategy", "evaluation", "operations", "trust",
        "survivors", "funding", "sign_off",
    )  # fmt: skip
    asked = list(toolkit().questions)
    assert asked[7:9] == ["OP-07", "OP-05"]
    assert [ident for ident in asked if ident.startswith("GO")] == [
        "GO-01", "GO-10", "GO-02", "GO-03", "GO-04", "GO-05", "GO-06", "GO-07", "GO-08", "GO-09", "GO-11", "GO-12",
    ]  # fmt: skip
    assert [ident[:2] for ident, _ in itertools.groupby(asked, key=lambda ident: ident[:2])] == [
        "AB", "OP", "DE", "BU", "GO", "ST", "EV", "OP", "TR", "SU", "FU", "SO",
    ]  # fmt: skip


def test_the_map_of_services_comes_when_its_rows_are_known() -> None:
    asked = list(toolkit().questions)

    assert asked.index("BU-05") < asked.index("BU-06")
    assert asked.index("BU-07") < asked.index("BU-06")


def test_a_section_keeps_its_questions_in_the_guides_order() -> None:
    swapped = {"GO-10", "BU-06"}
    for section in toolkit().sections:
        idents = [question.id for question in section.questions if question.id not in swapped]
        assert idents == sorted(idents)


# fields, slots and parts


def test_every_field_of_the_guide_has_its_slot_and_every_slot_its_field(record_property: Show) -> None:
    listed = {slot for entry in INVENTORY.values() for slot in entry.fields.values()}
    values = {path for path, slot in slots().items() if slot.shape != LIST_OF_ITEMS}
    fields = sum(len(entry.fields) for entry in INVENTORY.values())
    record_property("shown", f"{fields} fields of the guide in {len(values)} slots")

    assert listed == values


@pytest.mark.parametrize("ident", INVENTORY)
def test_every_field_is_asked_by_its_question_and_nothing_else_is(ident: str) -> None:
    fields = set(INVENTORY[ident].fields.values())
    elsewhere = {slot: other for (question, slot), other in ASKED_ELSEWHERE.items() if question == ident}

    asked = {part.slot for part in toolkit().questions[ident].parts if not part.grows}

    assert asked == fields - set(elsewhere)
    for slot, other in elsewhere.items():
        assert slot in {part.fills for part in toolkit().questions[other].parts}


def test_exactly_one_part_fills_each_slot(record_property: Show) -> None:
    filled = Counter(part.fills for part in parts() if part.fills)
    record_property("shown", f"{len(filled)} of {len(slots())} slots filled by {len(parts())} parts")

    assert set(filled) == set(slots())
    assert {path for path, count in filled.items() if count != 1} == set()


def test_only_attendance_revises_what_another_question_filled() -> None:
    revising = {part.id: part.revises for part in parts() if part.revises}

    assert set(revising) == {"OP-02.representative", "OP-02.alternate", "OP-02.may_commit"}
    assert all(path in toolkit().filling for path in revising.values())


def test_every_key_of_a_slot_is_offered_and_no_other() -> None:
    different = {
        part.id: keys
        for part in parts()
        if part.options and (keys := set(slots()[part.slot].keys) ^ set(toolkit().choices_of(part).by_key))
        if slots()[part.slot].keys
    }

    assert different == {}


def test_every_list_that_takes_words_of_ones_own_says_so() -> None:
    silent = [
        part.id
        for part in parts()
        if slots()[part.slot].other and not part.choose_from and not toolkit().choices_of(part).other
    ]

    assert silent == []


@pytest.mark.parametrize(
    ("name", "least"), [("places", 66), ("services", 30), ("sectors", 30), ("ground_rules", 14)]
)
def test_the_long_lists_are_whole(name: str, least: int) -> None:
    choices = toolkit().choices[name]

    assert len(choices.options) >= least
    assert choices.other
    assert all(option.label for option in choices.options)


def test_all_64_counties_are_offered() -> None:
    labels = [option.label for option in toolkit().choices["places"].options]

    assert sum("County" in label for label in labels) == 64


# wording and guidance


@pytest.mark.parametrize("ident", INVENTORY)
def test_a_question_has_its_guidance(ident: str) -> None:
    question = toolkit().questions[ident]

    assert question.ask.strip()
    assert question.label.strip()
    assert question.why.strip()
    assert question.who.strip()
    assert question.hint or all(part.hint for part in question.parts)
    assert "\n" not in question.hint


def test_where_writing_is_asked_for_there_is_a_good_and_a_weak_example() -> None:
    without = [
        question.id
        for question in questions()
        for part in question.parts
        if part.kind in ("text", "long") or (part.kind == "list" and not part.grows)
        if not ((part.good or question.good) and (part.weak or question.weak))
    ]

    assert without == []


def test_every_option_but_a_county_and_a_figure_comes_with_a_line_of_advice() -> None:
    lists = {
        name: choices for name, choices in toolkit().choices.items() if name not in ("places", "ratings")
    }
    silent = [
        (name, option.key) for name, each in lists.items() for option in each.options if not option.advice
    ]

    assert len(lists) > 80
    assert silent == []


def test_every_part_has_a_heading_for_the_document() -> None:
    bare = [
        part.id for question in questions() for part in question.parts if not (part.label or question.label)
    ]

    assert bare == []


def test_every_essential_question_is_on_the_quick_path_with_three_parts_an_item_at_most() -> None:
    quick = {question.id for question in questions() if question.quick}
    each_item = {
        question.id: sum(part.quick for part in question.parts if part.list) for question in questions()
    }

    assert quick == {question.id for question in questions() if question.essential} | {"ST-10"}
    assert max(each_item.values()) <= 3


def test_only_quick_parts_hold_up_the_quick_path() -> None:
    """A quick part that a condition hides must be hidden by something the quick path asks too."""
    fields = {part.fills for part in parts() if part.quick}
    looked_at = {path for part in parts() if part.quick for path in _paths(part.ask_if)}

    assert {path for path in looked_at if not path.startswith(".")} <= fields


def _paths(condition: Any) -> set[str]:
    from wizard.interview.conditions import looked_at

    return {path for path, _ in looked_at(condition)}


def test_every_section_has_a_card_and_none_is_too_long_to_read_aloud(record_property: Show) -> None:
    lengths = [len(card.text.split()) for card in cards()]
    record_property("shown", f"{len(lengths)} cards to read aloud, the longest of {max(lengths)} words")

    assert [section.section for section in toolkit().sections if section.card is None] == []
    assert LONGEST_CARD == 60
    assert max(lengths) <= LONGEST_CARD
    assert min(lengths) > 20


@pytest.mark.parametrize("topic", CARDS)
def test_every_card_the_guide_names_is_there(topic: str) -> None:
    found = [card.title for card in cards() if re.search(CARDS[topic], card.title, re.IGNORECASE)]

    assert found


def test_there_are_eleven_nevers() -> None:
    assert len(toolkit().outline.nevers) == 11


def test_every_slot_stands_in_one_chapter() -> None:
    printed = Counter(path for chapter in toolkit().chapters for path in chapter.printed)

    assert set(printed) == set(slots())
    assert set(printed.values()) == {1}


def test_the_patterns_come_with_a_note_about_what_they_may_stir_up() -> None:
    assert toolkit().questions["DE-02"].note


# help lines and privacy


def test_911_stands_first_among_the_help_lines() -> None:
    lines = toolkit().choices["help_lines"].options

    assert lines[0].key == "emergency"
    assert "911" in lines[0].label
    assert [option.key for option in lines if not option.only_if] == ["emergency", "national"]


def test_help_lines_are_confirmed_with_a_date_even_on_the_quick_path() -> None:
    quick = {part.fills for part in toolkit().questions["ST-10"].parts if part.quick}

    assert "strategy.help_lines" in quick
    assert "strategy.help_lines_checked" in {part.fills for part in toolkit().questions["ST-10"].parts}


def test_no_number_but_the_help_lines_is_in_the_flows(every_text: list[tuple[str, str]]) -> None:
    lines = " ".join(option.label for option in toolkit().choices["help_lines"].options)
    public = set(PHONE.findall(lines))

    found = {
        (number, at) for at, text in every_text for number in PHONE.findall(text) if number not in public
    }

    assert len(public) == 4
    assert found == set()


def test_no_person_is_named_in_the_flows(every_text: list[tuple[str, str]]) -> None:
    named = [(at, name) for at, text in every_text for name in names_in(text)]

    assert named == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ask Maria at the clinic", ["Maria"]),
        ("Ask Dr. Osei", ["Dr. Osei"]),
        ("San Juan County", []),
        ("Two Rivers Legal Aid", []),
        ("Drop in", []),
    ],
)
def test_a_name_would_be_seen(text: str, found: list[str]) -> None:
    assert names_in(text) == found


@pytest.mark.parametrize("number", ["303-555-0123", "1-303-555-0123", "303 555 0123", "303.555.0123"])
def test_a_number_would_be_seen(number: str) -> None:
    assert PHONE.findall(f"Call {number} now")


def test_addresses_in_the_flows_are_made_up_or_the_toolkits_own(every_text: list[tuple[str, str]]) -> None:
    found = {
        address
        for _, text in every_text
        for address in re.findall(r"[\w.]+@[\w-]+\.[\w.-]+|https?://[^\s)]+", text)
        if not address.endswith(".example") and "combathumantrafficking.org" not in address
    }

    assert found == set()


@pytest.mark.parametrize("word", ["invalid", "error", "victim"])
def test_a_word_that_blames_is_not_in_the_flows(word: str, every_text: list[tuple[str, str]]) -> None:
    """`victim` only where the law or an office is called so."""
    law = re.compile(
        r"victim(s'|s’|'s)? (rights|services|funds|advocate|compensation|assistance)|crime victim|of victims",
        re.I,
    )
    found = [(at, text) for at, text in every_text if word in law.sub("", text.replace("_", " ")).lower()]

    assert [each for each in found if not re.search(r"\.(key|options|covers)|\[id\]", each[0])] == []
