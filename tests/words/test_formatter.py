"""A sentence filled: pieces that fall away, variants, forms by choice and by number, lists joined."""

from typing import Any

import pytest

from wizard import words
from wizard.words.formatter import fill
from wizard.words.language import Language
from wizard.words.parser import sentence

ENGLISH = words.language()
POLISH = Language(
    "pl",
    {"plurals": {"one": "^1$", "few": "(?<!1)[2-4]$", "many": r"^\d+$"}, "joints": {"and": [", ", " i "]}},
    ENGLISH,
)
PAY: dict[str, Any] = {
    "say": [
        "Advisers {pay}[, {how|or}][, and {advice}].",
        "Money reaches advisers {how|or}[, and they {advice}].",
        "Advisers {advice}.",
    ],
    "forms": {
        "pay": {
            "stipend": "receive a stipend[ of {rate}]",
            "not_yet": "are not paid yet",
            "other": "are paid {pay}",
        },
        "advice": {"yes": "get advice", "no": "get no advice"},
    },
}
SEATS = {
    "say": "{seats}.",
    "forms": {
        "seats": {"0": "No seat is open", "one": "One seat is open", "other": "{seats} seats are open"}
    },
}


def said(data: Any, language: Language = ENGLISH, **values: object) -> str | None:
    return fill(sentence(data), values, language)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (
            {
                "pay": "stipend",
                "rate": "$100",
                "how": ["by check", "by deposit", "by gift card"],
                "advice": True,
            },
            "Advisers receive a stipend of $100, by check, by deposit or by gift card, and get advice.",
        ),
        ({"pay": "stipend"}, "Advisers receive a stipend."),
        ({"pay": "not_yet", "advice": False}, "Advisers are not paid yet, and get no advice."),
        ({"pay": "in kind"}, "Advisers are paid in kind."),
        ({"how": ["by check"], "advice": True}, "Money reaches advisers by check, and they get advice."),
        ({"how": [], "advice": True}, "Advisers get advice."),
        ({"rate": "$100"}, None),
        ({}, None),
    ],
)
def test_the_fullest_variant_that_the_values_fill_is_said(
    values: dict[str, object], text: str | None
) -> None:
    assert said(PAY, **values) == text


@pytest.mark.parametrize(
    ("seats", "text"),
    [
        (0, "No seat is open."),
        (1, "One seat is open."),
        (2, "2 seats are open."),
        (["a"], "One seat is open."),
    ],
)
def test_a_number_takes_its_own_form_or_its_category(seats: object, text: str) -> None:
    assert said(SEATS, seats=seats) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [(1, "1 miejsce"), (3, "3 miejsca"), (5, "5 miejsc"), (12, "12 miejsc"), (22, "22 miejsca")],
)
def test_a_language_brings_its_own_categories(count: int, text: str) -> None:
    forms = {"one": "{n} miejsce", "few": "{n} miejsca", "many": "{n} miejsc", "other": "{n} miejsca"}

    assert said({"say": "{n}", "forms": {"n": forms}}, POLISH, n=count) == text


@pytest.mark.parametrize(
    ("names", "text"),
    [(["a"], "a."), (["a", "b"], "a i b."), (["a", "b", "c"], "a, b i c."), (("a", "b"), "a i b.")],
)
def test_a_list_is_joined_as_the_language_joins_it(names: object, text: str) -> None:
    assert said("{names}.", POLISH, names=names) == text


def test_an_empty_text_lets_a_piece_fall_away_and_is_written_nowhere_else() -> None:
    assert said("Number[ ({unit})]: {unit}.", unit="") == "Number: ."


def test_a_value_is_never_read_as_notation() -> None:
    assert said("{name} [({other})]", name="{other} [x]", other="]{") == "{other} [x] (]{)"


def test_a_number_with_a_fraction_is_said_without_needless_zeros() -> None:
    assert (said("{n}", n=12.0), said("{n}", n=12.5)) == ("12", "12.5")
