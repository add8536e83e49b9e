"""The part survivors have: now and next on a ladder, where they take part beside it, every fact once."""

from typing import Any

import pytest

from tests.support.figures_seen import Plan
from tests.support.markers import by_chapter
from wizard.storage.draft import OpenPoint


def plan(now: str | None, aim: str | None, **more: Any) -> Plan:
    made = Plan()
    for name, value in {"level_now": now, "level_aim": aim, **more}.items():
        if value:
            made.draft.put(f"survivors.{name}", value)
    return made


def chapter(plan: Plan) -> str:
    return by_chapter(plan.page())["9"]


def test_the_ladder_has_every_rung_and_marks_now_and_next() -> None:
    made = plan("consulted", "voting_seats")
    drawn = made.drawn("survivor_ladder")

    labels = [made.read(rung.label) for rung in drawn.rungs]

    assert labels[:2] == ["Not yet involved", "Asked now and then"]
    assert labels[-1] == "Survivor-led"
    assert [rung.now for rung in drawn.rungs] == [False, True, False, False, False, False]
    assert [rung.next for rung in drawn.rungs] == [False, False, False, True, False, False]
    assert [rung.reached for rung in drawn.rungs] == [True, True, False, False, False, False]


@pytest.mark.parametrize(("now", "aim"), [("consulted", None), (None, "co_lead"), (None, None)])
def test_a_single_rung_stays_one_line(now: str | None, aim: str | None) -> None:
    made = plan(now, aim)

    assert made.drawn("survivor_ladder") is None
    assert ("NowAskednowandthen" in chapter(made)) == (now == "consulted")


def test_every_fact_stands_once_and_the_plain_row_is_gone() -> None:
    told = chapter(
        plan(
            "none_yet",
            "consulted",
            aim_by="2027-01-31",
            first_step="Ask the Council",
            first_step_by="2026-10-01",
        )
    )

    assert "Next:Askednowandthen,byJanuary31,2027." in told
    assert [told.count(each) for each in ("January31,2027", "AsktheCouncil", "October1,2026")] == [1, 1, 1]
    assert "Aimreachedby" not in told


def test_an_aim_without_a_day_says_why() -> None:
    made = plan("consulted", "paid_advisers")
    made.draft.leave_open(OpenPoint("survivors.aim_by", "not_decided", "after the budget", "co-chairs"))

    told = chapter(made)

    assert "Aimreachedby" in told
    assert "Notdecidedyet—co-chairs.afterthebudget" in told


def test_stages_stand_beside_the_ladder_once_unless_they_are_long() -> None:
    short, long = plan("consulted", "co_lead"), plan("consulted", "co_lead")
    for each in (short, long):
        each.draft.put("survivors.stages.design.prevention", "now")
    long.draft.leave_open(OpenPoint("survivors.stages.decide.prevention", "parked", "after the summer " * 10))

    drawn = [each.drawn("survivor_ladder") for each in (short, long)]

    assert [each.beside for each in drawn] == [True, False]
    assert [len(each.stages.tables) for each in drawn] == [1, 1]
    assert chapter(short).count("Wheresurvivorstakepart") == 1
    assert 'class="ladder twin beside"' in short.page()
    assert 'class="steps twin"' in long.page()


def test_stages_left_open_say_so_under_the_ladder() -> None:
    made = plan("consulted", "co_lead")
    made.draft.leave_open(OpenPoint("survivors.stages", "not_known", "ask the advisers"))

    told = chapter(made)

    assert told.count("asktheadvisers") == 1
    assert "Next:Survivorsleadorchairtogetherwithothers" in told
