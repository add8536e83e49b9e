"""A story told to the real screen: what a script answers is pressed key by key, and must be understood as just that."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any, Self

from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from tests.support.screen import Key, Player
from tests.support.typist import Teller, comes_to, is_own, slashed
from wizard.screen.screen import Screen
from wizard.sitting.ask import (
    Act,
    Answer,
    Ask,
    Back,
    Front,
    GoTo,
    Leave,
    Make,
    Nevers,
    NotYet,
    Pass,
    Reply,
    Review,
)
from wizard.sitting.lists.options import COMPLETE, GO_ON, UNDO
from wizard.sitting.matching import same

WAYS: dict[type[Reply], Key] = {Back: "c-b", NotYet: "c-t", GoTo: "c-g"}
IN_MENU = {Nevers: "nevers", Review: "review", Make: "make"}
PASTE, PASTED = "\x1b[200~", "\x1b[201~"
TYPED = ("text", "long", "number", "date")
MOST_STEPS = 200  # down a list; no list is longer


class Fingers(Front):
    """Presses what a teller answers."""

    def __init__(self, teller: Teller, columns: int = 80, rows: int = 24) -> None:
        self.teller = teller
        self._player = Player((), columns, rows)
        self._open = ExitStack()
        self._player.source = self._open.enter_context(create_pipe_input())
        output = Vt100_Output(
            self._player.paper, lambda: self._player.size, term="xterm-256color", enable_cpr=False
        )
        self._screen = self._open.enter_context(Screen(source=self._player.source, output=output, guard=0.0))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    @property
    def shots(self) -> list[str]:
        """The screen before each key."""
        return self._player.shots

    # the seam

    def ask(self, ask: Ask) -> Reply:
        wanted = self.teller.ask(ask)
        if isinstance(
            wanted, Nevers | Review | Make
        ):  # the menu opens on an empty line: what a script began to write is let be
            ask = replace(ask, keep=lambda _: None)
        self._presses(self._keys(ask, wanted))
        got = self._screen.ask(ask)
        assert self._player.keys == [], (
            f"{ask.question!r} took no more than {got}; left are {self._player.keys}"
        )
        if isinstance(wanted, GoTo) and got == GoTo():
            return wanted  # which question, is asked on a page of its own
        assert comes_to(ask, got, wanted), f"{ask.question!r}: {wanted} was pressed, {got} was understood"
        return got

    def show(self, title: str, text: str, *, back: bool = False) -> Reply:
        wanted = self.teller.show(title, text, back=back)
        self._presses(["c-b" if wanted == Back() else "enter"])
        assert self._screen.show(title, text, back=back) == wanted
        return wanted

    def say(self, text: str) -> None:
        self.teller.say(text)

    # fingers

    def _presses(self, keys: list[Key]) -> None:
        self._player.keys = keys

    @property
    def _prompt(self) -> Any:
        page = self._screen._page
        assert page
        return page.prompt

    def _keys(self, ask: Ask, reply: Reply) -> list[Key]:
        """The keys somebody presses to give a reply on a page."""
        match reply:
            case Leave(by_signal=True):
                return [lambda player: player.hang_up()]
            case Leave():
                return ["c-c"]
            case Act("undo"):
                return [self._to(UNDO), "enter"]
            case Act("add", text):
                return [f"{PASTE}{text}{PASTED}" if "\n" in text else text]
            case Act(what, on):
                return [self._to(on), "enter", self._to(what), "enter"]
            case Pass() if ask.kind == "list":
                way = GO_ON if any(option.value == GO_ON for option in ask.options) else COMPLETE
                return [self._to(way), "enter"]
            case Pass():
                return self._cleared(ask) if ask.suggested else ["c-d" if ask.kind == "long" else "enter"]
            case Answer(None):
                return self._cleared(ask)
            case Answer(value):
                return list(self._answered(ask, value))
            case Nevers() | Review() | Make():
                opened: list[Key] = [self._rub, "/", "enter"] if ask.kind in TYPED else ["/"]
                return [*opened, self._to(IN_MENU[type(reply)]), "enter"]
            case _:
                return [WAYS[type(reply)]]

    def _answered(self, ask: Ask, value: Any) -> Iterator[Key]:
        if ask.kind in TYPED:
            yield from self._written(ask, value)
        elif ask.kind in ("many", "ranked"):
            yield from self._marked(ask, value)
        else:
            yield self._at_own(value) if is_own(value) else self._to(value)
            yield "enter"
            if ask.kind == "list" and not next(each for each in ask.options if same(each.value, value)).apart:
                yield from [self._to("edit"), "enter"]

    def _written(self, ask: Ask, value: Any) -> Iterator[Key]:
        if not same(ask.value, value) or ask.unfinished or ask.begun:
            yield self._rub
            for number, row in enumerate(slashed(str(value)).split("\n")):
                yield from ["enter"] if number else []
                yield from [row] if row else []
        yield "c-d" if ask.kind == "long" else "enter"

    def _marked(self, ask: Ask, values: list[Any]) -> Iterator[Key]:
        held = list(ask.value or ())
        is_same = (
            held == values if ask.kind == "ranked" else sorted(map(str, held)) == sorted(map(str, values))
        )
        if not is_same:
            for each in held:
                yield self._to(each)
                yield "space"
            for each in values:
                yield self._at_own(each, "space") if is_own(each) else self._to(each)
                yield "space"
        yield "enter"

    def _cleared(self, ask: Ask) -> list[Key]:
        """Takes the answer away that stands there."""
        if ask.kind in TYPED:
            return [self._rub, "c-d" if ask.kind == "long" else "enter"]
        if ask.kind in ("many", "ranked"):
            return list(self._marked(ask, []))
        return ["backspace", "enter"] if ask.value is not None else ["enter"]

    def _rub(self, player: Player) -> None:
        """Rubs out what stands in the line."""
        player.keys[:0] = ["backspace"] * len(self._prompt.buffer.text)

    def _to(self, value: Any) -> Key:
        """Moves down until an option is pointed at; behind the last line comes the first."""
        steps = 0

        def step(player: Player) -> None:
            nonlocal steps
            option = self._prompt.choices.pointed()
            if option is None or not _stands_for(option.value, value):
                steps += 1
                assert steps < MOST_STEPS, f"{value!r} is not on this list:\n{player.paper.text()}"
                player.keys[:0] = ["down", step]

        return step

    def _at_own(self, value: dict[str, str], marks: str = "enter") -> Key:
        """Moves to words of one's own that are on the list, or to the line that asks for them, and writes them."""

        def step(player: Player) -> None:
            options = self._prompt.choices.options
            if any(same(option.value, value) for option in options):
                player.keys[:0] = [self._to(value)]
                return
            asks = next(option for option in options if option.words)
            behind = player.keys.index(marks)
            player.keys[behind : behind + 1] = [marks, self._rub, slashed(value["other"]), "enter"]
            player.keys[:0] = [self._to(asks.value)]

        return step


def _stands_for(held: Any, value: Any) -> bool:
    """A rating is a number in a plan, and its options are known by their keys."""
    return same(held, value) or (isinstance(value, int) and held == str(value))
