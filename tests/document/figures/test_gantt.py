"""Activities over the months: whose they are, in which order, and what is drawn of their dates."""

from typing import Any

import pytest

from tests.support import shipped
from tests.support.markers import plain
from wizard.document import printed_plan
from wizard.document.figures.gantt import Gantt
from wizard.document.letters.letters import Letters
from wizard.document.placeholders import Answers, Mark
from wizard.document.view.whole import view_of
from wizard.interview.survey import survey
from wizard.storage.draft import Draft, OpenPoint

GOALS = {
    "about.period.start": "2026-09-01",
    "about.period.end": "2027-08-31",
    "goals.items.goal-0001.statement": "First",
    "goals.items.goal-0001.target_date": "2027-03-31",
    "goals.items.goal-0002.statement": "Second",
    "goals.items.goal-0002.target_date": "2027-06-30",
    "goals.order": ["goal-0001", "goal-0002"],
}


def activity(number: int, **fields: Any) -> dict[str, Any]:
    here = f"strategy.activities.activity-{number:04}"
    return {f"{here}.activity": f"Activity {number}"} | {
        f"{here}.{name}": each for name, each in fields.items()
    }


def drawn(draft: Draft) -> tuple[Gantt | None, Answers]:
    view, answers = view_of(survey(shipped.toolkit(), draft))
    return view.figures["gantt"], answers


def chart(answers: dict[str, Any]) -> Gantt:
    found, _ = drawn(shipped.draft_of(answers))
    assert found is not None
    return found


def page(draft: Draft) -> str:
    html = printed_plan.printed_plan(survey(shipped.toolkit(), draft)).html
    return html[html.index('<div class="figure figure-gantt">') :]


def test_activities_stand_by_goal_and_those_without_one_last() -> None:
    found = chart(
        GOALS
        | activity(1, start="2026-12-01", end="2027-01-01")
        | activity(2, goal="goal-0002", end="2027-01-01")
        | activity(3, goal="goal-0001", start="2026-10-01", end="2027-01-01")
        | activity(4, goal="goal-0002")
    )

    numbers = [(each.goal, [one.record.number for one in each.activities]) for each in found.groups]
    assert numbers == [(1, [3]), (2, [2, 4]), (None, [1])]
    assert [each.milestone is not None for each in found.groups] == [True, True, False]
    assert found.waiting == ()


def test_two_dates_are_a_bar_one_is_a_spot_and_none_is_neither() -> None:
    found = chart(
        GOALS
        | activity(1, start="2026-09-01", end="2027-08-31")
        | activity(2, start="2026-10-01")
        | activity(3)
    )

    kinds = [(each.bar is not None, each.spot is not None) for each in found.groups[0].activities]
    assert kinds == [(True, False), (False, True), (False, False)]


def test_a_goal_without_an_activity_keeps_its_milestone() -> None:
    found = chart(GOALS | activity(1, goal="goal-0002", start="2026-12-01", end="2027-01-01"))

    assert [each.goal for each in found.waiting] == [1]


def test_days_to_look_back_stand_in_order_apart_from_each_other() -> None:
    calendar = {
        "evaluation.calendar.date-0001.review": "2027-03-18",
        "evaluation.calendar.date-0002.review": "2026-12-16",
        "sign_off.look_again": "2027-03-17",
    }

    found = chart(GOALS | activity(1, start="2026-12-01", end="2027-01-01") | calendar)

    places = {(each.of, number): each.spot.at for number, each in enumerate(found.looks) if each.spot}
    assert sorted(places, key=places.__getitem__) == [("results", 1), ("plan", 2), ("results", 0)]
    assert places["results", 0] - places["plan", 2] >= 5.99


@pytest.mark.parametrize("fields", [{}, {"lead": None, "needs": ["money"]}, {"end": "2027-01-01"}])
def test_without_a_bar_the_table_stands_there(fields: dict[str, Any]) -> None:
    draft = shipped.draft_of(GOALS | activity(1, **fields))

    found, _ = drawn(draft)

    assert found is None
    assert "Activity 1" in plain(printed_plan.printed_plan(survey(shipped.toolkit(), draft)).html)


def test_the_dates_of_a_bar_say_what_is_cut_off() -> None:
    told = page(shipped.draft_of(GOALS | activity(1, start="2020-01-01", end="2027-01-15")))

    assert 'class="bar before"' in told
    assert "January 1, 2020 to January 15, 2027" in plain(told)


def test_why_a_date_is_open_stands_over_the_months() -> None:
    draft = shipped.draft_of(GOALS | activity(1, start="2026-12-01", end="2027-01-01") | activity(2))
    place = "strategy.activities.activity-0002.start"
    draft.leave_open(OpenPoint(place, "not_known", "They count first", "data lead", "2026-11-30"))

    told = " ".join(plain(page(draft)).split())

    assert "Start Not known yet — data lead, by November 30, 2026. They count first" in told


def test_every_name_and_day_that_is_drawn_is_an_item() -> None:
    draft = shipped.draft_of(
        GOALS
        | activity(1, goal="goal-0001", start="2026-10-01", end="2027-01-01")
        | {"sign_off.look_again": "2027-03-17"}
    )

    found, answers = drawn(draft)

    assert found is not None
    assert [read(answers, each) for each in found.items] == [
        "Activity 1",
        "March 31, 2027",
        "June 30, 2027",
        "March 17, 2027",
    ]


def read(answers: Answers, mark: Mark) -> str:
    return plain(answers.fill(f"<p>{mark}</p>", Letters(frozenset(map(chr, range(32, 0x3000)))))).strip()
