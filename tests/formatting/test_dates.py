"""A date in words, and as people type it."""

import pytest

from wizard.errors import Unfit
from wizard.formatting.dates import format_date, parse_date


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
    "text", ["", "May 2027", "soon", "13/1/2027", "2/30/2027", "Ma 3, 2027", "J 1, 2027", "27-05-03"]
)
def test_what_is_no_date_is_told(text: str) -> None:
    with pytest.raises(Unfit) as told:
        parse_date(text)

    assert told.value.key == "unfit.date"
