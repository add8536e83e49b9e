"""The screen as a whole: steady pages, no answer by accident, an end that keeps everything."""

import os
import re
import signal
from dataclasses import replace

import pytest
from prompt_toolkit.application import get_app
from prompt_toolkit.key_binding.key_processor import KeyPress

from tests.support import script
from tests.support.kind_samples import COUNTIES, SAMPLES, sample
from tests.support.screen import HEAD, Player, play
from tests.support.shipped import toolkit
from wizard.interview.flow import Card
from wizard.screen.screen import Screen, first_paint
from wizard.sitting.ask import Answer, Ask, Back, GoTo, Head, Leave, Option, Pass, Reply
from wizard.storage.draft import Draft

COLOUR = re.compile(r"\x1b\[[\d;]*?(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)(?:;|m)")
HOSTILE = "\x1b]0;owned\x07\x1b[2J\x1b[31mred\u202eder\x9b31m"


def test_the_next_page_stands_where_the_last_one_stood() -> None:
    played = play([SAMPLES["text"], sample("text", question="And then?")], "Valley", "enter")

    assert "And then?" in played.last
    assert "Valley" not in played.last
    assert played.last.splitlines()[0] == played.shots[0].splitlines()[0]


def test_a_line_said_after_the_last_page_stands_alone() -> None:
    def use(front: Screen) -> list[Reply]:
        reply = front.ask(SAMPLES["text"])
        front.say("Saved. \x1b[31mGood-bye.")
        return [reply]

    played = play([], "enter", use=use)
    printed = played.raw[played.raw.rindex("\x1b[J") :]

    assert "Saved. [31mGood-bye." in printed
    assert "partnership" not in printed


def test_something_to_read_is_shown_until_enter() -> None:
    def use(front: Screen) -> list[Reply]:
        front.show("What never belongs in a plan", "Names of people.\nPlaces where they live.")
        return [front.ask(SAMPLES["text"])]

    played = play([], "enter", "a", "enter", use=use)

    assert "What never belongs in a plan\n\n Names of people.\n Places where they live." in played.shots[0]
    assert played.replies == [Answer("a")]


@pytest.mark.parametrize("key", ["<", "?", "c-b", "f1", "c-g", "s-tab"])
def test_any_way_ends_reading(key: str) -> None:
    def use(front: Screen) -> list[Reply]:
        front.show("Read this", "Some words.")
        return [front.ask(SAMPLES["text"])]

    played = play([], key, "enter", use=use)

    assert played.replies == [Pass()]


@pytest.mark.parametrize(
    ("keys", "reply"), [(["<"], Back()), (["c-b"], Back()), (["/", "enter"], Back()), (["?"], Pass())]
)
def test_what_is_read_before_a_question_has_a_way_back(keys: list[str], reply: Reply) -> None:
    def use(front: Screen) -> list[Reply]:
        return [front.show("Read this", "Some words.", back=True)]

    played = play([], *keys, use=use)

    assert "< back" in played.shots[0]
    assert played.replies == [reply]


def test_leaving_while_reading_leaves_at_once() -> None:
    def use(front: Screen) -> list[Reply]:
        return [front.show("Read this", "Some words.")]

    played = play([], "c-c", use=use)

    assert played.replies == [Leave()]
    assert len(played.shots) == 1


def test_a_long_text_to_read_scrolls() -> None:
    def use(front: Screen) -> list[Reply]:
        front.show("Read this", "\n".join(f"Line {number}." for number in range(1, 61)))
        return []

    played = play([], "pgdn", "down", "enter", use=use)

    assert "Line 1." in played.shots[0]
    assert "PgDn for more" in played.shots[0]
    assert "Line 1.\n" not in played.shots[1]
    assert played.shots[1] != played.shots[2]


def test_help_has_room_beside_a_long_list_and_holds_the_card_itself() -> None:
    counties = sample("many", options=COUNTIES, card="Read this to everyone.", note="Saved.")

    played = play(counties, "?", "pgdn", "pgdn")

    assert "│ Read this to everyone." in played.shots[0]
    assert "│" not in played.shots[1]
    assert "Knowing what is missing tells you where to begin." in played.shots[1]
    assert "Overnight shelter for men" in played.shots[1]
    assert "County number 1" in played.shots[1]
    assert "Read this to everyone." in "".join(played.shots[2:])


