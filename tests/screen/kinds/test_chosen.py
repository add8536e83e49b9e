"""Yes or no, one, many, ranked and lists: what is pointed at, marked and chosen."""

import time
from typing import Any

import pytest

from tests.support.kind_samples import COUNTIES, NEEDS, PILLARS, refusing, sample
from tests.support.screen import Player, play
from wizard.screen.screen import Screen
from wizard.screen.type_ahead import BURST
from wizard.sitting.ask import Act, Answer, Back, Leave, NotYet, Option, Pass, Reply

PLACES = (
    Option("boulder", "Boulder County"),
    Option("san_juan", "San Juan County"),
    Option("san_miguel", "San Miguel County"),
    *COUNTIES,
    Option("other", "Another place", words=True),
)
PASTE = "\x1b[200~{}\x1b[201~"


@pytest.mark.parametrize("kind", ["one", "yes_no"])
def test_nothing_is_pointed_at_until_one_moves(kind: str) -> None:
    played = play(sample(kind), "enter")

    assert "›" not in played.last
    assert "skip for now" in played.last
    assert played.reply == Pass()


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["down"], True),
        (["up"], False),
        (["y"], True),
        (["n"], False),
        (["N", "backspace", "y"], True),
        (list("yes"), True),
        (["down", "down"], False),
    ],
)
def test_yes_or_no_is_chosen_by_arrow_or_letter(keys: list[str], value: bool) -> None:
    played = play(sample("yes_no"), *keys, "enter")

    assert played.reply == Answer(value)


@pytest.mark.parametrize("value", [True, False])
def test_an_earlier_yes_or_no_is_pointed_at_and_stays(value: bool) -> None:
    played = play(sample("yes_no", value=value), "enter")

    assert f"› {'Yes' if value else 'No'}" in played.last
    assert played.reply == Answer(value)


def test_one_is_chosen_with_its_advice_below() -> None:
    played = play(sample("one"), "down", "down", "enter")

    assert "› Protection" in played.last
    assert "Cares for people after, for as long as it takes." in played.last
    assert played.reply == Answer("protection")


def test_what_is_off_says_why_and_is_passed_over() -> None:
    played = play(sample("one"), *["down"] * 4)

    assert "All of them (pick one for now)" in played.last
    assert "› Another one" in played.last


@pytest.mark.parametrize(
    ("key", "label"), [("end", "Another one"), ("home", "Prevention"), ("up", "Another one")]
)
def test_the_pointer_jumps(key: str, label: str) -> None:
    played = play(sample("one"), key)

    assert f"› {label}" in played.last


@pytest.mark.parametrize(
    ("keys", "label"),
    [
        (["p"], "Prevention"),
        (["p", "down", "down"], "Prosecution"),
        ([*"pros"], "Prosecution"),
        ([*"pro", "c-u", "p"], "Prevention"),
        (["x"], "Another one"),
    ],
)
def test_letters_point_at_the_first_line_with_a_word_that_begins_with_them(
    keys: list[str], label: str
) -> None:
    played = play(sample("one"), *keys)

    assert f"› {label}" in played.last


def test_an_earlier_choice_is_kept_without_asking_whether_it_fits() -> None:
    played = play(sample("one", value="protection", fit=refusing("protection")), "enter")

    assert played.reply == Answer("protection")


def test_an_earlier_choice_can_be_taken_away() -> None:
    played = play(sample("one", value="protection"), "backspace", "enter")

    assert "Nothing is chosen now." in played.last
    assert played.reply == Answer(None)


def test_where_nothing_is_pointed_at_the_arrows_come_first() -> None:
    played = play(sample("one"), "down")

    assert played.shots[0].splitlines()[-2] == " ↑↓ move   Enter skip for now"
    assert played.last.splitlines()[-2] == " Enter choose   ↑↓ move"


