"""The logic model: who stands in which row and column, how wide, and the four boxes before there is one."""

import pytest

from tests.support.figures_seen import Plan
from wizard.document.options import DocumentOptions
from wizard.storage.draft import OpenPoint

WORK, MADE = "strategy.activities", "strategy.outputs"
FIRST, NEXT = "strategy.first_changes", "strategy.next_changes"


@pytest.fixture
def plan() -> Plan:
    return Plan()


def test_each_goal_has_a_row_with_its_work_and_its_changes(plan: Plan) -> None:
    one, two = (plan.add("goals.items", statement=each) for each in ("one", "two"))
    plan.draft.put("goals.order", [two, one])
    steps = plan.add(WORK, activity="Write steps", goal=one)
    plan.add(WORK, activity="Meet", goal=two)
    plan.add(MADE, activity=steps, product="A page", number=1)
    plan.add(MADE, activity=steps, product="A list")
    plan.add(FIRST, goal=two, change="They call")
    plan.add(NEXT, goal=one, change="They wait less")

    rows = plan.drawn("logic").rows

    assert [row.goal for row in rows] == [1, 2]
    assert [[(plan.read(work.activity), plan.read(work.outputs)) for work in row.work] for row in rows] == [
        [("Meet", ())],
        [("Write steps", ("A page", "A list"))],
    ]
    assert [(plan.read(row.first), plan.read(row.next)) for row in rows] == [
        (("They call",), ()),
        ((), ("They wait less",)),
    ]


def test_what_belongs_to_no_goal_stands_in_a_row_for_all(plan: Plan) -> None:
    plan.add("goals.items", statement="one")
    loose = plan.add(WORK, activity="Meet")
    plan.add(MADE, product="Made by whom?")
    plan.add(MADE, activity=loose, product="A meeting")
    plan.add(FIRST, change="They call")

    last = plan.drawn("logic").rows[-1]

    assert last.goal is None
    assert [plan.read(work.outputs) for work in last.work] == [("A meeting",), ("Made by whom?",)]
    assert last.work[-1].activity is None
    assert plan.read(last.first) == ("They call",)
    assert "For all goals Meet A meeting" in plan.told("logic").replace(" : ", " ")


def test_a_goal_without_work_shows_its_gap(plan: Plan) -> None:
    goal = plan.add("goals.items", statement="one")
    plan.add("goals.items", statement="two")
    plan.add(FIRST, goal=goal, change="They call")

    rows = plan.drawn("logic").rows

    assert [row.goal for row in rows] == [1, 2]
    assert (rows[1].work, rows[1].first, rows[1].next) == ((), (), ())


def test_what_goes_in_is_sorted_by_whether_we_have_it(plan: Plan) -> None:
    plan.add(FIRST, change="They call")
    for name, status in (("A room", None), ("Money", "need"), ("A list", "have"), ("Rides", "need")):
        plan.add("strategy.inputs", input=name, **({"status": status} if status else {}))

    groups = plan.drawn("logic").inputs

    assert [plan.read(group.records) for group in groups] == [("Money", "Rides"), ("A list",), ("A room",)]
    assert [group.status is None for group in groups] == [False, False, True]


def test_a_list_that_goes_on_or_stays_empty_makes_a_row_of_its_own(plan: Plan) -> None:
    goal = plan.add("goals.items", statement="one")
    plan.add(FIRST, goal=goal, change="They call")
    alone = plan.drawn("logic").rows
    plan.draft.leave_open(OpenPoint(NEXT, "not_known", "after the first year"))

    assert [row.goal for row in alone] == [1]
    assert [row.goal for row in plan.drawn("logic").rows] == [1, None]
    assert "after the first year" in plan.told("logic")


