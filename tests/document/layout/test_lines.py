"""How many lines a text takes: counted with the widths of the fonts, and never fewer than a page needs."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # has no types

from wizard.document.document import SHARED
from wizard.document.fonts import advances
from wizard.document.layout.lines import measured

REGULAR = SHARED / "fonts" / "SourceSans3-Regular.ttf"
EVEN = dict.fromkeys("abcdefghijklmnopqrstuvwxyz ,!(", 0.5)


def lines(text: str, letters: float) -> int:
    """Lines of a text in which every letter is as wide, where so many fit into one."""
    return round(measured(text, EVEN).height(1, letters * 0.5 / 0.98 + 1e-9, leading=1))


@pytest.mark.parametrize("face", sorted((SHARED / "fonts").rglob("*.ttf")), ids=lambda face: face.stem)
def test_the_widths_are_those_of_the_font(face: Path) -> None:
    font = TTFont(face)
    wide = {chr(code): font["hmtx"][glyph][0] / 1000 for code, glyph in font.getBestCmap().items()}

    assert advances(face) == pytest.approx(wide)


def test_words_follow_each_other_while_there_is_room() -> None:
    assert [lines("ab cd ef", letters) for letters in (8, 7, 5, 4, 2)] == [1, 2, 2, 3, 3]
    assert lines("ab\n\ncd", 8) == 3


def test_a_word_wider_than_a_line_begins_one_and_is_broken() -> None:
    assert lines("a bcdefghijkl", 20) == 1
    assert lines("a " + "b" * 30, 20) == 3
    assert lines("a " + "b" * 30 + " c", 20) == 4


@pytest.mark.parametrize("text", ["abc , def", "abc !", "abc ( def"])
def test_a_sign_that_clings_to_its_word_goes_with_it(text: str) -> None:
    assert measured(text, EVEN).paragraphs[0][0] > measured("abc", EVEN).paragraphs[0][0]


def test_a_long_text_in_real_letters_takes_about_what_it_is_wide() -> None:
    text = measured(
        "Private stories stay outside the room, so no names and no cases. " * 9, advances(REGULAR)
    )
    wide = sum(text.paragraphs[0]) + text.space * (len(text.paragraphs[0]) - 1)

    high = text.height(20, 400, leading=1) / 20

    assert wide * 20 / 400 < high < 1.2 * wide * 20 / 400
