"""What stands in a prompt before anybody answered, and how it moves along with what it was made from."""

from typing import Any

import pytest

from tests.support.shipped import draft_of, look, toolkit, turn_at
from wizard.interview.defaults import default_for, moved
from wizard.interview.survey import survey
from wizard.plan.slots import slot

# What was answered before · the place · what is offered there
OFFERED: list[tuple[dict[str, Any], str, Any]] = [
    ({}, "about.period.end", None),
    ({"about.period.start": "2026-09-01"}, "about.period.end", "2027-08-31"),
    ({"about.period.start": "2024-02-29"}, "about.period.end", "2025-02-27"),
    ({"about.period.start": "2026-08-31"}, "sign_off.look_again", "2027-02-28"),
    ({"about.period.start": "2026-12-31"}, "trust.review_date", "2027-06-30"),
    (
        {"about.period.end": "2027-08-31", "survivors.level_aim": "consulted"},
        "survivors.aim_by",
        "2027-08-31",
    ),
    ({}, "trust.review_every", "six_months"),
    ({}, "operations.decision", "consensus_then_majority"),
    ({}, "define.ps", "four"),
    ({"trust.steps.step-aaaa.who": "Both"}, "trust.steps.step-aaaa.step", "informal_talk"),
    (
        {"trust.steps.step-aaaa.step": "informal_talk", "trust.steps.step-bbbb.who": "A mediator"},
        "trust.steps.step-bbbb.step",
        "neutral_helper",
    ),
    ({"trust.steps.step-aaaa.step": "neutral_helper"}, "trust.steps.step-aaaa.days", 14),
    ({"trust.steps.step-aaaa.step": {"other": "A prayer"}}, "trust.steps.step-aaaa.days", None),
    (
        {
            "about.room.seat-aaaa.organization": "Legal Aid",
            "about.room.seat-bbbb.organization": "Schools",
            "build.members.member-aaaa.organization": "Legal Aid",
            "build.members.member-bbbb.sector": "schools",
        },
        "build.members.member-bbbb.organization",
        "Schools",
    ),
    (
        {"about.room.seat-aaaa.organization": "Legal Aid", "build.resources.resource-aaaa.status": "open"},
        "build.resources.resource-aaaa.organization",
        "Legal Aid",
    ),
    ({"build.resources.resource-aaaa.status": "open"}, "build.resources.resource-aaaa.organization", None),
    (
        {"about.period.start": "2026-09-01", "goals.items.goal-aaaa.statement": "x"},
        "goals.items.goal-aaaa.first_step_by",
        None,
    ),
    (
        {"about.period.start": "2026-09-01", "goals.items.goal-aaaa.first_step": "Meet"},
        "goals.items.goal-aaaa.first_step_by",
        "2026-11-29",
    ),
    ({"about.period.end": "2027-08-31"}, "survivors.aim_by", None),
    ({"about.in_colorado": "no"}, "strategy.help_lines", ["emergency", "national"]),
    ({"define.ps": "five"}, "define.fifth_p", "Persons with lived experience"),
    ({"build.members.member-aaaa.organization": "x"}, "build.members.member-aaaa.ps", None),
    ({"build.members.member-aaaa.sector": {"other": "Circus"}}, "build.members.member-aaaa.ps", None),
    (
        {"evaluation.calendar.date-aaaa.collect": "2026-11-30"},
        "evaluation.calendar.date-aaaa.review",
        "2026-12-30",
    ),
    (
        {
            "goals.items.goal-aaaa.lead": "member-aaaa",
            "strategy.activities.activity-aaaa.goal": "goal-aaaa",
            "build.members.member-aaaa.organization": "x",
        },
        "strategy.activities.activity-aaaa.lead",
        "member-aaaa",
    ),
    (
        {"goals.items.goal-aaaa.baseline": 0, "evaluation.indicators.indicator-aaaa.goal": "goal-aaaa"},
        "evaluation.indicators.indicator-aaaa.baseline",
        0,
    ),
    (
        {"goals.items.goal-aaaa.statement": "x", "evaluation.indicators.indicator-aaaa.goal": "goal-aaaa"},
        "evaluation.indicators.indicator-aaaa.target",
        None,
    ),
    (
        {"evaluation.indicators.indicator-aaaa.indicator": "x"},
        "evaluation.indicators.indicator-aaaa.target",
        None,
    ),
]


@pytest.mark.parametrize(("answers", "place", "offered"), OFFERED, ids=[f"{p} {o}" for _, p, o in OFFERED])
def test_what_is_offered_is_made_from_what_was_said(
    answers: dict[str, Any], place: str, offered: Any
) -> None:
    here = look(answers)

    assert default_for(here, turn_at(here, place)) == offered


@pytest.mark.parametrize(("collect", "offered"), [("2027-05-31", "2027-06-30"), ("2027-08-15", None)])
def test_nothing_is_offered_that_would_lie_outside_the_plan(collect: str, offered: str | None) -> None:
    here = look({**START, "evaluation.calendar.date-aaaa.collect": collect})

    assert default_for(here, turn_at(here, "evaluation.calendar.date-aaaa.review")) == offered


