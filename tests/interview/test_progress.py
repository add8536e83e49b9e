"""How far a plan is: states, counts of questions, open points, and minutes left on the chosen path."""

from typing import Any

import pytest

from tests.support.inventory import MINUTES
from tests.support.shipped import draft_of, look, toolkit
from wizard.interview import progress
from wizard.interview.progress import Standing, is_answered, minutes_left, standings
from wizard.interview.survey import Survey, survey
from wizard.storage.draft import Draft, OpenPoint

TRUST_ANSWERS: dict[str, Any] = {"trust.meaning": "Kept promises"}


def of(here: Survey, section: str) -> Standing:
    return next(each for each in standings(here) if each.id == section)


def everything_open(section: str, draft: Draft, reason: str = "parked") -> None:
    for _ in range(3):  # answers may bring more questions along
        here = survey(toolkit(), draft)
        for turn in here.turns:
            if toolkit().home[turn.question.id].section == section and here.is_open(turn):
                draft.leave_open(OpenPoint(turn.place, reason))


def test_there_is_a_standing_for_each_section_in_the_toolkits_order() -> None:
    found = [each.id for each in standings(look())]

    assert found == [
        "about", "define", "build", "goals", "strategy", "evaluation", "operations", "trust", "survivors", "funding",
        "sign_off",
    ]  # fmt: skip


def test_an_untouched_section_is_not_started() -> None:
    here = look()

    assert {each.state for each in standings(here)} == {progress.NOT_STARTED}
    assert sum(each.answered for each in standings(here)) == 0


@pytest.mark.parametrize("place", ["about.name", "about.room.seat-aaaa.organization"])
def test_one_answer_starts_a_section(place: str) -> None:
    here = look({place: "x"})

    assert of(here, "about").state == progress.IN_PROGRESS
    assert of(here, "define").state == progress.NOT_STARTED


def test_one_open_point_starts_a_section() -> None:
    draft = draft_of()
    draft.leave_open(OpenPoint("trust.meaning", "parked"))

    assert of(survey(toolkit(), draft), "trust").state == progress.IN_PROGRESS


def test_a_section_is_complete_with_open_points_and_counts_them() -> None:
    draft = draft_of(TRUST_ANSWERS)
    draft.call_complete("operations.jobs")  # TR-08 is asked for each of them
    everything_open("trust", draft)

    standing = of(survey(toolkit(), draft), "trust")

    assert standing.state == progress.COMPLETE
    assert (standing.answered, standing.open) == (standing.questions, 0)
    assert standing.points > 5
    assert standing.minutes_left == 0


def test_what_does_not_apply_is_answered_and_no_open_point() -> None:
    draft = draft_of()
    draft.call_complete("operations.jobs")
    everything_open("trust", draft, "does_not_apply")

    standing = of(survey(toolkit(), draft), "trust")

    assert (standing.state, standing.points) == (progress.COMPLETE, 0)


def test_a_point_for_a_whole_item_counts_once() -> None:
    draft = draft_of({"trust.tensions.tension-aaaa.issue": "Time"})
    draft.leave_open(OpenPoint("trust.tensions.tension-aaaa", "parked"))

    assert of(survey(toolkit(), draft), "trust").points == 1


def test_a_section_with_an_answer_set_aside_needs_another_look() -> None:
    draft = draft_of({"survivors.level_now": "none_yet", "survivors.seats_open": 2})
    everything_open("survivors", draft)

    assert of(survey(toolkit(), draft), "survivors").state == progress.LOOK_AGAIN


def test_only_the_section_of_the_answer_needs_another_look() -> None:
    here = look({"survivors.level_now": "none_yet", "survivors.seats_open": 2})

    states = {each.id: each.state for each in standings(here)}

    assert states["survivors"] == progress.LOOK_AGAIN
    assert list(states.values()).count(progress.LOOK_AGAIN) == 1


def test_a_question_is_answered_when_every_part_that_applies_is() -> None:
    question = toolkit().questions["AB-03"]
    places: dict[str, Any] = {"about.places": ["denver"]}

    half = look(places)
    whole = look({**places, "about.in_colorado": "yes"})

    assert not is_answered(half, question)
    assert is_answered(whole, question)


def test_a_part_that_does_not_apply_holds_no_question_up() -> None:
    question = toolkit().questions["BU-01"]

    assert is_answered(look({"build.existing": "we_are_it"}), question)
    assert not is_answered(look({"build.existing": "no"}), question)


