"""Lines taken key by key from a terminal: every letter kept, pastes whole, nothing answered by accident."""

import fcntl
import io
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

termios = pytest.importorskip("termios", reason="pseudo-terminals are not for Windows")

from tests.support.kind_samples import sample  # noqa: E402
from wizard.plain.front import Plain  # noqa: E402
from wizard.plain.keyboard import Keyboard  # noqa: E402
from wizard.plain.output import Output  # noqa: E402
from wizard.plain.signals import Ended, Signals  # noqa: E402
from wizard.sitting.ask import Answer, Leave  # noqa: E402

PAUSE = 0.08  # seconds
Rush = str | bytes | Callable[[], object]  # keys that come at once, or something that happens


class Answering(io.StringIO):
    """What is said; whenever it ends with the next cue, the keys that go with it are pressed."""

    def __init__(self, outer: int, *cues: tuple[str, str]) -> None:
        super().__init__()
        self._outer = outer
        self._cues = list(cues)

    def flush(self) -> None:
        if self._cues and self.getvalue().endswith(self._cues[0][0]):
            os.write(self._outer, self._cues.pop(0)[1].encode())


@dataclass
class Desk:
    """A pseudo-terminal with the keyboard on its inner side; keys are pressed from the outer one."""

    outer: int
    inner: int
    guard: float = 0.0
    shown: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    signals: Signals = field(default_factory=Signals)

    def __post_init__(self) -> None:
        self.keyboard = Keyboard(self.inner, self.shown.append, self.signals, self.guard)

    def line(self, *rushes: Rush, **more: str) -> str:
        """What a line comes to when these keys come one rush after the other."""
        with self.keyboard.taken():
            self.keyboard.fresh()
            pressing = threading.Thread(target=self._press, args=rushes)
            pressing.start()
            try:
                return self.keyboard.line(self.kept.append, **more)
            finally:
                pressing.join()

    def _press(self, *rushes: Rush) -> None:
        for rush in rushes:
            if callable(rush):
                rush()
            else:
                os.write(self.outer, rush if isinstance(rush, bytes) else rush.encode())
            self._wait()

    def _wait(self) -> None:
        """Until the keys were taken, and then for longer than the rest of a paste takes."""
        end = time.monotonic() + 10
        while time.monotonic() < end and self._waiting():
            time.sleep(0.005)
        time.sleep(PAUSE)

    def _waiting(self) -> int:
        return int.from_bytes(fcntl.ioctl(self.inner, termios.FIONREAD, b"\0" * 4), sys.byteorder)

    @property
    def echo(self) -> str:
        return "".join(self.shown)

    def echoes(self) -> bool:
        return bool(termios.tcgetattr(self.inner)[3] & termios.ECHO)


@pytest.fixture
def desk() -> Iterator[Desk]:
    outer, inner = os.openpty()
    yield Desk(outer, inner)
    os.close(inner)
    os.close(outer)


def test_letters_are_shown_and_kept_one_by_one(desk: Desk) -> None:
    assert desk.line("T", "w", "o", "\r") == "Two"
    assert desk.kept == ["T", "Tw", "Two"]
    assert desk.echo == "Two\n"


def test_what_is_rubbed_out_is_gone(desk: Desk) -> None:
    assert desk.line("Twoo\x7f Rivers\x17Lakes\r") == "Two Lakes"
    assert desk.line("Two\x15Three\n") == "Three"
    assert desk.line("\x7f\x7fa\x08\x08b\n") == "b"


def test_rubbing_out_takes_back_what_is_shown(desk: Desk) -> None:
    desk.line("a関\x7f\x7f\n")

    assert desk.echo == "a関\b \b\b \b\b \b\n"


def test_arrow_keys_and_control_keys_are_no_letters(desk: Desk) -> None:
    assert desk.line("a\x1b[Ab\x1b[3~c\x1bOP\x01\x00\x1b", "d\n") == "abcd"
    assert desk.line("a\x1b[1", ";5Cb\n") == "ab"
    assert "\x1b" not in desk.echo


def test_letters_of_more_than_one_byte_may_come_in_pieces(desk: Desk) -> None:
    assert desk.line(b"Ca\xc3", b"\xb1on\n") == "Cañon"


def test_a_paste_of_several_lines_becomes_one_and_is_not_sent(desk: Desk) -> None:
    assert desk.line("one\r\ntwo\nthree\r", "!", "\r") == "one two three !"


def test_a_paste_into_a_long_text_keeps_its_lines(desk: Desk) -> None:
    assert desk.line("one\ntwo", "\r", joins="\n") == "one\ntwo"


def test_a_line_longer_than_a_terminal_takes_by_itself_comes_whole(desk: Desk) -> None:
    text = "word " * 2000

    assert desk.line(text, "\n") == text


