"""What is written out: wrapped at words, and nothing in it that a terminal would obey."""

import fcntl
import io
import os
import pty
import struct
import termios

import pytest

from tests.support.kind_samples import sample
from tests.support.plain_table import sat
from wizard.plain.front import Plain
from wizard.plain.output import Output, wrapped
from wizard.plain.signals import Ended, Signals
from wizard.plain.source import Lines
from wizard.sitting.ask import Ask, Head, Leave, Option

HOSTILE = "a\x1b[2J\x1b]0;title\x07\x9b1mb\r\x08c\u202ed\x00"


class Gone(io.StringIO):
    """A reader that went away."""

    def write(self, _text: str, /) -> int:
        raise BrokenPipeError


def test_lines_are_wrapped_between_words() -> None:
    text = "word " * 40

    rows = list(wrapped(text))

    assert max(map(len, rows)) <= 80
    assert " ".join(rows) == text.strip()


@pytest.mark.parametrize(("columns", "widest"), [(40, 40), (200, 80), (0, 80)])
def test_a_narrow_terminal_breaks_no_word_and_a_wide_one_makes_no_longer_lines(
    columns: int, widest: int
) -> None:
    there, here = pty.openpty()
    fcntl.ioctl(here, termios.TIOCSWINSZ, struct.pack("HHHH", 16, columns, 0, 0))
    with os.fdopen(here, "w") as stream, os.fdopen(there, "rb", buffering=0) as terminal:
        output = Output(stream)
        output.say("word " * 60)
        output.flush()
        said = terminal.read(4096).decode().split("\r\n")

    assert max(map(len, said)) in range(widest - 4, widest + 1)


def test_a_word_that_is_too_long_stays_whole() -> None:
    path = f"/home/{'x' * 100}/two-rivers.plan.yaml"

    assert list(wrapped(f"It is saved in {path} now.")) == ["It is saved in", path, "now."]


def test_wide_letters_take_two_columns_and_accents_none() -> None:
    assert len(list(wrapped("関 " * 28))) == 2
    assert len(list(wrapped("e\u0301 " * 40))) == 1


def test_blanks_at_the_beginning_of_a_line_stay() -> None:
    assert list(wrapped("  x.plan.yaml:3: Mend this.")) == ["  x.plan.yaml:3: Mend this."]


@pytest.mark.parametrize("kind", ["text", "one", "many", "list", "long"])
def test_nothing_that_a_file_holds_reaches_the_terminal_as_a_control_sequence(kind: str) -> None:
    page = Ask(
        kind,
        HOSTILE,
        Head(HOSTILE, HOSTILE),
        (Option("x", HOSTILE, HOSTILE), Option("y", HOSTILE, off=HOSTILE), Option("z", HOSTILE, apart=True)),
        hint=HOSTILE,
        card=HOSTILE,
        note=HOSTILE,
        above=((HOSTILE, HOSTILE),),
        help=((HOSTILE, HOSTILE),),
        value=["x"] if kind == "many" else HOSTILE if kind in ("text", "long") else "x",
    )

    said = sat(page, typed=f"?\n/again\n{HOSTILE}\n2\n").said

    assert [each for each in said if each != "\n" and not each.isprintable()] == []


def test_a_farewell_is_not_broken_into_lines() -> None:
    out = io.StringIO()
    text = f"Everything is saved in /home/{'a b/' * 30}two-rivers.plan.yaml."

    Plain(Lines(None, Signals()), Output(out)).say(text)

    assert text in out.getvalue().splitlines()


def test_a_reader_that_went_away_ends_the_sitting_as_a_closed_window_does() -> None:
    front = Plain(Lines(io.BytesIO(b"x\n"), Signals()), Output(Gone()))

    assert front.ask(sample("text")) == Leave(by_signal=True)
    assert front.show("Title", "Text") == Leave(by_signal=True)
    front.say("Nobody hears it, and nothing breaks.")
    with pytest.raises(Ended):
        Output(Gone()).say("x")
