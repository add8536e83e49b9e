"""Go to: a question by its id or from a list, a section, or the whole plan."""

import pytest

from tests.support.script import at, choose, go, play
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


def test_an_unknown_id_says_so_and_offers_everything() -> None:
    played = play(draft_of(), go("AB-01"), go("XY-99"))

    assert played.script.page.place == "?go"
    assert "XY-99" in played.script.page.note


def test_a_question_of_the_full_plan_says_where_it_is() -> None:
    played = play(draft_of(path="quick"), go("AB-01"), go("GO-11"))

    assert "full plan" in played.script.page.note


def test_a_question_that_does_not_apply_says_so() -> None:
    draft = draft_of({"survivors.level_now": "none_yet"})

    played = play(draft, go("AB-01"), go("SU-02"))

    assert "not asked now" in played.script.page.note


def test_every_question_of_every_section_can_be_picked() -> None:
    played = play(draft_of(), go("AB-01"), GoTo(), choose("GO-01"))

    assert played.script.page.place == "goals.ideas"
    assert len([each for each in played.script.pages[-2].options if not each.apart]) == 120


def test_a_question_stands_there_with_its_section_and_its_state() -> None:
    played = play(draft_of({"about.name": "Two Rivers"}, path="quick"), go("AB-03"), GoTo())

    page = played.script.page
    assert page.value == "AB-03"
    advice = {each.value: each.advice for each in page.options}
    assert advice["AB-01"] == "About the partnership, answered"
    assert advice["GO-02"] == "Set goals, still open"


def test_the_only_question_with_these_words_is_gone_to_at_once() -> None:
    played = play(draft_of(path="quick"), go("AB-01"), go("our missi"))

    assert played.script.page.place == "define.mission"


def test_words_that_nothing_has_are_said_back_before_everything_is_offered() -> None:
    page = play(draft_of(path="quick"), go("AB-01"), go("ission")).script.page

    assert "ission" in page.note
    assert len(page.options) == 52


def test_several_with_these_words_are_offered_and_nothing_else() -> None:
    played = play(draft_of(path="quick"), go("AB-01"), go("goal"))

    assert played.script.page.place == "?go"
    assert 1 < len(played.script.page.options) < 12
    assert all("goal" in f"{each.label} {each.advice}".casefold() for each in played.script.page.options)


def test_a_section_leads_to_its_first_open_question() -> None:
    draft = draft_of({"define.definition": "colorado"}, path="quick")

    played = play(draft, go("AB-01"), GoTo(), choose("Define"))

    assert played.script.page.place == "define.patterns"


def test_the_doors_are_found_by_their_words() -> None:
    reviewed = play(draft_of(path="quick"), go("AB-01"), go("review"))
    left = play(draft_of(path="quick"), go("AB-01"), go("save and leave"))

    assert reviewed.script.page.place == "?review"
    assert left.places[-1] == "about.name"


def test_thinking_again_returns_to_the_question() -> None:
    played = play(draft_of(), go("AB-01"), GoTo(), Back())

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
