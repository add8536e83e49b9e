"""Not decided yet: on a part, a list, a whole entry or a table, with who finds out and by when."""

import pytest

from tests.support.script import Memory, at, choose, go, play, types
from tests.support.shipped import draft_of
from wizard.sitting.ask import Answer, Back, Leave, NotYet, Pass
from wizard.storage.draft import Draft, OpenPoint

GOAL = "goals.items.goal-aaaa"
ALL_PASSED = (Pass(), Pass(), Pass())


def test_one_key_and_three_passed_pages_leave_a_part_open() -> None:
    played = play(draft_of(path="quick"), go("AB-01"), NotYet(), Answer("not_decided"), *ALL_PASSED)

    assert played.keep.saved[-1].open_points == [OpenPoint("about.name", "not_decided")]
    assert played.script.page.note == "Noted as open. The plan will say so until you decide."
    assert played.script.page.place == "about.places"


def test_the_reason_not_decided_needs_only_enter() -> None:
    played = play(draft_of(path="quick"), go("AB-01"), NotYet())

    assert played.script.page.value == "not_decided"
    assert played.script.page.above[0][0] == played.script.pages[1].question


def test_who_finds_out_and_by_when_are_kept() -> None:
    played = play(
        draft_of(path="quick"),
        go("AB-01"),
        NotYet(),
        Answer("not_known"),
        Answer("Ask the county"),
        Answer("Coordinator"),
        Answer("2026-11-30"),
    )

    point = OpenPoint("about.name", "not_known", "Ask the county", "Coordinator", "2026-11-30")
    assert played.keep.saved[-1].open_points == [point]


def test_the_question_stands_above_while_it_is_asked_why_it_is_open() -> None:
    played = play(draft_of(path="quick"), go("AB-01"), NotYet(), Answer("not_known"), Pass(), Pass())

    pages = [page for page in played.script.pages if page.place.startswith("about.name?")]
    assert [page.above for page in pages] == [(("What is the partnership called?", ""),)] * 4


def test_what_does_not_apply_needs_no_owner() -> None:
    played = play(draft_of(path="quick"), go("AB-01"), NotYet(), Answer("does_not_apply"))

    assert played.draft.open_points == [OpenPoint("about.name", "does_not_apply")]
    assert played.script.page.place == "about.places"


def test_back_goes_from_page_to_page_and_then_to_the_question() -> None:
    played = play(
        draft_of(path="quick"),
        go("AB-01"),
        NotYet(),
        Answer("parked"),
        at("about.name?note", Answer("Later")),
        at("about.name?owner", Back()),
        at("about.name?note", Back()),
        at("about.name?reason", Back()),
    )

    assert played.script.page.place == "about.name"
    assert played.draft.open_points == []


def test_an_answer_that_is_no_longer_decided_is_taken_away_after_saying_so() -> None:
    draft = draft_of({"about.name": "Two Rivers"}, path="quick")

    played = play(draft, go("AB-01"), NotYet(), Answer("not_decided"), *ALL_PASSED)

    assert "taken away" in played.script.pages[2].hint
    assert played.draft.get("about.name") is None


def test_an_answer_closes_its_open_point() -> None:
    draft = draft_of(path="quick")
    draft.leave_open(OpenPoint("about.name", "not_decided"))

    played = play(draft, go("AB-01"), Answer("Two Rivers"))

    assert "Left open: Not decided yet" in played.script.pages[1].note
    assert played.keep.saved[-1].open_points == []


def test_a_list_that_is_left_open_keeps_its_entries() -> None:
    draft = draft_of({f"{GOAL}.statement": "Open a line"}, path="quick")

    played = play(draft, go("GO-02"), at("goals.items", NotYet()), Answer("parked"), *ALL_PASSED)

    assert played.draft.point("goals.items") == OpenPoint("goals.items", "parked")
    assert len(played.draft.items("goals.items")) == 1


