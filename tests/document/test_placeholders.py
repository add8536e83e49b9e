"""Answers get into a page as plain text, at places where text may stand, and nowhere else."""

import pytest

from tests.support.document_hostile import HOSTILE
from wizard.document import printable
from wizard.document.faults import TemplateFault
from wizard.document.letters.letters import STAND_IN, Letters
from wizard.document.placeholders import Answers
from wizard.words.vocabulary import Untranslated

LATIN = frozenset(map(chr, range(0x20, 0x250))) | {"□", "\u200b", "\u0301"}


def filled(before: str, answer: str, after: str, *, long: bool = False) -> str:
    answers = Answers()
    mark = answers.put(answer, long=long)
    return answers.fill(f"{before}{mark}{after}", Letters(LATIN))


def test_an_answer_is_escaped_and_never_becomes_markup() -> None:
    html = filled("<p>", HOSTILE, "</p>")

    assert html == r"<p>| # &lt;b&gt;x&lt;/b&gt; {{ 7*7 }} ![](file:///etc/passwd) \ * _</p>"


def test_line_breaks_stay_line_breaks_in_text_and_become_spaces_in_headings_and_attributes() -> None:
    assert filled("<p>", "one\ntwo", "</p>") == "<p>one<br>two</p>"
    assert filled("<h2>", "one\ntwo", "</h2>") == "<h2>one two</h2>"
    assert filled('<img alt="', 'one\n"two"', '">') == '<img alt="one &quot;two&quot;">'


def test_a_long_answer_alone_in_its_paragraph_becomes_paragraphs() -> None:
    assert filled('<p id="x" class="y">', "a\n\nb\nc", "</p>", long=True) == (
        '<p id="x" class="y">a</p><p class="y">b<br>c</p>'
    )
    assert filled("<td>", "a\n\nb", "</td>", long=True) == "<td><p>a</p><p>b</p></td>"
    assert filled("<p>So: ", "a\n\nb", "</p>", long=True) == "<p>So: a<br><br>b</p>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="', '">x</a>'),
        ("<a href=", ">x</a>"),
        ('<img src="', '">'),
        ('<p style="', '">x</p>'),
        ('<p class="', '">x</p>'),
        ('<p id="', '">x</p>'),
        ('<p onclick="', '">x</p>'),
        ("<style>", "</style>"),
        ("<script>", "</script>"),
        ("<!-- ", " -->"),
        ("<", ">x</p>"),
        ("<p ", ">x</p>"),
        ("<p ", '="1">x</p>'),
    ],
)
def test_a_mark_where_no_text_may_stand_is_refused(before: str, after: str) -> None:
    with pytest.raises(TemplateFault):
        filled(before, "red", after)


def test_a_mark_that_was_cut_or_belongs_to_another_page_is_refused() -> None:
    answers = Answers()
    mark = str(answers.put("x"))
    with pytest.raises(TemplateFault):
        answers.fill(f"<p>{mark[:3]}</p>", Letters(LATIN))
    with pytest.raises(TemplateFault):
        Answers().fill(f"<p>{mark}</p>", Letters(LATIN))


def test_an_answer_cannot_hold_a_mark() -> None:
    answers = Answers()
    secret = answers.put("secret")

    html = answers.fill(f"<p>{answers.put(f'a{secret}b')}</p>", Letters(LATIN))

    assert html == "<p>ab</p>"


def test_a_mark_prints_its_place_and_is_true_even_for_an_empty_answer() -> None:
    mark = Answers().put("")

    assert mark
    assert str(mark).isprintable() is False
    assert not hasattr(mark, "__len__")


def test_characters_without_a_shape_get_a_sign_of_their_own_and_are_named_with_their_heading() -> None:
    answers = Answers()
    mark = answers.put("emoji 😀, Łódź, \U0001f9ff, é")
    letters = Letters(LATIN)

    html = answers.fill(f"<h2>Our {answers.put('members')}</h2><p>{mark}</p>", letters)

    assert html == f"<h2>Our members</h2><p>emoji {STAND_IN}, Łódź, {STAND_IN}, é</p>"
    assert letters.missing == {"😀": "Our members", "\U0001f9ff": "Our members"}


def test_hidden_characters_go_and_one_spelling_stays() -> None:
    assert printable.clean("a\u202eb\u200dc\x07d\ud800e\u0301\r\nf\ue000") == "abcd?é\nf"
    assert printable.clean("x" + "\u0316" * 500) == "x" + "\u0316" * printable.MARKS_IN_A_ROW
    assert printable.clean("a" + "\u00a0" * 900 + "b") == "a b"
    assert printable.clean("a\n\n\n\n\nb") == "a\n\nb"


def test_an_endless_word_can_break_and_loses_nothing() -> None:
    html = filled("<p>", "w" * 3000, "</p>")

    assert max(map(len, html.split("\u200b"))) < 30
    assert html.replace("\u200b", "") == f"<p>{'w' * 3000}</p>"
    assert filled("<p>", "w" * 200, "</p>") == f"<p>{'w' * 200}</p>"


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("<p>", "</p>", '<span lang="en">Goals &amp; needs</span>'),
        ("<h2>", "</h2>", '<span lang="en">Goals &amp; needs</span>'),
        ('<img alt="', '">', "Goals &amp; needs"),
        ("<svg><title>", "</title></svg>", "Goals &amp; needs"),
        ("<svg><text>", "</text></svg>", "Goals &amp; needs"),
    ],
)
def test_a_text_in_another_language_says_so_where_an_element_can_stand(
    before: str, after: str, text: str
) -> None:
    assert filled(before, Untranslated.of("Goals & needs", "en"), after) == f"{before}{text}{after}"
