"""Data held against the plan: fitted values, every misfit at once by its place, and the toolkit's order."""

from typing import Any

import pytest

from wizard import words
from wizard.plan.order import ordered
from wizard.plan.parsing import fitted, shape
from wizard.plan.slots import slots


def misfits(data: dict[str, Any]) -> list[tuple[str, str]]:
    return [(misfit.key, ".".join(map(str, misfit.path))) for misfit in fitted(data)[1]]


def test_texts_from_a_file_become_what_a_draft_holds() -> None:
    data = {
        "about": {
            "name": "Two Rivers",
            "period": {"start": "2026-09-01"},
            "places": ["denver", {"other": "Mesquite"}],
        },
        "trust": {"leaders_accept": "no", "factors": {"leadership": "3"}},
        "goals": {"items": [{"id": "goal-k3f9", "baseline": "12.5", "target": "20"}]},
    }

    held, wrong = fitted(data)

    assert wrong == []
    assert held == {
        "about": {
            "name": "Two Rivers",
            "period": {"start": "2026-09-01"},
            "places": ["denver", {"other": "Mesquite"}],
        },
        "trust": {"leaders_accept": False, "factors": {"leadership": 3}},
        "goals": {"items": [{"id": "goal-k3f9", "baseline": 12.5, "target": 20}]},
    }


@pytest.mark.parametrize(
    "data",
    [
        {"about": {}},
        {"about": {"period": {}}},
        {"about": {"name": None}},
        {"build": {"members": []}},
        {"define": {"scope": {"labor": {}}}},
        {"survivors": {"principles": {"safety": None}}},
    ],
)
def test_groups_and_lists_of_items_with_nothing_in_them_are_holes(data: dict[str, Any]) -> None:
    held, wrong = fitted(data)

    assert (held, wrong) == ({}, [])


def test_a_choice_of_nothing_is_an_answer() -> None:
    held, _ = fitted(
        {"about": {"places": []}, "strategy": {"activities": [{"id": "activity-a1b2", "needs": []}]}}
    )

    assert held == {
        "about": {"places": []},
        "strategy": {"activities": [{"id": "activity-a1b2", "needs": []}]},
    }


MISFITS: list[tuple[dict[str, Any], str, str]] = [
    ({"about": {"nmae": "x"}}, "unfit.extra_forbidden", "about.nmae"),
    ({"about": {"age": "formin"}}, "unfit.unknown_key", "about.age"),
    ({"about": {"age": ["forming"]}}, "unfit.not_offered", "about.age"),
    ({"about": {"body": {"othr": "x"}}}, "unfit.extra_forbidden", "about.body.othr"),
    ({"about": {"places": ["denver", "bouldr"]}}, "unfit.unknown_key", "about.places.1"),
    ({"about": {"places": "denver"}}, "unfit.tuple_type", "about.places"),
    ({"about": "Two Rivers"}, "unfit.model_type", "about"),
    (
        {"about": {"period": {"start": "2026-02-30"}}},
        "unfit.date_from_datetime_parsing",
        "about.period.start",
    ),
    ({"define": {"scope": {"labor": {"adults": None}}}}, "unfit.not_offered", "define.scope.labor.adults"),
    (
        {"define": {"scope": {"La-bor": {"adults": "later"}}}},
        "unfit.string_pattern_mismatch",
        "define.scope.La-bor",
    ),
    ({"goals": {"items": [{"id": "Goal 1"}]}}, "unfit.string_pattern_mismatch", "goals.items.0.id"),
    ({"goals": {"items": [{"statement": "x"}]}}, "unfit.missing", "goals.items.0"),
    (
        {"goals": {"items": [{"id": "goal-k3f9", "baseline": "few"}]}},
        "unfit.float_parsing",
        "goals.items.0.baseline",
    ),
    ({"goals": {"items": ["Goal 1"]}}, "unfit.model_type", "goals.items.0"),
    (
        {"goals": {"items": [{"id": "goal-k3f9", "lead": "member-none"}]}},
        "unfit.refers_nowhere",
        "goals.items.0.lead",
    ),
    ({"goals": {"order": ["goal-none"]}}, "unfit.refers_nowhere", "goals.order"),
    (
        {"build": {"members": [{"id": "member-aaaa"}], "needs": [{"id": "need-aaaa"}, {"id": "need-aaaa"}]}},
        "unfit.id_twice",
        "build.needs.1.id",
    ),
    (
        {"build": {"members": [{"id": "item-aaaa"}], "needs": [{"id": "item-aaaa"}]}},
        "unfit.id_twice",
        "build.members.0.id",
    ),
]


