"""What keeps us going: a bar for each rating, in the order of asking, and a plain grid below three of them."""

import re

import pytest

from tests.support.figures_seen import Plan
from wizard.storage.draft import OpenPoint

FACTORS = "trust.factors"


def rated(**ratings: str) -> Plan:
    plan = Plan()
    for factor, rating in ratings.items():
        plan.draft.put(f"{FACTORS}.{factor}", rating)
    return plan


def test_bars_stand_in_the_order_of_asking_with_their_ratings() -> None:
    plan = rated(money="5", leadership="0", shared_goals="3")
    drawn = plan.drawn("sustaining")

    bars = [(plan.read(bar.factor), bar.rating) for table in drawn.tables for bar in table.bars]

    assert bars[:3] == [("Leadership", 0), ("Shared goals", 3), ("Visible wins", None)]
    assert ("Money", 5) in bars
    assert len(bars) == 9


def test_a_bar_is_drawn_as_long_as_its_rating() -> None:
    html = rated(money="5", leadership="0", shared_goals="3").page()

    bars = re.findall(r'<span class="rating">(.*?)</span> ', html)

    assert [bar.count('"full"') for bar in bars] == [0, 3, 5]
    assert {bar.count("<span") for bar in bars} == {5}


@pytest.mark.parametrize(
    ("ratings", "strong", "thin"),
    [
        ({"money": "5", "leadership": "1", "shared_goals": "5"}, ["Shared goals", "Money"], ["Leadership"]),
        ({"money": "3", "leadership": "3", "shared_goals": "3"}, [], []),
    ],
)
def test_what_is_strongest_and_thinnest_is_said_where_they_differ(
    ratings: dict[str, str], strong: list[str], thin: list[str]
) -> None:
    plan = rated(**ratings)

    drawn = plan.drawn("sustaining")

    assert (list(plan.read(drawn.strong)), list(plan.read(drawn.thin))) == (strong, thin)


def test_two_ratings_make_a_plain_grid() -> None:
    plan = rated(money="2", leadership="1")

    assert plan.drawn("sustaining") is None
    assert "2 - a little" in plan.page()


def test_an_open_point_has_its_words_and_no_bar() -> None:
    plan = rated(money="2", leadership="1", shared_goals="1")
    plan.draft.leave_open(OpenPoint(f"{FACTORS}.visible_wins", "parked", "after the first year"))

    bars = [bar for table in plan.drawn("sustaining").tables for bar in table.bars]

    assert bars[2].rating is None
    assert "Visible wins Parked for later. after the first year Time given" in plan.told("sustaining")