def test_where_there_is_one_way_on_there_is_nowhere_to_move() -> None:
    played = play(sample("one", options=(Option("on", "Go on"),), value="on", can=frozenset({"leave"})))

    assert played.last.splitlines()[-2] == " Enter choose"


def test_a_menu_has_no_answer_to_take_away() -> None:
    played = play(sample("one", value="protection", can=frozenset({"help", "leave"})), "backspace", "enter")

    assert played.reply == Answer("protection")


def test_a_refused_choice_is_told_and_can_be_left() -> None:
    played = play(sample("one", fit=refusing("prevention")), "down", "enter", "<")

    assert "Enter a number" in played.last
    assert played.reply == Back()


@pytest.mark.parametrize("value", [None, {"other": "Prayer"}])
def test_words_of_ones_own_are_asked_on_a_page_of_their_own(value: Any) -> None:
    played = play(sample("one", value=value), "end", "enter", "Peer support", "enter")

    assert "Another one" in played.last
    assert played.reply == Answer({"other": "Peer support"})


def test_earlier_words_of_ones_own_are_an_option_and_stay() -> None:
    played = play(sample("one", value={"other": "Prayer"}), "enter")

    assert "› Prayer" in played.last
    assert played.reply == Answer({"other": "Prayer"})


def test_back_from_own_words_is_the_list_again() -> None:
    played = play(sample("one"), "end", "enter", "half", "c-b", "enter")

    assert "Which pillar comes first?" in played.shots[4]
    assert "› Another one" in played.shots[4]


def test_a_way_off_the_page_of_own_words_is_taken() -> None:
    played = play(sample("one"), "end", "enter", "c-t")

    assert played.reply == NotYet()


def test_own_words_that_do_not_fit_are_told_there() -> None:
    played = play(sample("one", fit=refusing({"other": "x"})), "end", "enter", "x", "enter")

    assert "› x" in played.last
    assert "Enter a number" in played.last


def test_own_words_are_kept_while_they_are_written() -> None:
    kept: list[str] = []

    play(sample("one", keep_own=kept.append), "end", "enter", "a", "b", "c-c")
    again = play(sample("one", own="ab"), "c", "enter")

    assert kept == ["a", "ab"]
    assert "› ab" in again.shots[0]
    assert again.reply == Answer({"other": "abc"})


@pytest.mark.parametrize(("kind", "marks"), [("many", ["protection"]), ("ranked", ["protection"])])
def test_marks_are_kept_before_the_page_is_done(kind: str, marks: list[str]) -> None:
    kept: list[list[Any]] = []

    play(sample(kind, keep_marks=kept.append), "space", "down", "space", "up", "space", "c-c")

    assert kept[-1] == marks


@pytest.mark.parametrize(
    ("typed", "found"), [("number 64", "County number 64"), ("NUMBER 7", "County number 7")]
)
def test_typing_narrows_a_long_list(typed: str, found: str) -> None:
    played = play(sample("one", options=COUNTIES), typed, "enter")

    assert f"› {found}" in played.last
    assert isinstance(played.reply, Answer)


def test_accents_do_not_matter_while_finding() -> None:
    options = (*COUNTIES, Option("canon", "Cañon City"))

    played = play(sample("one", options=options), "canon", "enter")

    assert played.reply == Answer("canon")


def test_what_is_not_found_is_told_and_never_an_answer() -> None:
    played = play(sample("one", options=COUNTIES), "zzz", "enter", *["backspace"] * 3, "enter")

    assert "zzz   nothing found" in played.shots[1]
    assert "Nothing on this list fits these words." in played.shots[2]
    assert "zzz" in played.shots[2]
    assert played.reply == Pass()


@pytest.mark.parametrize("kind", ["one", "many", "ranked"])
def test_ctrl_u_clears_the_letters_and_esc_does_nothing(kind: str) -> None:
    played = play(sample(kind, options=COUNTIES), "zzz", "esc", "c-u", "enter")

    assert "zzz" in played.shots[2]
    assert "zzz" not in played.shots[3]
    assert played.reply == Pass()


