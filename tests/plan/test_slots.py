"""A slot by its path: its shape, what fits it, and how what does not fit is said."""

from collections.abc import Iterator
from typing import Any

import pytest

from wizard import words
from wizard.errors import Unfit
from wizard.plan.slots import LIST_OF_ITEMS, Slot, slot, slots

SHAPES = {
    "about.name": "simple",
    "about.places": "many",
    "define.functions": "ranking",
    "define.scope": "grid",
    "trust.factors": "column",
    "goals.items": LIST_OF_ITEMS,
    "goals.items[].baseline": "simple",
    "goals.items[].needs": "many",
    "goals.order": "ranking",
    "evaluation.method_ratings": "grid",
    "survivors.principles.culture": "simple",
}


@pytest.mark.parametrize("path", SHAPES)
def test_a_slot_knows_its_shape(path: str) -> None:
    assert slot(path).shape == SHAPES[path]


def test_every_shape_there_is_is_among_those() -> None:
    print(
        f"{len(slots())} slots, {sum(s.shape == LIST_OF_ITEMS for s in slots().values())} of them lists of items"
    )

    assert {each.shape for each in slots().values()} == set(SHAPES.values())
    assert len(slots()) > 300


def test_slots_stand_in_the_plans_order_and_lists_before_their_fields() -> None:
    order = list(slots())

    assert order[0] == "about.name"
    assert order[-1] == "sign_off.remember"
    assert order.index("goals.items") + 1 == order.index("goals.items[].statement")


def test_a_path_that_leaves_the_plan_has_no_slot() -> None:
    with pytest.raises(KeyError):
        slot("about.nam")


def test_no_slot_is_an_id() -> None:
    assert [path for path in slots() if path.endswith("[].id")] == []


def test_a_reference_knows_where_it_points() -> None:
    assert slot("goals.items[].lead").refers == ("build.members",)
    assert slot("goals.items[].needs").refers == ("build.needs", "build.underserved")
    assert slot("goals.order").refers == ("goals.items",)


def test_every_reference_points_at_a_list_of_items() -> None:
    to = {path for each in slots().values() for path in each.refers}

    assert to
    assert {slots()[path].shape for path in to} == {LIST_OF_ITEMS}


def test_every_number_knows_what_it_counts() -> None:
    counted = {path: each.unit for path, each in slots().items() if each.base is int}

    assert counted["operations.minutes"] == "minutes"
    assert counted["funding.in_kind[].months"] == "months"
    assert all(counted.values())


# path, what is given, what a draft holds
FITS: list[tuple[str, Any, Any]] = [
    ("about.name", "  Two   Rivers\n Partnership ", "Two   Rivers Partnership"),
    ("about.name", "e\u0301", "é"),
    ("about.name", "a\u200bb\u202ec", "abc"),
    ("define.mission", "one\r\ntwo  \n\n three ", "one\ntwo\n\n three"),
    ("about.age", "forming", "forming"),
    ("about.body", "coalition", "coalition"),
    ("about.body", {"other": " A circle "}, {"other": "A circle"}),
    (
        "about.places",
        ["denver", {"other": "Mesquite Reservation"}],
        ["denver", {"other": "Mesquite Reservation"}],
    ),
    ("about.places", [], []),
    ("about.period.start", "2026-09-01", "2026-09-01"),
    ("about.period.start", " 2026-09-01 ", "2026-09-01"),
    ("trust.leaders_accept", True, True),
    ("trust.leaders_accept", "no", False),
    ("trust.leaders_accept", "Yes", True),
    ("funding.smallest", "$3,000", 3000),
    ("funding.smallest", "1,234,567", 1234567),
    ("funding.smallest", 3000.0, 3000),
    ("goals.items[].baseline", "12.5", 12.5),
    ("goals.items[].baseline", "12", 12),
    ("goals.items[].baseline", -3, -3),
    ("goals.items[].baseline", 12.0, 12),
    ("goals.items[].lead", "member-q8z2", "member-q8z2"),
    ("goals.order", ["goal-k3f9", "goal-aaaa"], ["goal-k3f9", "goal-aaaa"]),
    ("define.functions", ["share", "coordinate"], ["share", "coordinate"]),
    ("define.scope", {"labor": {"adults": "covered"}}, {"labor": {"adults": "covered"}}),
    ("trust.factors", {"leadership": "4"}, {"leadership": 4}),
]


@pytest.mark.parametrize(("path", "given", "held"), FITS)
def test_what_fits_is_given_back_as_a_draft_holds_it(path: str, given: Any, held: Any) -> None:
    fitted = slot(path).fit(given)

    assert fitted == held
    assert type(fitted) is type(held)
    assert slot(path).fit(fitted) == fitted


