"""Conditions over the answers so far: each test, each joiner, holes, items and grid cells."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.interview.conditions import OPERATORS, holds, is_condition, looked_at, values

ANSWERS: dict[str, Any] = {
    "about": {"age": "forming", "places": ["denver", {"other": "Mesquite"}], "body": {"other": "A circle"}},
    "define": {"scope": {"labor": {"minors": "covered"}}, "unknowns": []},
    "trust": {"leaders_accept": True, "factors": {"leadership": 3}},
    "goals": {"items": [{"id": "goal-a", "target": 5, "ps": ["prevention"]}, {"id": "goal-b"}]},
    "build": {"members": [{"id": "member-a"}]},
}

CASES: list[tuple[dict[str, Any], bool]] = [
    ({}, True),
    ({"about.age": {"is": "forming"}}, True),
    ({"about.age": {"is": "renewing"}}, False),
    ({"about.name": {"is": "forming"}}, False),
    ({"about.body": {"is": "other"}}, False),
    ({"about.age": {"in": ["renewing", "forming"]}}, True),
    ({"about.age": {"in": ["renewing"]}}, False),
    ({"about.name": {"in": ["renewing"]}}, False),
    ({"about.places": {"has": "denver"}}, True),
    ({"about.places": {"has": "boulder"}}, False),
    ({"about.age": {"has": "forming"}}, False),
    ({"about.age": {"answered": "yes"}}, True),
    ({"about.name": {"answered": "yes"}}, False),
    ({"about.name": {"answered": "no"}}, True),
    ({"about.age": {"answered": "no"}}, False),
    ({"about.nowhere.deep": {"answered": "no"}}, True),
    ({"build.members": {"answered": "yes"}}, True),
    ({"build.needs": {"answered": "no"}}, True),
    ({"trust.leaders_accept": {"is": "yes"}}, True),
    ({"trust.leaders_accept": {"is": "no"}}, False),
    ({"trust.factors.leadership": {"is": "3"}}, True),
    ({"trust.factors.leadership": {"at_least": "3"}}, True),
    ({"trust.factors.leadership": {"at_least": "4"}}, False),
    ({"trust.factors.money": {"at_least": "0"}}, False),
    ({"goals.items": {"at_least": "2"}}, True),
    ({"goals.items": {"at_least": "3"}}, False),
    ({"build.needs": {"at_least": "1"}}, False),
    ({"about.places": {"at_least": "2"}}, True),
    ({"about.age": {"at_least": "1"}}, False),
    ({"define.scope.labor.minors": {"is": "covered"}}, True),
    ({"define.scope.sex.minors": {"is": "covered"}}, False),
    ({"goals.items[].target": {"at_least": "5"}}, True),
    ({"goals.items[].target": {"answered": "yes"}}, True),
    ({"goals.items[].target": {"answered": "no"}}, True),
    ({"goals.items[].ps": {"has": "prevention"}}, True),
    ({"build.needs[].need": {"answered": "no"}}, False),
    ({"build.needs[].need": {"answered": "yes"}}, False),
    ({"about.age": {"is": "forming", "in": ["renewing"]}}, False),
    ({"about.age": {"is": "forming"}, "about.places": {"has": "denver"}}, True),
    ({"about.age": {"is": "forming"}, "about.places": {"has": "boulder"}}, False),
    ({"any": [{"about.age": {"is": "renewing"}}, {"about.places": {"has": "denver"}}]}, True),
    ({"any": [{"about.age": {"is": "renewing"}}, {"about.places": {"has": "boulder"}}]}, False),
    ({"any": []}, False),
    ({"all": [{"about.age": {"is": "forming"}}, {"about.places": {"has": "boulder"}}]}, False),
    ({"all": []}, True),
    ({"not": {"about.age": {"is": "renewing"}}}, True),
    ({"not": {"about.name": {"is": "x"}}}, True),
    ({"not": {"any": [{"about.age": {"is": "forming"}}]}}, False),
    ({"not": {"about.age": {"is": "renewing"}}, "about.places": {"has": "boulder"}}, False),
]


@pytest.mark.parametrize(("condition", "expected"), CASES, ids=[str(condition) for condition, _ in CASES])
def test_a_condition_holds_or_not(condition: dict[str, Any], expected: bool) -> None:
    assert holds(condition, ANSWERS) is expected


def test_no_condition_always_holds() -> None:
    assert holds(None, {})


def test_every_test_is_among_those_cases() -> None:
    said = str([condition for condition, _ in CASES])

    assert [operator for operator in OPERATORS if f"'{operator}'" not in said] == []


@pytest.mark.parametrize(
    ("item", "expected"),
    [({"sector": "schools"}, True), ({"sector": "housing"}, False), ({}, False), (None, False)],
)
def test_a_path_with_a_dot_in_front_looks_into_this_item(item: dict[str, Any] | None, expected: bool) -> None:
    assert holds({".sector": {"is": "schools"}}, ANSWERS, item) is expected


def test_the_items_own_field_and_the_plan_join() -> None:
    condition = {".sector": {"is": "schools"}, "about.age": {"is": "forming"}}

    assert holds(condition, ANSWERS, {"sector": "schools"})
    assert not holds(condition, {}, {"sector": "schools"})


def test_an_unknown_test_is_nobodys_answer() -> None:
    with pytest.raises(KeyError):
        holds({"about.age": {"equals": "forming"}}, ANSWERS)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("about.age", ["forming"]),
        ("about.name", [None]),
        ("goals.items[].target", [5, None]),
        ("build.needs[].need", []),
        ("define.scope.labor.minors", ["covered"]),
        ("about.age.deeper", [None]),
    ],
)
def test_a_path_leads_to_what_stands_there(path: str, found: list[Any]) -> None:
    assert list(values(path, ANSWERS)) == found


def test_every_path_of_a_condition_is_found() -> None:
    condition = {
        "a": {"is": "x"},
        "any": [{"b": {"is": "x"}}, {"all": [{"c": {"is": "x"}}]}],
        "not": {"d": {"is": "x"}},
    }

    assert sorted(path for path, _ in looked_at(condition)) == ["a", "b", "c", "d"]
    assert list(looked_at(None)) == []


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        ({}, True),
        ({"a": {"is": "x"}}, True),
        ({"any": [{"a": {"is": "x"}}], "not": {"all": []}}, True),
        ("a", False),
        ([{"a": {"is": "x"}}], False),
        ({"a": "x"}, False),
        ({"any": {"a": {"is": "x"}}}, False),
        ({"all": ["a"]}, False),
        ({"not": [{"a": {"is": "x"}}]}, False),
    ],
)
def test_a_condition_is_told_from_other_data(data: Any, is_one: bool) -> None:
    assert is_condition(data) is is_one


TESTS = st.sampled_from(
    [each for condition, _ in CASES for each in [condition] if set(condition) <= {"about.age"}]
)


@given(st.lists(TESTS, max_size=4))
def test_not_any_is_all_not(conditions: list[dict[str, Any]]) -> None:
    none = {"not": {"any": conditions}}
    each_not = {"all": [{"not": condition} for condition in conditions]}

    assert holds(none, ANSWERS) is holds(each_not, ANSWERS)
