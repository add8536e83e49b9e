"""Comments in a file: found wherever they stand, never inside of words; and made words when they were meant so."""

import time

import pytest

from wizard.storage.yaml import text as yaml_text
from wizard.storage.yaml.text import as_words, comments_of

TEXT = """é: ü # one
b: |- # two
  text # no
  é more
# three
c: 'quoted # no' # four
d: [x, y # five
  , z]
e: # six
f: Łódź #seven
g: plain
  more # eight
h: >
  folded

  # no

i:
- {a: b} # nine
- a#b
"""


def test_every_comment_is_found_and_no_words_are_taken_for_one() -> None:
    _, found = comments_of(TEXT.encode())

    named = [each.said.rpartition("#")[2].strip() for each in found]
    assert named == ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    assert [each.line for each in found] == [1, 2, 5, 6, 7, 9, 10, 12, 19]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("a: Team #1 of Two Rivers", "Team #1 of Two Rivers"),
        ("a: It's #1", "It's #1"),
        ("a: #1 in the county  ", "#1 in the county"),
        ("a: one\n  two #3", "one two #3"),
    ],
)
def test_a_comment_behind_bare_words_or_in_their_place_can_be_kept_as_words(line: str, value: str) -> None:
    text, (comment,) = comments_of(f"{line}\nb: c\n".encode())

    data = yaml_text.read(as_words(text, comment).encode()).data

    assert data == {"a": value, "b": "c"}


@pytest.mark.parametrize("text", ["# alone\na: b\n", "a: 'b' # c\n", "a: {b: c} # d\n", "a: |- # b\n  c\n"])
def test_other_comments_are_no_words(text: str) -> None:
    _, (comment,) = comments_of(text.encode())

    assert not comment.may_be_words


def test_half_a_megabyte_of_comments_is_read_at_once() -> None:
    began = time.perf_counter()

    _, found = comments_of(b"a: b\n" + b"#\n" * 250_000)

    assert len(found) == 250_000
    assert found[-1].line == 250_001
    assert time.perf_counter() - began < 20
