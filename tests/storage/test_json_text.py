"""JSON read as strictly as plan files are: every value is text, and all that is wrong has its place."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard import words
from wizard.errors import Faults
from wizard.storage import json_text

TEXTS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=20)
DATA = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


def faults(text: str) -> list[tuple[str, int | None, int | None]]:
    with pytest.raises(Faults) as found:
        json_text.read(text.encode(), "x.json")
    return [(fault.key, fault.line, fault.column) for fault in found.value.faults]


@given(st.dictionaries(TEXTS, DATA, max_size=4), st.sampled_from([None, 1, "\t"]), st.booleans())
def test_whatever_python_writes_is_read_back(data: dict[str, Any], indent: Any, plain: bool) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=plain)

    assert json_text.read(text.replace("\t", "  ").encode()).data == data


def test_numbers_and_words_stay_as_they_are_written() -> None:
    document = json_text.read(b'{"a": 3000, "b": -1.50e3, "c": true, "d": false, "e": null, "f": "null"}')

    assert document.data == {"a": "3000", "b": "-1.50e3", "c": "true", "d": "false", "e": None, "f": "null"}


def test_everything_has_its_place() -> None:
    document = json_text.read(b'{\n  "about": {"name": "x",\n    "places": ["denver",\n "boulder"]}}')

    assert document.marks.key(("about", "name")) == (2, 13)
    assert document.marks.value(("about", "name")) == (2, 21)
    assert document.marks.value(("about", "places", 1)) == (4, 2)


def test_ends_of_lines_of_other_systems_are_line_feeds() -> None:
    document = json_text.read(b'{"a": "one\\r\\ntwo\\rthree"}')

    assert document.data == {"a": "one\ntwo\nthree"}


@pytest.mark.parametrize(
    ("text", "key", "line", "column"),
    [
        ('{"a": 1,}', "json.not_understood", 1, 9),
        ('{"a": 1\n "b": 2}', "json.not_understood", 2, 2),
        ('{"a" 1}', "json.not_understood", 1, 6),
        ('{"a": "x', "json.not_understood", 1, 7),
        ('{"a": tru}', "json.not_understood", 1, 7),
        ('{"a": 1} x', "json.not_understood", 1, 10),
        ('{"a": [1, 2}', "json.not_understood", 1, 12),
        ("{a: 1}", "json.not_understood", 1, 2),
        ("", "yaml.empty", 1, 1),
        ("[1]", "yaml.not_a_plan", 1, 1),
        ('{"a": 1,\n"a": 2}', "yaml.twice", 2, 1),
        ('{"": 1}', "yaml.no_name", 1, 2),
        ("[" * 60, "yaml.too_deep", 1, 21),
        ('{"a": "\\u202e"}', "yaml.hidden", 1, 7),
        ('{"a": "\\ud800"}', "yaml.hidden", 1, 7),
        ("%PDF", "yaml.is_pdf", 1, 1),
    ],
)
def test_what_is_not_json_is_said_with_its_place(text: str, key: str, line: int, column: int) -> None:
    found = faults(text)

    assert (key, line, column) in found
    assert words.knows(key)
