"""Go to: a question by its id or from a list, a section, or the whole plan."""

import pytest

from tests.support.script import at, choose, go, labels, play
from tests.support.shipped import draft_of
from wizard.sitting.ask import Answer, Back, GoTo, Make, Review


@pytest.mark.parametrize("typed", ["GO-02", "go-02", "go2", "GO-2"])
def test_a_question_is_found_by_its_id_however_it_is_typed(typed: str) -> None:
    played = play(draft_of(), go("AB-01"), at("about.name", go(typed)))

    assert played.script.page.place == "goals.items"


def test_a_question_asked_for_each_entry_of_an_empty_list_leads_to_the_list() -> None:
    played = play(draft_of(), go("GO-05"))

    assert played.script.page.place == "goals.items"


def test_a_question_about_entries_leads_to_the_first_that_is_open() -> None:
    draft = draft_of(
        {"goals.items.goal-aaaa.statement": "One", "goals.items.goal-bbbb.statement": "Two"}, "quick"
    )
    draft.put("goals.items.goal-aaaa.target_date", "2027-01-01")

    played = play(draft, go("GO-05"))

    assert played.script.page.place == "goals.items.goal-bbbb.target_date"


def test_an_unknown_id_says_so_and_offers_the_sections() -> None:
    played = play(draft_of(), go("AB-01"), go("XY-99"))

    assert played.script.page.place == "?section"
    assert "XY-99" in played.script.page.note


def test_a_question_of_the_full_plan_says_where_it_is() -> None:
    played = play(draft_of(path="quick"), go("AB-01"), go("GO-11"))

    assert "full plan" in played.script.page.note


def test_a_question_that_does_not_apply_says_so() -> None:
    draft = draft_of({"survivors.level_now": "none_yet"})

    played = play(draft, go("AB-01"), go("SU-02"))

    assert "not asked now" in played.script.page.note


def test_a_section_and_then_a_question_can_be_picked() -> None:
    played = play(draft_of(), go("AB-01"), GoTo(), choose("Set goals"), choose("GO-01"))

    assert played.script.page.place == "goals.ideas"


def test_a_section_with_one_question_leads_straight_to_it() -> None:
    played = play(draft_of(path="quick"), go("AB-01"), GoTo(), choose("Trust"))

    assert played.script.page.place == "trust.steps"


def test_the_sections_stand_there_with_their_state() -> None:
    played = play(draft_of({"about.name": "Two Rivers"}, path="quick"), go("AB-03"), GoTo())

    assert "About the partnership: in progress, 1 of 4" in labels(played.script.page)


def test_thinking_again_returns_to_the_question() -> None:
    played = play(draft_of(), go("AB-01"), GoTo(), choose("Set goals"), Back(), Back())

    assert played.script.page.place == "about.name"


def test_the_whole_plan_is_one_of_the_places() -> None:
    played = play(draft_of(), go("AB-01"), GoTo(), choose("See the whole plan"))

    assert played.script.page.place == "?hub"


def test_going_works_from_inside_an_entry_and_from_the_review() -> None:
    from_entry = play(draft_of(), go("BU-11"), choose("Add"), go("AB-01"))
    from_review = play(draft_of(), choose("Read over"), choose("About"), choose("Name"), go("GO-02"))

    assert from_entry.script.page.place == "about.name"
    assert from_review.script.page.place == "goals.items"


def test_making_the_document_is_one_word_away_and_returns_to_the_question() -> None:
    played = play(draft_of(path="quick"), go("GO-02"), at("goals.items", Make()))

    assert played.script.page.place == "goals.items"


def test_reading_over_is_one_word_away_and_returns_to_the_question() -> None:
    draft = draft_of({"about.name": "Two Rivers"}, path="quick")

    played = play(
        draft, go("GO-02"), at("goals.items", Review()), at("?review", choose("About")), choose("Name"),
        Answer("Three Rivers"), at("about?review", Back()), at("?review", Back()),
    )  # fmt: skip

    assert played.script.page.place == "goals.items"
    assert played.draft.get("about.name") == "Three Rivers"


def test_reading_over_from_the_whole_plan_returns_there() -> None:
    played = play(draft_of(), go("AB-01"), GoTo(), choose("See"), Review(), at("?review", Back()))

    assert played.script.page.place == "?hub"
