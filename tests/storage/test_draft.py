"""A draft changes in one place at a time: answers, items, open points, and nothing left pointing nowhere."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.storage import draft as drafts
from wizard.storage.draft import Draft, OpenPoint, leaves, refers, without


def draft_with_goals() -> Draft:
    draft = Draft()
    for ident in ("goal-aaaa", "goal-bbbb", "goal-cccc"):
        draft.add("goals.items", "goal", ident)
        draft.put(f"goals.items.{ident}.statement", f"Words of {ident}")
    return draft


def ids(draft: Draft, path: str = "goals.items") -> list[str]:
    return [item["id"] for item in draft.items(path)]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("about.name", "Two Rivers"),
        ("about.period.start", "2026-09-01"),
        ("define.scope.labor.adults", "covered"),
        ("trust.factors.leadership", 0),
        ("trust.leaders_accept", False),
        ("about.places", []),
        ("about.body", {"other": "A circle"}),
        ("goals.items.goal-bbbb.baseline", 12.5),
    ],
)
def test_what_was_put_stands_at_its_place(place: str, value: Any) -> None:
    draft = draft_with_goals()

    draft.put(place, value)

    assert draft.get(place) == value
    assert (place, value) in list(leaves(draft.data))


@pytest.mark.parametrize(
    "place", ["about.name", "goals.items.goal-zzzz.baseline", "goals.items.goal-aaaa.target", "x.y"]
)
def test_a_place_without_an_answer_is_a_hole(place: str) -> None:
    assert draft_with_goals().get(place) is None


def test_nothing_put_makes_a_hole_and_takes_empty_groups_along() -> None:
    draft = Draft()
    draft.put("about.period.start", "2026-09-01")
    draft.put("define.scope.labor.adults", "covered")
    draft.put("define.scope.sex.adults", "later")

    draft.put("about.period.start", None)
    draft.put("define.scope.labor.adults", None)

    assert draft.data == {"define": {"scope": {"sex": {"adults": "later"}}}}


def test_a_hole_in_an_item_leaves_the_item() -> None:
    draft = draft_with_goals()

    draft.put("goals.items.goal-aaaa.statement", None)

    assert draft.items("goals.items")[0] == {"id": "goal-aaaa"}


def test_dropping_what_is_not_there_changes_nothing() -> None:
    draft = draft_with_goals()
    before = draft.snapshot()

    draft.drop("about.name")
    draft.drop("goals.items.goal-zzzz.target")

    assert draft == before


# ids


def test_an_id_is_a_word_and_four_letters_or_digits() -> None:
    assert re.fullmatch(r"goal-[a-z0-9]{4}", drafts.new_id("goal"))


def test_a_fresh_id_is_none_that_anything_has_or_refers_to(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = draft_with_goals()
    draft.put("goals.order", ["goal-gone"])
    draft.leave_open(OpenPoint("goals.items.goal-open.target", "not_known"))
    draft.accepted_checks.append({"check": "W-18", "at": "goals.items.goal-okay"})
    offered = iter(["goal-aaaa", "goal-gone", "goal-open", "goal-okay", "goal-free"])
    monkeypatch.setattr(drafts, "new_id", lambda _: next(offered))

    assert draft.fresh_id("goal") == "goal-free"


def test_five_hundred_items_have_five_hundred_ids() -> None:
    draft = Draft()

    made = {draft.add("goals.items", "goal") for _ in range(500)}

    assert len(made) == 500
    assert ids(draft) == list(dict.fromkeys(ids(draft)))


def test_two_drafts_do_not_share_an_id() -> None:
    assert Draft().plan_id != Draft().plan_id


# items


def test_an_added_item_stands_at_the_end_of_its_list() -> None:
    draft = draft_with_goals()

    ident = draft.add("goals.items", "goal")

    assert ids(draft)[-1] == ident
    assert draft.items("goals.items")[-1] == {"id": ident}


def test_a_duplicate_stands_right_behind_and_is_its_own() -> None:
    draft = draft_with_goals()
    draft.put("goals.items.goal-aaaa.needs", ["need-aaaa"])

    fresh = draft.duplicate("goals.items", "goal-aaaa", "goal")
    draft.get(f"goals.items.{fresh}.needs").append("need-bbbb")

    assert ids(draft) == ["goal-aaaa", fresh, "goal-bbbb", "goal-cccc"]
    assert draft.get(f"goals.items.{fresh}.statement") == "Words of goal-aaaa"
    assert draft.get("goals.items.goal-aaaa.needs") == ["need-aaaa"]


@pytest.mark.parametrize(
    ("ident", "by", "order"),
    [
        ("goal-bbbb", -1, "bac"),
        ("goal-bbbb", 1, "acb"),
        ("goal-aaaa", -1, "abc"),
        ("goal-cccc", 1, "abc"),
    ],
)
def test_an_item_moves_up_and_down_and_not_beyond_the_ends(ident: str, by: int, order: str) -> None:
    draft = draft_with_goals()

    draft.move("goals.items", ident, by)

    assert "".join(each[5] for each in ids(draft)) == order


def test_removing_an_item_takes_what_points_at_it_and_its_points_along() -> None:
    draft = draft_with_goals()
    draft.add("strategy.activities", "activity", "activity-aaaa")
    draft.put("strategy.activities.activity-aaaa.goal", "goal-bbbb")
    draft.put("goals.order", ["goal-cccc", "goal-bbbb", "goal-aaaa"])
    for at in (
        "goals.items.goal-bbbb",
        "goals.items.goal-bbbb.target",
        "goals.items.goal-aaaa.target",
        "goals.items",
    ):
        draft.leave_open(OpenPoint(at, "not_known"))
    draft.accepted_checks = [
        {"check": "W-18", "at": "goals.items.goal-bbbb"},
        {"check": "W-15", "at": "goals.items.goal-bbbb.target"},
        {"check": "W-18", "at": "goals.items.goal-aaaa"},
        {"check": "W-01"},
    ]

    draft.remove("goals.items", "goal-bbbb")

    assert ids(draft) == ["goal-aaaa", "goal-cccc"]
    assert draft.get("strategy.activities.activity-aaaa") == {"id": "activity-aaaa"}
    assert draft.get("goals.order") == ["goal-cccc", "goal-aaaa"]
    assert [point.at for point in draft.open_points] == ["goals.items.goal-aaaa.target", "goals.items"]
    assert draft.accepted_checks == [{"check": "W-18", "at": "goals.items.goal-aaaa"}, {"check": "W-01"}]
    assert "goal-bbbb" not in str(draft.__dict__)


def test_removing_an_item_leaves_what_is_about_one_with_a_longer_id() -> None:
    longer = {"check": "W-18", "at": "goals.items.goal-bbbbb"}
    draft = draft_with_goals()
    draft.leave_open(OpenPoint("goals.items.goal-bbbbb", "not_known"))
    draft.accepted_checks = [longer]

    draft.remove("goals.items", "goal-bbbb")

    assert [point.at for point in draft.open_points] == ["goals.items.goal-bbbbb"]
    assert draft.accepted_checks == [longer]


def test_removing_the_last_item_and_the_last_reference_leaves_holes() -> None:
    draft = Draft()
    draft.add("build.members", "member", "member-aaaa")
    draft.put("goals.order", ["member-aaaa"])

    draft.remove("build.members", "member-aaaa")

    assert draft.data == {}


def test_answers_refer_to_items_and_can_let_them_go() -> None:
    assert refers("member-aaaa", "member-aaaa")
    assert refers(["member-aaaa", "member-bbbb"], "member-bbbb")
    assert not refers({"other": "member-aaaa"}, "member-aaaa")
    assert without(["member-aaaa", "member-bbbb"], "member-aaaa") == ["member-bbbb"]
    assert without(["member-aaaa"], "member-aaaa") is None
    assert without("member-aaaa", "member-aaaa") is None


def test_what_refers_to_an_item_is_known_before_it_goes() -> None:
    draft = draft_with_goals()
    draft.put("goals.order", ["goal-aaaa", "goal-bbbb"])
    draft.add("strategy.activities", "activity", "activity-aaaa")
    draft.put("strategy.activities.activity-aaaa.goal", "goal-aaaa")

    found = [place for place, _ in draft.references_to("goal-aaaa")]

    assert found == ["goals.order", "strategy.activities.activity-aaaa.goal"]


def test_a_snapshot_brings_back_everything_that_was_removed() -> None:
    draft = draft_with_goals()
    draft.put("goals.order", ["goal-aaaa", "goal-bbbb"])
    draft.leave_open(OpenPoint("goals.items.goal-aaaa.target", "not_known"))
    kept, before = draft.snapshot(), draft.snapshot()

    draft.remove("goals.items", "goal-aaaa")
    draft.restore(kept)
    draft.put("goals.items.goal-aaaa.statement", "Changed later")

    assert kept == before
    assert draft.get("goals.order") == ["goal-aaaa", "goal-bbbb"]
    assert draft.point("goals.items.goal-aaaa.target") is not None


# open points and lists called complete


@pytest.mark.parametrize(
    ("answered", "left"),
    [
        ("goals.items.goal-aaaa.target", ["goals.items.goal-aaaa", "goals.items", "define.scope"]),
        (
            "define.scope.labor.adults",
            ["goals.items.goal-aaaa.target", "goals.items.goal-aaaa", "goals.items", "define.scope"],
        ),
        (
            "goals.items.goal-bbbb.target",
            ["goals.items.goal-aaaa.target", "goals.items.goal-aaaa", "goals.items", "define.scope"],
        ),
    ],
)
def test_an_answer_closes_the_point_at_exactly_its_slot(answered: str, left: list[str]) -> None:
    draft = draft_with_goals()
    for at in ("goals.items.goal-aaaa.target", "goals.items.goal-aaaa", "goals.items", "define.scope"):
        draft.leave_open(OpenPoint(at, "not_known"))

    draft.put(answered, 5)

    assert [point.at for point in draft.open_points] == left


def test_no_answer_closes_nothing() -> None:
    draft = Draft()
    draft.leave_open(OpenPoint("about.name", "parked"))

    draft.put("about.name", None)

    assert draft.point("about.name") is not None


def test_a_place_has_one_point_and_it_is_the_newest() -> None:
    draft = Draft()
    draft.leave_open(OpenPoint("about.name", "not_known", note="Ask"))

    draft.leave_open(OpenPoint("about.name", "parked"))

    assert draft.open_points == [OpenPoint("about.name", "parked")]


def test_leaving_a_grid_or_a_list_open_keeps_what_is_in_it() -> None:
    draft = draft_with_goals()
    draft.put("define.scope.labor.adults", "covered")

    draft.leave_open(OpenPoint("define.scope", "not_known"))
    draft.leave_open(OpenPoint("goals.items", "not_decided"))

    assert draft.get("define.scope.labor.adults") == "covered"
    assert len(draft.items("goals.items")) == 3


def test_a_point_keeps_only_what_was_said() -> None:
    point = OpenPoint("about.name", "not_known", note="", owner="data lead", by=None)

    assert point.as_data() == {"at": "about.name", "reason": "not_known", "owner": "data lead"}


def test_a_list_called_complete_is_so_once_and_has_no_point() -> None:
    draft = Draft()
    draft.leave_open(OpenPoint("build.members", "not_decided"))

    draft.call_complete("build.members")
    draft.call_complete("build.members")

    assert draft.complete == ["build.members"]
    assert draft.open_points == []


def test_a_list_can_be_opened_again() -> None:
    draft = Draft(complete=["build.members", "goals.items"])

    draft.call_complete("build.members", complete=False)

    assert draft.complete == ["goals.items"]


PLACES = st.sampled_from(
    ["about.name", "about.period.start", "about.period.end", "define.scope.sex.adults", "define.scope.sex.minors",
     "goals.items.goal-aaaa.target", "goals.items.goal-bbbb.target"]
)  # fmt: skip


@given(st.lists(st.tuples(PLACES, st.none() | st.integers())))
def test_a_draft_holds_the_last_thing_put_at_each_place(puts: list[tuple[str, int | None]]) -> None:
    draft = draft_with_goals()
    expected: dict[str, int | None] = {}
    for place, value in puts:
        draft.put(place, value)
        expected[place] = value

    held = dict(leaves(draft.data))

    assert {place: draft.get(place) for place in expected} == expected
    assert {place for place in held if place in expected} == {
        p for p, value in expected.items() if value is not None
    }
