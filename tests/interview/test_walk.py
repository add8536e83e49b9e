"""What comes next: always ahead, never a jump back, and what was passed waits."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.shipped import draft_of, look, toolkit, turn_at
from wizard.interview import walk
from wizard.interview.survey import Survey, Turn, survey
from wizard.storage.draft import Draft, OpenPoint

GOALS: dict[str, Any] = {
    "build.needs.need-aaaa.need": "Shelter",
    **{f"goals.items.goal-{x}.statement": f"Goal {x}" for x in ("aaaa", "bbbb", "cccc")},
}


def keys(here: Survey) -> list[tuple[str, str]]:
    return [turn.key for turn in here.turns]


def test_a_new_plan_starts_with_its_name() -> None:
    first = walk.first_open(look())

    assert first is not None
    assert first.place == "about.name"


def test_a_plan_with_nothing_open_has_nothing_first() -> None:
    draft = draft_of(path="quick")
    for turn in survey(toolkit(), draft).turns:
        draft.leave_open(OpenPoint(turn.place, "parked"))

    assert walk.first_open(survey(toolkit(), draft)) is None


def test_the_next_open_turn_is_ahead_and_not_the_first_gap() -> None:
    here = look({"about.age": "forming"})

    after = walk.next_open(here, turn_at(here, "about.age"))

    assert after is not None
    assert after.place == "about.places"
    assert walk.first_open(here) == turn_at(here, "about.name")


def test_what_is_answered_or_left_open_is_passed() -> None:
    draft = draft_of({"about.places": ["denver"]})
    draft.leave_open(OpenPoint("about.in_colorado", "not_known"))
    here = survey(toolkit(), draft)

    after = walk.next_open(here, turn_at(here, "about.age"))

    assert after is not None
    assert after.place == "about.period.start"


def test_behind_the_last_turn_there_is_nothing() -> None:
    here = look()

    assert walk.next_open(here, here.turns[-1]) is None


@pytest.mark.parametrize("path", ["quick", "full"])
def test_answering_every_open_turn_from_the_start_never_jumps_back(path: str) -> None:
    """Walks the whole plan by leaving each turn open; the walk only ever goes on."""
    draft = draft_of(GOALS, path=path)
    draft.path = path
    here = survey(toolkit(), draft)
    turn, at, seen = walk.first_open(here), -1, 0

    while turn is not None:
        assert keys(here).index(turn.key) > at
        at, seen = keys(here).index(turn.key), seen + 1
        draft.leave_open(OpenPoint(turn.place, "parked"))
        here = survey(toolkit(), draft)
        turn = walk.next_open(here, turn)

    print(f"{seen} turns on the {path} path, {len(here.turns)} in all")
    assert seen > 50
    assert walk.first_open(here) is None


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_the_next_turn_is_never_before_the_one_just_asked(data: st.DataObject) -> None:
    draft = draft_of(GOALS)
    every = survey(toolkit(), draft).turns
    for turn in data.draw(st.lists(st.sampled_from(every), max_size=30)):
        draft.leave_open(OpenPoint(turn.place, "not_known"))
    here = survey(toolkit(), draft)
    asked = data.draw(st.sampled_from(here.turns))

    found = walk.next_open(here, asked)

    assert found is None or keys(here).index(found.key) > keys(here).index(asked.key)


def removed(draft: Draft, ident: str) -> Survey:
    draft.remove("goals.items", ident)
    return survey(toolkit(), draft)


def test_after_an_item_was_removed_the_walk_goes_on_in_its_list_or_behind() -> None:
    draft = draft_of(GOALS)
    gone = turn_at(survey(toolkit(), draft), "goals.items.goal-cccc.horizon")

    found = walk.next_open(removed(draft, "goal-cccc"), gone)

    assert found is not None
    assert toolkit().home[found.question.id].section == "goals"


def test_after_the_only_item_was_removed_the_walk_comes_to_its_list() -> None:
    draft = draft_of({"goals.items.goal-aaaa.statement": "x"})
    gone = turn_at(survey(toolkit(), draft), "goals.items.goal-aaaa.statement")

    found = walk.next_open(removed(draft, "goal-aaaa"), gone)

    assert found is not None
    assert found.place == "goals.items"


def test_after_a_question_stopped_applying_the_walk_goes_on_behind_it() -> None:
    draft = draft_of({"define.ps": "five"})
    gone = turn_at(survey(toolkit(), draft), "define.fifth_p")
    draft.put("define.ps", "four")

    found = walk.next_open(survey(toolkit(), draft), gone)

    assert found is not None
    assert found.question.id in ("DE-09", "DE-10")
    assert found.place == "define.principles" or found.question.id == "DE-10"


def test_back_leads_to_the_turn_just_before() -> None:
    here = look({"about.name": "x"})

    assert walk.before(here, turn_at(here, "about.body")) == turn_at(here, "about.name")
    assert walk.before(here, turn_at(here, "about.name")) is None


def test_back_from_a_turn_that_is_gone_leads_before_its_place() -> None:
    draft = draft_of({"define.ps": "five"})
    gone = turn_at(survey(toolkit(), draft), "define.fifth_p")
    draft.put("define.ps", "four")
    here = survey(toolkit(), draft)

    found = walk.before(here, gone)

    assert found is not None
    assert here.turns.index(found) < here.turns.index(turn_at(here, "define.mandates"))


def test_the_same_turn_is_found_again_while_it_applies() -> None:
    draft = draft_of({"define.ps": "five"})
    turn = turn_at(survey(toolkit(), draft), "define.fifth_p")

    again = walk.again(survey(toolkit(), draft), turn)
    draft.put("define.ps", "four")
    gone = walk.again(survey(toolkit(), draft), turn)

    assert again is not None
    assert again.key == turn.key
    assert gone is None


def test_a_turn_is_found_by_its_place() -> None:
    here = look()

    assert walk.at_place(here, "about.host") == turn_at(here, "about.host")
    assert walk.at_place(here, "about.nowhere") is None


@pytest.mark.parametrize(
    ("answers", "place"),
    [
        ({}, "about.places"),
        ({"about.places": ["denver"]}, "about.in_colorado"),
        ({"about.places": ["denver"], "about.in_colorado": "yes"}, "about.places"),
    ],
)
def test_a_question_that_was_picked_starts_at_its_first_open_part(
    answers: dict[str, Any], place: str
) -> None:
    found = walk.of_question(look(answers), "AB-03")

    assert found is not None
    assert found.place == place


def test_a_question_that_does_not_apply_cannot_be_picked() -> None:
    assert walk.of_question(look({"survivors.level_now": "none_yet"}), "SU-02") is None


def test_a_section_has_its_own_questions_wherever_they_are_asked() -> None:
    turns = walk.of_section(look(), "operations")

    asked = list(dict.fromkeys(turn.question.id for turn in turns))
    assert asked[:3] == ["OP-07", "OP-05", "OP-01"]
    assert all(question.startswith("OP-") for question in asked)


def stretch(here: Survey, place: str, then: str | None) -> bool:
    other: Turn | None = turn_at(here, then) if then else None
    return walk.ends_section(here, turn_at(here, place), other)


def test_a_section_ends_where_another_begins_or_nothing_follows() -> None:
    here = look()

    assert not stretch(here, "about.name", "about.body")
    assert stretch(here, "about.readers", "operations.ground_rules")
    assert stretch(here, "operations.decision", "define.definition")
    assert stretch(here, "sign_off.remember", None)
