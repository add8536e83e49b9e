"""What keeps us going: a bar for each rating, in the order of asking, and a plain grid below three of them."""

import re

import pytest

from tests.figures.plans import chapters, figure, page, read
from wizard.storage.draft import Draft, OpenPoint

FACTORS = "trust.factors"


def rated(**ratings: str) -> Draft:
    draft = Draft(path="full")
    for factor, rating in ratings.items():
        draft.put(f"{FACTORS}.{factor}", rating)
    return draft


def test_bars_stand_in_the_order_of_asking_with_their_ratings() -> None:
    drawn, answers = figure(rated(money="5", leadership="0", shared_goals="3"), "sustaining")

    bars = [(read(answers, bar.factor), bar.rating) for table in drawn.tables for bar in table.bars]

    assert bars[:3] == [("Leadership", 0), ("Shared goals", 3), ("Visible wins", None)]
    assert ("Money", 5) in bars
    assert len(bars) == 9


def test_a_bar_is_drawn_as_long_as_its_rating() -> None:
    html = page(rated(money="5", leadership="0", shared_goals="3"))

    bars = re.findall(r'<span class="bar">(.*?)</span> ', html)

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
    drawn, answers = figure(rated(**ratings), "sustaining")

    assert [read(answers, each) for each in drawn.strong] == strong
    assert [read(answers, each) for each in drawn.thin] == thin


def test_two_ratings_make_a_plain_grid() -> None:
    draft = rated(money="2", leadership="1")

    assert figure(draft, "sustaining")[0] is None
    assert "2-alittle" in chapters(draft)["8"]


def test_an_open_point_has_its_words_and_no_bar() -> None:
    draft = rated(money="2", leadership="1", shared_goals="1")
    draft.leave_open(OpenPoint(f"{FACTORS}.visible_wins", "parked", "after the first year"))

    drawn, _ = figure(draft, "sustaining")

    assert [bar.rating for table in drawn.tables for bar in table.bars][2] is None
    assert "Parkedforlater—" not in chapters(draft)["8"]
    assert "Parkedforlater.afterthefirstyear" in chapters(draft)["8"]