def test_why_something_is_open_stands_in_its_place(plan: Plan) -> None:
    plan.add("goals.items", statement="one")
    made = plan.add(MADE, product="A page")
    points = [
        OpenPoint(NEXT, "not_known", "after the first year", "Data lead", "2027-01-31"),
        OpenPoint(MADE, "parked", "more when money comes"),
        OpenPoint(f"{MADE}.{made}.number", "not_decided", "count the members first"),
        OpenPoint(f"{MADE}.{made}.activity", "not_known", "the training or the page"),
        OpenPoint("strategy.inputs", "not_known", "ask each member"),
        OpenPoint("strategy.lasting", "not_decided", "at the fourth meeting"),
    ]
    for point in points:
        plan.draft.leave_open(point)

    told = plan.told("logic")

    assert [point.note for point in points if point.note not in told] == []
    assert "Data lead, by January 31, 2027" in told
    assert "More to come: Parked for later" in told
    assert told.count("after the first year") == 1


@pytest.mark.parametrize("goals", [1, 5, 12])
@pytest.mark.parametrize("letters", [8, 80, 3_000])
def test_the_columns_share_the_page_and_high_rows_may_break(plan: Plan, goals: int, letters: int) -> None:
    for _ in range(goals):
        goal = plan.add("goals.items", statement="one")
        plan.add(WORK, activity="a" * letters, goal=goal)
        plan.add(FIRST, goal=goal, change="c " * (letters // 2))

    logic = plan.drawn("logic")

    assert len(logic.rows) == goals
    assert sum(logic.wide) == pytest.approx(100, abs=0.3)
    assert min(logic.wide[1:]) >= 18
    assert {row.long for row in logic.rows} == {letters == 3_000}


def test_before_anything_is_made_or_changed_there_are_four_boxes(plan: Plan) -> None:
    goal = plan.add("goals.items", statement="one", measure="answers", target=90)
    for number in range(8):
        plan.add(WORK, activity=f"Work {number}", goal=goal)
    plan.draft.put("define.mission", "We work together")

    boxes = {box.key: (plan.read(box.entries), box.more) for box in plan.drawn("logic_boxes").boxes}

    assert plan.drawn("logic") is None
    assert boxes["inputs"] == ((), 0)
    assert boxes["activities"] == (tuple((f"Work {number}",) for number in range(6)), 2)
    assert boxes["outcomes"] == ((("answers", "90"),), 0)
    assert boxes["impact"] == ((("We work together",),), 0)
    assert "answers: 90" in plan.told("logic_boxes")


def test_boxes_take_what_the_plan_says_about_inputs_and_the_end(plan: Plan) -> None:
    plan.add("build.resources", organization="A shelter")
    plan.add("strategy.inputs", input="A room", owner="The library")
    plan.draft.put("define.mission", "We work together")
    plan.draft.put("strategy.lasting", "Fewer are harmed")

    boxes = {box.key: plan.read(box.entries) for box in plan.drawn("logic_boxes").boxes}

    assert boxes["inputs"] == (("A room",),)
    assert boxes["impact"] == (("Fewer are harmed",),)
    assert "The library" in plan.page()


def test_a_copy_of_some_sections_says_nothing_of_the_others(plan: Plan) -> None:
    plan.add(WORK, activity="Meet")
    plan.draft.put("define.mission", "We work together")
    plan.options = DocumentOptions(sections=("strategy",))

    assert plan.drawn("logic_boxes") is None
    assert "Meet" in plan.page()


def test_the_questions_stand_above_their_figure_in_a_copy_that_prints_them(plan: Plan) -> None:
    plan.add(MADE, product="A page")
    without = plan.told("logic")
    plan.options = DocumentOptions(with_questions=True)

    told = plan.told("logic")

    assert "What will our work produce, and how much of it?" in told
    assert "What should change next" not in told
    assert "What will our work produce" not in without


def test_one_box_alone_is_not_drawn(plan: Plan) -> None:
    plan.draft.put("define.mission", "We work together")

    assert plan.drawn("logic_boxes") is None
