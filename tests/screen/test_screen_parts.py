"""The pure parts under the screen: wrapping, keys, sharing rows."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from wizard.formatting.wrap import cells, cut, head_rows, pieces, plain, wrapped
from wizard.screen import keys
from wizard.screen.kinds.word_wrap import breaks, rows_of
from wizard.screen.layout import Claim, share
from wizard.sitting import ways


@given(st.text(max_size=200), st.integers(4, 40))
@example("\x8500000", 4)  # a blank that takes no column, before a word wider than the page
@settings(max_examples=150, deadline=None)
def test_pieces_lose_nothing_and_fit(text: str, width: int) -> None:
    rows = pieces(text.replace("\n", " "), width)

    assert "".join(rows) == text.replace("\n", " ")
    assert all(cells(plain(row)) <= width for row in rows)


def test_a_text_is_broken_between_words() -> None:
    assert wrapped("one two three", 8) == ("one two", "three")


def test_a_word_wider_than_the_line_is_broken_inside() -> None:
    assert wrapped("abcdefghij", 4) == ("abcd", "efgh", "ij")


def test_paragraphs_stay_apart() -> None:
    assert wrapped("one\n\ntwo", 20) == ("one", "", "two")


def test_a_text_cut_short_says_so() -> None:
    assert cut("Two Rivers Partnership", 10) == "Two River…"


def test_the_head_stands_on_one_line_where_it_fits() -> None:
    head = ("Two Rivers", "Build · 4 of 16")

    assert head_rows(*head, 40) == ("Two Rivers" + " " * 15 + "Build · 4 of 16",)
    assert head_rows(*head, 20) == ("Two Rivers", "Build · 4 of 16")


@given(st.text(alphabet="ab ", max_size=120), st.integers(6, 30))
@settings(max_examples=150, deadline=None)
def test_a_typed_line_is_filled_so_that_no_word_is_broken(text: str, width: int) -> None:
    filled, places = "", dict(breaks(text, width))
    for at, each in enumerate(text):
        filled += " " * places.get(at, 0) + each
    rows = [filled[start : start + width] for start in range(0, len(filled), width)]

    short = [word for word in text.split() if len(word) < width - 1]
    assert all(any(word in row for row in rows) for word in short)
    assert rows_of(text, width + 2) >= len([row for row in rows if row.strip()]) > -1


def test_no_key_has_two_meanings() -> None:
    means = {(key, way.reply) for way in ways.WAYS for key in keys.of(way)}
    used = [key for key, _ in means] + list(keys.IDLE)

    assert len(used) == len(set(used))


def test_the_prompt_and_the_question_are_served_before_the_rest() -> None:
    claims = {
        "control": Claim(1, 1),
        "question": Claim(3, 3),
        "footer": Claim(1, 2),
        "card": Claim(0, 9),
        "help": Claim(5, 20, 10),
    }

    given = share(claims, 6)

    assert (given["control"], given["question"], given["footer"], given["card"]) == (1, 3, 1, 0)


@given(st.integers(0, 80), st.integers(1, 70), st.integers(0, 30))
@settings(max_examples=100, deadline=None)
def test_no_more_rows_are_shared_out_than_there_are(rows: int, wanted: int, question: int) -> None:
    claims = {
        "control": Claim(min(wanted, 6), wanted, 12),
        "question": Claim(question, question),
        "help": Claim(5, 30, 10),
        "footer": Claim(1, 2),
    }

    given = share(claims, rows)

    assert sum(given.values()) <= rows
    assert all(given[name] <= claim.most for name, claim in claims.items())