def test_enter_right_after_the_question_is_not_meant_for_it(desk: Desk) -> None:
    hasty = Desk(desk.outer, desk.inner, guard=5)

    assert hasty.line("\r", "a", "\r") == "a"
    assert desk.line("\r") == ""


def test_what_was_typed_ahead_answers_nothing(desk: Desk) -> None:
    with desk.keyboard.taken():
        os.write(desk.outer, b"ahead\n")
        time.sleep(PAUSE)

    assert desk.line("now\n") == "now"


def test_unfinished_words_stand_there_to_go_on_with(desk: Desk) -> None:
    assert desk.line("ers\n", begun="Two Riv") == "Two Rivers"
    assert desk.echo.startswith("Two Riv")


def test_ctrl_d_leaves_on_an_empty_line_or_ends_a_text(desk: Desk) -> None:
    with pytest.raises(Ended) as ended:
        desk.line("\x04")

    assert ended.value.leave == Leave()
    assert desk.line("a\x04", "\n") == "a"
    assert desk.line("\x04", done=".") == "."


@pytest.mark.parametrize(
    ("number", "leave"),
    [
        (signal.SIGINT, Leave()),
        (signal.SIGTERM, Leave(by_signal=True)),
        (signal.SIGHUP, Leave(by_signal=True)),
    ],
)
def test_a_signal_ends_the_waiting_at_once(desk: Desk, number: int, leave: Leave) -> None:
    with desk.signals, pytest.raises(Ended) as ended:
        desk.line("Two Riv", lambda: os.kill(os.getpid(), number))

    assert ended.value.leave == leave
    assert desk.kept[-1] == "Two Riv"


def test_a_signal_that_comes_between_two_questions_holds_for_the_next(desk: Desk) -> None:
    with desk.signals:
        os.kill(os.getpid(), signal.SIGTERM)
        with pytest.raises(Ended) as ended:
            desk.line()

    assert ended.value.leave == Leave(by_signal=True)


def test_a_window_that_is_closed_ends_the_sitting() -> None:
    outer, inner = os.openpty()
    closing = Desk(outer, inner)
    threading.Timer(PAUSE, os.close, (outer,)).start()

    with pytest.raises(Ended) as ended:
        closing.line()

    os.close(inner)
    assert ended.value.leave == Leave(by_signal=True)


def test_the_terminal_is_as_it_was_afterwards_and_while_it_is_lent(desk: Desk) -> None:
    before = termios.tcgetattr(desk.inner)

    with desk.keyboard.taken():
        assert not desk.echoes()
        with desk.keyboard.lent():
            assert desk.echoes()
        assert not desk.echoes()

    assert termios.tcgetattr(desk.inner) == before


def test_a_shell_that_shows_its_lines_itself_is_shown_none_twice(desk: Desk) -> None:
    modes = termios.tcgetattr(desk.inner)
    modes[3] &= ~termios.ECHO
    termios.tcsetattr(desk.inner, termios.TCSANOW, modes)
    quiet = Desk(desk.outer, desk.inner)

    assert quiet.line("Two\n") == "Two"
    assert quiet.echo == ""


def test_a_long_text_is_changed_in_the_persons_own_editor(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []
    monkeypatch.setenv("VISUAL", "sed -i s/One/Three/")
    said = Answering(desk.outer, ("Text: ", "/edit\r"), ("Three\nTwo\n", ".\r"))

    with Plain(desk.keyboard, Output(said)) as front:
        reply = front.ask(sample("long", value="One\nTwo", keep=kept.append))

    assert reply == Answer("Three\nTwo")
    assert kept[-1].startswith("Three\nTwo")


def test_an_editor_that_gives_up_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "false")
    said = Answering(desk.outer, ("Text: ", "/edit\r"), ("Text: ", ".\r"))

    with Plain(desk.keyboard, Output(said)) as front:
        reply = front.ask(sample("long", value="One"))

    assert reply == Answer("One")
    assert "Your editor did not open" in said.getvalue()


def test_unfinished_words_of_ones_own_stand_in_their_line(desk: Desk) -> None:
    said = Answering(desk.outer, ("Answer: ", "ing\r"))

    with Plain(desk.keyboard, Output(said)) as front:
        reply = front.ask(sample("one", own="Hous"))

    assert reply == Answer({"other": "Housing"})


@pytest.mark.parametrize(("joins", "end"), [(" ", " "), ("\n", "\n")])
def test_line_ends_of_other_programs_are_what_line_ends_of_a_paste_are(
    desk: Desk, joins: str, end: str
) -> None:
    line = desk.line("one\x0btwo\x0cthree\x85four\u2028five\u2029six\tse\u00adven\u200b", "\r", joins=joins)

    assert line == end.join(["one", "two", "three", "four", "five", "six seven"])
