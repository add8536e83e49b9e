"""The trail: pages to go back to, the newest first, as far as they still apply."""

from tests.support.shipped import draft_of, toolkit
from wizard.interview import walk
from wizard.interview.survey import Survey, Turn, survey
from wizard.sitting.trail import Trail

NAME, PLACES = "about.name", "about.places"
MEMBER = "build.members.member-aaaa.organization"


def here(**answers: object) -> Survey:
    return survey(toolkit(), draft_of({place.replace("__", "."): value for place, value in answers.items()}))


def turn_at(survey: Survey, place: str) -> Turn:
    found = walk.at_place(survey, place)
    assert found
    return found


def walked(survey: Survey, *places: str) -> Trail:
    trail = Trail()
    for place in places:
        trail.at = turn_at(survey, place)
        trail.leave()
    return trail


def test_a_new_trail_leads_nowhere() -> None:
    trail = Trail()

    assert not trail
    assert trail.back(here()) is None


def test_the_newest_page_comes_first_and_each_once() -> None:
    survey = here()
    trail = walked(survey, NAME, PLACES)

    assert trail.back(survey) == turn_at(survey, PLACES)
    assert trail.back(survey) == turn_at(survey, NAME)
    assert not trail


def test_the_page_at_hand_is_gone_back_to_only_when_it_was_left() -> None:
    survey = here()
    trail = walked(survey, NAME)
    trail.at = turn_at(survey, PLACES)

    assert trail.back(survey) == turn_at(survey, NAME)
    assert trail.at == turn_at(survey, PLACES)


def test_leaving_the_hub_adds_no_page() -> None:
    trail = Trail()

    trail.leave()

    assert not trail


def test_pages_that_no_longer_apply_are_passed_over() -> None:
    before = here(**{MEMBER.replace(".", "__"): "Legal Aid"})
    trail = walked(before, NAME, MEMBER)

    assert trail.back(here()) == turn_at(here(), NAME)
    assert not trail
