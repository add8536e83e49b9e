"""The months across a table: how many columns, and that bars and signs stand inside them, on their days."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.document.figures.months import (
    MOST,
    ROOM,
    SIGN,
    TIP,
    Bar,
    Column,
    Months,
    months_between,
    months_of,
    spread,
)

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
YEAR = months_between(date(2026, 9, 1), date(2027, 8, 31))


def day(year: int, month: int, number: int) -> int:
    return date(year, month, number).toordinal()


@pytest.mark.parametrize(
    ("first", "last", "step", "columns"),
    [
        (date(2026, 9, 15), date(2027, 8, 31), 1, 12),
        (date(2026, 9, 1), date(2026, 9, 30), 1, 1),
        (date(2026, 7, 1), date(2027, 12, 31), 1, 18),
        (date(2026, 7, 1), date(2028, 1, 1), 3, 7),
        (date(2026, 8, 1), date(2030, 12, 31), 3, 18),
        (date(2026, 8, 1), date(2031, 1, 1), 12, 6),
        (date(1900, 1, 1), date(2200, 12, 31), 456, 8),
    ],
)
def test_months_become_quarters_and_years_where_they_are_too_many(
    first: date, last: date, step: int, columns: int
) -> None:
    months = months_between(first, last)

    assert (months.step, len(months.columns)) == (step, columns)


def test_columns_know_their_month_and_years_how_wide_they_are() -> None:
    assert YEAR.columns[0] == Column(2026, 9)
    assert YEAR.columns[-1] == Column(2027, 8)
    assert YEAR.years == ((2026, 4), (2027, 8))
    assert months_between(date(2026, 8, 1), date(2028, 6, 30)).columns[0] == Column(2026, 7)


def test_a_bar_runs_from_its_first_morning_to_its_last_evening() -> None:
    assert YEAR.bar(day(2026, 9, 1), day(2026, 9, 30)) == Bar(0, 8.33)
    assert YEAR.bar(day(2026, 9, 1), day(2027, 8, 31)) == Bar(0, 100)
    assert YEAR.bar(day(2027, 3, 1), day(2027, 8, 31)) == Bar(50, 50)
    assert YEAR.bar(day(2027, 8, 31), day(2027, 3, 1)) == Bar(50, 50)


def test_what_lies_outside_the_months_is_clipped_and_says_so() -> None:
    before = YEAR.bar(day(2020, 1, 1), day(2021, 1, 1))
    both = YEAR.bar(day(2020, 1, 1), day(2030, 1, 1))
    after = YEAR.sign(day(2027, 9, 1))

    assert before == Bar(0, 2 + TIP, before=True)
    assert both == Bar(0, 100, before=True, after=True)
    assert (after.at, after.before, after.after) == (100 - SIGN / 2, False, True)
    assert not YEAR.sign(day(2027, 8, 31)).after


@given(DAYS, DAYS, DAYS, DAYS)
def test_no_bar_and_no_sign_leaves_the_line(first: date, last: date, one: date, other: date) -> None:
    months = months_between(*sorted((first, last)))

    bar, spot = months.bar(one.toordinal(), other.toordinal()), months.sign(one.toordinal())

    assert 1 <= len(months.columns) <= MOST
    assert list(months.edges) == sorted(set(months.edges))
    assert months.edges[0] <= min(first, last).toordinal()
    assert months.edges[-1] > max(first, last).toordinal()
    assert bar.left >= 0
    assert bar.width >= 2
    assert bar.left + bar.width <= 100.01
    assert SIGN / 2 <= spot.at <= 100 - SIGN / 2


@given(st.lists(st.floats(0, 100), max_size=ROOM).map(sorted))
def test_signs_keep_their_order_and_cover_no_other(places: list[float]) -> None:
    found = spread(places)

    assert len(found) == len(places)
    assert all(after - before >= SIGN - 1e-6 for before, after in pairwise(found))
    assert all(SIGN / 2 - 1e-6 <= at <= 100 - SIGN / 2 + 1e-6 for at in found)


def test_a_sign_with_room_stays_on_its_day() -> None:
    assert spread([10, 50, 90]) == [10, 50, 90]
    assert spread([50, 51]) == [50, 56]
    assert spread([99, 100]) == [91, 97]


@given(st.lists(DAYS, max_size=60))
def test_of_too_many_signs_each_column_keeps_its_first(days: list[date]) -> None:
    found = YEAR.signs([each.toordinal() for each in days])

    places = sorted(each.at for each in found if each)
    assert len(found) == len(days)
    assert len(places) == len(days) if len(days) <= ROOM else 1 <= len(places) <= ROOM
    assert all(after - before >= SIGN - 0.02 for before, after in pairwise(places))


def test_a_crowd_of_days_shows_one_a_month() -> None:
    days = [day(2027, month, number) for month in (1, 2, 3) for number in (20, 5, 12, 1, 28, 9)]

    found = YEAR.signs(days)

    assert [at for at, each in enumerate(found) if each] == [3, 9, 15]


def test_the_plan_says_which_months_and_the_days_where_it_does_not() -> None:
    def shown(start: int | None, end: int | None) -> Months:
        return months_of((start, end), [day(2027, 5, 3), day(2026, 11, 2)])

    assert shown(day(2026, 9, 1), day(2027, 8, 31)) == YEAR
    assert shown(None, None) == months_between(date(2026, 11, 1), date(2027, 5, 31))
    assert shown(day(2026, 9, 1), None) == months_between(date(2026, 9, 1), date(2027, 5, 31))
    assert shown(day(2027, 8, 31), day(2026, 9, 1)) == YEAR
