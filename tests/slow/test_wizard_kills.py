"""The whole wizard at a terminal, ended at random moments in every way there is: nothing torn, nothing said lost.

What counts as said: an answer whose next page stands on the screen, a letter that stands there behind the pointer.
"""

import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support.small_flows import write
from tests.support.terminal_driver import Terminal
from wizard.errors import Problem
from wizard.storage import plan_file
from wizard.storage.private.unfinished import Unfinished

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="pseudo-terminals are not for Windows")

PLAN = b"format: 1\ntoolkit: own@1\nlanguage: en\nplan_id: p-7f3kq2\npath: full\n"
AT_ONCE = 0.06  # seconds; an Enter that comes sooner behind letters is taken for part of a paste
# What is typed before Enter, the page that comes then, and what the plan must hold from there on.
ANSWERS = (
    ("Two Rivers", "How old is it?", ("about.name", "Two Rivers")),
    ("down", "Since when?", ("about.age", "forming")),
    ("9/1/2026", "Until when?", ("about.period.start", "2026-09-01")),
    ("", "Who is a member?", ("about.period.end", "2027-09-01")),
)
WAYS: dict[str, Callable[[Terminal], int]] = {
    "SIGKILL": lambda terminal: terminal.kill(signal.SIGKILL),
    "SIGTERM": lambda terminal: terminal.kill(signal.SIGTERM),
    "SIGHUP": lambda terminal: terminal.kill(signal.SIGHUP),
    "closed window": lambda terminal: terminal.close_window(),
}
CODES = {"SIGKILL": -signal.SIGKILL}


@dataclass
class Storm:
    """What became of many sittings."""

    folder: Path
    way: str
    chance: random.Random
    ends: int = 0
    said: int = 0
    torn: int = 0
    lost: int = 0
    most_letters_lost: int = 0
    odd_codes: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        (self.folder / "own").mkdir()
        write(self.folder / "own")
        self.plan = self.folder / "a.plan.yaml"

    def begun(self) -> Terminal:
        """A sitting with an empty plan, at its first question."""
        self.plan.write_bytes(PLAN)
        self.kept().keep({})
        terminal = Terminal("--flows", self.folder / "own", "open", self.plan, state=self.folder, nimble=True)
        terminal.see("Where would you like to work?").turn().see("Welcome to all.").turn()
        return terminal.see("What is it called?")

    def kept(self) -> Unfinished:
        return Unfinished(self.folder / "state" / "p-7f3kq2")

    def end(self, terminal: Terminal) -> None:
        code = WAYS[self.way](terminal)
        self.ends += 1
        if code != CODES.get(self.way, 130):
            self.odd_codes.append(code)

    def while_answering(self) -> None:
        last = self.chance.randrange(len(ANSWERS))
        with self.begun() as terminal:
            for at, (typed, page, _) in enumerate(ANSWERS[: last + 1]):
                terminal.key(typed).see("› Just forming" if typed == "down" else typed).linger(AT_ONCE)
                terminal.key("enter")
                if at < last:
                    terminal.see(page)
            terminal.linger(self.chance.random() * 0.12)
            said = last + terminal.shows(ANSWERS[last][1])
            self.end(terminal)
        self.said += said
        try:
            draft = plan_file.draft_of(self.plan.read_bytes())
        except Problem:
            self.torn += 1
            return
        self.lost += sum(draft.get(place) != value for _, _, (place, value) in ANSWERS[:said])

    def while_typing(self) -> None:
        with self.begun() as terminal:
            terminal.key("abc").see("› abc")
            for number in range(3, self.chance.randrange(4, 50)):
                terminal.key(chr(ord("a") + number % 26)).linger(0.003)
            # None while a page is half drawn: then nothing is said.
            shown = next((row[3:] for row in terminal.rows() if row.startswith(" › ")), "")
            self.end(terminal)
        kept = self.kept().left_over().get("about.name", "")
        self.said += len(shown)
        self.most_letters_lost = max(self.most_letters_lost, len(shown) - len(kept))
        self.torn += not kept.startswith(shown[: len(kept)])

    def told(self) -> str:
        return (
            f"{self.ends} times {self.way} at a real terminal, {self.said} answers and letters said: "
            f"{self.torn} torn, {self.lost} answers lost, at most {self.most_letters_lost} letters lost"
        )


def weathered(folder: Path, way: str, answering: int, typing: int, seed: int = 1) -> Storm:
    storm = Storm(folder, way, random.Random(f"{way} {seed} {os.environ.get('SEED', '')}"))
    for _ in range(answering):
        storm.while_answering()
    for _ in range(typing):
        storm.while_typing()
    return storm


def check(storm: Storm) -> None:
    assert (storm.torn, storm.lost, storm.odd_codes) == (0, 0, [])
    assert storm.most_letters_lost <= (1 if storm.way == "SIGKILL" else 0)
    assert storm.said > storm.ends, "so little was said that nothing is proved"


@pytest.mark.parametrize("way", WAYS)
def test_ended_while_answering_and_while_typing_the_wizard_keeps_what_it_said(
    way: str, tmp_path: Path
) -> None:
    check(weathered(tmp_path, way, 1, 1))


MANY = [("SIGKILL", 65, 60, part) for part in range(4)] + [
    (way, 25, 25, part) for way in WAYS if way != "SIGKILL" for part in range(2)
]


@pytest.mark.slow
@pytest.mark.parametrize(("way", "answering", "typing", "part"), MANY)
def test_hundreds_of_ends_at_a_real_terminal_tear_and_lose_nothing(
    way: str,
    answering: int,
    typing: int,
    part: int,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    scale = float(os.environ.get("STORM", "1"))  # a smaller storm on a machine that is busy
    start = time.monotonic()

    storm = weathered(tmp_path, way, round(answering * scale), round(typing * scale), part)

    record_property("shown", f"{storm.told()}, in {time.monotonic() - start:.0f} s")
    check(storm)


def test_a_wizard_that_forgets_what_it_said_would_be_seen(tmp_path: Path) -> None:
    """The control: somebody takes the answers out of the file behind its back."""
    storm = Storm(tmp_path, "SIGKILL", random.Random(3))
    real = WAYS["SIGKILL"]

    def forgetful(terminal: Terminal) -> int:
        code = real(terminal)
        storm.plan.write_bytes(PLAN)
        storm.kept().keep({})
        return code

    WAYS["SIGKILL"] = forgetful
    try:
        while not storm.said:
            storm.while_answering()
        storm.while_typing()
    finally:
        WAYS["SIGKILL"] = real

    assert storm.lost > 0
    assert storm.most_letters_lost > 1
