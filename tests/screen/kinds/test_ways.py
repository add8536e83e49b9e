"""Every kind × every key of the key map at 80×24."""

from typing import Any

import pytest

from tests.support.kind_samples import CHOSEN, SAMPLES, TYPED, sample
from tests.support.screen import play
from wizard.screen.keys import IDLE
from wizard.sitting.ask import Answer, Back, GoTo, Leave, Make, Nevers, NotYet, Pass, Review

EVERY = tuple(SAMPLES)
WRITTEN = {"text": "Valley", "long": "Valley", "number": "12", "date": "May 3, 2027"}
ANYWHERE = [("c-b", Back()), ("s-tab", Back()), ("c-t", NotYet()), ("c-g", GoTo()), ("c-c", Leave())]
BY_WORD = [
    ("/back", Back()),
    ("/later", NotYet()),
    ("/go", GoTo()),
    ("/go GO-06", GoTo("GO-06")),
    ("/go shared data", GoTo("shared data")),
    ("/leave", Leave()),
    ("/nevers", Nevers()),
    ("/review", Review()),
    ("/print", Make()),
]
BY_MENU = [(1, Back()), (2, NotYet()), (3, GoTo()), (4, Leave()), (5, Review()), (6, Make()), (7, Nevers())]
STILL = ("esc", "c-z", "c-r", "c-q", "c-s", "c-o", "c-x", "c-n", "c-p", "c-v", "tab", "insert")


def done(kind: str) -> str:
    return "c-d" if kind == "long" else "enter"


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize(("key", "reply"), ANYWHERE)
def test_a_way_works_by_its_key(kind: str, key: str, reply: Any) -> None:
    played = play(SAMPLES[kind], key)

    assert played.reply == reply


@pytest.mark.parametrize("kind", TYPED)
@pytest.mark.parametrize(("key", "reply"), ANYWHERE)
def test_a_way_works_in_the_middle_of_writing(kind: str, key: str, reply: Any) -> None:
    played = play(SAMPLES[kind], "half", key)

    assert played.reply == reply


@pytest.mark.parametrize("kind", EVERY)
def test_less_than_goes_back(kind: str) -> None:
    played = play(SAMPLES[kind], "<")

    assert played.reply == Back()


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("key", ["?", "f1"])
def test_help_opens_and_closes(kind: str, key: str) -> None:
    played = play(SAMPLES[kind], key, key)

    assert ["Why we ask" in shot for shot in played.shots] == [False, True, False]


@pytest.mark.parametrize("kind", TYPED)
def test_help_keeps_what_was_written(kind: str) -> None:
    played = play(SAMPLES[kind], WRITTEN[kind], "f1", "f1", done(kind))

    assert isinstance(played.reply, Answer)
    assert WRITTEN[kind] in played.shots[2]


@pytest.mark.parametrize("kind", TYPED)
@pytest.mark.parametrize(("typed", "reply"), BY_WORD)
def test_a_way_works_by_its_word(kind: str, typed: str, reply: Any) -> None:
    played = play(SAMPLES[kind], typed, "enter")

    assert played.reply == reply


@pytest.mark.parametrize("kind", TYPED)
def test_the_word_for_help_opens_it(kind: str) -> None:
    played = play(SAMPLES[kind], "/help", "enter")

    assert "Why we ask" in played.last
    assert "/help" not in played.last


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize(("down", "reply"), BY_MENU)
def test_a_way_works_from_the_menu(kind: str, down: int, reply: Any) -> None:
    open_menu = ["/", "enter"] if kind in TYPED else ["/"]

    played = play(SAMPLES[kind], *open_menu, *["down"] * down, "enter")

    assert played.reply == reply


@pytest.mark.parametrize("kind", EVERY)
def test_the_menu_opens_the_help(kind: str) -> None:
    open_menu = ["/", "enter"] if kind in TYPED else ["/"]

    played = play(SAMPLES[kind], *open_menu, "enter")

    assert SAMPLES[kind].question in played.last
    assert "Why we ask" in played.last


@pytest.mark.parametrize("kind", EVERY)
def test_the_menu_is_left_without_going_anywhere(kind: str) -> None:
    open_menu = ["/", "enter"] if kind in TYPED else ["/"]

    played = play(SAMPLES[kind], *open_menu, "up", "enter")

    assert SAMPLES[kind].question in played.last


@pytest.mark.parametrize("kind", EVERY)
def test_keys_without_a_meaning_do_nothing(kind: str) -> None:
    played = play(SAMPLES[kind], *STILL)

    assert played.shots[0] == played.last
    assert set(STILL) <= set(IDLE) | {"esc", "tab"}


@pytest.mark.parametrize("kind", TYPED)
def test_keys_without_a_meaning_lose_nothing(kind: str) -> None:
    played = play(SAMPLES[kind], WRITTEN[kind], *STILL)

    assert played.shots[1] == played.last


@pytest.mark.parametrize("kind", [kind for kind in EVERY if kind != "list"])
def test_enter_on_an_empty_part_passes(kind: str) -> None:
    played = play(SAMPLES[kind], done(kind))

    assert played.reply == Pass()


@pytest.mark.parametrize("kind", EVERY)
def test_only_what_is_offered_is_shown_and_works(kind: str) -> None:
    ask = sample(kind, can=frozenset({"leave"}))

    played = play(ask, "c-b", "s-tab", "c-t", "c-g", "f1")

    assert played.reply == Leave()
    assert played.last == played.shots[0]
    for word in ("back", "not decided", "go to", "help", "menu"):
        assert word not in played.last.splitlines()[-1]


@pytest.mark.parametrize("kind", EVERY)
def test_the_footer_shows_the_ways(kind: str) -> None:
    played = play(SAMPLES[kind])

    assert played.last.splitlines()[-1] == (
        " ? help   < back   ^T not decided yet   ^G go to   ^C save and leave   / menu"
    )


@pytest.mark.parametrize("kind", TYPED)
def test_the_footer_shows_other_keys_while_one_writes(kind: str) -> None:
    played = play(SAMPLES[kind], "1")

    assert played.last.splitlines()[-1] == (
        " F1 help   ^B back   ^T not decided yet   ^G go to   ^C save and leave"
    )


@pytest.mark.parametrize("kind", ["text", "number", "date"])
def test_the_end_of_input_key_leaves_an_empty_line(kind: str) -> None:
    played = play(SAMPLES[kind], "c-d")

    assert played.reply == Leave()


@pytest.mark.parametrize("kind", CHOSEN)
def test_the_end_of_input_key_does_nothing_in_a_list(kind: str) -> None:
    played = play(SAMPLES[kind], "c-d")

    assert played.shots[0] == played.last