def test_a_sector_offers_the_ps_it_usually_has() -> None:
    here = look({"build.members.member-aaaa.sector": "prosecutors"})

    offered = default_for(here, turn_at(here, "build.members.member-aaaa.ps"))

    assert offered == list(toolkit().choices["sectors"].by_key["prosecutors"].ps)
    assert "prosecution" in offered


def test_several_services_offer_each_p_once() -> None:
    here = look({"build.resources.resource-aaaa.services": ["food", "crisis_response", "youth_prevention"]})

    offered = default_for(here, turn_at(here, "build.resources.resource-aaaa.ps"))

    assert len(offered) == len(set(offered)) >= 2


def test_a_part_without_a_default_offers_nothing() -> None:
    here = look()

    assert default_for(here, turn_at(here, "about.name")) is None


def test_a_default_that_is_a_value_fits_its_slot() -> None:
    valued = [(part.slot, part.default.value) for part in toolkit().filling.values() if part.default]
    fitted = [(path, slot(path).fit(value)) for path, value in valued if value is not None]

    assert len(fitted) >= 4
    assert fitted == [(path, value) for path, value in valued if value is not None]


def after(answers: dict[str, Any], place: str, value: Any) -> dict[str, Any]:
    """What moves along, by place, when an answer changes in a draft that goes on living."""
    draft = draft_of(answers)
    before = survey(toolkit(), draft)
    changed = turn_at(before, place)
    draft.put(place, value)
    return {turn.place: new for turn, new in moved(before, survey(toolkit(), draft), changed)}


START = {"about.period.start": "2026-09-01", "about.period.end": "2027-08-31"}


def test_an_answer_that_still_equals_its_default_moves_along() -> None:
    assert after(START, "about.period.start", "2026-10-01") == {"about.period.end": "2027-09-30"}


def test_every_help_line_of_the_place_is_offered_and_they_move_along_with_it() -> None:
    lines = default_for(here := look(), turn_at(here, "strategy.help_lines"))

    assert lines == [option.key for option in toolkit().choices["help_lines"].options]
    assert after({"strategy.help_lines": lines}, "about.in_colorado", "no") == {
        "strategy.help_lines": ["emergency", "national"]
    }


def test_the_next_of_a_list_never_moves_though_another_entry_changes() -> None:
    steps = {"trust.steps.step-aaaa.step": "informal_talk", "trust.steps.step-bbbb.step": "neutral_helper"}

    assert after(steps, "trust.steps.step-aaaa.step", "chairs_panel") == {}


def test_an_answer_somebody_made_their_own_stays() -> None:
    assert after({**START, "about.period.end": "2028-01-31"}, "about.period.start", "2026-10-01") == {}


def test_an_answer_stays_where_its_source_goes() -> None:
    assert after(START, "about.period.start", None) == {}


def test_what_was_changed_itself_does_not_move_back() -> None:
    assert after(START, "about.period.end", "2027-12-31") == {}


def test_everything_made_from_one_answer_moves_at_once() -> None:
    answers = {**START, "sign_off.look_again": "2027-03-01", "trust.review_date": "2027-02-28"}

    found = after(answers, "about.period.start", "2026-10-01")

    assert found == {"about.period.end": "2027-09-30", "sign_off.look_again": "2027-04-01"}


def test_an_items_answer_moves_along_with_another_of_the_same_item() -> None:
    answers = {
        "evaluation.calendar.date-aaaa.collect": "2026-11-30",
        "evaluation.calendar.date-aaaa.review": "2026-12-30",
        "evaluation.calendar.date-bbbb.collect": "2026-11-30",
        "evaluation.calendar.date-bbbb.review": "2026-12-30",
    }

    found = after(answers, "evaluation.calendar.date-aaaa.collect", "2027-01-15")

    assert found == {"evaluation.calendar.date-aaaa.review": "2027-02-15"}


def test_the_usual_ps_move_along_with_the_sector() -> None:
    usual = toolkit().choices["sectors"].by_key
    answers = {
        "build.members.member-aaaa.sector": "prosecutors",
        "build.members.member-aaaa.ps": list(usual["prosecutors"].ps),
    }

    found = after(answers, "build.members.member-aaaa.sector", "schools")

    assert found == {"build.members.member-aaaa.ps": list(usual["schools"].ps)}


def test_an_answer_moves_along_with_what_its_reference_leads_to() -> None:
    answers = {
        "goals.items.goal-aaaa.baseline": 10,
        "evaluation.indicators.indicator-aaaa.goal": "goal-aaaa",
        "evaluation.indicators.indicator-aaaa.baseline": 10,
    }

    found = after(answers, "goals.items.goal-aaaa.baseline", 12)

    assert found == {"evaluation.indicators.indicator-aaaa.baseline": 12}


def test_a_chain_of_defaults_moves_to_its_end() -> None:
    answers = {
        "evaluation.calendar.date-aaaa.collect": "2026-11-30",
        "evaluation.calendar.date-aaaa.review": "2026-12-30",
        "evaluation.calendar.date-aaaa.act": "2027-01-30",
    }

    found = after(answers, "evaluation.calendar.date-aaaa.collect", "2027-01-15")

    assert found == {
        "evaluation.calendar.date-aaaa.review": "2027-02-15",
        "evaluation.calendar.date-aaaa.act": "2027-03-15",
    }
