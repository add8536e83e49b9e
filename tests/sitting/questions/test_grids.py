"""Grids: asked cell by cell, shown row by row."""

from tests.support.script import at, choose, go, labels, play
from tests.support.shipped import draft_of
from wizard.sitting.ask import Answer, Back
from wizard.storage.draft import OpenPoint

SCOPE = "define.scope"


def test_the_other_cells_of_a_row_stand_above() -> None:
    played = play(draft_of(), go("DE-03"), Answer("covered"))

    first, second = played.script.pages[1:3]
    assert first.above == (("Row 1 of 2, column 1 of 2", ""),)
    where, (column, answer) = second.above
    assert where == ("Row 1 of 2, column 2 of 2", "")
    assert column in first.question
    assert answer in labels(first)


def test_a_cell_can_take_the_answer_of_the_row_above() -> None:
    played = play(draft_of(), go("DE-03"), *[Answer("covered")] * 3, choose("Same as above"))

    rows = played.draft.get(SCOPE)
    first, second = list(rows.values())[:2]
    assert set(first.values()) == set(second.values()) == {"covered"}


def test_a_row_can_be_answered_at_once() -> None:
    played = play(draft_of(), go("DE-03"), choose("One answer for the whole row"), Answer("covered"))

    (row,) = played.draft.get(SCOPE).values()
    assert list(row.values()) == ["covered"] * 2
    assert played.script.page.above[0] == ("Row 2 of 2, column 1 of 2", "")


def test_what_is_answered_in_a_row_stays_when_the_rest_is_answered_at_once() -> None:
    draft = draft_of(
        {"about.places": ["boulder", "denver", "adams"], "build.needs.need-aaaa.service": "legal_labor"}
    )

    played = play(
        draft, go("BU-06"), at("build.coverage_also", Answer(["food"])), choose("None"),
        at("build.coverage.legal_labor.denver", choose("One answer for the whole row")), choose("Some"),
    )  # fmt: skip

    assert played.draft.get("build.coverage.legal_labor") == {
        "boulder": "none",
        "denver": "some",
        "adams": "some",
    }
    assert played.script.page.place == "build.coverage.food.boulder"


def test_back_from_answering_a_whole_row_returns_to_its_cell() -> None:
    played = play(draft_of(), go("DE-03"), choose("One answer"), Back())

    assert played.script.page.place == played.script.pages[1].place
    assert played.draft.get(SCOPE) is None


def test_the_last_empty_cell_of_a_row_has_no_rest() -> None:
    played = play(draft_of(), go("DE-03"), Answer("covered"))

    assert not any(label.startswith("One answer") for label in labels(played.script.page))


def test_the_first_row_has_nothing_above() -> None:
    played = play(draft_of(), go("DE-03"))

    assert not any(label.startswith("Same as above") for label in labels(played.script.page))


def test_the_rest_can_be_called_not_known() -> None:
    played = play(draft_of(), go("DE-03"), Answer("covered"), choose("Not known for the rest"))

    assert played.draft.open_points == [OpenPoint(SCOPE, "not_known")]
    assert not played.script.page.place.startswith(SCOPE)
    assert "not known" in played.script.page.note


def test_back_goes_from_cell_to_cell() -> None:
    played = play(draft_of(), go("DE-03"), Answer("covered"), Back())

    assert played.script.page.place == played.script.pages[1].place


def test_the_rows_of_the_coverage_table_are_the_help_that_was_named() -> None:
    draft = draft_of(
        {
            "about.places": ["boulder"],
            "build.resources.resource-aaaa.organization": "Shelter",
            "build.resources.resource-aaaa.services": ["emergency_shelter"],
            "build.needs.need-aaaa.service": "legal_labor",
        }
    )

    played = play(draft, go("BU-06"), at("build.coverage_also", Answer(["food"])))

    rows = [turn.place for turn in played.sitting.here.turns if turn.part.slot == "build.coverage"]
    assert rows == [f"build.coverage.{row}.boulder" for row in ("emergency_shelter", "legal_labor", "food")]


def test_rows_in_words_of_ones_own_have_their_place_too() -> None:
    draft = draft_of({"about.places": ["boulder"], "build.needs.need-aaaa.service": {"other": "A ride home"}})

    page = play(draft, go("BU-06"), at("build.coverage_also", Answer(["food"]))).script.page

    assert page.above[0] == ("Row 1 of 2", "")
