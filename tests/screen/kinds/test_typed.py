"""Text, long text, numbers and dates: what is written and what it becomes."""

import time
from datetime import date
from typing import Any

import pytest

from tests.support.kind_samples import TYPED, refusing, sample
from tests.support.screen import Key, play
from wizard.formatting.field import Field
from wizard.screen.type_ahead import BURST
from wizard.sitting.ask import Answer, Ask, Back, Leave, Pass

PASTE = "\x1b[200~{}\x1b[201~"


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("text", "Valley", "› Valley"),
        ("long", "One\nTwo", "› One\n · Two"),
        ("number", 3000, "› 3,000  days"),
        ("date", "2027-05-03", "› May 3, 2027"),
    ],
)
def test_an_earlier_answer_stands_in_the_prompt_and_stays(kind: str, value: Any, shown: str) -> None:
    played = play(sample(kind, value=value), "c-d" if kind == "long" else "enter")

    assert shown in played.last
    assert "keep this" in played.last
    assert played.reply == Answer(value)


@pytest.mark.parametrize(
    ("kind", "value"), [("text", "A"), ("long", "A"), ("number", 3), ("date", "2027-05-03")]
)
def test_clearing_an_earlier_answer_takes_it_away(kind: str, value: Any) -> None:
    played = play(sample(kind, value=value), "c-u", "c-d" if kind == "long" else "enter")

    assert "take the answer away" in played.last
    assert played.reply == Answer(None)


def test_an_earlier_answer_is_kept_even_when_it_would_not_fit_today() -> None:
    played = play(sample("text", value="old", fit=refusing("old")), "enter")

    assert played.reply == Answer("old")


def test_what_was_being_written_is_offered_instead_of_the_earlier_answer() -> None:
    played = play(sample("text", value="old", unfinished="half a"), " name", "enter")

    assert "Here is what you were writing last time." in played.shots[0]
    assert played.reply == Answer("half a name")


def test_a_refused_answer_stays_with_its_sentence_beside_it() -> None:
    played = play(sample("text", fit=refusing("x")), "x", "enter", "c-b")

    assert "› x\n   Enter a number, like 3,000 or 12.5." in played.last
    assert played.reply == Back()


def test_the_sentence_goes_when_one_writes_on() -> None:
    played = play(sample("text", fit=refusing("x")), "x", "enter", "y", "enter")

    assert "Enter a number" not in played.last
    assert played.reply == Answer("xy")


def test_every_change_is_kept() -> None:
    kept: list[str] = []

    play(sample("text", keep=kept.append), "a", "b", "backspace", "c-c")

    assert kept == ["a", "ab", "a"]


@pytest.mark.parametrize("kind", ["text", "long"])
def test_an_answer_may_begin_with_a_slash_typed_twice(kind: str) -> None:
    played = play(sample(kind), "//etc", "c-d" if kind == "long" else "enter")

    assert played.reply == Answer("/etc")


def test_an_earlier_answer_with_a_slash_stays_what_it_was() -> None:
    played = play(sample("text", value="/etc"), "!", "enter")

    assert "//etc!" in played.last
    assert played.reply == Answer("/etc!")


def test_a_way_that_does_not_exist_is_explained_and_kept() -> None:
    played = play(sample("text"), "/bcak", "enter")

    assert "/bcak" in played.last
    assert "That is not one of the ways." in played.last


def test_a_slash_inside_an_answer_is_just_a_slash() -> None:
    played = play(sample("text"), "24/7 <night> ?", "enter")

    assert played.reply == Answer("24/7 <night> ?")


@pytest.mark.parametrize(
    ("written", "stored"),
    [("  a  ", "a"), ("cafe\u0301", "café"), ("a\u202eb", "ab"), ("a\ue000b", "ab"), ("   ", None)],
)
def test_an_answer_is_made_plain(written: str, stored: str | None) -> None:
    played = play(sample("text"), written, "enter")

    assert played.reply == (Answer(stored) if stored else Pass())


def test_a_paste_becomes_one_line_and_answers_nothing() -> None:
    played = play(sample("text"), PASTE.format("one\r\ntwo\rthree\n"), "enter")

    assert played.reply == Answer("one two three")


