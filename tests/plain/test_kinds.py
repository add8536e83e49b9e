"""Each kind in lines: what a line means, what Enter alone does, and what cannot be stored is said and asked again."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.support.kind_samples import COUNTIES, SAMPLES, refusing, sample
from tests.support.plain_table import sat
from wizard import words
from wizard.formatting.field import Field
from wizard.plain import kinds as plain_kinds
from wizard.screen import kinds as screen_kinds
from wizard.sitting.ask import Act, Answer, Back, GoTo, Leave, Nevers, NotYet, Option, Pass, Reply, Review

END = Leave(at_end=True)


def reply(kind: str, typed: str, **changes: Any) -> Reply:
    return sat(sample(kind, **changes), typed=typed).reply


def test_every_kind_of_the_screen_has_its_twin() -> None:
    assert list(plain_kinds.KINDS) == list(screen_kinds.KINDS)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("text", "Two Rivers\n", "Two Rivers"),
        ("text", "  Two \t Rivers  \n", "Two   Rivers"),
        ("text", "//slash\n", "/slash"),
        ("text", "Two Rivers", "Two Rivers"),
        ("text", "Cafe\u0301 \x1b[31m\x07red\u202e\n", "Café [31mred"),
        ("long", "One\n\nTwo\n.\n", "One\n\nTwo"),
        ("long", "One\n..\nTwo\n.\n", "One\n.\nTwo"),
        ("long", "//one\n//two\n.\n", "/one\n/two"),
        ("number", "3,000\n", 3000),
        ("number", "12.5 days\n", 12.5),
        ("date", "May 3, 2027\n", "2027-05-03"),
        ("date", "5/3/27\n", "2027-05-03"),
        ("yes_no", "y\n", True),
        ("yes_no", "NO\n", False),
        ("yes_no", "1\n", True),
        ("one", "2\n", "protection"),
        ("one", "prev\n", "prevention"),
        ("one", "another\nHousing\n", {"other": "Housing"}),
        ("many", "3 1\n", ["prevention", "prosecution"]),
        ("many", "prevention, protection\n", ["prevention", "protection"]),
        ("many", "1 4\nHousing\n\n", ["prevention", {"other": "Housing"}]),
        ("many", "4\nHousing\nFood\n\n", [{"other": "Housing"}, {"other": "Food"}]),
        ("ranked", "3 1\n", ["prosecution", "prevention"]),
        ("list", "3\n", "add"),
        ("list", "this list\n", "done"),
        ("list", "\n", "add"),
    ],
)
def test_a_line_is_an_answer(kind: str, typed: str, value: Any) -> None:
    assert reply(kind, typed) == Answer(value)


@pytest.mark.parametrize("kind", ["text", "long", "number", "date", "yes_no", "one", "many", "ranked"])
def test_enter_alone_passes_where_nothing_stands(kind: str) -> None:
    assert reply(kind, "\n") == Pass()


HELD = {
    "text": ("Two Rivers", "Two Rivers"),
    "long": ("One\nTwo", "One\nTwo"),
    "number": (3000, "3,000 days"),
    "date": ("2027-05-03", "May 3, 2027"),
    "yes_no": (False, "No"),
    "one": ({"other": "Housing"}, "Housing"),
    "many": (["protection", {"other": "Housing"}], "Protection; Housing"),
    "ranked": (["prosecution", "prevention"], "Prosecution; Prevention"),
}


@pytest.mark.parametrize("kind", HELD)
def test_enter_alone_keeps_what_stands_there_and_says_so_before(kind: str) -> None:
    value, said = HELD[kind]

    sitting = sat(sample(kind, value=value), typed="\n")

    assert sitting.reply == Answer(value)
    assert f"Enter keeps: {said}" in sitting.said or f"takes its place:\n{said}" in sitting.said


@pytest.mark.parametrize("kind", HELD)
def test_an_answer_is_taken_away_by_a_word(kind: str) -> None:
    assert reply(kind, "/clear\n", value=HELD[kind][0]) in (Answer(None), Answer([]))


def test_a_suggestion_is_taken_with_enter_and_held_against_its_place() -> None:
    sitting = sat(
        sample("date", value="2027-05-03", suggested=True, fit=refusing("2027-05-03")), typed="\n2027-05-04\n"
    )

    assert words.say("plain.enter.suggested", answer="May 3, 2027") in sitting.lines
    assert sitting.reply == Answer("2027-05-04")


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        ("number", "many\n3\n", "Enter a number, like 3,000 or 12.5."),
        ("date", "soon\nMay 3, 2027\n", "Enter a date like May 3, 2027."),
        ("one", "4\n1\n", "That cannot be chosen now: pick one for now."),
        ("one", "x\n1\n", "That is not one of the choices. Type a number from the list, or the beginning of"),
        ("ranked", "1 2 3\n1 2\n", "You can choose up to 2. Type fewer numbers."),
        (
            "text",
            "/hlep\n//hlep\n",
            "That is not one of the ways. Type / and press Enter to hear them all. To begin",
        ),
        ("list", "remove\nadd\n", "Add the number of the entry, as in: remove 2"),
    ],
)
def test_what_cannot_be_stored_is_said_in_one_sentence_and_asked_again(
    kind: str, typed: str, sentence: str
) -> None:
    sitting = sat(sample(kind), typed=typed)

    assert sentence in sitting.lines
    assert isinstance(sitting.reply, Answer)
    assert sitting.lines.count(sample(kind).question) == 1


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ("<", Back()),
        ("/back", Back()),
        ("/later", NotYet()),
        ("/LATER ", NotYet()),
        ("/go", GoTo()),
        ("/go GO-02", GoTo("GO-02")),
        ("/review", Review()),
        ("/nevers", Nevers()),
        ("/leave", Leave()),
    ],
)
def test_every_way_can_be_typed_on_every_kind(kind: str, typed: str, way: Reply) -> None:
    assert reply(kind, f"{typed}\n") == way


def test_a_way_in_the_midst_of_a_long_text_is_a_way() -> None:
    kept: list[str] = []

    sitting = sat(sample("long", keep=kept.append), typed="One\nTwo\n<\n")

    assert sitting.reply == Back()
    assert kept[-1] == "One\nTwo"


@pytest.mark.parametrize(
    ("typed", "act"),
    [
        ("1\n", Act("edit", "need-1")),
        ("edit 2\n", Act("edit", "need-2")),
        ("copy 1\n", Act("duplicate", "need-1")),
        ("UP 2\n", Act("up", "need-2")),
        ("down overnight\n", Act("down", "need-1")),
        ("remove 2\n", Act("remove", "need-2")),
        ("undo\n", Act("undo")),
        ("overnight\n", Act("edit", "need-1")),
    ],
)
def test_something_is_done_with_an_entry_of_a_list(typed: str, act: Act) -> None:
    assert reply("list", typed) == act


def test_only_entries_can_be_acted_on() -> None:
    assert reply("list", "remove 3\n") == END


def test_a_part_of_many_is_added_or_taken_away() -> None:
    held = ["prevention", "protection"]

    assert reply("many", "+ 3\n", value=held) == Answer([*held, "prosecution"])
    assert reply("many", "- protection\n", value=held) == Answer(["prevention"])
    assert reply("many", "-1 2\n", value=held) == Answer([])
    assert reply("many", "+ 4\nHousing\n\n", value=held) == Answer([*held, {"other": "Housing"}])


def test_many_that_are_typed_as_they_were_are_kept_as_they_were() -> None:
    value = ["prosecution", "prevention"]  # in an order of its own

    assert reply("many", "1 3\n", value=value) == Answer(value)
    assert reply("many", "\n", value=value) == Answer(value)


def test_words_of_ones_own_can_be_given_up() -> None:
    assert reply("one", "another\n\n2\n") == Answer("protection")
    assert reply("one", "another\n<\n<\n") == Back()


def test_words_of_ones_own_that_do_not_fit_are_asked_again() -> None:
    assert reply("one", "another\nx\nHousing\n", fit=refusing({"other": "x"})) == Answer({"other": "Housing"})
    assert reply("many", "another\nx\nHousing\n\n", fit=refusing([{"other": "x"}])) == Answer(
        [{"other": "Housing"}]
    )


@pytest.mark.parametrize("kind", ["one", "many"])
def test_what_is_not_on_the_list_is_offered_to_a_person_as_words_of_ones_own(kind: str) -> None:
    held = {"other": "Bosque"}
    value = held if kind == "one" else [held]

    sitting = sat(sample(kind, value=value), typed="Mora, and more\n\n\n", is_live=True)

    assert words.say("plain.own_begun", text="Mora, and more") in sitting.said.replace("\n", " ")
    mora = {"other": "Mora, and more"}
    assert sitting.reply == Answer(mora if kind == "one" else [held, mora])


def test_the_middle_of_a_word_names_nothing() -> None:
    options = (Option("phillips", "Phillips County"), Option("san_juan", "San Juan County"))

    sitting = sat(sample("one", options=options), typed="hill county\njuan\n", is_live=True)

    assert words.say("plain.not_on_list") in sitting.said.replace("\n", " ")
    assert sitting.reply == Answer("san_juan")


def test_a_menu_says_what_enter_chooses() -> None:
    doors = (Option("on", "Go on"), Option("leave", "Save and leave", apart=True))

    sitting = sat(sample("one", options=doors, value="on", can=frozenset({"help"}), hint=""), typed="\n")

    assert "Enter chooses: Go on" in sitting.lines
    assert sitting.reply == Answer("on")


def test_a_long_list_is_said_on_request() -> None:
    sitting = sat(sample("one", options=COUNTIES), typed="/all\ncounty number 7\n\n")

    before, _, after = sitting.said.partition("Choice: /all")
    assert "There are 64 choices." in before
    assert "County number 33" not in before
    assert "33. County number 33" in after
    assert sitting.reply == Answer("county-7")


def test_unfinished_words_are_offered_to_a_pipe_and_taken_with_enter() -> None:
    sitting = sat(sample("text", unfinished="Two Riv"), typed="\n")

    assert sitting.lines[-3:-1] == ["Type your answer in one line. Enter alone goes on without changing anything.",
                                    "Enter takes: Two Riv"]  # fmt: skip
    assert sitting.reply == Answer("Two Riv")


def test_what_does_not_fit_is_kept_as_unfinished() -> None:
    kept: list[str] = []

    sat(sample("number", keep=kept.append), typed="about ten\n")

    assert kept == ["about ten"]


def test_the_end_of_the_input_leaves_on_every_kind() -> None:
    assert {kind: reply(kind, "") for kind in SAMPLES} == dict.fromkeys(SAMPLES, END)


def test_a_question_for_yes_or_no_speaks_of_no_list() -> None:
    sitting = sat(sample("yes_no"), typed="perhaps\ny\n")

    assert words.say("unfit.bool_parsing") in sitting.lines
    assert words.say("plain.not_on_list").split(".")[0] not in sitting.said
    assert sitting.reply == Answer(True)


def test_of_a_long_text_all_that_was_typed_before_is_said_to_a_person() -> None:
    page = replace(sample("long"), value="An old text", unfinished="One\nTwo\nThr")

    sitting = sat(page, typed="ee\n.\n", is_live=True)

    assert sitting.lines[sitting.lines.index(words.say("plain.so_far")) :][1:3] == ["One", "Two"]
    assert words.say("plain.enter.keep_this") not in sitting.said


def test_what_stands_in_the_line_already_is_not_said_to_be_replaced_by_enter() -> None:
    page = replace(sample("text"), value="Two Rivers", unfinished="Three Ri")

    assert "Enter keeps" not in sat(page, typed="vers\n", is_live=True).said


PLAN = Field(period=(date(2026, 9, 1), date(2027, 8, 31)))
SHARE = Field(members=12)
DECIMALS = Field(fractions=True)


@pytest.mark.parametrize(
    ("kind", "field", "typed", "value", "said"),
    [
        ("number", Field(), "3.000\n", 3000, "That is 3,000."),
        ("number", DECIMALS, "3.000\n3000\n", 3000, "Do you mean 3000 or 3?"),
        ("number", SHARE, "half of the members\n\n", 6, "Of the 12 members that are listed this would be 6."),
        ("number", SHARE, "two thirds\n7\n", 7, "this would be 8"),
        ("number", SHARE, "50 %\n\n", 6, "this would be 6"),
        ("number", SHARE, "more than half\n\n", 7, "this would be 7"),
        ("number", Field(members=0), "half\n7\n", 7, "No members are listed yet"),
        ("number", Field(), "50%\n7\n", 7, "Enter a number, like"),
        ("date", PLAN, "July 4\n", "2027-07-04", "That is Sunday, July 4, 2027."),
        ("date", PLAN, "end of June\n\n", "2027-06-30", "Do you mean June 30, 2027?"),
        ("date", PLAN, "end of June\nJune 29\n", "2027-06-29", "Do you mean June 30, 2027?"),
        ("date", PLAN, "June 2027\nJune 3\n", "2027-06-03", "Which day of June 2027?"),
        ("date", PLAN, "Monday, July 4, 2027\n7/4\n", "2027-07-04", "July 4, 2027 is a Sunday."),
    ],
)
def test_what_may_be_meant_otherwise_is_said_back_or_asked(
    kind: str, field: Field, typed: str, value: Any, said: str
) -> None:
    page = sat(sample(kind, field=lambda: field), typed=typed)

    assert page.reply == Answer(value)
    assert said in page.said


def test_what_was_understood_and_did_not_fit_is_not_said_of_the_next_line() -> None:
    page = sat(sample("number", value=7, fit=refusing(12.5)), typed="12,5\n\n")

    assert page.reply == Answer(7)
    assert "That is" not in page.said
