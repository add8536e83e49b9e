"""What applies: the pruned plan and the turns there are, with every branch of the guide (B.5)."""

from typing import Any

import pytest

from tests.support.shipped import draft_of, look, places, toolkit, turn_at
from wizard.interview.survey import survey
from wizard.storage.draft import OpenPoint


def asked(answers: dict[str, Any], question: str) -> bool:
    return question in look(answers).asked


# Branches: with the first answers a place is asked; with the second its answer is set aside.
BRANCHES: dict[str, tuple[dict[str, Any], dict[str, Any], str, Any]] = {
    "BU-01 we are it": (
        {"build.existing": "working_with"},
        {"build.existing": "we_are_it"},
        "build.widening",
        "Ask the schools.",
    ),
    "DE-01 in our own words": (
        {"define.definition": "own_words"},
        {"define.definition": "federal"},
        "define.definition_words",
        "Words",
    ),
    "DE-09 the fifth P's name": ({"define.ps": "five"}, {"define.ps": "four"}, "define.fifth_p", "People"),
    "SU-01 a first step": (
        {"survivors.level_now": "none_yet"},
        {"survivors.level_now": "consulted"},
        "survivors.first_step",
        "Call three advisers.",
    ),
    "SU-01 none yet: stages": (
        {"survivors.level_now": "consulted"},
        {"survivors.level_now": "none_yet"},
        "survivors.stages.design.prevention",
        "now",
    ),
    "SU-01 none yet: seats": (
        {"survivors.level_now": "co_lead"},
        {"survivors.level_now": "none_yet"},
        "survivors.seats_open",
        2,
    ),
    "SU-04 not yet": (
        {"survivors.pay": "hourly"},
        {"survivors.pay": "not_yet"},
        "survivors.how_paid",
        "check",
    ),
    "SU-04 no rate": (
        {"survivors.pay": "stipend"},
        {"survivors.pay": "travel_care_only"},
        "survivors.rate",
        50,
    ),
    "SU-09 no review": (
        {"survivors.advisers_review": True},
        {"survivors.advisers_review": False},
        "survivors.advisers_paid",
        True,
    ),
    "EV-06 basic: a full evaluator": (
        {"evaluation.design": "advanced"},
        {"evaluation.design": "basic"},
        "evaluation.outside_help",
        "full",
    ),
    "EV-07 no help": (
        {"evaluation.outside_help": "some_tasks"},
        {"evaluation.outside_help": "no"},
        "evaluation.help_tasks.helptask-aaaa.task",
        "Write the survey",
    ),
    "EV-06 basic: what advice costs": (
        {"evaluation.outside_help": "advice", "evaluation.design": "middle"},
        {"evaluation.outside_help": "advice", "evaluation.design": "basic"},
        "evaluation.help_tasks.helptask-aaaa.cost",
        400,
    ),
    "SO-05 no vote": (
        {"sign_off.adoption.how": "vote"},
        {"sign_off.adoption.how": "consensus"},
        "sign_off.adoption.votes_for",
        9,
    ),
    "OP-02 no stand-in": (
        {"build.members.member-aaaa.alternate": True},
        {"build.members.member-aaaa.alternate": False},
        "build.members.member-aaaa.alternate_role",
        "Deputy director",
    ),
    "AB-03 inside Colorado": (
        {"about.in_colorado": "partly"},
        {"about.in_colorado": "yes"},
        "strategy.local_line",
        "A line of our own state",
    ),
    "BU-16 no agreement yet": (
        {"build.agreements": ["mou"]},
        {"build.agreements": ["none_yet"]},
        "build.agreements_by",
        "2027-01-01",
    ),
    "GO-10 by discussion": (
        {"goals.ranked_by": "dot_vote"},
        {"goals.ranked_by": "discussion"},
        "goals.ideas.idea-aaaa.votes",
        7,
    ),
    "BU-06 a place that is not covered any more": (
        {"about.places": ["denver"], "build.coverage_also": ["food"]},
        {"about.places": ["boulder"], "build.coverage_also": ["food"]},
        "build.coverage.food.denver",
        "some",
    ),
    "EV-05 a method that was taken out": (
        {"evaluation.methods": ["survey"]},
        {"evaluation.methods": ["interview"]},
        "evaluation.method_ratings.survey.useful",
        4,
    ),
}


