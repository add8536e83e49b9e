"""Members and resources for each P: counted, drawn in proportion, and as plain numbers where there are few."""

import pytest

from tests.support.figures_seen import Plan, figure_on

MEMBERS, RESOURCES = "build.members", "build.resources"
PS = ["prevention", "protection", "prosecution", "partnership"]


@pytest.fixture
def plan() -> Plan:
    return Plan()


def test_each_p_counts_its_members_and_its_resources(plan: Plan) -> None:
    for ps in (["protection"], ["protection", "prosecution"], ["prevention"], None):
        plan.add(MEMBERS, organization="A member", **({"ps": ps} if ps else {}))
    for ps in (["protection"], ["protection"], ["protection"], ["protection"]):
        plan.add(RESOURCES, organization="A resource", ps=ps)

    members, resources = plan.drawn("pillars").columns

    assert (members.counts, resources.counts) == ((1, 2, 1, 0), (0, 4, 0, 0))
    assert (members.percent, resources.percent) == ((25, 50, 25, 0), (0, 100, 0, 0))
    assert (members.without, resources.without) == (1, 0)
    assert "Pt Protection 2 4 Ps Prosecution 1 0" in plan.told("pillars")
    assert "1 member has no P yet." in plan.told("pillars")


@pytest.mark.parametrize(("members", "bars"), [(1, 0), (2, 0), (3, 1), (40, 4)])
def test_bars_are_drawn_from_three_members_on(plan: Plan, members: int, bars: int) -> None:
    for number in range(members):
        plan.add(MEMBERS, organization=f"Member {number}", ps=[PS[number % 4 if members > 3 else 0]])

    drawn = figure_on(plan.page(), "pillars")

    assert drawn.count('class="bar"') == bars


@pytest.mark.parametrize("path", [MEMBERS, RESOURCES])
def test_what_nobody_listed_has_no_column(plan: Plan, path: str) -> None:
    plan.add(path, organization="One", ps=["protection"])

    columns = plan.drawn("pillars").columns

    assert [column.key for column in columns] == [path.rpartition(".")[2]]


def test_without_a_p_anywhere_there_is_nothing_to_draw(plan: Plan) -> None:
    plan.add(MEMBERS, organization="One")

    assert plan.drawn("pillars") is None
    assert "One" in plan.page()


def test_a_fifth_p_has_a_row_of_its_own_under_its_own_name(plan: Plan) -> None:
    plan.draft.put("define.ps", "five")
    plan.draft.put("define.fifth_p", "Persons with lived experience")
    plan.add(MEMBERS, organization="One", ps=["fifth"])

    figure = plan.drawn("pillars")

    assert [plan.read(each.name) for each in figure.pillars][-1] == "Persons with lived experience"
    assert figure.columns[0].counts == (0, 0, 0, 0, 1)


def test_it_stands_beside_the_members_and_not_in_their_place(plan: Plan) -> None:
    plan.add(MEMBERS, organization="Legal Aid", ps=["protection"])
    full = plan.page()
    plan.draft.path = "quick"

    assert "Legal Aid" not in figure_on(full, "pillars")
    assert full.index('class="figure figure-pillars"') < full.index("Legal Aid")
    assert figure_on(plan.page(), "pillars") == ""
