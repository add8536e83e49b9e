"""Drives the screen in process: keys through a pipe, what is drawn through a screen emulator."""

import asyncio
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyte
from prompt_toolkit.application import get_app
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from wizard.screen.screen import Screen
from wizard.sitting.ask import Ask, Head, Leave, Reply

HEAD = Head("Two Rivers Partnership", "Build · 4 of 16 · about 19 minutes left")

KEYS = {
    "enter": "\r", "up": "\x1b[A", "down": "\x1b[B", "left": "\x1b[D", "right": "\x1b[C", "esc": "\x1b",
    "home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdn": "\x1b[6~", "delete": "\x1b[3~",
    "space": " ", "backspace": "\x7f", "tab": "\t", "s-tab": "\x1b[Z", "f1": "\x1bOP", "f4": "\x1bOS",
    "insert": "\x1b[2~",
    **{f"c-{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}  # fmt: skip

AT_ONCE = (
    0.01  # seconds after which Esc is no longer the beginning of another key: keys come whole through a pipe
)

Key = str | Callable[["Player"], None]


class Paper(io.StringIO):
    """Standard output as prompt_toolkit sees it, fed to a screen emulator."""

    encoding = "utf-8"

    def __init__(self, columns: int, rows: int, flushed: Callable[[], None]) -> None:
        super().__init__()
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.Stream(self.screen)
        self.raw = ""
        self.rows = [""] * rows
        self.flushed = flushed

    def write(self, text: str, /) -> int:
        self.raw += text
        self.stream.feed(text)
        return len(text)

    def flush(self) -> None:
        self.flushed()

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise io.UnsupportedOperation

    def text(self) -> str:
        self.rows = (self.rows + [""] * self.screen.lines)[: self.screen.lines]
        for at in self.screen.dirty.intersection(
            range(self.screen.lines)
        ):  # what was drawn since the last look
            row = self.screen.buffer[at]
            self.rows[at] = "".join(row[column].data for column in range(self.screen.columns)).rstrip()
        self.screen.dirty.clear()
        return "\n".join(self.rows).rstrip()


@dataclass
class Played:
    """What came of it: the replies, and the screen before each key and after the last."""

    replies: list[Reply]
    shots: list[str]
    raw: str
    kept: list[str] = field(default_factory=list)

    @property
    def reply(self) -> Reply:
        return self.replies[0]

    @property
    def last(self) -> str:
        return self.shots[-1]


class Player:
    """Presses the next key whenever the screen has been drawn; each key is made to draw, also one without effect."""

    def __init__(self, keys: Sequence[Key], columns: int, rows: int) -> None:
        self.keys = list(keys)
        self.size = Size(rows=rows, columns=columns)
        self.paper = Paper(columns, rows, self._on_flush)
        self.shots: list[str] = []
        self.turn = 0
        self.app: Any = None
        self.is_underway = False  # a key was sent and has not come yet
        self.is_gone = False
        self.source: Any = None

    def resize(self, columns: int, rows: int) -> None:
        self.size = Size(rows=rows, columns=columns)
        self.paper.screen.resize(rows, columns)
        get_app()._on_resize()

    def hang_up(self) -> None:
        """The end of the input; no key can be pressed any more."""
        self.is_gone = True
        self.source.pipe.close_write()

    def _on_flush(self) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return  # a line printed between pages
        app = get_app()
        if app is not self.app:
            self.app = app
            app.ttimeoutlen = AT_ONCE
            app.key_processor.after_key_press += self._on_key
        if self.is_underway:
            return  # drawn for another reason, before the key has come
        self.turn += 1
        loop.call_soon(self._press, self.turn)

    def _on_key(self, _: Any) -> None:
        self.is_underway = False
        self.app.invalidate()

    def _press(self, turn: int) -> None:
        if turn != self.turn or get_app().is_done or self.is_gone:
            return
        self.shots.append(self.paper.text())
        key = self.keys.pop(0) if self.keys else KEYS["c-c"]
        if callable(key):
            key(self)
            get_app().invalidate()
        else:
            self.is_underway = True
            self.source.send_text(KEYS.get(key, key))


def play(
    asks: Ask | Sequence[Ask],
    *keys: Key,
    columns: int = 80,
    rows: int = 24,
    guard: float = 0.0,
    use: Callable[[Screen], list[Reply]] | None = None,
) -> Played:
    """Asks one page after another, pressing the keys; a key is a name in KEYS, text, or something to call.

    When the keys are used up, Ctrl-C leaves. `use` is for what is not only asking.
    """
    asks = [asks] if isinstance(asks, Ask) else list(asks)
    player = Player(keys, columns, rows)
    output = Vt100_Output(player.paper, lambda: player.size, term="xterm-256color", enable_cpr=False)
    with create_pipe_input() as source:
        player.source = source
        with Screen(source=source, output=output, guard=guard) as front:
            replies = use(front) if use else _ask_all(front, asks)
            if not player.shots:
                player.shots.append(player.paper.text())
    return Played(replies, player.shots, player.paper.raw)


def _ask_all(front: Screen, asks: Sequence[Ask]) -> list[Reply]:
    replies: list[Reply] = []
    for ask in asks:
        replies.append(front.ask(ask))
        if isinstance(replies[-1], Leave):
            break
    return replies