@pytest.mark.parametrize(("data", "key", "path"), MISFITS, ids=[path for _, _, path in MISFITS])
def test_what_does_not_fit_is_found_at_its_place(data: dict[str, Any], key: str, path: str) -> None:
    found = misfits(data)

    assert (key, path) in found
    assert words.knows(key)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"about": {"period": {"start": "1800-01-01"}}}, "Enter a date from 1900-01-01 on."),
        ({"about": {"period": {"start": "2300-01-01"}}}, "Enter a date up to 2200-12-31."),
        (
            {"goals": {"items": [{"id": "goal-k3f9", "target": "1e15"}]}},
            "Enter 1,000,000,000,000 or less.",
        ),
        (
            {"goals": {"items": [{"id": "goal-k3f9", "target": "-1e15"}]}},
            "Enter -1,000,000,000,000 or more.",
        ),
        ({"goals": {"items": [{"id": "goal-k3f9", "target": "nan"}]}}, "Enter a number, such as 12 or 12.5."),
        (
            {"goals": {"items": [{"id": "goal-k3f9", "target": "-inf"}]}},
            "Enter a number, such as 12 or 12.5.",
        ),
        ({"funding": {"smallest": "-1"}}, "Enter 0 or more."),
    ],
)
def test_what_is_too_much_is_said_in_plain_words(data: dict[str, Any], said: str) -> None:
    (misfit,) = fitted(data)[1]

    assert words.say(misfit.key, **misfit.details) == said


@pytest.mark.parametrize(
    ("answer", "key", "steps", "near"),
    [
        ({"othr": "x"}, "unfit.extra_forbidden", ("othr",), "other"),
        ({"other": "x", "more": "y"}, "unfit.extra_forbidden", ("more",), ""),
        ({}, "unfit.union_tag_invalid", (), None),
        ({"other": {"a": "b"}}, "unfit.string_type", ("other",), None),
    ],
)
def test_words_of_ones_own_written_in_another_shape_get_one_sentence(
    answer: Any, key: str, steps: tuple[str, ...], near: str | None
) -> None:
    (alone,) = fitted({"about": {"body": answer}})[1]
    (listed,) = fitted({"about": {"places": ["denver", answer]}})[1]

    assert (alone.key, alone.path, alone.details.get("near")) == (key, ("about", "body", *steps), near)
    assert (listed.key, listed.path) == (key, ("about", "places", 1, *steps))


def test_a_row_called_other_is_a_row() -> None:
    found = misfits({"define": {"scope": {"other": {"minors": "sometimes"}}}})

    assert found == [("unfit.unknown_key", "define.scope.other.minors")]


def test_all_misfits_come_at_once() -> None:
    found = misfits(
        {
            "about": {"nmae": "x", "age": "old", "period": {"start": "soon"}},
            "build": {"members": [{"id": "member-q8z2", "sector": "schols"}]},
            "trust": {"leaders_accept": "maybe"},
        }
    )

    assert {path for _, path in found} == {
        "about.nmae",
        "about.age",
        "about.period.start",
        "build.members.0.sector",
        "trust.leaders_accept",
    }