def test_a_long_list_leaves_blank_lines_around_what_stands_above_it() -> None:
    played = play(sample("many", options=COUNTIES, note="Saved.", above=(("Form", "Labor"),), hint="Some."))

    rows = played.last.splitlines()
    assert [rows[rows.index("   Form  Labor") + step] for step in (-1, 1)] == ["", ""]


def test_the_one_rule_is_whole_on_the_first_page_also_in_a_small_window() -> None:
    first = script.play(Draft()).script.page

    played = play(first, columns=40, rows=16)

    assert first.card in " ".join(played.last.replace("│", "").split())


@pytest.mark.parametrize(
    "card", [section.card for section in toolkit().sections], ids=lambda card: card.title
)
def test_a_card_is_in_view_whole_also_in_a_small_window(card: Card) -> None:
    def use(front: Screen) -> list[Reply]:
        return [front.show(card.title, card.text, back=True)]

    played = play([], use=use, columns=40, rows=16)

    assert card.text in " ".join(played.last.split())


def test_in_a_small_window_the_partnerships_name_stands_in_the_line_under_the_head() -> None:
    name = "Two Rivers Anti-Trafficking Partnership"

    rows = play(sample("text", head=Head(name, HEAD.where)), columns=40, rows=16).last.splitlines()

    assert rows[:2] == [" Build · 4 of 16", " ─ Two Rivers Anti-Trafficking Partn… ─"]


def test_a_list_gives_up_its_blank_lines_before_an_entry() -> None:
    needs = tuple(Option(f"need-{number}", f"Need {number}") for number in range(5))
    ask = sample(
        "list", options=(*needs, Option("add", "Add one", apart=True), Option("done", "Done", apart=True))
    )

    played = play(ask, columns=40, rows=16)

    assert " Need 4\n › Add one\n" in played.last


def test_a_list_gives_up_what_stands_beside_its_entries_before_one_of_them() -> None:
    needs = tuple(Option(f"need-{number}", f"Need {number}", "adults · serious " * 5) for number in range(6))
    ask = sample("list", options=(*needs, Option("add", "Add one", apart=True)), note="")

    roomy, tight = play(ask, rows=40).last, play(ask, rows=20).last

    assert "Need 0\n     adults" in roomy
    assert all(f"Need {number}\n" in tight for number in range(6))
    assert "adults" not in tight


def test_what_stands_above_without_an_answer_has_the_whole_line() -> None:
    asked = "How many people came from there, counting those on the phone?"

    played = play(sample("one", above=((asked, ""),)))

    assert f"\n   {asked}\n" in played.last


def test_help_scrolls_and_the_list_stays() -> None:
    long_help = (("Why we ask", "\n".join(f"Reason {number}." for number in range(1, 41))),)

    played = play(sample("one", help=long_help), "?", "pgdn")

    assert "Reason 1." in played.shots[1]
    assert "Reason 1.\n" not in played.last
    assert "Prevention" in played.last


def test_help_tells_the_ways_of_this_page_only() -> None:
    played = play(sample("text", can=frozenset({"help", "leave"}), help=()), "?")

    assert "Ctrl-C or /leave" in played.last
    assert "Ctrl-B" not in played.last


def test_a_second_enter_does_not_answer_the_next_page() -> None:
    played = play([sample("text", value="a"), SAMPLES["text"]], "enter", "enter", "enter", guard=60)

    assert played.replies == [Leave()]


def test_enter_counts_once_the_page_has_been_seen() -> None:
    def wait(_: Player) -> None:
        import time

        time.sleep(0.06)
        get_app().invalidate()

    played = play([SAMPLES["text"]], "enter", wait, "enter", guard=0.05)

    assert played.replies == [Pass()]


