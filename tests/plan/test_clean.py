"""What every answer is made of before it is kept."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.plan.clean import clean, whole

ANY = st.text(st.characters(), max_size=80)  # surrogates as well


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("  a  ", "a"),
        ("cafe\u0301", "caf\u00e9"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a  \n\n  b \n", "a\n\n  b"),
        ("a\tb", "a b"),
        ("a\x00\x1b[31m\x9bb", "a[31mb"),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("a\ue000\U000f0000b", "ab"),
        ("a\u200bb\ufeffc\u00add", "abcd"),
        ("caf\udcc3\udca9", "café"),
        ("a\udcffb\ud800c", "abc"),
        ("\U000e0061a\ufffeb", "ab"),
        ("क्‍ष", "क्‍ष"),
        ("a" + "\u0323" * 5000 + "b", "\u1ea1" + "\u0323" * 29 + "b"),
        ("漢" * 40 + "\u0f73" * 5000, "漢" * 40 + "\u0f71" * 15 + "\u0f72" * 15),
    ],
)
def test_lines_are_made_plain(raw: str, kept: str) -> None:
    assert clean(raw, lines=True) == kept


def test_without_lines_everything_stands_on_one() -> None:
    assert clean(" a\n\n b\r\nc ", lines=False) == "a b c"


@given(ANY, st.booleans())
@settings(max_examples=200, deadline=None)
def test_made_plain_once_is_made_plain(raw: str, lines: bool) -> None:
    once = clean(raw, lines=lines)

    assert clean(once, lines=lines) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not {unicodedata.category(each) for each in once if each != "\n"} & {"Cc", "Co", "Cs"}
    once.encode()


@given(ANY)
@settings(max_examples=100, deadline=None)
def test_what_is_whole_can_be_written_to_a_file(raw: str) -> None:
    assert whole(raw).encode().decode() == whole(raw)