def test_answers_of_no_and_none_and_zero_are_answers() -> None:
    here = look(
        {"trust.leaders_accept": False, "trust.leaders_words": "x", "strategy.words_and_pictures": []}
    )

    assert is_answered(here, toolkit().questions["TR-04"])
    assert is_answered(here, toolkit().questions["ST-09"])


def test_a_list_is_answered_when_it_is_called_complete_even_with_nothing_in_it() -> None:
    draft = draft_of()
    question = toolkit().questions["BU-03"]
    before = is_answered(survey(toolkit(), draft), question)

    draft.call_complete("build.honored")

    assert not before
    assert is_answered(survey(toolkit(), draft), question)


def test_a_question_for_each_goal_waits_until_there_are_goals_or_none() -> None:
    question = toolkit().questions["GO-05"]
    draft = draft_of()
    nothing_said = is_answered(survey(toolkit(), draft), question)
    draft.call_complete("goals.items")
    no_goals = is_answered(survey(toolkit(), draft), question)
    draft.add("goals.items", "goal", "goal-aaaa")
    only_begun = is_answered(survey(toolkit(), draft), question)
    draft.put("goals.items.goal-aaaa.statement", "Open a line")
    one_goal = is_answered(survey(toolkit(), draft), question)
    draft.put("goals.items.goal-aaaa.horizon", "within_one")
    draft.put("goals.items.goal-aaaa.target_date", "2027-01-01")
    answered = is_answered(survey(toolkit(), draft), question)

    assert [nothing_said, no_goals, only_begun, one_goal, answered] == [False, True, True, False, True]


def test_a_question_counts_in_its_home_section_wherever_it_is_asked() -> None:
    here = look({"operations.ground_rules": ["may_pass"]})

    assert of(here, "operations").answered == 1
    assert of(here, "operations").state == progress.IN_PROGRESS
    assert of(here, "about").answered == 0


def test_essential_questions_that_are_open_are_named() -> None:
    here = look({"about.name": "Two Rivers"})

    assert of(here, "about").essential_open == ("AB-03", "AB-04", "AB-06")
    assert sum(len(each.essential_open) for each in standings(here)) == 36


def test_the_quick_path_takes_45_minutes_and_half_for_the_help_lines() -> None:
    here = look(path="quick")

    print(f"quick path: {len(here.asked)} questions, {minutes_left(here):g} minutes")

    assert len(here.asked) == 38
    assert minutes_left(here) == 45.5


def test_the_full_path_takes_the_minutes_of_all_questions() -> None:
    here = look()
    not_yet = [q for q in toolkit().questions.values() if q.id not in here.asked]

    print(f"full path: {len(here.asked)} questions, {minutes_left(here):g} minutes")

    assert minutes_left(here) + sum(question.minutes for question in not_yet) == MINUTES
    assert not_yet == []


def test_an_answered_question_takes_its_minutes_off() -> None:
    before, after = look(), look({"define.mission": "We work together."})

    assert minutes_left(before) - minutes_left(after) == 3


def test_a_question_that_does_not_apply_takes_no_minutes() -> None:
    before, after = look(), look({"survivors.level_now": "none_yet"})

    assert of(before, "survivors").minutes_left - of(after, "survivors").minutes_left == 2.5
    assert of(after, "survivors").questions == 7


def test_a_section_done_on_the_quick_path_is_in_progress_on_the_full_one() -> None:
    answers: dict[str, Any] = {
        "trust.steps.step-aaaa.step": "informal_talk",
        "trust.steps.step-aaaa.who": "Chairs",
        "trust.steps.step-aaaa.days": 7,
    }
    quick, full = draft_of(answers, path="quick"), draft_of(answers)
    quick.call_complete("trust.steps")
    full.call_complete("trust.steps")

    assert of(survey(toolkit(), quick), "trust").state == progress.COMPLETE
    assert of(survey(toolkit(), full), "trust").state == progress.IN_PROGRESS


def test_every_section_can_be_completed_on_either_path() -> None:
    for path in ("quick", "full"):
        draft = draft_of(path=path)
        for section in toolkit().sections:
            everything_open(section.section, draft)

        here = survey(toolkit(), draft)

        assert {each.state for each in standings(here)} == {progress.COMPLETE}
        assert minutes_left(here) == 0
