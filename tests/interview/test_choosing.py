"""What can be chosen: the part's own options, or what earlier answers offer."""

import re
from typing import Any

import pytest

from tests.support.shipped import look, toolkit
from wizard.interview.choosing import axis_of, choices_for, grid_key
from wizard.interview.flow import Axis
from wizard.plan.sections.parts import GRID_KEY
from wizard.plan.slots import slots


def offered(path: str, answers: dict[str, Any] | None = None) -> list[tuple[Any, str]]:
    here = look(answers)
    return [
        (choice.value, choice.label)
        for choice in choices_for(toolkit(), here.answers, toolkit().filling[path])
    ]


def test_a_part_offers_its_own_options_in_their_order() -> None:
    assert [value for value, _ in offered("about.age")] == [
        "forming",
        "under_one",
        "one_to_three",
        "renewing",
    ]


def test_the_fifth_p_is_offered_once_there_are_five_and_under_its_own_name() -> None:
    four = offered("goals.items[].ps", {"define.ps": "four"})
    five = offered("goals.items[].ps", {"define.ps": "five", "define.fifth_p": "People"})

    assert [value for value, _ in four] == ["prevention", "protection", "prosecution", "partnership"]
    assert five == [*four, ("fifth", "People")]


def test_members_are_offered_by_their_names() -> None:
    members = {
        "build.members.member-aaaa.organization": "Legal Aid",
        "build.members.member-bbbb.sector": "schools",
    }

    assert offered("goals.items[].lead", members) == [
        ("member-aaaa", "Legal Aid"),
        ("member-bbbb", "(no name yet)"),
    ]
    assert offered("goals.items[].lead") == []


def test_needs_and_places_with_too_little_are_offered_together() -> None:
    answers = {"build.needs.need-aaaa.need": "Shelter", "build.underserved.shortage-aaaa.area": "boulder"}

    assert offered("goals.items[].needs", answers) == [
        ("need-aaaa", "Shelter"),
        ("shortage-aaaa", "Boulder County"),
    ]


def test_places_are_offered_as_they_were_chosen() -> None:
    answers = {"about.places": ["boulder", {"other": "Mesquite Reservation"}]}

    assert offered("build.underserved[].area", answers) == [
        ("boulder", "Boulder County"),
        ({"other": "Mesquite Reservation"}, "Mesquite Reservation"),
    ]


def test_what_was_said_twice_is_a_row_once() -> None:
    here = look(
        {
            "build.resources.resource-aaaa.services": ["food", {"other": "Horse therapy"}],
            "build.resources.resource-bbbb.services": ["food", {"other": "horse  Therapy"}],
            "build.needs.need-aaaa.service": "food",
        }
    )
    part = toolkit().filling["build.coverage"]

    rows = axis_of(toolkit(), here.answers, part.rows)

    assert [row.key for row in rows] == ["food", "other_horse_therapy"]


def test_an_item_set_aside_is_not_offered() -> None:
    answers = {"funding.costs.cost-aaaa.item": "x", "strategy.activities.activity-aaaa.needs": ["time"]}

    activities = offered("strategy.outputs[].activity", answers)

    assert activities == [("activity-aaaa", "(no name yet)")]
    assert "funding" not in look(answers).answers


def test_a_missing_axis_is_one_unnamed_place() -> None:
    (only,) = axis_of(toolkit(), {}, None)

    assert (only.value, only.label, only.key) == (None, "", "")


def test_an_axis_with_options_offers_those_that_apply() -> None:
    assert len(axis_of(toolkit(), {"define": {"ps": "five"}}, Axis(options="ps"))) == 5
    assert len(axis_of(toolkit(), {}, Axis(options="ps"))) == 4


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("denver", "denver"),
        ({"other": "Mesquite Reservation"}, "other_mesquite_reservation"),
        ({"other": "  São Paulo! 3 "}, "other_sao_paulo_3"),
        ({"other": "北京"}, "other_5317_4eac"),
        ({"other": "x" * 200}, f"other_{'x' * 74}"),
    ],
)
def test_a_grid_has_a_key_for_every_choice(value: Any, key: str) -> None:
    assert grid_key(value) == key
    assert re.fullmatch(GRID_KEY, key)


def test_every_part_that_chooses_has_something_to_choose_from_or_to_write() -> None:
    asked = [part for part in toolkit().filling.values() if part.kind in ("one", "many", "ranked")]

    empty = [part.id for part in asked if not part.choose_from and not toolkit().choices_of(part).options]

    assert len(asked) > 100
    assert empty == []


def test_what_a_part_offers_fits_its_slot() -> None:
    offered = [
        (slots()[part.slot], choice.value)
        for part in toolkit().filling.values()
        for choice in choices_for(toolkit(), {"define": {"ps": "five"}}, part)
    ]

    fitted = [str(slot.fit_cell(value)) == str(value) for slot, value in offered]

    assert len(fitted) > 500
    assert all(fitted)