@pytest.mark.parametrize("branch", BRANCHES)
def test_an_answer_whose_question_stops_applying_is_set_aside_and_comes_back(branch: str) -> None:
    applies, stops, place, value = BRANCHES[branch]
    draft = draft_of({**applies, place: value})
    before = survey(toolkit(), draft.snapshot())

    for where, answer in stops.items():
        draft.put(where, answer)
    aside = survey(toolkit(), draft.snapshot())
    for where, answer in applies.items():
        draft.put(where, answer)
    back = survey(toolkit(), draft)

    assert (place, value) not in before.set_aside
    assert place in places(before)
    assert (place, value) in aside.set_aside
    assert draft.get(place) == value
    assert before.answers == back.answers
    assert back.set_aside == []


@pytest.mark.parametrize(
    "branch", [name for name, case in BRANCHES.items() if case[2] != "evaluation.outside_help"]
)
def test_what_does_not_apply_is_not_asked(branch: str) -> None:
    _, stops, place, value = BRANCHES[branch]

    here = look({**stops, place: value})

    assert place not in places(here)


def test_the_fifth_p_goes_everywhere_once_there_are_four_and_comes_back() -> None:
    answers = {
        "define.ps": "five",
        "define.fifth_p": "People",
        "build.members.member-aaaa.ps": ["protection", "fifth"],
        "build.members.member-bbbb.ps": ["fifth"],
        "goals.items.goal-aaaa.ps": ["fifth", "prevention"],
        "survivors.level_now": "consulted",
        "survivors.stages.design.fifth": "now",
        "survivors.stages.design.prevention": "now",
    }
    with_five = look(answers)

    with_four = look({**answers, "define.ps": "four"})

    assert with_five.set_aside == []
    assert with_four.answers["build"]["members"] == [
        {"id": "member-aaaa", "ps": ["protection"]},
        {"id": "member-bbbb"},
    ]
    assert with_four.answers["goals"]["items"][0]["ps"] == ["prevention"]
    assert with_four.answers["survivors"]["stages"] == {"design": {"prevention": "now"}}
    assert "survivors.stages.design.fifth" in places(with_five) - places(with_four)
    assert ("build.members.member-aaaa.ps", ["protection", "fifth"]) in with_four.set_aside


def test_a_choice_of_nothing_stays_a_choice_of_nothing() -> None:
    here = look({"define.ps": "four", "goals.items.goal-aaaa.ps": []})

    assert here.answers["goals"]["items"][0]["ps"] == []
    assert here.set_aside == []


def test_help_lines_of_colorado_go_where_no_place_is_in_colorado() -> None:
    lines = ["emergency", "colorado_voice", "colorado_text", "national", "child_abuse"]
    inside = look({"strategy.help_lines": lines, "about.in_colorado": "yes"})
    partly = look({"strategy.help_lines": lines, "about.in_colorado": "partly"})
    outside = look({"strategy.help_lines": lines, "about.in_colorado": "no"})

    assert inside.answers["strategy"]["help_lines"] == partly.answers["strategy"]["help_lines"] == lines
    assert outside.answers["strategy"]["help_lines"] == ["emergency", "national"]
    assert "strategy.local_line" in places(partly) & places(outside)


MONEY = "strategy.activities.activity-aaaa.needs"
TIME = "strategy.activities.activity-bbbb.needs"

# What the activities need · whether the questions about money are asked
FUNDING: dict[str, tuple[dict[str, Any], bool]] = {
    "no activities": ({}, True),
    "one activity without its needs": ({"strategy.activities.activity-aaaa.activity": "Train"}, True),
    "needs not known yet": ({"strategy.activities.activity-aaaa.activity": "Train", TIME: ["time"]}, True),
    "one needs money": ({MONEY: ["money", "time"]}, True),
    "one of two needs money": ({MONEY: ["money"], TIME: ["time"]}, True),
    "nobody needs money": ({MONEY: ["skill"], TIME: ["time"]}, False),
    "nothing needed": ({MONEY: ["nothing"]}, False),
    "needs in other words": ({MONEY: [{"other": "A van"}]}, False),
}