# path, what is given, the sentence that says what to do
UNFIT: list[tuple[str, Any, str]] = [
    ("about.name", "", "unfit.string_too_short"),
    ("about.name", " \u200b ", "unfit.string_too_short"),
    ("about.name", "x" * 10_001, "unfit.string_too_long"),
    ("about.name", 5, "unfit.string_type"),
    ("define.unknowns", [str(number) for number in range(501)], "unfit.too_long"),
    ("define.unknowns", ["a", "a"], "unfit.twice"),
    ("define.unknowns", "a", "unfit.tuple_type"),
    ("about.places", ["denver", "denver"], "unfit.twice"),
    ("about.places", [{"other": "x"}, {"other": " x"}], "unfit.twice"),
    ("about.age", "formin", "unfit.not_offered"),
    ("about.age", {"other": "in between"}, "unfit.not_offered"),
    ("about.body", "circle", "unfit.not_offered"),
    ("about.body", {"other": ""}, "unfit.string_too_short"),
    ("about.places", ["denvr"], "unfit.not_offered"),
    ("about.period.start", "September 1", "unfit.date_parsing"),
    ("about.period.start", "2026-13-01", "unfit.date_from_datetime_parsing"),
    ("about.period.start", 20260901, "unfit.date_parsing"),
    ("about.period.start", 5.0, "unfit.date_parsing"),
    ("about.period.start", "1800-01-01", "unfit.too_early"),
    ("about.period.start", "2300-01-01", "unfit.too_late"),
    ("trust.leaders_accept", "maybe", "unfit.bool_parsing"),
    ("funding.smallest", "a lot", "unfit.int_parsing"),
    ("funding.smallest", "-1", "unfit.greater_than_equal"),
    ("funding.smallest", "12.5", "unfit.int_parsing"),
    ("funding.smallest", 12.5, "unfit.int_from_float"),
    ("funding.smallest", True, "unfit.float_parsing"),
    ("funding.smallest", "9" * 5000, "unfit.int_parsing_size"),
    ("funding.smallest", float("nan"), "unfit.finite_number"),
    ("goals.items[].reachable", 6, "unfit.less_than_equal"),
    ("build.needs[].seriousness", 0, "unfit.greater_than_equal"),
    ("goals.items[].baseline", "many", "unfit.float_parsing"),
    ("goals.items[].baseline", ["1"], "unfit.float_type"),
    ("goals.items[].lead", "Two Rivers", "unfit.string_pattern_mismatch"),
    ("goals.order", ["goal-k3f9", "goal-k3f9"], "unfit.twice"),
    ("define.scope", {"La-bor": {"adults": "covered"}}, "unfit.string_pattern_mismatch"),
    ("define.scope", {"labor": {"adults": "perhaps"}}, "unfit.not_offered"),
    ("define.scope", {"labor": "covered"}, "unfit.dict_type"),
]


@pytest.mark.parametrize(("path", "given", "key"), UNFIT)
def test_what_does_not_fit_is_said_in_one_sentence_without_the_answer(
    path: str, given: Any, key: str
) -> None:
    with pytest.raises(Unfit) as caught:
        slot(path).fit(given)

    assert caught.value.key == key
    assert repr(given) not in repr(caught.value.details)


def test_a_cell_of_a_grid_fits_by_itself() -> None:
    assert slot("define.scope").fit_cell("later") == "later"
    assert slot("trust.factors").fit_cell("3") == 3
    assert slot("about.places").fit_cell({"other": " Mesquite "}) == {"other": "Mesquite"}
    assert slot("about.age").fit_cell("forming") == "forming"


@pytest.mark.parametrize(
    ("path", "given"),
    [("define.scope", "perhaps"), ("trust.factors", 6), ("about.places", "denvr"), ("about.age", "old")],
)
def test_a_cell_that_does_not_fit_is_refused(path: str, given: Any) -> None:
    with pytest.raises(Unfit):
        slot(path).fit_cell(given)


# Everything odd that can stand in a file or come from a prompt.
ODD: tuple[Any, ...] = (
    "", "x", "x" * 10_001, "maybe", "nan", "inf", "9" * 5_000, "-1", "3700", "0x10", "1_000", "٣", "2027-02-30",
    "1800-01-01", "2400-01-01", "member-zz", b"x", 5, -1, 1.5, 1e20, float("nan"), float("inf"), 20_270_101, True,
    None, [], {}, ["a"], ["a", "a"], [1], [[1]], [{}], ["x"] * 501, [{"other": "x"}] * 2, {"other": "x"},
    {"other": ""}, {"other": 5}, {"oher": "x"}, {"other": "x", "b": 1}, {"a": 1}, {"a": {"b": 7}},
    {"A-B": {"c": "d"}}, [{"id": "x"}], [{"id": "goal-k3f9", "foo": 1}],
)  # fmt: skip


def unfit_keys(each: Slot) -> Iterator[str]:
    for value in ODD:
        for fit in (each.fit, each.fit_cell):
            try:
                fit(value)
            except Unfit as unfit:
                yield unfit.key


def test_every_way_not_to_fit_has_its_sentence() -> None:
    different = {repr(each.annotation): each for each in slots().values()}
    keys = {key for each in different.values() for key in unfit_keys(each)}
    print(f"{len(keys)} ways not to fit: {', '.join(sorted(key[6:] for key in keys))}")

    assert len(keys) > 20
    assert {key for key in keys if not words.knows(key)} == set()
