"""Two drafts made into one: by entry id and field, never by position, and nothing silently."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.whole_plans import drafts
from wizard.content import PACKAGE
from wizard.storage import plan_file
from wizard.storage.draft import Draft, OpenPoint, is_within
from wizard.storage.merging.conflict import Conflict, Lost, losses
from wizard.storage.merging.flat import flattened
from wizard.storage.merging.merge import merge, settle, without_dangling

LEGAL, SHELTER, GOAL = "member-aaaa", "member-bbbb", "goal-aaaa"


def base() -> Draft:
    data = {
        "about": {"name": "Two Rivers", "places": ["denver"]},
        "build": {
            "members": [
                {"id": LEGAL, "organization": "Legal Aid"},
                {"id": SHELTER, "organization": "Shelter"},
            ]
        },
        "goals": {"items": [{"id": GOAL, "statement": "Answer", "lead": LEGAL}]},
    }
    return Draft(data, plan_id="p-7f3kq2", path="full", open_points=[OpenPoint("about.body", "not_known")])


def changed(change: Callable[[Draft], object], start: Draft | None = None) -> Draft:
    draft = (start or base()).snapshot()
    change(draft)
    return draft


def text(draft: Draft) -> str:
    return plan_file.text_of(draft)


def ids(draft: Draft, path: str = "build.members") -> list[str]:
    return [item["id"] for item in draft.items(path)]


# with the plan both came from


def test_what_only_one_changed_is_taken_from_each() -> None:
    a = changed(lambda draft: draft.put(f"build.members.{LEGAL}.sector", "legal_services"))
    b = changed(lambda draft: draft.put(f"goals.items.{GOAL}.statement", "Answer in two days"))

    merged = merge(a, b, base())

    assert merged.conflicts == []
    assert merged.draft.get(f"build.members.{LEGAL}.sector") == "legal_services"
    assert merged.draft.get(f"goals.items.{GOAL}.statement") == "Answer in two days"


def test_two_fields_of_one_entry_and_two_cells_of_one_row_do_not_meet() -> None:
    a = changed(lambda draft: draft.put("define.scope.labor.adults", "covered"))
    a.put(f"build.members.{LEGAL}.organization", "Two Rivers Legal Aid")
    b = changed(lambda draft: draft.put("define.scope.labor.minors", "later"))
    b.put(f"build.members.{LEGAL}.representative", "director")

    merged = merge(a, b, base())

    assert merged.conflicts == []
    assert merged.draft.get("define.scope.labor") == {"adults": "covered", "minors": "later"}
    assert merged.draft.get(f"build.members.{LEGAL}") == {
        "id": LEGAL,
        "organization": "Two Rivers Legal Aid",
        "representative": "director",
    }


def test_what_one_took_away_stays_away() -> None:
    a = changed(lambda draft: draft.remove("build.members", SHELTER))
    b = changed(lambda draft: draft.drop("about.places"))

    merged = merge(a, b, base())

    assert merged.conflicts == []
    assert ids(merged.draft) == [LEGAL]
    assert merged.draft.get("about") == {"name": "Two Rivers"}


def test_two_answers_at_one_place_are_a_conflict_that_each_side_can_win() -> None:
    a = changed(lambda draft: draft.put("about.name", "Rivers"))
    b = changed(lambda draft: draft.put("about.name", "Two Rivers Partnership"))

    merged = merge(a, b, base())

    (conflict,) = merged.conflicts
    assert conflict == Conflict(("answer", "about.name"), "Rivers", "Two Rivers Partnership")
    assert not conflict.takes_both
    assert merged.draft.get("about.name") == "Rivers"
    settle(merged.draft, conflict, "b")
    assert merged.draft.get("about.name") == "Two Rivers Partnership"


def test_where_a_place_takes_several_both_can_be_kept() -> None:
    a = changed(lambda draft: draft.put("about.places", ["denver", "boulder"]))
    b = changed(lambda draft: draft.put("about.places", ["adams", "denver"]))

    merged = merge(a, b, base())

    (conflict,) = merged.conflicts
    assert conflict.takes_both
    settle(merged.draft, conflict, "both")
    assert merged.draft.get("about.places") == ["denver", "boulder", "adams"]


def test_an_answer_taken_away_here_and_changed_there_is_a_conflict() -> None:
    a = changed(lambda draft: draft.drop("about.name"))
    b = changed(lambda draft: draft.put("about.name", "Rivers"))

    merged = merge(a, b, base())

    (conflict,) = merged.conflicts
    assert (conflict.a, conflict.b) == (None, "Rivers")
    assert merged.draft.get("about.name") is None
    settle(merged.draft, conflict, "b")
    assert merged.draft.get("about.name") == "Rivers"


def worked_on(draft: Draft) -> None:
    draft.put(f"build.members.{LEGAL}.representative", "director")


def pointed_at(draft: Draft) -> None:
    draft.add("goals.items", "goal", "goal-bbbb")
    draft.put("goals.items.goal-bbbb.lead", LEGAL)


@pytest.mark.parametrize("work", [worked_on, pointed_at])
@pytest.mark.parametrize("swapped", [False, True])
def test_an_entry_taken_away_here_and_needed_there_is_asked_about(
    work: Callable[[Draft], None], swapped: bool
) -> None:
    gone, there = changed(lambda draft: draft.remove("build.members", LEGAL)), changed(work)
    a, b = (there, gone) if swapped else (gone, there)

    merged = merge(a, b, base())

    (conflict,) = merged.conflicts
    assert conflict.key == ("entry", f"build.members.{LEGAL}")
    assert LEGAL in ids(merged.draft)
    assert merged.draft.get(f"goals.items.{GOAL}.lead") == LEGAL
    away = merged.draft.snapshot()
    settle(away, conflict, "b" if swapped else "a")
    assert ids(away) == [SHELTER]
    assert LEGAL not in text(away)
    settle(merged.draft, conflict, "a" if swapped else "b")
    assert ids(merged.draft) == [LEGAL, SHELTER]


def test_nothing_points_at_an_entry_that_is_gone() -> None:
    start = changed(lambda draft: draft.put(f"goals.items.{GOAL}.partners", [LEGAL, SHELTER]))
    a = changed(lambda draft: draft.remove("build.members", LEGAL), start)
    b = changed(lambda draft: draft.put(f"goals.items.{GOAL}.partners", [SHELTER, LEGAL]), start)

    merged = merge(a, b, start)
    for conflict in merged.conflicts:
        settle(merged.draft, conflict, "b")

    plan_file.draft_of(text(merged.draft).encode())
    assert SHELTER in merged.draft.get(f"goals.items.{GOAL}.partners")


# without it


def test_without_the_plan_both_came_from_everything_either_has_is_kept() -> None:
    a = changed(lambda draft: draft.remove("build.members", SHELTER))
    b = changed(lambda draft: draft.put("about.body", "coalition"))

    merged = merge(a, b)

    assert ids(merged.draft) == [LEGAL, SHELTER]
    assert [each.key for each in merged.conflicts] == [("answer", "about.body")]


# order


@pytest.mark.parametrize(
    ("ours", "theirs", "order"),
    [
        ("12", "12", "12"),
        ("123", "124", "1234"),
        ("132", "12", "132"),
        ("12", "132", "132"),
        ("312", "412", "3412"),
        ("12", "21", "21"),
        ("21", "12", "21"),
        ("21", "12x", "2x1"),
        ("1", "12x", "1x"),
    ],
)
def test_lists_keep_an_order_that_makes_sense(ours: str, theirs: str, order: str) -> None:
    def draft(order: str) -> Draft:
        return Draft({"build": {"members": [{"id": f"member-{each * 4}"} for each in order]}})

    merged = merge(draft(ours), draft(theirs), draft("12"))

    assert "".join(each[-1] for each in ids(merged.draft)) == order


# open points, complete lists, accepted checks, the path


def test_an_answer_closes_the_point_that_the_other_left_as_it_was() -> None:
    a = changed(lambda draft: draft.put("about.body", "coalition"))

    merged = merge(a, base(), base())

    assert merged.conflicts == []
    assert merged.draft.get("about.body") == "coalition"
    assert merged.draft.open_points == []


@pytest.mark.parametrize("swapped", [False, True])
def test_answered_here_and_left_open_anew_there_is_a_conflict(swapped: bool) -> None:
    point = OpenPoint("about.body", "parked", owner="chair")
    answered = changed(lambda draft: draft.put("about.body", "coalition"))
    left = changed(lambda draft: draft.leave_open(point))
    a, b = (left, answered) if swapped else (answered, left)

    merged = merge(a, b, base())

    (conflict,) = merged.conflicts
    assert (conflict.a, conflict.b) == ((point, "coalition") if swapped else ("coalition", point))
    assert (merged.draft.get("about.body") is None) is swapped
    settle(merged.draft, conflict, "a" if swapped else "b")
    assert merged.draft.get("about.body") is None
    assert merged.draft.open_points == [point]


def test_complete_lists_and_accepted_checks_come_from_both() -> None:
    a = changed(lambda draft: draft.call_complete("build.members"))
    b = changed(lambda draft: draft.call_complete("goals.items"))
    b.accepted_checks = [{"check": "W-18", "because": "on purpose"}]

    merged = merge(a, b, base())

    assert merged.conflicts == []
    assert merged.draft.complete == ["build.members", "goals.items"]
    assert merged.draft.accepted_checks == [{"check": "W-18", "because": "on purpose"}]


def test_two_reasons_for_one_check_and_two_paths_are_conflicts() -> None:
    a, b = base(), base()
    a.accepted_checks = [{"check": "W-18", "because": "this"}]
    b.accepted_checks = [{"check": "W-18", "because": "that"}]
    b.path = "quick"

    merged = merge(a, b)
    for conflict in merged.conflicts:
        settle(merged.draft, conflict, "b")

    assert len(merged.conflicts) == 2
    assert merged.draft.accepted_checks == b.accepted_checks
    assert merged.draft.path == "quick"


# what holds for every plan


def once(draft: Draft) -> Draft:
    """Without a check that is accepted twice at one place."""
    found = {(each["check"], each.get("at")): each for each in draft.accepted_checks}
    draft.accepted_checks = list(found.values())
    return draft


PLANS = drafts().map(once)


def in_order(draft: Draft) -> dict[Any, Any]:
    return dict(sorted(flattened(draft).items()))


@pytest.mark.parametrize("name", ["two-rivers", "two-rivers-quick"])
@pytest.mark.parametrize("with_base", [True, False])
def test_an_example_merged_with_itself_stays_byte_for_byte(name: str, with_base: bool) -> None:
    raw = (PACKAGE / "examples" / f"{name}.plan.yaml").read_bytes()
    draft = plan_file.draft_of(raw)

    merged = merge(draft, draft.snapshot(), Draft() if with_base else None)

    assert merged.conflicts == []
    assert text(merged.draft).encode() == text(draft).encode()


@given(drafts())
@settings(max_examples=60, deadline=None)
def test_merging_with_itself_changes_nothing(draft: Draft) -> None:
    merged = merge(draft, draft.snapshot(), draft.snapshot())

    assert merged.conflicts == []
    assert text(merged.draft) == text(draft)


@given(PLANS, PLANS, PLANS, st.booleans())
@settings(max_examples=80, deadline=None)
def test_merging_commutes_but_for_the_sides_of_conflicts(
    a: Draft, b: Draft, start: Draft, with_base: bool
) -> None:
    was = start if with_base else None

    one, other = merge(a, b, was), merge(b, a, was)

    mirrored = [Conflict(each.key, each.b, each.a) for each in other.conflicts]
    assert sorted(map(repr, one.conflicts)) == sorted(map(repr, mirrored))
    for conflict in one.conflicts:
        settle(one.draft, conflict, "a")
    for conflict in other.conflicts:
        settle(other.draft, conflict, "b")
    assert in_order(one.draft) == in_order(other.draft)


@given(PLANS, PLANS, PLANS, st.booleans())
@settings(max_examples=80, deadline=None)
def test_what_one_side_added_is_never_lost_unless_it_is_asked_about(
    a: Draft, b: Draft, start: Draft, with_base: bool
) -> None:
    before = flattened(start) if with_base else {}

    merged = merge(a, b, start if with_base else None)

    kept, asked = flattened(merged.draft), {each.key[1] for each in merged.conflicts}
    for side in (a, b):
        for key, value in flattened(side).items():
            if key not in before and kept.get(key) != value:
                assert key[1] in asked, key


def test_entries_that_each_side_took_away_and_that_point_at_each_other_are_both_asked_about() -> None:
    start = changed(lambda draft: draft.add("strategy.activities", "activity", "activity-aaaa"))
    start.put("strategy.activities.activity-aaaa.goal", GOAL)
    a = changed(lambda draft: draft.remove("strategy.activities", "activity-aaaa"), start)
    a.put(f"goals.items.{GOAL}.statement", "Answer in two days")
    b = changed(lambda draft: draft.remove("goals.items", GOAL), start)

    ways = [{each.key for each in merge(*sides, start).conflicts} for sides in ((a, b), (b, a))]

    assert ways[0] == ways[1]
    assert ("entry", f"goals.items.{GOAL}") in ways[0]


def test_an_entry_wanted_again_does_not_bring_back_what_pointed_at_it_and_is_gone() -> None:
    start = Draft(plan_id="p-7f3kq2")
    member = start.add("build.members", "member")
    activity = start.add("strategy.activities", "activity")
    start.put(f"strategy.activities.{activity}.lead", member)
    b = start.snapshot()
    another = b.add("strategy.activities", "activity")
    b.put(f"strategy.activities.{another}.lead", member)

    for one, other in ((Draft(plan_id="p-7f3kq2"), b), (b, Draft(plan_id="p-7f3kq2"))):
        merged = merge(one, other, start)

        assert [each.key for each in merged.conflicts] == [("entry", f"build.members.{member}")]
        assert merged.draft.get(f"strategy.activities.{activity}") is None


@given(PLANS, PLANS, PLANS, st.booleans(), st.data())
@settings(max_examples=80, deadline=None)
def test_every_value_of_either_side_is_in_the_result_or_settled_or_named(
    a: Draft, b: Draft, start: Draft, with_base: bool, data: st.DataObject
) -> None:
    merged = merge(a, b, start if with_base else None)
    draft, lost = merged.draft, list(merged.lost)
    for conflict in merged.conflicts:
        ways = [
            "a",
            "b",
            *(["both"] if conflict.takes_both else []),
            *(["open"] if conflict.takes_away else []),
        ]
        side = data.draw(st.sampled_from(ways))
        lost += losses(draft, conflict.key[1]) if side in (conflict.takes_away, "open") else []
        settle(draft, conflict, side)
    lost += without_dangling(draft, merged.entries)

    kept, before = flattened(draft), flattened(start) if with_base else {}
    settled, said = {each.key[1] for each in merged.conflicts}, {each.place for each in lost}
    for side_draft in (a, b):
        for key, value in flattened(side_draft).items():
            if before.get(key) == value or kept.get(key) == value:
                continue
            place = key[1].rpartition(" ")[0] if key[0] == "check" else key[1]
            is_settled = key[1] in settled or any(is_within(place, each) for each in settled)
            assert is_settled or place in said, key
    plan_file.draft_of(text(draft).encode())


@pytest.mark.parametrize("swapped", [False, True])
def test_what_pointed_at_an_entry_that_goes_is_named_and_can_stay_as_an_open_point(swapped: bool) -> None:
    place = f"goals.items.{GOAL}.co_lead"
    gone = changed(lambda draft: draft.remove("build.members", LEGAL))
    there = changed(lambda draft: draft.put(place, LEGAL))
    merged = merge(*((there, gone) if swapped else (gone, there)), base())
    (conflict,) = merged.conflicts

    lost = losses(merged.draft, conflict.key[1])
    settle(merged.draft, conflict, "open", "Legal Aid stood here")

    assert place in [each.place for each in lost]
    assert conflict.takes_away == ("b" if swapped else "a")
    again = plan_file.draft_of(text(merged.draft).encode())
    assert again.get(place) is None
    point = again.point(place)
    assert point is not None
    assert (point.reason, point.note) == ("not_decided", "Legal Aid stood here")


def test_a_choice_that_brings_a_reference_to_a_gone_entry_back_is_named_too() -> None:
    start = changed(lambda draft: draft.put(f"goals.items.{GOAL}.partners", [LEGAL, SHELTER]))
    a = changed(lambda draft: draft.remove("build.members", LEGAL), start)
    b = changed(lambda draft: draft.put(f"goals.items.{GOAL}.partners", [SHELTER, LEGAL]), start)
    merged = merge(a, b, start)
    for conflict in merged.conflicts:
        settle(merged.draft, conflict, "b")

    lost = without_dangling(merged.draft, merged.entries)

    assert lost == [Lost(f"goals.items.{GOAL}.partners", f"build.members.{LEGAL}")]
    assert merged.draft.get(f"goals.items.{GOAL}.partners") == [SHELTER]


def test_text_of_paragraphs_can_hold_both_as_far_as_there_is_room() -> None:
    a = changed(lambda draft: draft.put("define.mission", "Rivers"))
    b = changed(lambda draft: draft.put("define.mission", "Two Rivers Partnership"))

    (conflict,) = merge(a, b, base()).conflicts

    assert conflict.both == "Rivers\n\nTwo Rivers Partnership"
    assert not Conflict(conflict.key, "Rivers " * 2000, "Two " * 2000).takes_both
    assert not Conflict(("answer", "about.period.start"), "2026-01-01", "2026-02-01").takes_both