@pytest.mark.parametrize("case", FUNDING)
def test_money_is_asked_about_unless_every_activity_says_it_needs_none(case: str) -> None:
    answers, expected = FUNDING[case]

    found = {
        question for question in ("FU-01", "FU-02", "FU-04", "FU-05", "FU-06") if asked(answers, question)
    }

    assert found == ({"FU-01", "FU-02", "FU-04", "FU-05", "FU-06"} if expected else set())
    assert asked(answers, "FU-03")
    assert asked(answers, "FU-07")


def test_needs_left_open_keep_the_questions_about_money() -> None:
    draft = draft_of({"strategy.activities.activity-aaaa.activity": "Train"})
    draft.leave_open(OpenPoint(MONEY, "not_known"))

    assert "FU-01" in survey(toolkit(), draft).asked


def test_costs_are_set_aside_when_nothing_needs_money_and_come_back() -> None:
    cost = {"funding.costs.cost-aaaa.item": "Interpreter", "funding.costs.cost-aaaa.amount": 900}
    without = look({**cost, MONEY: ["time"]})
    with_money = look({**cost, MONEY: ["money"]})

    assert "funding" not in without.answers
    assert dict(without.set_aside) == cost
    assert with_money.answers["funding"]["costs"] == [
        {"id": "cost-aaaa", "item": "Interpreter", "amount": 900},
    ]


# grids


def test_rows_and_columns_come_from_earlier_answers() -> None:
    here = look(
        {
            "about.places": ["denver", {"other": "Mesquite Reservation"}],
            "build.resources.resource-aaaa.services": ["food", {"other": "Horse therapy"}],
            "build.needs.need-aaaa.service": "dental",
            "build.needs.need-bbbb.service": "food",
            "build.coverage_also": ["medical"],
        }
    )

    cells = [turn for turn in here.turns if turn.part.slot == "build.coverage"]

    assert [(turn.row.key, turn.column.key) for turn in cells if turn.row and turn.column] == [
        (row, column)
        for row in ("food", "other_horse_therapy", "dental", "medical")
        for column in ("denver", "other_mesquite_reservation")
    ]
    assert [turn.row.label for turn in cells if turn.row][2] == "Horse therapy"


def test_a_grid_has_no_cells_before_there_is_anything_to_ask_about() -> None:
    here = look({"about.places": ["denver"]})

    assert [turn for turn in here.turns if turn.part.slot == "build.coverage"] == []


def test_a_grid_of_rows_only_is_asked_row_by_row() -> None:
    here = look({"trust.factors.leadership": 4})

    cells = [turn for turn in here.turns if turn.part.slot == "trust.factors"]

    assert len(cells) == 9
    assert cells[0].place == "trust.factors.leadership"
    assert not here.is_open(cells[0])
    assert here.is_open(cells[1])


# open points


def test_a_point_covers_its_own_place_or_its_grid_or_its_item() -> None:
    draft = draft_of({"goals.items.goal-aaaa.statement": "x", "goals.items.goal-bbbb.statement": "y"})
    for at in ("about.name", "define.scope", "goals.items.goal-aaaa", "build.members"):
        draft.leave_open(OpenPoint(at, "not_known"))
    here = survey(toolkit(), draft)

    is_open = {place: here.is_open(turn_at(here, place)) for place in places(here) if place.count(".") > 0}

    assert not is_open["about.name"]
    assert not is_open["define.scope.labor.adults"]
    assert not is_open["goals.items.goal-aaaa.target"]
    assert not is_open["build.members"]
    assert is_open["goals.items.goal-bbbb.target"]
    assert is_open["goals.items"]
    assert is_open["about.host"]


def test_a_list_is_open_until_it_is_called_complete() -> None:
    draft = draft_of({"build.members.member-aaaa.organization": "Legal Aid"})
    before = survey(toolkit(), draft.snapshot())

    draft.call_complete("build.members")
    after = survey(toolkit(), draft)

    assert before.is_open(turn_at(before, "build.members"))
    assert not after.is_open(turn_at(after, "build.members"))


def test_an_open_answer_makes_a_condition_false() -> None:
    draft = draft_of({"survivors.pay": "hourly"})
    draft.put("survivors.pay", None)
    draft.leave_open(OpenPoint("survivors.pay", "not_decided"))

    assert "survivors.rate" not in places(survey(toolkit(), draft))


