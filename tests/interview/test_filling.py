"""Answers put into a plan as if they had been typed: what hangs on them follows."""

import json

from tests.support.shipped import draft_of, toolkit
from wizard.interview.filling import changes, fill
from wizard.storage.draft import Draft, OpenPoint


def filled(plan: Draft, answers: object, prefer: str | None = None) -> Draft:
    return fill(toolkit(), plan, [("answers.json", json.dumps(answers).encode())], prefer).draft


def test_the_plan_itself_is_left_as_it_was() -> None:
    plan = draft_of({"about.name": "Two Rivers"})
    before = plan.snapshot()

    after = filled(plan, {"about": {"age": "forming"}})

    assert plan == before
    assert [key for key, *_ in changes(plan, after)] == [("answer", "about.age")]


def test_an_open_point_of_a_whole_row_of_cells_goes_with_the_last_cell() -> None:
    plan = draft_of()
    plan.leave_open(OpenPoint("define.scope", "not_known"))
    rows = [
        option.key for option in toolkit().choices[toolkit().filling["define.scope"].rows.options].options
    ]  # type: ignore[union-attr]
    columns = [
        option.key for option in toolkit().choices[toolkit().filling["define.scope"].columns.options].options
    ]  # type: ignore[union-attr]
    whole = {row: dict.fromkeys(columns, "covered") for row in rows}

    some = filled(plan, {"define": {"scope": {rows[0]: whole[rows[0]]}}})
    every = filled(plan, {"define": {"scope": whole}})

    assert [point.at for point in some.open_points] == ["define.scope"]
    assert every.open_points == []


def test_an_open_point_of_a_list_stays_until_the_list_is_called_complete() -> None:
    plan = draft_of()
    plan.leave_open(OpenPoint("build.members", "not_decided"))

    after = filled(plan, {"build": {"members": [{"organization": "Legal Aid"}]}})

    assert [point.at for point in after.open_points] == ["build.members"]


def test_an_answer_that_a_file_gives_does_not_move_along() -> None:
    plan = draft_of({"about.period.start": "2026-09-01", "about.period.end": "2027-08-31"})

    moved = filled(plan, {"about": {"period": {"start": "2026-10-01"}}}, "new")
    period = {"start": "2026-10-01", "end": "2027-08-30"}
    said = filled(plan, {"about": {"period": period}}, "new")

    assert moved.get("about.period.end") == "2027-09-30"
    assert said.get("about.period") == period


def test_new_entries_stand_last_wherever_they_stand_in_the_file() -> None:
    plan = draft_of(
        {"build.members.member-aaaa.organization": "A", "build.members.member-bbbb.organization": "B"}
    )
    given = [
        {"organization": "New"},
        {"id": "member-bbbb"},
        {"id": "member-aaaa", "sector": "legal_services"},
    ]

    after = filled(plan, {"build": {"members": given}})

    assert [item.get("organization") for item in after.items("build.members")] == ["A", "B", "New"]
