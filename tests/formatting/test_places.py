"""Places and what stands there, in the questions' words."""

from typing import Any

import pytest

from tests.support.shipped import draft_of, toolkit
from wizard.formatting.places import format_place, format_sides, part_of
from wizard.storage.draft import OpenPoint
from wizard.storage.merging.flat import flattened

ANSWERS = {
    "about.name": "Two Rivers",
    "build.members.member-aaaa.organization": "Legal Aid",
    "goals.items.goal-aaaa.lead": "member-aaaa",
    "define.scope.labor.adults": "covered",
}


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (("answer", "about.name"), "About the partnership: Name"),
        (("answer", "define.scope.labor.adults"), "Define: Forms and ages, Labor trafficking, adults"),
        (("entry", "build.members.member-aaaa"), "Build your partnership: Members, Legal Aid"),
        (("entry", "build.members.member-zzzz"), "Build your partnership: Members, (removed)"),
        (("answer", "goals.items.goal-aaaa.lead"), "Set goals: Goals, (no name yet), Lead"),
        (("complete", "build.members"), "Build your partnership: Members"),
        (("point", "about.name"), "About the partnership: Name"),
        (("check", "about.name W-18"), "About the partnership: Name, W-18"),
        (("check", " W-18"), "W-18"),
        (("path", ""), "Quick plan or full plan"),
        (("answer", "nowhere.at.all"), "nowhere.at.all"),
    ],
)
def test_a_place_is_called_what_its_question_calls_it(key: tuple[str, str], said: str) -> None:
    assert format_place(toolkit(), draft_of(ANSWERS), key) == said


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        (("answer", "about.name"), "Two\nRivers", "Two Rivers"),
        (("answer", "goals.items.goal-aaaa.lead"), "member-aaaa", "Legal Aid"),
        (("answer", "about.period.start"), "2026-09-01", "September 1, 2026"),
        (("answer", "about.name"), None, "(nothing)"),
        (("entry", "build.members.member-aaaa"), None, "(taken away)"),
        (("entry", "build.members.member-aaaa"), True, "an entry of this list"),
        (("complete", "build.members"), True, "This list is complete"),
        (("path", ""), "quick", "the quick plan"),
        (("check", " W-18"), {"check": "W-18"}, "accepted"),
        (("check", " W-18"), {"check": "W-18", "because": "on purpose"}, "on purpose"),
        (
            ("answer", "about.name"),
            OpenPoint("about.name", "parked", by="2026-11-30"),
            "Parked for later; November 30, 2026",
        ),
    ],
)
def test_what_stands_there_is_said_as_people_read_it(key: tuple[str, str], value: Any, said: str) -> None:
    assert format_sides(toolkit(), draft_of(ANSWERS), key, value, None)[0] == said


@pytest.mark.parametrize("ends", [("We meet in Alder.", "We meet in Mesquite."), ("", "We meet in Alder.")])
def test_of_two_long_answers_that_begin_alike_what_differs_can_be_read(ends: tuple[str, str]) -> None:
    texts = [f"{'Many words that both share. ' * 20}{end}".strip() for end in ends]

    said = format_sides(toolkit(), draft_of(ANSWERS), ("answer", "define.mission"), *texts)

    assert all(each.endswith(end or "both share.") for each, end in zip(said, ends, strict=True))
    assert all(each.startswith("… ") and len(each) <= 160 for each in said)


def test_two_short_answers_are_said_whole() -> None:
    key = ("answer", "about.name")

    assert format_sides(toolkit(), draft_of(ANSWERS), key, "Two Rivers", None) == (
        "Two Rivers",
        "(nothing)",
    )


def test_every_piece_of_a_draft_has_a_part_that_fills_it() -> None:
    unknown = [
        place
        for kind, place in flattened(draft_of(ANSWERS))
        if kind == "answer" and not part_of(toolkit(), place)
    ]

    assert unknown == []
