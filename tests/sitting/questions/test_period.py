"""The days of the plan, as they are typed: what cannot be is said at once, and what lies outside is remarked."""

import pytest

from tests.support.script import at, go, play
from tests.support.shipped import draft_of
from wizard.sitting.ask import Answer, Ask, NotYet, Pass, Reply

START, END = "about.period.start", "about.period.end"


@pytest.mark.parametrize(
    ("end", "key"),
    [
        ("2026-08-31", "unfit.period_reversed"),
        ("2126-08-31", "unfit.period_long"),
        ("2046-09-01", "unfit.period_long"),
    ],
)
def test_an_end_that_cannot_be_is_refused_on_its_page(end: str, key: str) -> None:
    draft = draft_of()

    played = play(
        draft, go("AB-04"), at(START, Answer("2026-09-01")), at(END, Answer(end)), Answer("2027-08-31")
    )

    assert played.script.refused == [key]
    assert played.draft.get(END) == "2027-08-31"


def test_a_start_behind_an_end_of_ones_own_is_refused() -> None:
    draft = draft_of({START: "2026-09-01", END: "2027-06-30"})

    played = play(draft, go("AB-04"), at(START, Answer("2028-01-01")), Answer("2026-10-01"))

    assert played.script.refused == ["unfit.period_reversed"]
    assert (played.draft.get(START), played.draft.get(END)) == ("2026-10-01", "2027-06-30")


def test_a_start_takes_an_end_that_was_suggested_along() -> None:
    draft = draft_of({START: "2026-09-01", END: "2027-08-31"})

    played = play(draft, go("AB-04"), at(START, Answer("2028-01-01")))

    assert played.script.refused == []
    assert played.draft.get(END) == "2028-12-31"


@pytest.mark.parametrize(("day", "is_said"), [("2027-03-01", False), ("2031-03-01", True)])
def test_a_target_date_outside_the_plan_is_kept_and_remarked(day: str, is_said: bool) -> None:
    place = "goals.items.goal-aaaa.target_date"
    draft = draft_of({START: "2026-09-01", END: "2027-08-31", "goals.items.goal-aaaa.statement": "Answer"})

    played = play(draft, go("GO-05"), Pass(), at(place, Answer(day)))

    assert played.draft.get(place) == day
    assert ("lies outside the days of this plan" in played.script.page.note) == is_said


def test_a_day_without_a_year_is_read_inside_the_plan_wherever_a_day_is_asked() -> None:
    draft = draft_of({START: "2026-09-01", END: "2027-08-31"})
    meant = []

    def reads(ask: Ask) -> Reply:
        meant.append(ask.field().date("July 4").isoformat())
        return Answer(meant[0])

    play(draft, go("AB-01"), NotYet(), Answer("not_known"), Pass(), Pass(), at("about.name?by", reads))

    assert meant[0] == "2027-07-04"