def test_enter_behind_searched_letters_marks_what_was_found_and_a_second_one_goes_on() -> None:
    played = play(sample("many", options=PLACES), "boul", "enter", "enter")

    assert "Enter mark" in played.shots[1]
    assert "[x] Boulder County" in played.shots[2]
    assert "Type a few letters" in played.shots[2]
    assert "1 marked" in played.shots[2]
    assert played.reply == Answer(["boulder"])


def test_enter_behind_letters_that_find_what_is_marked_clears_them_and_a_second_one_goes_on() -> None:
    played = play(sample("many", options=PLACES, value=["boulder"]), "boul", "enter", "enter")

    assert "Enter marked already" in played.shots[1]
    assert "[x] Boulder County" in played.shots[2]
    assert "Type a few letters" in played.shots[2]
    assert played.reply == Answer(["boulder"])


@pytest.mark.parametrize("kind", ["one", "many", "ranked"])
def test_words_that_were_typed_keep_a_page_open_beside_a_line_of_ones_own(kind: str) -> None:
    bosque = {"other": "Bosque"}
    value = bosque if kind == "one" else [bosque]

    played = play(sample(kind, options=PLACES, value=value), *"Mora", "enter", "c-c")

    assert "nothing found" in played.shots[4]
    assert "Another place" in played.last
    assert "› Mora" in played.last
    assert played.reply == Leave()


def test_a_line_of_ones_own_is_found_by_its_words() -> None:
    played = play(sample("many", options=PLACES, value=[{"other": "Bosque"}]), *"bos", "enter", "enter")

    assert played.reply == Answer([{"other": "Bosque"}])


def test_the_middle_of_a_word_does_not_count() -> None:
    options = (*COUNTIES, Option("phillips", "Phillips County"), Option("other", "Another place", words=True))

    played = play(sample("many", options=options), *"Hill", "space", *"County", "enter")

    assert "[x]" not in played.last
    assert "› Hill County" in played.last


def test_a_sentence_marks_nothing_and_is_kept_whole() -> None:
    rules = (Option("time", "Start and end on time"), Option("other", "Another rule", words=True))
    sentence = "start and end on time because"

    played = play(sample("many", options=rules), *sentence, "enter", "enter", "enter")

    assert f"› {sentence}" in played.shots[len(sentence) + 1]
    assert played.reply == Answer([{"other": sentence}])


def test_unmarking_a_line_of_ones_own_and_asking_for_another_loses_no_text() -> None:
    held = {"other": "We listen first"}

    played = play(
        sample("many", value=[held]), "end", "up", "space", "down", "enter", *"Be kind", "enter", "enter"
    )

    assert "› Be kind" in played.shots[-2]
    assert played.reply == Answer([{"other": "Be kind"}])


@pytest.mark.parametrize("key", ["?", "<", "/"])
def test_signs_behind_letters_are_letters(key: str) -> None:
    played = play(sample("one", options=PLACES), "san", key)

    assert f"san{key}" in played.last


def test_letters_of_a_choosing_page_are_kept_and_stand_there_again() -> None:
    kept: list[str] = []

    play(sample("many", options=PLACES, keep=kept.append), *"San", "c-c")
    played = play(sample("many", options=PLACES, unfinished="San"))

    assert kept[-1] == "San"
    assert "San   2 found" in played.last


def test_a_name_of_two_words_can_be_typed_whole() -> None:
    played = play(sample("many", options=PLACES), *"san miguel", "enter", "enter")

    assert played.reply == Answer(["san_miguel"])


def test_space_behind_letters_is_a_letter_and_the_footer_does_not_name_it() -> None:
    played = play(sample("many", options=PLACES), "boul", "space", *"co", "enter", "enter")

    assert "Space mark" not in played.shots[1]
    assert "[x]" not in played.shots[2]
    assert "[x] Boulder County" in played.last
    assert played.reply == Answer(["boulder"])


