"""The notation of a sentence: gaps, pieces, variants, forms, and the signs themselves."""

from typing import Any

import pytest

from wizard.words.parser import Slip, gaps, parse, sentence

NAME = {"gap": "name"}


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("Saved.", ["Saved."]),
        ("{name} is back.", [NAME, " is back."]),
        ("Which? {name|or}", ["Which? ", {"gap": "name", "joint": "or"}]),
        ("Number[ ({name})]:", ["Number", [" (", NAME, ")"], ":"]),
        ("a[ b {name}[ c {name}]]", ["a", [" b ", NAME, [" c ", NAME]]]),
        (r"\[COMMAND\] \{is: no\} \\", ["[", "COMMAND", "]", " ", "{", "is: no", "}", " ", "\\"]),
        (r"a \ alone", [r"a \ alone"]),
        ("", []),
    ],
)
def test_a_text_is_parsed_into_nodes(text: str, nodes: list[Any]) -> None:
    assert parse(text) == nodes


@pytest.mark.parametrize(
    ("text", "key", "at"),
    [
        ("a ] b", "notation.no_partner", 2),
        ("a [b {name}", "notation.no_partner", 11),
        ("a {name b", "notation.no_partner", 2),
        ("a name} b", "notation.no_partner", 6),
        ("a {two words} b", "notation.no_partner", 2),
        ("a [b] c", "notation.no_gap", 4),
        ("a [] c", "notation.no_gap", 3),
    ],
)
def test_what_is_no_notation_is_told_with_its_place(text: str, key: str, at: int) -> None:
    with pytest.raises(Slip) as told:
        parse(text)

    assert (told.value.key, told.value.at) == (key, at)


def test_a_sentence_has_variants_and_forms() -> None:
    read = sentence({"say": ["{a}", "none"], "forms": {"a": {"one": "one", "other": "{a}"}}})

    assert read["say"] == [[{"gap": "a"}], ["none"]]
    assert read["forms"] == {"a": {"one": ["one"], "other": [{"gap": "a"}]}}


def test_gaps_are_found_in_pieces_too() -> None:
    assert list(gaps(parse("{a}[ b {c}[ {d}]]"))) == ["a", "c", "d"]
