"""JSON read as strictly as plan files are: every value is text, and all that is wrong has its place."""

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard import words
from wizard.errors import MOST_FAULTS, Fault, Faults
from wizard.storage import json_file

TEXTS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=20)
DATA = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


def faults(text: str) -> list[Fault]:
    with pytest.raises(Faults) as found:
        json_file.read(text.encode(), "x.json")
    return found.value.faults


@given(st.dictionaries(TEXTS, DATA, max_size=4), st.sampled_from([None, 1, "\t"]), st.booleans())
def test_whatever_python_writes_is_read_back(data: dict[str, Any], indent: Any, plain: bool) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=plain)

    assert json_file.read(text.replace("\t", "  ").encode()).data == data


def test_numbers_and_words_stay_as_they_are_written() -> None:
    raw = b'{"a": 3000, "b": -1.50e3, "c": 3.000, "d": 1.0, "e": 10E+2, "f": true, "g": null, "h": "null"}'

    data = json_file.read(raw).data

    assert list(data.values()) == ["3000", "-1.50e3", "3.000", "1.0", "10E+2", "true", None, "null"]


def test_a_number_may_be_longer_than_any_computer_counts() -> None:
    digits = "9" * 5000

    assert json_file.read(f'{{"a": {digits}}}'.encode()).data == {"a": digits}


def test_no_place_is_claimed_to_be_known() -> None:
    marks = json_file.read(b'{"about": {"name": "x"}}').marks

    assert marks.key(("about", "name")) == marks.value(("about",)) == (None, None)


def test_ends_of_lines_of_other_systems_are_line_feeds() -> None:
    document = json_file.read(b'{"a": "one\\r\\ntwo\\rthree"}')

    assert document.data == {"a": "one\ntwo\nthree"}


@pytest.mark.parametrize(
    ("text", "line", "columns"),
    [
        ('{"a": 1,}', 1, (8, 9)),  # newer versions of Python point at the comma
        ('{"a": 1\n "b": 2}', 2, (2,)),
        ('{"a" 1}', 1, (6,)),
        ('{"a": "x', 1, (7,)),
        ('{"a": tru}', 1, (7,)),
        ('{"a": 0044}', 1, (8,)),
        ('{"a": 1} x', 1, (10,)),
        ('{"a": [1, 2}', 1, (12,)),
        ("{a: 1}", 1, (2,)),
        ('{"a": "x\ty"}', 1, (9,)),
    ],
)
def test_what_is_not_json_is_said_with_its_line_and_column(
    text: str, line: int, columns: tuple[int, ...]
) -> None:
    (fault,) = faults(text)

    assert (fault.key, fault.line, fault.at) == ("json.not_understood", line, "")
    assert fault.column in columns
    assert words.of_fault(fault) == words.say("json.not_understood")


@pytest.mark.parametrize(
    ("text", "key", "at"),
    [
        ("", "yaml.empty", ""),
        ("[1]", "yaml.not_a_plan", ""),
        ('"about"', "yaml.not_a_plan", ""),
        ('{"a": 1, "b": {"c": [{"d": 2, "d": 2}]}}', "json.twice", "b.c.0.d"),
        ('{"a": {"": 1}}', "yaml.no_name", "a"),
        ('{"a": NaN}', "json.not_a_number", "a"),
        ('{"a": [1, -Infinity]}', "json.not_a_number", "a.1"),
        ('{"a":' * 21 + "1" + "}" * 21, "yaml.too_deep", ".".join("a" * 20)),
        ("[" * 100_000, "yaml.too_deep", ""),
        ('{"a":' * 100_000, "yaml.too_deep", ""),
        ('{"a": [[' + "1," * 50_000 + "1]]}", "yaml.too_many", "a.0.49997"),
        ('{"a": "\\u202e"}', "yaml.hidden", "a"),
        ('{"a": "\\ud800"}', "yaml.hidden", "a"),
        ('{"a": {"\\u0000b": 1}}', "yaml.hidden", "a.\x00b"),
        ("%PDF", "yaml.is_pdf", ""),
    ],
)
def test_what_a_plan_does_not_hold_is_said_with_its_path(text: str, key: str, at: str) -> None:
    (fault,) = faults(text)

    assert (fault.key, fault.at) == (key, at)
    assert words.of_fault(fault) == words.say(key, **fault.details)


def test_half_characters_that_belong_together_are_one() -> None:
    assert json_file.read(b'{"a": "\\ud83d\\ude00"}').data == {"a": "\U0001f600"}


def test_a_file_wrong_everywhere_gets_a_list_of_bearable_length() -> None:
    assert len(faults('{"a": [' + "NaN," * 400 + "1]}")) == MOST_FAULTS


@pytest.mark.parametrize(
    "text",
    [
        "{" + ",".join(f'"{number}":1' for number in range(90_000)) + "}",
        "{" + ",".join(['"a":1'] * 150_000) + "}",
        '{"a": [' + "[]," * 300_000 + "1]}",
        '{"a": [' + ("[" * 15 + "]" * 15 + ",") * 30_000 + "1]}",
        '{"a": "' + "\\u202e" * 160_000 + '"}',
    ],
    ids=["names", "one name", "lists", "lists in lists", "hidden characters"],
)
def test_a_megabyte_is_refused_at_once(text: str) -> None:
    start = time.process_time()

    assert faults(text)
    assert time.process_time() - start < 3
