"""A date in words, and as people type it."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.errors import Offered, Unfit
from wizard.formatting.dates import format_date, parse_date
from wizard.words import language

PLAN = datetime.date(2026, 9, 1), datetime.date(2027, 8, 31)


@pytest.mark.parametrize(
    ("iso", "said"),
    [("2027-05-03", "May 3, 2027"), ("2026-12-31", "December 31, 2026"), ("2000-01-01", "January 1, 2000")],
)
def test_a_date_is_written_out(iso: str, said: str) -> None:
    assert format_date(iso) == said


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_a_name(month: int) -> None:
    assert format_date(f"2027-{month:02}-01").split()[0].isalpha()


DATES = ["2027-05-03", "May 3, 2027", "may 3 2027", "5/3/2027", "05/03/2027", "3 May 2027", "3rd of May 2027"]
DATES += ["May 3rd, 2027", "  May   3 ,2027 ", "5/3/27", "05-03-27"]


@pytest.mark.parametrize("text", DATES)
def test_a_date_may_be_written_as_people_do(text: str) -> None:
    assert parse_date(text).isoformat() == "2027-05-03"


@pytest.mark.parametrize("text", ["Sept 1, 2027", "sep. 1 2027", "September 1, 2027"])
def test_a_month_may_be_shortened(text: str) -> None:
    assert parse_date(text).isoformat() == "2027-09-01"


@pytest.mark.parametrize(
    "text",
    ["", "soon", "13/1/2027", "2/30/2027", "Ma 3, 2027", "J 1, 2027", "27-05-03", "2027", "46572", "31 June"],
)
def test_what_is_no_date_is_told(text: str) -> None:
    with pytest.raises(Unfit) as told:
        parse_date(text)

    assert told.value.key == "unfit.date"


def test_an_evening_in_another_time_zone_may_be_the_next_day_and_is_no_date() -> None:
    with pytest.raises(Unfit):
        parse_date("2027-07-04T22:00:00Z")


FOURTH = ["Sunday, July 4, 2027", "sun. july 4 2027", "4-Jul-27", "2027/07/04", "7/4/27", "4 July 2027"]
FOURTH += ["July 4th, 2027", "4. July 2027", "July 4", "4th of July", "7/4", "Sunday, July 4", "July 4, 27"]
FOURTH += [
    "2027-07-04T00:00:00",
    "2027-07-04T06:00:00.000Z",
    "2027-07-04 00:00",
    "7/4/2027 0:00",
    "7/4/2027 9:30 AM",
]


@pytest.mark.parametrize("text", FOURTH)
def test_a_day_of_the_plan_may_be_written_in_many_ways(text: str) -> None:
    assert parse_date(text, PLAN) == datetime.date(2027, 7, 4)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Saturday, July 4, 2027", "unfit.date_weekday"),
        ("June 2027", "unfit.date_day"),
        ("mid June", "unfit.date_day"),
        ("Monday, July 4", "unfit.date_year"),
        ("Feb 29", "unfit.date_year"),
    ],
)
def test_what_is_missing_or_does_not_fit_together_is_asked(text: str, key: str) -> None:
    with pytest.raises(Unfit) as told:
        parse_date(text, PLAN)

    assert told.value.key == key


@pytest.mark.parametrize("period", [None, (datetime.date(2026, 1, 1), datetime.date(2028, 12, 31))])
def test_a_day_that_several_years_or_none_of_the_plan_has_is_asked(
    period: tuple[datetime.date, datetime.date] | None,
) -> None:
    with pytest.raises(Unfit) as told:
        parse_date("July 4", period)

    assert told.value.key == "unfit.date_year"


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("end of June", "June 30, 2027"),
        ("the end of February", "February 28, 2027"),
        ("end of Feb. 2028", "February 29, 2028"),
    ],
)
def test_the_end_of_a_month_offers_its_last_day(text: str, offer: str) -> None:
    with pytest.raises(Offered) as told:
        parse_date(text, PLAN)

    assert told.value.offer == offer


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 12, 31)))
def test_every_form_of_our_own_means_the_day_it_was_made_from(day: datetime.date) -> None:
    said = format_date(day.isoformat())
    weekday = language().data["weekdays"][day.weekday()]

    assert {parse_date(said), parse_date(f"{weekday}, {said}"), parse_date(day.isoformat())} == {day}


PIECES = [
    "end of",
    "June",
    "Jul",
    "Sunday",
    "of",
    "4",
    "31",
    "4th",
    "0000",
    "9999",
    "2027",
    "27",
    "T00:00",
    "٤",
    "-",
    "/",
    ",",
]


def told_of(text: str) -> str:
    """What comes of a text: the day it means, the day it may mean, or the sentence that asks."""
    try:
        return parse_date(text, PLAN).isoformat()
    except Offered as offered:
        return parse_date(offered.offer).isoformat()
    except Unfit as told:
        return told.key


@given(st.lists(st.sampled_from([*PIECES, " "]), max_size=7).map("".join) | st.text(max_size=12))
def test_any_text_is_a_day_or_is_told(text: str) -> None:
    told = told_of(text)

    assert told.startswith("unfit.date") or datetime.date.fromisoformat(told)


def test_the_end_of_a_month_in_no_year_of_ours_is_no_date() -> None:
    assert told_of("end of June 0000") == "unfit.date"
