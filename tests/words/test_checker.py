"""What the checker says of a sentence before anybody reads it."""

from typing import Any

import pytest

from wizard import words
from wizard.words.checker import slips
from wizard.words.language import Language
from wizard.words.parser import sentence

ENGLISH = words.language()
POLISH = Language("pl", {"plurals": {"one": "^1$", "few": "(?<!1)[2-4]$", "many": r"^\d+$"}}, ENGLISH)
GOOD: dict[str, Any] = {
    "say": ["We have {seats}[, {filled} of them filled][ ({note})].", "Nobody knows."],
    "forms": {
        "seats": {"0": "no seat", "one": "one seat", "other": "{seats} seats"},
        "filled": {"yes": "all", "no": "none"},
    },
}


def changed(old: str, new: str) -> Any:
    text = repr(GOOD)
    assert text.count(old) == 1, old
    return eval(text.replace(old, new))


def test_a_good_sentence_has_no_slips() -> None:
    assert list(slips(GOOD, ENGLISH, sentence(GOOD))) == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("{filled} of them filled]", "{filled} of them filled", "notation.no_partner"),
        ("[ ({note})]", "[ (note)]", "notation.no_gap"),
        ("({note})", "({nite})", "notation.unknown_gap"),
        ("[ ({note})]", "", "notation.gap_lost"),
        ("'one': 'one seat', ", "", "notation.no_form"),
        ("'one': 'one seat'", "'many': 'one seat'", "notation.unknown_form"),
        ("'yes': 'all', ", "", "notation.no_form"),
        ("'yes': 'all'", "'maybe': 'all'", "notation.unknown_form"),
        ("[, {filled} of them filled]", ", {filled}", "notation.broken"),
        ("{seats}[, {filled}", "{seats} [, {filled}", "notation.broken"),
        ("[ ({note})].", "[ ({note})] .", "notation.broken"),
        ("({note})]", "{note})]", "notation.broken"),
        ("have {seats}[", "have{seats}[", "notation.broken"),
        ("have {seats}[", 'have "{seats}[', "notation.broken"),
        ("'no seat'", "''", "notation.broken"),
        ("'say': [", "'tell': [", "notation.shape"),
        ("'Nobody knows.'", "{}", "notation.shape"),
    ],
)
def test_a_slip_is_told(old: str, new: str, key: str) -> None:
    data = changed(old, new)
    if new == ", {filled}":
        data["forms"]["filled"]["no"] = ""

    assert key in {slip.key for slip in slips(data, ENGLISH, sentence(GOOD))}


def test_a_language_needs_a_form_for_each_of_its_categories() -> None:
    found = [(slip.key, slip.details) for slip in slips(GOOD, POLISH, sentence(GOOD))]

    assert found == [
        ("notation.no_form", {"gap": "seats", "key": "few"}),
        ("notation.no_form", {"gap": "seats", "key": "many"}),
    ]


def test_choices_are_those_of_the_language_that_is_translated() -> None:
    english = {"say": "We {pay}.", "forms": {"pay": {"stipend": "pay", "not_yet": "wait"}}}
    other = {"say": "We {pay}.", "forms": {"pay": {"stipend": "pay", "later": "wait"}}}

    found = {(slip.key, slip.details["key"]) for slip in slips(other, ENGLISH, sentence(english))}

    assert found == {("notation.no_form", "not_yet"), ("notation.unknown_form", "later")}


def test_forms_of_a_gap_that_stands_nowhere_are_told() -> None:
    data = {"say": "Saved.", "forms": {"name": {"a": "b", "other": "c"}}}

    assert [slip.key for slip in slips(data, ENGLISH)] == ["notation.idle_forms"]


def test_what_stands_in_the_text_itself_is_not_called_broken() -> None:
    assert list(slips("Type ? at {place}, or  so", ENGLISH)) == []


def test_every_slip_has_a_sentence() -> None:
    keys = (
        "shape",
        "no_partner",
        "no_gap",
        "unknown_gap",
        "gap_lost",
        "idle_forms",
        "no_form",
        "unknown_form",
        "broken",
    )

    assert all(words.knows(f"notation.{key}") for key in keys)