def test_a_paste_into_long_text_keeps_its_lines() -> None:
    played = play(sample("long"), PASTE.format("one\r\n\r\ntwo\x1b[31m"), "c-d")

    assert played.reply == Answer("one\n\ntwo[31m")


def test_a_paste_the_terminal_does_not_mark_answers_nothing() -> None:
    played = play(sample("text"), "one\rtwo\rthree\r")

    assert played.reply == Leave()
    assert "› one two three" in played.last


def test_lines_of_long_text_are_kept_as_written() -> None:
    played = play(sample("long"), "one", "enter", "enter", "two", "c-d")

    assert played.reply == Answer("one\n\ntwo")


def test_long_text_is_broken_between_words() -> None:
    played = play(sample("long"), "every survivor in the valley finds a bed", columns=40, rows=24)

    assert "› every survivor in the valley finds\n   a bed" in played.last


def test_the_cursor_stands_where_the_next_letter_comes() -> None:
    sentence = "every survivor in the valley finds a bed"

    played = play(sample("long"), sentence, *["left"] * 3, "X", "c-d", columns=40, rows=24)

    assert played.reply == Answer("every survivor in the valley finds a Xbed")


@pytest.mark.parametrize("editor", ["", "vim"])
def test_the_editor_is_offered_only_where_there_is_one(monkeypatch: pytest.MonkeyPatch, editor: str) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)

    played = play(sample("long"))

    assert ("open your editor" in played.last) == bool(editor)


def test_a_date_is_said_back_in_words_before_it_is_stored() -> None:
    played = play(sample("date"), "5/3/2027", "enter")

    assert "That is Monday, May 3, 2027." in played.last
    assert played.reply == Answer("2027-05-03")


def test_how_a_date_is_written_stands_there_until_one_begins() -> None:
    played = play(sample("date"), "5", "backspace")

    assert ["For example May 3, 2027 or 5/3/2027." in shot for shot in played.shots] == [True, False, True]


def test_a_number_shows_its_unit_and_comes_back_as_a_number() -> None:
    keys: list[Key] = ["3,000", "enter"]

    played = play(sample("number"), *keys)

    assert "› 3,000  days" in played.last
    assert played.reply == Answer(3000)


SUGGESTED = {"text": "Legal Aid", "long": "Legal Aid", "number": 12, "date": "2027-08-31"}
TYPED_OVER: dict[str, tuple[str, Any]] = {
    "text": ("Schools", "Schools"),
    "long": ("Schools", "Schools"),
    "number": ("30", 30),
    "date": ("12/16/2026", "2026-12-16"),
}


def suggestion(kind: str) -> Ask:
    return sample(kind, value=SUGGESTED[kind], suggested=True)


@pytest.mark.parametrize("kind", TYPED)
def test_enter_takes_a_suggestion(kind: str) -> None:
    played = play(suggestion(kind), "c-d" if kind == "long" else "enter")

    assert "take this" in played.last
    assert played.reply == Answer(SUGGESTED[kind])


@pytest.mark.parametrize("kind", TYPED)
@pytest.mark.parametrize("form", ["{}", PASTE])
def test_what_is_typed_or_pasted_takes_the_place_of_a_suggestion(kind: str, form: str) -> None:
    typed, value = TYPED_OVER[kind]

    played = play(suggestion(kind), form.format(typed), "c-d" if kind == "long" else "enter")

    assert played.reply == Answer(value)


def test_a_suggestion_that_is_moved_in_is_changed_like_any_text() -> None:
    played = play(suggestion("text"), "backspace", "m", "enter")
    moved = play(suggestion("text"), "home", "Two ", "enter")

    assert played.reply == Answer("Legal Aim")
    assert moved.reply == Answer("Two Legal Aid")


@pytest.mark.parametrize(("key", "reply"), [("<", Back()), ("?", Leave())])
def test_the_signs_of_an_empty_line_work_on_a_suggestion_too(key: str, reply: Any) -> None:
    played = play(suggestion("text"), key)

    assert "? help" in played.shots[0]
    assert ("Why we ask" in played.last) is (key == "?")
    assert played.reply == reply


