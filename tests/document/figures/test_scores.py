"""Ranking scores: bars in proportion, the most first, and a plain table where nothing was counted."""

import pytest

from tests.support.figures_seen import Plan
from wizard.storage.draft import OpenPoint

IDEAS = "goals.ideas"


@pytest.fixture
def plan() -> Plan:
    return Plan()


def test_bars_are_in_proportion_and_the_most_stands_first(plan: Plan) -> None:
    for idea, votes in (("beds", 5), ("evenings", 10), ("a line", 0), ("cards", 5)):
        plan.add(IDEAS, idea=idea, votes=votes)

    rows = plan.drawn("scores").rows

    assert [(plan.read(idea), percent) for idea, percent in rows] == [
        ("evenings", 100),
        ("beds", 50),
        ("cards", 50),
        ("a line", 0),
    ]


def test_an_idea_nobody_counted_stands_last_and_says_so(plan: Plan) -> None:
    plan.add(IDEAS, idea="not counted")
    for idea, votes in (("beds", 5), ("evenings", 10)):
        plan.add(IDEAS, idea=idea, votes=votes)
    plan.draft.leave_open(OpenPoint(IDEAS, "parked", "two more to merge"))

    rows, told = plan.drawn("scores").rows, plan.told("scores")

    assert (plan.read(rows[-1][0]), rows[-1][1]) == ("not counted", None)
    assert "not counted Not decided yet" in told
    assert "More to come: Parked for later. two more to merge" in told


@pytest.mark.parametrize("votes", [[], [3], [0, 0], [None, None]])
def test_without_scores_to_compare_there_is_the_plain_table(plan: Plan, votes: list[int | None]) -> None:
    for number, each in enumerate(votes):
        plan.add(IDEAS, idea=f"idea {number}", **({} if each is None else {"votes": each}))
    plan.add(IDEAS, idea="one more")

    assert plan.drawn("scores") is None
    assert plan.told("scores") == ""
    assert "one more" in plan.page()


@pytest.mark.parametrize("ideas", [2, 12, 60])
def test_no_bar_leaves_its_box(plan: Plan, ideas: int) -> None:
    for number in range(ideas):
        plan.add(IDEAS, idea=f"idea {number}", votes=number * 37 % 101)

    percents = [percent for _, percent in plan.drawn("scores").rows]

    assert len(percents) == ideas
    assert max(percents) == 100
    assert min(percents) >= 0
    assert percents == sorted(percents, reverse=True)
