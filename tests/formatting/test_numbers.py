"""A number in words, and as people type it."""

import pytest

from wizard.errors import Unfit
from wizard.formatting.numbers import format_number, parse_number


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
    "text", ["", "many", "3,00", "1,2", "1.2.3", "nan", "inf", "1e5", "0x10", "３", "9" * 16, "--1"]
)
def test_what_is_no_number_is_told(text: str) -> None:
    with pytest.raises(Unfit) as told:
        parse_number(text, "days")

    assert told.value.key == "unfit.number"
