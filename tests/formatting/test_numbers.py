"""A number in words, and as people type it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.errors import Unfit
from wizard.formatting.numbers import confirm_number, format_number, parse_number


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (3000, "US dollars", "$3,000"),
        (14, "days", "14 days"),
        (90, "%", "90%"),
        (1234567, "", "1,234,567"),
        (12.5, "", "12.5"),
        (0.1, "hours", "0.1 hours"),
        (-3, "", "-3"),
        (1e12, "", "1,000,000,000,000"),
        (1, "day|days", "1 day"),
        (2, "day|days", "2 days"),
    ],
)
def test_a_number_is_written_with_what_it_counts(value: float, unit: str, said: str) -> None:
    assert format_number(value, unit) == said


NUMBERS = [("3", 3), ("3,000", 3000), ("$3,000", 3000), ("$ 3,000.50", 3000.5), ("12.5", 12.5), ("-4", -4)]
NUMBERS += [("12.0", 12), ("90%", 90), ("3 000", 3000), ("30 days", 30), (" 7 ", 7), ("1,234,567", 1234567)]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_a_number_may_be_written_as_people_do(text: str, value: float) -> None:
    found = parse_number(text, "days")

    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "many",
        "12,5000",
        "1234,567",
        "1.2.3",
        "1,23,456",
        "3.000.50",
        "nan",
        "inf",
        "1e5",
        "0x10",
        "３",
        "9" * 16,
        "--1",
    ],
)
def test_what_is_no_number_is_told(text: str) -> None:
    with pytest.raises(Unfit) as told:
        parse_number(text, "days")

    assert told.value.key == "unfit.number"


OTHERS: list[tuple[str, float, str]] = [
    ("3.000", 3000, "3,000"),
    ("$3.000", 3000, "3,000"),
    ("1.234.567", 1234567, "1,234,567"),
    ("3 000", 3000, "3,000"),
    ("3'000", 3000, "3,000"),
    ("3.000,50", 3000.5, "3,000.5"),
    ("12,5", 12.5, "12.5"),
    ("0,125", 0.125, "0.125"),
    ("-3.000", -3000, "-3,000"),
]


@pytest.mark.parametrize(("text", "value", "said"), OTHERS)
def test_a_number_as_others_write_it_is_read_and_said_back(text: str, value: float, said: str) -> None:
    assert parse_number(text) == value
    assert said in confirm_number(text, value)


@pytest.mark.parametrize(
    "text", ["3", "3000", "3,000", "$3,000", "3,000.50", "12.5", "12.0", "30 days", "-4"]
)
def test_a_number_in_our_own_form_needs_no_word(text: str) -> None:
    assert confirm_number(text, parse_number(text, "days"), "days") == ""


@pytest.mark.parametrize(
    ("text", "whole", "fraction"),
    [
        ("3.000", "3000", "3"),
        ("3,000", "3000", "3"),
        ("12.125", "12125", "12.1250"),
        ("3,500", "3500", "3.5"),
    ],
)
def test_three_digits_behind_a_sign_are_asked_about_where_fractions_fit(
    text: str, whole: str, fraction: str
) -> None:
    with pytest.raises(Unfit) as told:
        parse_number(text, fractions=True)

    assert (told.value.key, told.value.details) == (
        "unfit.number_unclear",
        {"whole": whole, "fraction": fraction},
    )
    assert parse_number(whole, fractions=True) == int(whole)
    assert parse_number(fraction, fractions=True) == float(fraction)


@pytest.mark.parametrize("text", ["$3.000", "3.000 €"])
def test_money_has_no_three_digits_behind_its_point(text: str) -> None:
    assert parse_number(text, fractions=True) == 3000


def read_either_way(text: str) -> set[float]:
    """What a text can mean where fractions fit."""
    try:
        return {parse_number(text, fractions=True)}
    except Unfit as told:
        return {float(str(each)) for each in told.details.values()}


NUMBER = st.integers(-(10**12), 10**12) | st.floats(-1e6, 1e6).map(lambda value: round(value, 4))


@given(NUMBER)
def test_a_number_of_our_own_means_what_it_was_made_from(value: float) -> None:
    assert value in read_either_way(format_number(value))


@given(st.from_regex(re.compile(r"\A-?[0-9]{1,4}([.,' ][0-9]{1,4}){0,3}\Z")))
def test_no_text_has_two_meanings_and_only_one_is_told(text: str) -> None:
    try:
        value = parse_number(text, fractions=True)
    except Unfit:
        return
    point = text.rfind(".") if text.count(".") == 1 else text.rfind(",") if text.count(",") == 1 else -1
    alone = re.fullmatch(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}", text)

    assert alone is None
    assert value == int(value) or point >= 0
    assert confirm_number(text, value) or float(text.replace(",", "")) == value


@given(st.text(max_size=12) | st.text(alphabet="0123456789.,'- $%٣½", max_size=12))
def test_any_text_is_a_number_or_is_told(text: str) -> None:
    assert all(abs(each) < 1e17 for each in read_either_way(text))