@pytest.mark.parametrize("kind", ["one", "many"])
def test_what_is_not_on_the_list_becomes_words_of_ones_own(kind: str) -> None:
    played = play(sample(kind, options=PLACES), *"mesquite flats", "enter", "!", "enter", "enter")

    assert "› mesquite flats" in played.shots[15]
    assert "last time" not in played.shots[15]
    value = {"other": "mesquite flats!"}
    assert played.reply == Answer([value] if kind == "many" else value)


def test_own_words_stay_in_reach_when_nothing_is_found() -> None:
    options = (*COUNTIES, Option("other", "Somewhere else", words=True))

    played = play(sample("one", options=options), "zzz")

    assert "› Somewhere else" in played.last


def test_a_long_list_scrolls_under_a_head_that_stays() -> None:
    played = play(sample("one", options=COUNTIES), "end")

    assert "› County number 64" in played.last
    assert "more" in played.last
    assert played.last.startswith(" Two Rivers Partnership")


@pytest.mark.parametrize(
    ("keys", "label"), [(["pgdn"], "14"), (["pgdn", "pgdn"], "27"), (["end", "pgup"], "51")]
)
def test_a_long_list_turns_page_by_page(keys: list[str], label: str) -> None:
    played = play(sample("one", options=COUNTIES), *keys)

    assert f"› County number {label}\n" in played.last


def test_space_marks_and_enter_confirms() -> None:
    played = play(sample("many"), "space", "down", "down", "space", "enter")

    assert "[x] Prevention" in played.last
    assert "[ ] Protection" in played.last
    assert "2 marked" in played.last
    assert played.reply == Answer(["prevention", "prosecution"])


def test_many_keeps_the_order_of_the_options() -> None:
    played = play(sample("many"), "down", "space", "up", "space", "enter")

    assert played.reply == Answer(["prevention", "protection"])


def test_marks_of_earlier_stand_and_stay() -> None:
    played = play(sample("many", value=["protection"]), "enter")

    assert "[x] Protection" in played.last
    assert played.reply == Answer(["protection"])


def test_taking_every_mark_off_takes_the_answer_away() -> None:
    played = play(sample("many", value=["prevention"]), "space", "enter")

    assert played.reply == Answer([])


def test_who_moved_and_marked_nothing_is_told_once_how_to_mark() -> None:
    played = play(sample("many"), "down", "enter", "enter")

    assert "Nothing is marked yet. Press Space" in played.last
    assert played.reply == Pass()


def test_no_more_than_the_most_can_be_marked() -> None:
    played = play(sample("many", most=1), "space", "down", "space", "enter")

    assert "You can choose up to 1." in played.last
    assert "1 of 1 marked" in played.last
    assert played.reply == Answer(["prevention"])


def test_several_words_of_ones_own_join_the_marks() -> None:
    played = play(sample("many"), "end", "space", "One", "enter", "end", "space", "Two", "enter", "enter")

    assert played.reply == Answer([{"other": "One"}, {"other": "Two"}])


def test_a_mark_on_what_is_no_longer_an_option_goes() -> None:
    played = play(sample("many", value=["gone", "protection"]), "enter")

    assert played.reply == Answer(["protection"])


def test_ranking_gives_numbers_in_the_order_of_choosing() -> None:
    played = play(sample("ranked"), "down", "space", "up", "space", "enter")

    assert "2. Prevention" in played.last
    assert "1. Protection" in played.last
    assert played.reply == Answer(["protection", "prevention"])


def test_taking_a_number_off_moves_the_others_up() -> None:
    played = play(sample("ranked", value=["protection", "prevention"]), "down", "space", "enter")

    assert "1. Prevention" in played.last
    assert played.reply == Answer(["prevention"])


