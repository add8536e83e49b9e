"""The screen front end: one page after another, on questionary. Imports its libraries with the first."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Any

from wizard.formatting.wrap import WIDEST, head_rows, plain
from wizard.sitting.ask import Act, Answer, Ask, Back, GoTo, Head, Leave, Option, Pass, Reply
from wizard.sitting.strays import Strays

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from wizard.screen.kinds.prompt import Acts, Outcome, OwnWords
    from wizard.screen.page import Page

READING = 0.3  # seconds a person reads the first page before anything else wants the processor
GUARD = 0.15  # seconds; see type_ahead
SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
MENU_CAN = frozenset({"back"})
TO_TOP = "\x1b[H\x1b[J"


def first_paint(head: Head) -> None:
    """Draws the head of the first page at once, before anything slow is imported."""
    import shutil

    columns, rows = shutil.get_terminal_size()
    width = min(columns, WIDEST) - 2
    lines = [*head_rows(head.partnership, head.where, width), "─" * width]
    # What stood on the screen moves up, out of sight, and can be scrolled back to.
    sys.stdout.write("\n" * rows + TO_TOP + "".join(f" {each}\r\n" for each in lines))
    sys.stdout.flush()


class Screen:
    """A front end on a terminal. In a `with` it catches signals and sets the terminal right.

    `source` and `output` are prompt_toolkit's, for tests; `guard` is how long after drawing no Enter counts.
    """

    def __init__(
        self, *, source: Input | None = None, output: Output | None = None, guard: float = GUARD
    ) -> None:
        self._source = source
        self._output = output
        self._guard = guard
        self._lines: Any = None
        self._renderer: Any = None
        self._type_ahead: Any = None
        self._page: Page | None = None
        self._head = Head("", "")
        self._left: Leave | None = None  # asked for while no page was shown
        self.meanwhile: Callable[[], object] | None = None  # what to make ready while the next page is read
        self._strays = Strays()
        self._goes_on = False  # the page before ended in the middle of a word
        self._handlers: dict[int, Any] = {}
        self._loud: Callable[[], None] = lambda: None

    def __enter__(self) -> Screen:
        if threading.current_thread() is threading.main_thread():
            for name in SIGNALS:
                number = getattr(signal, name, None)  # no SIGHUP on Windows
                if number is not None:
                    self._handlers[number] = signal.signal(number, self._on_signal)
            if sys.platform != "win32":
                self._handlers[signal.SIGCONT] = signal.signal(signal.SIGCONT, self._on_continue)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._wipe()
        self._loud()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers = {}

    # the seam

    def ask(self, ask: Ask) -> Reply:
        """Shows one page until the person answers it or goes elsewhere."""
        if self._left:
            return self._left_now()
        self._open()
        self._head = ask.head
        ask = self._strays.offered(ask)
        page = self._new_page(ask)
        reply = self._asked(ask, page)
        if not isinstance(reply, Answer) and "not_yet" not in ask.can:  # a question keeps its letters itself
            self._strays.wait(page.prompt.unused())
        return reply

    def _asked(self, ask: Ask, page: Page) -> Reply:
        from wizard.screen.kinds.prompt import Acts

        resumed = page.prompt.resumed()
        while True:
            outcome, resumed = resumed or self._run(page), None
            if isinstance(outcome, Reply):
                return outcome
            if isinstance(outcome, str):
                aside = self._menu(ask, page)
            elif isinstance(outcome, Acts):
                aside = self._acts(ask, outcome)
            else:
                aside = self._own_words(ask, page, outcome)
            if aside is not None:
                return aside

    def show(self, title: str, text: str, *, back: bool = False) -> Reply:
        """Shows something to read and waits for Enter; gives Pass, Leave, and with `back` also Back."""
        if self._left:
            return self._left_now()
        self._open()
        from wizard import words
        from wizard.screen.kinds.reading import Reading
        from wizard.screen.page import Page

        go_on = (Option("on", words.say("show.go_on")),)
        can = frozenset({"leave", "back", "go_to"} if back else {"leave"})
        ask = Ask("one", title, self._head, go_on, value="on", can=can)
        prompt = Reading(ask, self._lines)
        reply = self._asked(ask, Page(ask, prompt, self._type_ahead, self._renderer, text))
        self._strays.wait(prompt.strayed)
        return reply if isinstance(reply, Leave | Back | GoTo) else Pass()

    def say(self, text: str) -> None:
        """Prints one line below everything, after the last page: a farewell, a file's place."""
        self._wipe()
        text = "\n".join(filter(None, (self._strays.farewell(), text)))
        with suppress(OSError):  # the window may be closed by now
            if self._output is None:
                sys.stdout.write(plain(text) + "\n")
                sys.stdout.flush()
            else:
                self._output.write(plain(text) + "\r\n")
                self._output.flush()

    # pages

    def _open(self) -> None:
        """Imports the libraries and takes the terminal, the first time."""
        if self._lines is not None:
            return
        from prompt_toolkit.input import create_input
        from prompt_toolkit.output import create_output

        from wizard.screen.kinds.prompt import Lines
        from wizard.screen.libraries import load_keys_once
        from wizard.screen.renderer import PageRenderer
        from wizard.screen.terminal import notice_hang_up, quiet
        from wizard.screen.type_ahead import TypeAheadGuard

        load_keys_once()

        source = self._source or create_input()
        output = self._output or create_output(stdout=sys.stdout)
        self._renderer = PageRenderer(output)
        self._type_ahead = TypeAheadGuard(self._guard)
        self._lines = Lines(source, output)
        notice_hang_up(source)
        self._loud = quiet(source)

    def _new_page(self, ask: Ask) -> Page:
        from wizard.screen.kinds import prompt_for
        from wizard.screen.page import Page

        return Page(ask, prompt_for(ask, self._lines), self._type_ahead, self._renderer)

    def _run(self, page: Page) -> Outcome:
        from wizard.screen import page_keys
        from wizard.screen.type_ahead import forget_typed_ahead

        self._page, outer = page, self._page
        try:
            if self._left:
                return self._left_now()
            if not self._goes_on:  # what is typed behind the first letter of a new entry belongs to it
                forget_typed_ahead(self._lines.source)
            self._make_ready(page)
            outcome = page.run(page_keys.bind, lambda: self._leave_if_told(page))
            if isinstance(outcome, Leave):
                self._left = None
            self._goes_on = isinstance(outcome, Act) and outcome.what == "add"
            return outcome
        except EOFError:  # the window was closed, or the input has come to its end
            return Leave(by_signal=True)
        finally:
            self._page = outer

    def _make_ready(self, page: Page) -> None:
        """Starts what can be made ready meanwhile, once: in a thread, when the page has been drawn."""
        if self.meanwhile is None:
            return
        timer = threading.Timer(READING, self.meanwhile)
        timer.daemon = True
        self.meanwhile = None
        drawn = page.prompt.question.application.after_render

        def begin(_: object) -> None:
            drawn.remove_handler(begin)
            timer.start()

        drawn.add_handler(begin)

    def _menu(self, ask: Ask, page: Page) -> Reply | None:
        """The ways of the page to choose from; None goes back to it."""
        from wizard import words
        from wizard.sitting import ways

        options = tuple(Option(way.name, words.say(f"menu.{way.name}")) for way in ways.chosen(ask.can))
        options = (*options, Option("stay", words.say("menu.stay"), apart=True))
        menu = Ask("one", words.say("menu.question"), ask.head, options, value=options[0].value, can=MENU_CAN)
        reply = self.ask(menu)
        if not isinstance(reply, Answer):
            return reply if isinstance(reply, Leave) else None
        way = next((way for way in ways.chosen(ask.can) if way.name == reply.value), None)
        if way and way.reply is None:
            page.is_help_open = True
        return way.reply if way else None

    def _acts(self, ask: Ask, asked: Acts) -> Reply | None:
        """What can be done with an item of a list, to choose from; None goes back to the list."""
        from wizard import words
        from wizard.screen.kinds.list import ACTS, STAY

        options = [Option(act, words.say(f"list.acts.{act}")) for act in ACTS]
        options.append(Option(STAY, words.say(f"list.acts.{STAY}"), apart=True))
        above = (("", ask.question),)
        menu = Ask(
            "one", asked.item.label, ask.head, tuple(options), above=above, value=ACTS[0], can=MENU_CAN
        )
        reply = self.ask(menu)
        if isinstance(reply, Answer) and reply.value != STAY:
            return Act(reply.value, asked.item.value)
        return reply if isinstance(reply, Leave) else None

    def _own_words(self, ask: Ask, page: Page, asked: OwnWords) -> Reply | None:
        """Asks for words of one's own on a page of their own; None goes back to the list."""
        from wizard import words

        def fit(text: str) -> str:
            outcome = page.prompt.take_words(text)
            kept.extend([outcome] if isinstance(outcome, Answer) else [])
            ask.keep_own("")
            return text

        kept: list[Reply] = []
        reply = self.ask(
            Ask(
                "text",
                asked.label,
                ask.head,
                hint=words.say("own_words.hint"),
                above=(("", ask.question),),
                begun=asked.begun,
                fit=fit,
                keep=ask.keep_own,
                can=ask.can,
            )
        )
        if isinstance(reply, Answer):
            return kept[0] if kept else None
        return None if isinstance(reply, (Pass, Back)) else reply

    def _wipe(self) -> None:
        if self._renderer is not None:
            with suppress(OSError):
                self._renderer.wipe()

    # signals

    def _left_now(self) -> Leave:
        left, self._left = self._left or Leave(), None
        return left

    def _leave_if_told(self, page: Page) -> None:
        """For a signal that came while the page was made ready."""
        if self._left:
            page.leave(self._left)

    def _on_continue(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        """The program was stopped and goes on: the shell has set the terminal its own way, and drawn on it."""
        page = self._page
        loop = page.prompt.question.application.loop if page else None
        if page and loop:
            loop.call_soon_threadsafe(self._draw_again, page)

    def _draw_again(self, page: Page) -> None:
        from wizard.screen.terminal import is_terminal

        if not is_terminal(self._lines.source.fileno()):
            return  # a window that was closed wakes the program too
        ExitStack().enter_context(self._lines.source.raw_mode())  # the application puts back what was before
        self._renderer.erase()
        page.prompt.question.application.invalidate()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 — a signal brings both
        page = self._page
        loop = page.prompt.question.application.loop if page else None
        # Between two pages Ctrl-C comes as a signal. Either way it holds for the next page, should this one
        # have been answered in the same moment.
        self._left = Leave(by_signal=page is not None or number != signal.SIGINT)
        if page and loop:
            loop.call_soon_threadsafe(page.leave, self._left)
