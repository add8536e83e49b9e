"""Goals by Ps: what each goal needs, what its leads bring, and what is missing."""

import pytest

from tests.support.figures_seen import Plan
from wizard.document.view.builder import Wishes

PS = ["prevention", "protection", "prosecution", "partnership"]


@pytest.fixture
def plan() -> Plan:
    return Plan()


def test_a_cell_says_whether_a_goal_needs_its_p_and_which_lead_brings_it(plan: Plan) -> None:
    school = plan.add("build.members", organization="Schools", ps=["prevention", "protection"])
    police = plan.add("build.members", organization="Police", ps=["prosecution"])
    plan.add("goals.items", statement="one", ps=["protection", "prosecution"], lead=school, co_lead=police)

    (row,) = plan.drawn("goals_ps").rows

    assert [(cell.needed, cell.lead, cell.co_lead) for cell in row.cells] == [
        (False, False, False),  # the school brings it, but the goal does not need it
        (True, True, False),
        (True, False, True),
        (False, False, False),
    ]
    assert "Pv Prevention Pt Protection Ps Prosecution Pa Partnership ● Lead ○ Co-lead" in plan.told(
        "goals_ps"
    )
    assert "Goal 1 Pt ● Ps ○ Schools Police" in plan.told("goals_ps")


def test_goals_stand_in_their_agreed_order_with_their_holes(plan: Plan) -> None:
    one = plan.add("goals.items", statement="one", ps=["protection"])
    two = plan.add("goals.items", statement="two")
    plan.draft.put("goals.order", [two, one])

    rows = plan.drawn("goals_ps").rows

    assert [(row.goal, any(cell.needed for cell in row.cells)) for row in rows] == [(1, False), (2, True)]
    assert plan.told("goals_ps").count("Not decided yet") == 4


def test_a_p_that_no_goal_needs_is_named(plan: Plan) -> None:
    plan.add("goals.items", statement="one", ps=["protection", "partnership"])

    assert plan.read(plan.drawn("goals_ps").unused) == ("Prevention", "Prosecution")
    assert "No goal needs Prevention or Prosecution yet." in plan.told("goals_ps")


def test_the_chapter_of_goals_alone_knows_what_members_bring(plan: Plan) -> None:
    school = plan.add("build.members", organization="Schools", ps=["prevention"])
    plan.add("goals.items", statement="one", ps=["prevention"], lead=school)
    plan.wishes = Wishes(sections=("goals",))

    assert "Goal 1 Pv ● Schools" in plan.told("goals_ps")


def test_where_no_goal_names_a_p_there_is_no_grid(plan: Plan) -> None:
    plan.add("goals.items", statement="one")

    assert plan.drawn("goals_ps") is None


def test_a_quick_plan_goes_straight_to_its_goals(plan: Plan) -> None:
    plan.add("goals.items", statement="one", ps=["protection"])
    plan.draft.path = "quick"

    assert plan.told("goals_ps") == ""


@pytest.mark.parametrize("goals", [1, 5, 12])
@pytest.mark.parametrize("fifth", [False, True])
def test_every_goal_has_a_cell_for_every_p(plan: Plan, goals: int, fifth: bool) -> None:
    if fifth:
        plan.draft.put("define.ps", "five")
    for number in range(goals):
        plan.add("goals.items", statement="one", ps=PS[: number % 4 + 1])

    grid = plan.drawn("goals_ps")

    assert len(grid.pillars) == 4 + fifth
    assert {len(row.cells) for row in grid.rows} == {4 + fifth}
    assert [sum(cell.needed for cell in row.cells) for row in grid.rows] == [n % 4 + 1 for n in range(goals)]
