"""Coverage by place: levels with their words, gaps said as shortly as they can be, holes as dashes."""

from typing import Any

import pytest

from tests.support.figures_seen import SHIPPED, Plan
from wizard.storage.draft import OpenPoint

PLACES = ["adams", "alamosa", "arapahoe", "archuleta", "baca", "bent", "boulder", "broomfield"]
KINDS = [option.key for option in SHIPPED.choices["services"].options]


def plan(places: int, kinds: int, **levels: str) -> Plan:
    """Levels by `kind__place` numbers; one without a place stands in every place."""
    made = Plan()
    made.draft.put("about.places", PLACES[:places])
    made.draft.put("build.coverage_also", KINDS[:kinds])
    for where, level in levels.items():
        kind, _, place = where.removeprefix("k").partition("__")
        for each in [PLACES[int(place)]] if place else PLACES[:places]:
            made.draft.put(f"build.coverage.{KINDS[int(kind)]}.{each}", level)
    return made


@pytest.mark.parametrize("places", [1, 2, 7, 8])
@pytest.mark.parametrize("kinds", [3, 34])
def test_every_kind_and_place_is_in_the_map_once(places: int, kinds: int) -> None:
    made = plan(places, kinds, k0="some", k1="none")
    drawn = made.drawn("coverage")

    cells = [
        (made.read(service), made.read(place))
        for each in drawn.maps
        for service, row in each.rows
        for place, _ in zip(each.places, row, strict=True)
    ]

    assert len(cells) == len(set(cells)) == places * kinds
    assert drawn.kinds == kinds
    assert sum(drawn.counts.values()) + drawn.holes == places * kinds


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (
            plan(2, 2, k0="some", k1="enough"),
            "Every kind of help is there in some measure, as far as we know.",
        ),
        (
            plan(2, 2, k0="some", k1__0="none", k1__1="some"),
            "No help at all in Adams County: Emergency shelter.",
        ),
        (
            plan(2, 5, k0="none", k1="none", k2="none", k3="none", k4="some"),
            "4 of 5 kinds in Alamosa County.",
        ),
        (plan(8, 1, k0="none"), "8 spots are without any help."),
        (plan(1, 2, k0="some", k1="unknown"), "1 spot is not known yet."),
        (plan(1, 3, k0="some", k1="some"), "1 spot is not decided yet and marked with a dash."),
    ],
)
def test_the_sentence_says_what_is_missing_as_shortly_as_it_can(made: Plan, told: str) -> None:
    assert told in made.told("coverage")


def test_a_single_level_is_read_as_a_table_and_an_open_cell_says_why() -> None:
    thin, some = plan(1, 1, k0="none"), plan(1, 3, k0="none", k1="some")
    some.draft.leave_open(OpenPoint(f"build.coverage.{KINDS[2]}.adams", "not_known", "the nurse asks"))

    drawn: list[Any] = [each.drawn("coverage") for each in (thin, some)]

    assert drawn[0] is None
    assert drawn[1].holes == 0
    assert "the nurse asks" in some.told("coverage")


def test_shades_come_with_signs_and_words() -> None:
    html = plan(1, 4, k0="none", k1="some", k2="enough", k3="unknown").page()

    assert '<td data-label="Adams County" class="level-none"><span class="sign"></span> None</td>' in html
    assert '<td data-label="Adams County" class="level-unknown">Not known</td>' in html