def test_no_more_numbers_than_the_most_are_given() -> None:
    played = play(sample("ranked"), "space", "down", "space", "down", "space", "enter")

    assert "You can choose up to 2." in played.shots[5]
    assert played.reply == Answer(["prevention", "protection"])


@pytest.mark.parametrize(("value", "reply"), [(None, Pass()), (["protection"], Answer(["protection"]))])
def test_a_ranking_is_passed_or_kept_with_enter(value: Any, reply: Any) -> None:
    played = play(sample("ranked", value=value), "enter")

    assert played.reply == reply


def test_an_emptied_ranking_takes_the_answer_away() -> None:
    played = play(sample("ranked", value=["prevention"]), "space", "enter")

    assert played.reply == Answer([])


def test_a_list_begins_at_its_first_verb() -> None:
    played = play(sample("list"), "enter")

    assert "› Add another need" in played.last
    assert played.reply == Answer("add")


@pytest.mark.parametrize(("down", "what"), list(enumerate(["edit", "duplicate", "up", "down", "remove"])))
def test_enter_on_an_item_offers_what_can_be_done_with_it(down: int, what: str) -> None:
    played = play(sample("list"), "up", "enter", *["down"] * down, "enter")

    assert "Enter change, copy, move, remove" in played.shots[1]
    assert "Wage-claim help in Mesquite\n\n › Change it" in played.shots[2]
    assert played.reply == Act(what, "need-2")


def test_an_item_can_be_left_as_it_is() -> None:
    played = play(sample("list"), "up", "enter", "up", "enter")

    assert "› Wage-claim help in Mesquite" in played.last


def test_delete_removes_the_item_pointed_at() -> None:
    assert play(sample("list"), "up", "delete").reply == Act("remove", "need-2")
    assert play(sample("list"), "delete").reply == Leave()


@pytest.mark.parametrize("typed", [*"ecudrzA7", "Durango", "recovery house", "a/b ?<"])
@pytest.mark.parametrize("moves", [[], ["up"]])
def test_letters_act_on_nothing_and_begin_a_new_item(typed: str, moves: list[str]) -> None:
    played = play(sample("list"), *moves, typed)

    assert played.reply == Act("add", typed)


@pytest.mark.parametrize("paste", [PASTE.format("• Legal Aid\r2. Schools"), "• Legal Aid\r2. Schools"])
def test_several_lines_come_together_also_where_the_terminal_marks_no_paste(paste: str) -> None:
    played = play(sample("list"), paste, lambda _: time.sleep(2 * BURST))

    assert played.reply == Act("add", "• Legal Aid\n2. Schools")


def test_what_is_typed_between_the_two_pages_belongs_to_the_new_item() -> None:
    def ask_on(front: Screen) -> list[Reply]:
        added = front.ask(sample("list"))
        player.source.send_text("ur")
        return [added, front.ask(sample("text", begun="D"))]

    player: Player

    def remember(pressed: Player) -> None:
        nonlocal player
        player = pressed

    played = play((), remember, "D", "ango", "enter", use=ask_on)

    assert played.replies == [Act("add", "D"), Answer("Durango")]


def test_a_list_can_begin_at_an_item() -> None:
    played = play(sample("list", value="need-1"))

    assert "› Overnight shelter for men" in played.last


def test_items_stand_in_columns_where_there_is_room() -> None:
    played = play(sample("list"))

    assert "   Overnight shelter for men     adults · serious 3" in played.last
    assert "   Wage-claim help in Mesquite   farm workers · serious 3\n\n › Add" in played.last


def test_a_list_without_items_is_only_its_verbs() -> None:
    played = play(sample("list", options=NEEDS[2:]), "down", "enter")

    assert played.reply == Answer("done")


def test_a_list_in_which_everything_is_off_can_still_be_left() -> None:
    options = tuple(Option(each.value, each.label, off="later") for each in PILLARS)

    played = play(sample("one", options=options), "down", "up", "end", "pgdn", "enter")

    assert played.reply == Pass()