def test_what_was_typed_ahead_is_dropped() -> None:
    def use(front: Screen) -> list[Reply]:
        first = front.ask(sample("text", fit=type_ahead))
        return [first, front.ask(SAMPLES["text"])]

    def type_ahead(value: str) -> str:
        # While the answer is being stored, somebody types on.
        front_source[0].send_text("stray\r")
        return value

    front_source = []

    def remember(player: Player) -> None:
        front_source.append(player.source)
        get_app().invalidate()

    played = play([], remember, "a", "enter", use=use)

    assert played.replies == [Answer("a"), Leave()]
    assert "stray" not in played.last


def test_keys_that_came_with_the_answering_one_are_dropped() -> None:
    played = play([SAMPLES["one"], SAMPLES["text"]], "<stray\r", "x")

    assert played.replies == [Leave()]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_saves_and_leaves(name: str) -> None:
    kept: list[str] = []

    played = play(
        sample("text", keep=kept.append),
        "half",
        lambda _: os.kill(os.getpid(), getattr(signal, name)),
    )

    assert played.reply == Leave(by_signal=True)
    assert kept[-1] == "half"


def test_a_signal_while_a_page_is_made_ready_leaves_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def use(front: Screen) -> list[Reply]:
        source = front._source
        assert source is not None
        dropped = source.flush_keys  # called when the page is about to begin

        def signalled() -> list[KeyPress]:
            os.kill(os.getpid(), signal.SIGTERM)
            return dropped()

        monkeypatch.setattr(source, "flush_keys", signalled)
        return [front.ask(SAMPLES["text"])]

    played = play([], use=use)

    assert played.replies == [Leave(by_signal=True)]


def test_a_signal_between_two_pages_leaves_at_the_next() -> None:
    def fit(value: str) -> str:
        os.kill(os.getpid(), signal.SIGTERM)
        return value

    played = play([sample("text", fit=fit), SAMPLES["text"]], "a", "enter")

    assert played.replies[-1] == Leave(by_signal=True)


def test_signals_are_given_back() -> None:
    before = signal.getsignal(signal.SIGTERM)

    play(SAMPLES["text"], "enter")

    assert signal.getsignal(signal.SIGTERM) is before


def test_the_end_of_input_is_a_closed_window() -> None:
    played = play(SAMPLES["text"], "half", Player.hang_up)

    assert played.reply == Leave(by_signal=True)


def test_a_fault_of_ours_is_raised_where_it_was_asked() -> None:
    def fit(_: str) -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        play(sample("text", fit=fit), "a", "enter")


@pytest.mark.parametrize("colour", ["", "1"])
def test_no_colour_is_ever_used(monkeypatch: pytest.MonkeyPatch, colour: str) -> None:
    monkeypatch.setenv("NO_COLOR", colour)

    played = [play(ask, "?", "down", "space").raw for ask in SAMPLES.values()]

    assert "\x1b[0;1m" in played[0]
    assert not any(COLOUR.search(raw) for raw in played)


def test_colour_would_be_noticed() -> None:
    assert COLOUR.search("\x1b[0;38;5;9m")
    assert COLOUR.search("\x1b[0;1;31m")


@pytest.mark.parametrize("kind", ["text", "one", "list"])
def test_what_comes_from_files_cannot_steer_the_terminal(kind: str) -> None:
    options = (
        Option("a", HOSTILE, HOSTILE, apart=False),
        Option("b", "b", off=HOSTILE),
        Option("c", "c", apart=True),
    )
    ask = Ask(
        kind,
        HOSTILE,
        Head(HOSTILE, HOSTILE),
        options if kind != "text" else (),
        hint=HOSTILE,
        unit=HOSTILE if kind == "text" else "",
        card=HOSTILE,
        note=HOSTILE,
        above=((HOSTILE, HOSTILE),),
        help=((HOSTILE, HOSTILE),),
        value=HOSTILE if kind == "text" else None,
    )

    played = play(ask, "f1", rows=60)

    assert "redder" in played.last
    for bad in ("\x1b]", "\x07", "\x1b[2J", "\x1b[31m", "\u202e", "\x9b"):
        assert bad not in played.raw


