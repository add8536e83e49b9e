"""The steps in a conflict: a staircase of days where all are known, of equal steps where not."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import shipped
from tests.support.markers import plain
from wizard.document import printed_plan
from wizard.document.figures.conflict_steps import ConflictSteps, treads
from wizard.document.view.whole import view_of
from wizard.interview.survey import survey
from wizard.storage.draft import Draft


def steps(*days: int | None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for number, each in enumerate(days, 1):
        here = f"trust.steps.step-{number:04}"
        found[f"{here}.step"] = "informal_talk" if number == 1 else {"other": f"Step number {number}"}
        if each is not None:
            found[f"{here}.days"] = each
    return found


def drawn(draft: Draft) -> ConflictSteps | None:
    found: ConflictSteps | None = view_of(survey(shipped.toolkit(), draft))[0].figures["conflict_steps"]
    return found


def places(*days: int | None) -> tuple[bool, list[tuple[float, float]]]:
    found = drawn(shipped.draft_of(steps(*days)))
    assert found is not None
    return found.timed, [(each.left, each.width) for each in found.steps]


def test_each_step_begins_where_the_one_before_it_ends() -> None:
    assert places(10, 20, 50) == (True, [(0, 20), (20, 20), (40, 60)])
    assert places(10, 10) == (True, [(0, 100), (98, 2)])


@pytest.mark.parametrize("days", [(10, None), (None, None), (30, 14), (0, 0)])
def test_steps_are_alike_where_days_are_missing_or_go_backwards(days: tuple[int | None, ...]) -> None:
    assert places(*days) == (False, [(0, 50), (50, 50)])


def test_one_step_is_enough_and_none_is_not() -> None:
    assert places(7) == (True, [(0, 100)])
    assert drawn(Draft(path="full")) is None


@given(st.lists(st.integers(0, 3_650), min_size=1, max_size=40).map(sorted).filter(lambda days: days[-1] > 0))
def test_no_step_leaves_the_line_and_each_stands_behind_the_one_before(days: list[int]) -> None:
    found = treads(days)

    assert len(found) == len(days)
    assert all(left >= 0 and width >= 2 and left + width <= 100.02 for left, width in found)
    assert all(before[0] <= after[0] for before, after in pairwise(found))


def test_the_first_step_is_read_first() -> None:
    draft = shipped.draft_of(steps(7, 14, 30))
    html = printed_plan.printed_plan(survey(shipped.toolkit(), draft)).html

    told = plain(html[html.index('<div class="figure figure-conflict_steps">') :])

    words = ["Talk it over informally", "7 days", "Step number 2", "14 days", "Step number 3", "30 days"]
    assert [told.index(each) for each in words] == sorted(told.index(each) for each in words)