def test_a_place_gets_one_sentence() -> None:
    found = misfits({"goals": {"items": [{"id": "goal-k3f9", "baseline": "few", "target": ["1"]}]}})

    assert [path for _, path in found] == ["goals.items.0.baseline", "goals.items.0.target"]


@pytest.mark.parametrize(
    ("data", "near"),
    [
        ({"about": {"nmae": "x"}}, "name"),
        ({"about": {"age": "formin"}}, "forming"),
        ({"goals": {"items": [{"id": "goal-k3f9", "statment": "x"}]}}, "statement"),
        ({"build": {"members": [{"id": "member-q8z2", "sector": "schols"}]}}, "schools"),
        ({"survivors": {"principles": {"saftey": "x"}}}, "safety"),
    ],
)
def test_a_name_that_is_nearly_right_comes_with_the_right_one(data: dict[str, Any], near: str) -> None:
    (misfit,) = fitted(data)[1]

    assert misfit.details["near"] == near
    assert f'did you mean "{near}"?' in words.say(misfit.key, **misfit.details)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Río Grande", 'Choose from the list (did you mean "rio_grande"?), or write {other: "Río Grande"}.'),
        ("SAN", "Choose from the list (did you mean san_juan or san_miguel?), or write"),
        ("Boulder County", '(did you mean "boulder"?)'),
        ("Mesquite Reservation", 'Choose from the list, or write {other: "Mesquite Reservation"}.'),
    ],
)
def test_what_is_not_on_the_list_comes_with_near_choices_and_how_to_write_ones_own(
    written: str, said: str
) -> None:
    (misfit,) = fitted({"about": {"places": [written]}})[1]

    assert said in words.say(misfit.key, **misfit.details)


def test_a_list_that_takes_no_words_of_ones_own_names_none() -> None:
    (misfit,) = fitted({"about": {"age": "ancient"}})[1]

    assert words.say(misfit.key, **misfit.details) == '"ancient" is not on the list. Choose from the list.'


def test_a_reference_to_the_right_list_is_fine() -> None:
    data = {
        "build": {
            "members": [{"id": "member-q8z2"}],
            "needs": [{"id": "need-aaaa"}],
            "underserved": [{"id": "shortage-aaaa"}],
        },
        "goals": {
            "items": [{"id": "goal-k3f9", "lead": "member-q8z2", "needs": ["need-aaaa", "shortage-aaaa"]}],
            "order": ["goal-k3f9"],
        },
    }

    assert misfits(data) == []


def test_a_reference_into_another_list_leads_nowhere() -> None:
    data = {
        "build": {"needs": [{"id": "need-aaaa"}]},
        "goals": {"items": [{"id": "goal-k3f9", "lead": "need-aaaa"}]},
    }

    assert misfits(data) == [("unfit.refers_nowhere", "goals.items.0.lead")]


def test_data_is_put_into_the_toolkits_order() -> None:
    mixed = {
        "goals": {"order": ["goal-b"], "items": [{"target": 2, "id": "goal-b", "statement": "x"}]},
        "about": {"contact": "c", "period": {"end": "2027", "start": "2026"}, "name": "n"},
    }

    result = ordered(mixed, shape())

    assert result == mixed
    assert list(result) == ["about", "goals"]
    assert list(result["about"]) == ["name", "period", "contact"]
    assert list(result["about"]["period"]) == ["start", "end"]
    assert list(result["goals"]) == ["items", "order"]
    assert list(result["goals"]["items"][0]) == ["id", "statement", "target"]


def test_rows_and_items_keep_the_order_people_gave_them() -> None:
    data = {"define": {"scope": {"labor": {"minors": "later", "adults": "covered"}, "a": {}}}}

    result = ordered(data, shape())

    assert list(result["define"]["scope"]) == ["labor", "a"]
    assert list(result["define"]["scope"]["labor"]) == ["minors", "adults"]
    assert slots()["define.scope"].shape == "grid"