def test_a_list_of_texts_that_is_left_open_keeps_its_texts() -> None:
    draft = draft_of({"define.unknowns": ["How many"]})

    played = play(draft, go("DE-04"), at("define.unknowns", NotYet()), Answer("parked"), *ALL_PASSED)

    assert played.draft.get("define.unknowns") == ["How many"]
    assert played.draft.point("define.unknowns") == OpenPoint("define.unknowns", "parked")


def test_everything_still_empty_in_an_entry_can_be_left_open_at_once() -> None:
    draft = draft_of({f"{GOAL}.statement": "Open a line"}, path="quick")

    played = play(
        draft,
        go("GO-05"),
        NotYet(),
        Answer("not_known"),
        at(f"{GOAL}.target_date?at", choose("Everything still empty in this entry")),
        *ALL_PASSED,
    )

    assert played.draft.point(GOAL) == OpenPoint(GOAL, "not_known")
    assert played.draft.get(f"{GOAL}.statement") == "Open a line"
    assert played.script.page.place == "goals.items"


def test_the_point_of_an_entry_goes_with_its_last_answer() -> None:
    draft = draft_of({"about.room.seat-aaaa.organization": "Legal Aid"}, path="quick")
    draft.leave_open(OpenPoint("about.room.seat-aaaa", "not_known"))

    played = play(draft, go("AB-06"), lambda _: Answer("seat-aaaa"), choose("People"), Answer(3))

    assert played.draft.open_points == []


def test_everything_still_empty_in_a_table_can_be_left_open_at_once() -> None:
    draft = draft_of({"define.scope.labor.adults": "covered"})

    played = play(
        draft,
        go("DE-03"),
        NotYet(),
        Answer("parked"),
        choose("Everything still empty in this table"),
        *ALL_PASSED,
    )

    assert played.draft.point("define.scope") == OpenPoint("define.scope", "parked")
    assert played.draft.get("define.scope.labor.adults") == "covered"
    assert not played.script.page.place.startswith("define.scope")


def test_half_a_note_survives_a_closed_window() -> None:
    keep = Memory()
    play(
        draft_of(path="quick"),
        go("AB-01"),
        NotYet(),
        Answer("not_known"),
        types("Ask the cou", Leave(by_signal=True)),
        keep=keep,
    )

    played = play(Draft(path="quick"), choose("Go on with what you were typing"), keep=keep)

    assert played.script.page.question == "What should people know about it?"
    assert played.script.page.unfinished == "Ask the cou"


PAGES = ("reason", "note", "owner", "by")
ANSWERS = ("not_known", "Legal Aid asks the county", "data lead", "2026-11-30")


@pytest.mark.parametrize("answered", range(1, 4))
def test_a_window_closed_on_any_page_of_the_form_loses_none_of_its_answers(answered: int) -> None:
    keep = Memory()
    given = [Answer(each) for each in ANSWERS[:answered]]
    play(draft_of(path="quick"), go("AB-01"), NotYet(), *given, Leave(by_signal=True), keep=keep)
    rest = [Answer(each) for each in ANSWERS[answered - 1 :]]

    played = play(draft_of(path="quick"), choose("Go on with what you were typing"), *rest, keep=keep)

    page = played.script.pages[1]
    assert page.place == f"about.name?{PAGES[answered - 1]}"
    assert page.value == ANSWERS[answered - 1]
    assert played.keep.saved[-1].open_points == [OpenPoint("about.name", *ANSWERS)]
    assert keep.texts == {}


def test_who_goes_back_from_the_form_finds_the_question_and_later_the_note() -> None:
    keep = Memory()

    played = play(
        draft_of(path="quick"),
        go("AB-01"),
        NotYet(),
        Answer("not_known"),
        types("Ask the cou", Back()),
        Back(),
        NotYet(),
        Answer("not_known"),
        keep=keep,
    )

    assert [page.place for page in played.script.pages[-3:-1]] == ["about.name", "about.name?reason"]
    assert played.script.page.unfinished == "Ask the cou"
