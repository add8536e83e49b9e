"""The learning year: a line for each round with its letters, and each indicator once with its rounds."""

from typing import Any

from tests.support import shipped
from tests.support.markers import plain
from wizard.document import printed_plan
from wizard.document.figures.learning_year import LearningYear
from wizard.document.letters.letters import Letters
from wizard.document.placeholders import Answers
from wizard.document.view.whole import view_of
from wizard.interview.survey import survey
from wizard.storage.draft import Draft, OpenPoint

PERIOD = {"about.period.start": "2026-09-01", "about.period.end": "2027-08-31"}
INDICATORS = {
    "evaluation.indicators.indicator-0001.indicator": "Answers in two days",
    "evaluation.indicators.indicator-0002.indicator": "Seats that are filled",
}


def turn(number: int, **fields: Any) -> dict[str, Any]:
    return {f"evaluation.calendar.date-{number:04}.{name}": each for name, each in fields.items()}


ROUNDS = (
    turn(1, collect="2026-11-30", review="2026-12-16", act="2027-01-20", indicators=["indicator-0002"])
    | turn(2, collect="2027-03-31", review="2027-04-21", indicators=["indicator-0001", "indicator-0002"])
    | turn(3, indicators=["indicator-0001"])
)


def drawn(draft: Draft) -> tuple[LearningYear | None, Answers]:
    view, answers = view_of(survey(shipped.toolkit(), draft))
    return view.figures["learning_year"], answers


def year(answers: dict[str, Any]) -> LearningYear:
    found, _ = drawn(shipped.draft_of(answers))
    assert found is not None
    return found


def told(draft: Draft) -> str:
    html = printed_plan.printed_plan(survey(shipped.toolkit(), draft)).html
    return " ".join(plain(html[html.index('<div class="figure figure-learning_year">') :]).split())


def test_each_round_has_its_steps_on_their_days_and_reaches_from_first_to_last() -> None:
    found = year(PERIOD | INDICATORS | ROUNDS)

    assert [[step for step, _ in each.signs] for each in found.rounds] == [
        ["collect", "review", "act"],
        ["collect", "review"],
        [],
    ]
    assert [each.reach is not None for each in found.rounds] == [True, True, False]
    assert found.rounds[0].reach is not None
    assert found.rounds[0].reach.left == 24.72  # the last day of the third of twelve months


def test_steps_stand_in_the_order_of_their_days_however_they_were_typed() -> None:
    mixed = turn(
        1, collect="2027-05-03", review="2027-02-01", act="2027-02-02", indicators=["indicator-0001"]
    )

    found = year(PERIOD | INDICATORS | mixed)

    assert [step for step, _ in found.rounds[0].signs] == ["review", "act", "collect"]
    assert found.rounds[0].signs[1][1].at - found.rounds[0].signs[0][1].at >= 5.99


def test_an_indicator_is_named_once_with_all_its_rounds() -> None:
    draft = shipped.draft_of(PERIOD | INDICATORS | ROUNDS)

    found, answers = drawn(draft)

    assert found is not None
    names = [
        answers.fill(f"<p>{each.name}</p>", Letters(frozenset("Answers in two days")))
        for each in found.indicators
    ]
    assert [each.rounds for each in found.indicators] == [(1, 2), (2, 3)]
    assert "Answers in two days" in names[1]
    assert [[number for number, _ in each.signs] for each in found.indicators] == [[1, 2], [2]]
    assert "Seats that are filled in round 1, 2" in told(draft)
    assert "Answers in two days in round 2, 3" in told(draft)


def test_days_and_their_letters_stand_beside_the_line_in_words() -> None:
    words = told(shipped.draft_of(PERIOD | INDICATORS | ROUNDS))

    assert "Round 1 : C November 30, 2026 · L December 16, 2026 · A January 20, 2027" in words
    assert "Round 2 : C March 31, 2027 · L April 21, 2027 · A Not decided yet" in words


def test_rounds_without_a_day_stay_a_table_and_so_do_two_with_nothing_else() -> None:
    no_day = PERIOD | INDICATORS | turn(1, indicators=["indicator-0001"])
    two = PERIOD | turn(1, collect="2026-11-30") | turn(2, collect="2027-01-31")
    three = two | turn(3, review="2027-05-03")

    found = [drawn(shipped.draft_of(each))[0] for each in (no_day, two, three)]

    assert [each is not None for each in found] == [False, False, True]


def test_why_indicators_and_more_rounds_are_open_is_told() -> None:
    draft = shipped.draft_of(PERIOD | INDICATORS | ROUNDS | turn(4, collect="2027-06-30"))
    draft.leave_open(OpenPoint("evaluation.calendar.date-0004.indicators", "not_known", "after the count"))
    draft.leave_open(OpenPoint("evaluation.calendar", "not_decided", "spring rounds"))

    words = told(draft)

    assert "Indicators Not known yet. after the count" in words
    assert "More to come: Not decided yet. spring rounds" in words
