"""Answers as a person reads them: labels, names, dates, numbers, and what is gone."""

from typing import Any

import pytest

from tests.support.shipped import look, toolkit
from wizard.formatting.values import format_details, format_each, format_value
from wizard.interview.names import item_name

ANSWERS: dict[str, Any] = {
    "define.ps": "five",
    "define.fifth_p": "People who lived it",
    "about.places": ["boulder", {"other": "Mesquite Reservation"}],
    "build.members.member-aaaa.organization": "Two Rivers Legal Aid",
    "build.members.member-aaaa.sector": "legal_services",
    "build.members.member-aaaa.ps": ["protection", "fifth"],
    "build.members.member-bbbb.sector": "schools",
    "build.needs.need-aaaa.need": "Night shelter",
    "build.underserved.shortage-aaaa.area": "boulder",
    "goals.items.goal-aaaa.statement": "Answer referrals",
}

# The slot whose part writes it · the value · the words
WRITTEN: list[tuple[str, Any, list[str]]] = [
    ("about.name", None, []),
    ("about.name", "Two Rivers", ["Two Rivers"]),
    ("about.age", "forming", ["Just forming"]),
    ("about.body", {"other": "A circle"}, ["A circle"]),
    ("about.places", ["boulder", {"other": "Mesquite"}], ["Boulder County", "Mesquite"]),
    ("about.places", [], ["None"]),
    ("about.period.start", "2027-05-03", ["May 3, 2027"]),
    ("trust.leaders_accept", True, ["Yes"]),
    ("trust.leaders_accept", False, ["No"]),
    ("funding.smallest", 3000, ["$3,000"]),
    ("define.unknowns", ["How many", "Where"], ["How many", "Where"]),
    ("goals.items[].lead", "member-aaaa", ["Two Rivers Legal Aid"]),
    ("goals.items[].lead", "member-bbbb", ["(no name yet)"]),
    ("goals.items[].lead", "member-zzzz", ["(removed)"]),
    ("goals.items[].needs", ["need-aaaa", "shortage-aaaa"], ["Night shelter", "Boulder County"]),
    ("goals.order", ["goal-aaaa"], ["Answer referrals"]),
    ("build.underserved[].area", "boulder", ["Boulder County"]),
    ("build.underserved[].area", {"other": "Up the valley"}, ["Up the valley"]),
    ("goals.items[].baseline", 12.5, ["12.5"]),
]


@pytest.mark.parametrize(
    ("path", "value", "said"), WRITTEN, ids=[f"{path} {value}" for path, value, _ in WRITTEN]
)
def test_an_answer_is_written_in_words(path: str, value: Any, said: list[str]) -> None:
    here = look(ANSWERS)
    part = toolkit().filling[path]

    assert format_each(toolkit(), here.answers, part, value) == said
    assert format_value(toolkit(), here.answers, part, value) == "; ".join(said)


def test_the_fifth_p_has_the_name_it_was_given() -> None:
    here = look(ANSWERS)
    part = toolkit().filling["build.members[].ps"]
    unnamed = look({"define.ps": "five"})

    said = format_each(toolkit(), here.answers, part, ["protection", "fifth"])

    assert said == ["Protection", "People who lived it"]
    assert "People who lived it" not in format_each(toolkit(), unnamed.answers, part, ["fifth"])


def test_every_key_of_every_part_is_written_in_other_words_than_its_key() -> None:
    raw = [
        f"{part.id}: {option.key}"
        for part in toolkit().filling.values()
        for option in toolkit().choices_of(part).options
        if "_" in option.key and format_value(toolkit(), {}, part, option.key) == option.key
    ]

    assert raw == []


def test_an_item_has_its_name_and_some_details() -> None:
    here = look(ANSWERS)
    grown = toolkit().lists["build.members"]
    first, second = here.answers["build"]["members"]

    assert item_name(toolkit(), here.answers, grown, first) == "Two Rivers Legal Aid"
    assert item_name(toolkit(), here.answers, grown, second) == "(no name yet)"
    assert format_details(toolkit(), here.answers, grown, first).count(" · ") == 1
    assert format_details(toolkit(), here.answers, grown, {"id": "member-cccc"}) == ""