def test_an_answer_that_does_not_apply_itself_makes_no_others_apply() -> None:
    answers = {"evaluation.outside_help": "full", "evaluation.design": "basic"}

    here = look({**answers, "evaluation.help_tasks.helptask-aaaa.task": "Write"})

    assert "evaluation" in here.answers
    assert set(here.answers["evaluation"]) == {"design"}


# order, paths, items


def test_questions_come_in_the_order_of_the_toolkit() -> None:
    here = look({"goals.items.goal-aaaa.statement": "x"})
    order = list(toolkit().questions)

    met = list(dict.fromkeys(order.index(turn.question.id) for turn in here.turns))

    assert met == sorted(met)
    assert len(here.asked) > 100


def test_goals_are_asked_goal_by_goal() -> None:
    here = look(
        {
            "goals.items.goal-aaaa.statement": "x",
            "goals.items.goal-bbbb.statement": "y",
            "build.needs.need-aaaa.need": "z",
        }
    )

    met = [(turn.item, turn.question.id) for turn in here.turns if turn.part.list == "goals.items"]
    first = [question for item, question in met if item == "goal-aaaa" and question != "ST-01"]

    assert list(dict.fromkeys(first)) == [
        "GO-02",
        "GO-03",
        "GO-04",
        "GO-05",
        "GO-06",
        "GO-07",
        "GO-08",
        "GO-09",
    ]
    split = met.index(("goal-bbbb", "GO-02"))
    assert {item for item, question in met[:split]} == {"goal-aaaa"}
    assert ("goal-aaaa", "ST-01") in met[split:]


def test_a_list_comes_behind_its_items() -> None:
    here = look({"goals.items.goal-aaaa.statement": "x"})
    at = [turn.place for turn in here.turns]

    assert at.index("goals.items.goal-aaaa.reachable") < at.index("goals.items") < at.index("goals.later")


def test_a_goal_is_not_asked_for_needs_nobody_named() -> None:
    without = look({"goals.items.goal-aaaa.statement": "x"})
    with_place = look(
        {"goals.items.goal-aaaa.statement": "x", "build.underserved.shortage-aaaa.missing": "y"}
    )

    assert "goals.items.goal-aaaa.needs" in places(with_place) - places(without)


def test_the_quick_path_asks_essential_questions_and_help_lines_only() -> None:
    here = look({"goals.items.goal-aaaa.statement": "x"}, path="quick")

    essential = {question.id for question in toolkit().questions.values() if question.essential}

    assert here.asked <= essential | {"ST-10"}
    assert {turn.question.id for turn in here.turns} <= essential | {"ST-10"}
    assert all(turn.part.quick for turn in here.turns)


@pytest.mark.parametrize(("where", "asked"), [("yes", False), ("partly", True), ("no", True)])
def test_the_quick_path_asks_for_a_local_line_outside_colorado(where: str, asked: bool) -> None:
    here = look({"about.in_colorado": where}, path="quick")

    assert ("strategy.local_line" in places(here)) is asked


def test_a_change_of_path_loses_no_answer() -> None:
    answers = {"about.name": "Two Rivers", "about.host": "Legal Aid", "goals.items.goal-aaaa.reachable": 4}

    quick, full = look(answers, path="quick"), look(answers)

    assert quick.answers == full.answers
    assert quick.set_aside == []


def test_an_item_with_nothing_in_it_is_no_part_of_the_plan_but_can_be_entered() -> None:
    draft = draft_of()
    ident = draft.add("build.members", "member")

    here = survey(toolkit(), draft)

    assert "build" not in here.answers
    assert {turn.item for turn in here.begun} == {ident}


def test_an_item_that_was_left_open_is_part_of_the_plan() -> None:
    draft = draft_of()
    ident = draft.add("build.members", "member")
    draft.leave_open(OpenPoint(f"build.members.{ident}", "not_known"))

    assert survey(toolkit(), draft).answers["build"]["members"] == [{"id": ident}]


def test_looking_changes_nothing() -> None:
    draft = draft_of(
        {"build.members.member-aaaa.ps": ["fifth"], "build.widening": "x", "build.existing": "we_are_it"}
    )
    before = draft.snapshot()

    here = survey(toolkit(), draft)
    here.answers["build"]["members"][0]["organization"] = "Changed"

    assert draft == before