def test_a_suggestion_is_held_against_the_plan_as_any_answer_is() -> None:
    played = play(sample("number", value=12, suggested=True, fit=refusing(12)), "enter")

    assert "Enter a number" in played.last


PLAN = Field(period=(date(2026, 9, 1), date(2027, 8, 31)))


@pytest.mark.parametrize(
    ("kind", "field", "keys", "value", "said"),
    [
        ("number", Field(), ("3.000", "enter"), 3000, "That is 3,000."),
        (
            "number",
            Field(fractions=True),
            ("3.000", "enter", "c-u", "3000", "enter"),
            3000,
            "Do you mean 3000 or 3?",
        ),
        ("number", Field(members=12), ("half", "enter", "enter"), 6, "Of the 12 members that are listed"),
        ("date", PLAN, ("July 4", "enter"), "2027-07-04", "That is Sunday, July 4, 2027."),
        ("date", PLAN, ("end of June", "enter", "enter"), "2027-06-30", "Do you mean June 30, 2027?"),
        (
            "date",
            PLAN,
            ("June 2027", "enter", "c-u", "June 3", "enter"),
            "2027-06-03",
            "Which day of June 2027?",
        ),
    ],
)
def test_what_may_be_meant_otherwise_is_said_back_or_asked(
    kind: str, field: Field, keys: tuple[Key, ...], value: Any, said: str
) -> None:
    played = play(sample(kind, field=lambda: field), *keys)

    assert played.reply == Answer(value)
    assert any(said in shot for shot in played.shots)


def test_a_long_text_says_how_to_finish_and_how_long_it_has_become() -> None:
    played = play(sample("long"), "One", "enter", "Two", "enter")

    assert "To finish, press Ctrl-D, or type two empty lines." in played.shots[0]
    assert "\n › One\n ·\n" in played.shots[2]
    assert "3 lines. To finish" in played.last


def test_two_empty_lines_that_were_typed_finish_a_text() -> None:
    played = play(sample("long"), "One", "enter", "enter", "Two", "enter", "enter", "enter")

    assert played.reply == Answer("One\n\nTwo")


@pytest.mark.parametrize("form", ["{}", PASTE])
def test_empty_lines_in_a_paste_finish_nothing(form: str) -> None:
    played = play(sample("long"), form.format("One\r\r\r\rTwo"), lambda _: time.sleep(2 * BURST), "c-d")

    assert played.reply == Answer("One\n\n\n\nTwo")


def test_a_paste_of_many_lines_says_how_many() -> None:
    played = play(sample("long"), PASTE.format("\r".join(f"Row {at}" for at in range(60))))

    assert "60 lines. 60 lines were pasted." in played.last


@pytest.mark.parametrize(("kind", "leaves"), [("text", "an empty line"), ("one", "Backspace")])
def test_a_suggestion_looks_like_one_and_says_what_enter_does(kind: str, leaves: str) -> None:
    value = "Legal Aid" if kind == "text" else "protection"

    played = play(sample(kind, value=value, suggested=True))

    assert "A suggestion. Enter takes it; ^T or" in played.last
    assert leaves in played.last


CONTROLS = "one\x0btwo\x0cthree\x85four\u2028five\u2029six\tseven so\u00adft ze\u200bro"


@pytest.mark.parametrize("form", ["{}", PASTE])
def test_line_ends_of_other_programs_are_blanks_in_one_line(form: str) -> None:
    played = play(sample("text"), form.format(CONTROLS), lambda _: time.sleep(2 * BURST), "enter")

    assert played.reply == Answer("one two three four five six seven soft zero")


@pytest.mark.parametrize("form", ["{}", PASTE])
def test_line_ends_of_other_programs_end_lines_of_a_long_text(form: str) -> None:
    played = play(sample("long"), form.format(CONTROLS), lambda _: time.sleep(2 * BURST), "c-d")

    assert played.reply == Answer("one\ntwo\nthree\nfour\nfive\nsix seven soft zero")
