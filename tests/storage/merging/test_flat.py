"""A draft laid flat."""

from hypothesis import given, settings

from tests.support.whole_plans import drafts
from wizard.storage.draft import Draft, OpenPoint
from wizard.storage.merging.flat import flattened, under


def draft() -> Draft:
    data = {
        "about": {"name": "Two Rivers", "body": {"other": "circle"}, "places": []},
        "define": {
            "scope": {"labor": {"adults": "covered", "minors": "later"}, "other": {"adults": "covered"}}
        },
        "build": {"members": [{"id": "member-aaaa", "organization": "Legal Aid"}, {"id": "member-aaab"}]},
    }
    points = [OpenPoint("about.age", "parked"), OpenPoint("build.members.member-aaaa.sector", "not_known")]
    checks = [{"check": "W-18", "at": "build.members.member-aaaa"}, {"check": "W-18"}, {"check": "W-18"}]
    return Draft(data, path="full", complete=["build.members"], open_points=points, accepted_checks=checks)


def test_grids_go_cell_by_cell_entries_by_their_ids_and_choices_whole() -> None:
    found = flattened(draft())

    assert {key: value for key, value in found.items() if key[0] in ("answer", "entry")} == {
        ("answer", "about.name"): "Two Rivers",
        ("answer", "about.body"): {"other": "circle"},
        ("answer", "about.places"): [],
        ("answer", "define.scope.labor.adults"): "covered",
        ("answer", "define.scope.labor.minors"): "later",
        ("answer", "define.scope.other.adults"): "covered",
        ("entry", "build.members.member-aaaa"): True,
        ("answer", "build.members.member-aaaa.organization"): "Legal Aid",
        ("entry", "build.members.member-aaab"): True,
    }


def test_what_is_kept_beside_the_answers_is_there_too() -> None:
    found = flattened(draft())

    assert found["path", ""] == "full"
    assert found["complete", "build.members"] is True
    assert found["point", "about.age"] == OpenPoint("about.age", "parked")
    assert [key for key in found if key[0] == "check"] == [
        ("check", "build.members.member-aaaa W-18"),
        ("check", " W-18"),
        ("check", " W-18+"),
    ]


def test_an_entry_has_all_that_is_about_it_and_nothing_of_one_with_a_longer_id() -> None:
    found = under(flattened(draft()), "build.members.member-aaaa")

    assert set(found) == {
        ("entry", "build.members.member-aaaa"),
        ("answer", "build.members.member-aaaa.organization"),
        ("point", "build.members.member-aaaa.sector"),
        ("check", "build.members.member-aaaa W-18"),
    }


@given(drafts())
@settings(max_examples=60, deadline=None)
def test_every_answer_stands_at_its_place(made: Draft) -> None:
    for (kind, place), value in flattened(made).items():
        if kind == "answer":
            assert made.get(place) == value