def test_a_window_that_grows_and_shrinks_keeps_what_was_typed() -> None:
    played = play(
        SAMPLES["long"],
        "every survivor in the valley finds a bed",
        lambda player: player.resize(40, 16),
        lambda player: player.resize(200, 60),
        "!",
        "c-d",
    )

    assert "finds\n   a bed" in played.shots[2]
    assert "finds a bed" in played.shots[3]
    assert played.reply == Answer("every survivor in the valley finds a bed!")


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize(("columns", "rows"), [(40, 10), (20, 5), (12, 3), (5, 1)])
def test_the_smallest_window_still_works(kind: str, columns: int, rows: int) -> None:
    played = play(SAMPLES[kind], "f1", "down", "f1", "c-g", columns=columns, rows=rows)

    assert played.reply == GoTo()


def test_of_what_stands_above_the_first_and_the_last_rows_are_kept() -> None:
    above = (("Goal", "Open a line"), *((f"Part {number}", f"answer {number}") for number in range(20)))

    played = play(sample("one", above=above))

    assert "   Goal     Open a line\n   …\n" in played.last
    assert "   Part 19  answer 19\n" in played.last
    assert "answer 3" not in played.last


def test_a_long_search_shows_its_end_and_what_it_finds() -> None:
    played = play(sample("one", options=COUNTIES), "where the river runs", columns=40, rows=16)

    assert "river runs   nothing found" in played.last


def test_a_long_question_leaves_room_for_the_prompt() -> None:
    ask = sample("text", question="Why is that so? " * 100, help=SAMPLES["text"].help)

    played = play(ask, "answer", "enter", columns=40, rows=16)

    assert "› answer" in played.last
    assert played.reply == Answer("answer")


def test_a_long_label_hangs_under_its_beginning() -> None:
    options = (
        Option("a", "A very long label that does not fit on one line of a small window"),
        Option("b", "B"),
    )

    played = play(sample("one", options=options), "down", columns=40, rows=16)

    assert " › A very long label that does not fit\n     on one line of a small window\n   B" in played.last


def test_a_long_label_behind_a_mark_hangs_under_its_beginning_too() -> None:
    options = (Option("a", "A very long label that does not fit on one line of a small window"),)

    played = play(sample("many", options=options), columns=40, rows=16)

    assert " › [ ] A very long label that does not\n       fit on one line of a small\n" in played.last


def test_wide_letters_and_accents_keep_the_columns() -> None:
    played = play(sample("one", options=(Option("a", "日本語 e\u0301"), Option("b", "B"))), "down")

    assert "› 日" in played.last
    assert "é" in played.last


def test_the_head_is_painted_before_anything_is_imported(capsys: pytest.CaptureFixture[str]) -> None:
    first_paint(replace(HEAD, partnership="Two Rivers\x1b[31m"))

    painted = capsys.readouterr().out
    assert "Two Rivers[31m" in painted
    assert "─" * 20 in painted
    assert "\x1b[31m" not in painted


def test_back_is_never_held_up_by_an_unfit_answer() -> None:
    played = play(sample("number"), "abc", "enter", "c-b")

    assert "Enter a number" in played.last
    assert played.reply == Back()


def test_words_typed_on_a_page_to_read_wait_for_the_next_field() -> None:
    kept: list[str] = []

    def use(front: Screen) -> list[Reply]:
        shown = front.show("Read aloud", "A card.", back=True)
        return [shown, front.ask(sample("yes_no")), front.ask(sample("text", keep=kept.append))]

    played = play((), *"We met", "enter", "enter", "c-u", "enter", use=use)

    assert "This page takes no words. These wait for the next question that does: We met" in played.shots[
        6
    ].replace("\n   ", " ").replace("\n ", " ")
    assert "› We met" in played.shots[8]
    assert "Here is what you typed on a page that takes no words." in played.shots[8]
    assert kept[0] == "We met"
    assert played.replies == [Pass(), Pass(), Pass()]


def test_go_to_works_on_a_page_to_read() -> None:
    played = play((), "c-g", use=lambda front: [front.show("Read aloud", "A card.", back=True)])

    assert played.reply == GoTo()
