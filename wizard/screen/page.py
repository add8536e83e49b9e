"""One page: head, card, question, prompt, help and footer, drawn around questionary's application."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache
from typing import Any, cast

from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import Container, Dimension, Layout
from prompt_toolkit.layout.mouse_handlers import MouseHandlers
from prompt_toolkit.layout.screen import Char, Screen, Transparent, WritePosition

from wizard import words
from wizard.errors import Unfit
from wizard.formatting.wrap import WIDEST, Row
from wizard.screen import layout, page_rows
from wizard.screen.kinds.prompt import Outcome, Prompt
from wizard.screen.renderer import PageRenderer
from wizard.screen.type_ahead import TypeAheadGuard
from wizard.sitting.ask import Ask

char = lru_cache(maxsize=4096)(Char)  # a character in its style
BLANK = char(" ", Transparent)
MARGIN = 1
TALL = 24  # rows a page takes at least where there are so many: the footer keeps its place from page to page


class Page(Container):
    """A page on screen. It draws itself and places the prompt's window; keys come from the key map."""

    def __init__(
        self, ask: Ask, prompt: Prompt, guard: TypeAheadGuard, renderer: PageRenderer, body: str = ""
    ) -> None:
        self.ask = ask
        self.prompt = prompt
        self.guard = guard
        self.body = body  # something to read, instead of a question's help
        self.is_help_open = False
        self.help_top = 0
        self.message = ""
        self._renderer = renderer
        self._plan: tuple[Any, ...] = ()
        self._painted: dict[int, defaultdict[int, Char]] = {}
        self._place = (0, 0)  # the prompt's first row and how many
        self._help_view = (0, 0)  # rows of help in view and in all
        self._drawn = False

    def run(self, keys: Callable[[KeyBindings, "Page"], None], begun: Callable[[], None]) -> Outcome:
        """Shows the page until it is answered or left. What was typed stays when it is run again.

        `keys` puts the key map on it. `begun` is called when it can be left, and before it is drawn.
        """
        app = self.prompt.question.application
        app.layout = Layout(self, focused_element=self.prompt.window)
        bindings = KeyBindings()
        self.prompt.bind(bindings, self)
        keys(bindings, self)
        app.key_bindings = bindings
        app.renderer = self._renderer
        self._drawn = False

        def begin() -> None:
            asyncio.get_running_loop().set_exception_handler(lambda _, context: self._fail(context))
            begun()

        return cast(Outcome, app.run(pre_run=begin, set_exception_handler=False, handle_sigint=False))

    # what keys do

    def decide(self, means: Callable[[], Outcome | None]) -> None:
        """Ends the page with what a key means, or shows the sentence that says why it cannot be stored."""
        try:
            outcome = means()
        except Unfit as unfit:
            self.message = words.of(unfit)
            return
        if outcome is not None:
            self.leave(outcome)

    def leave(self, outcome: Outcome) -> None:
        """Ends the page. Only the first way counts."""
        app = self.prompt.question.application
        if app.future and not app.future.done():
            app.exit(result=outcome)

    def toggle_help(self) -> None:
        """Opens or closes the help; what was typed stays."""
        if not self.body:
            self.is_help_open = not self.is_help_open
            self.help_top = 0

    def scroll_help(self, step: int) -> bool:
        """Moves the help; False when there is none in view or all of it is."""
        shown, total = self._help_view
        if shown >= total:
            return False
        self.help_top = max(0, min(total - shown, self.help_top + step))
        return True

    @property
    def help_height(self) -> int:
        """Rows of the help that are in view."""
        return self._help_view[0]

    @property
    def prompt_height(self) -> int:
        """Rows the prompt has now."""
        return self._place[1]

    # drawing: what a container owes the layout

    def reset(self) -> None:
        self.prompt.window.reset()

    def preferred_width(self, max_available_width: int) -> Dimension:
        return Dimension.exact(max_available_width)

    def preferred_height(self, width: int, max_available_height: int) -> Dimension:  # noqa: ARG002 — what a container is asked
        return Dimension.exact(max_available_height)

    def get_children(self) -> list[Container]:
        return [self.prompt.window]

    def write_to_screen(
        self,
        screen: Screen,
        mouse_handlers: MouseHandlers,
        write_position: WritePosition,
        parent_style: str,
        erase_bg: bool,
        z_index: int | None,
    ) -> None:
        if not self._drawn:
            self._drawn = True
            self.guard.page_drawn()
        width = max(min(write_position.width, WIDEST) - 2 * MARGIN, 4)
        self._lay_out(width, write_position.height)
        screen.data_buffer.update(self._painted)
        screen.width, screen.height = write_position.width, write_position.height
        top, rows = self._place
        place = WritePosition(MARGIN, top, width, rows)
        self.prompt.window.write_to_screen(screen, mouse_handlers, place, parent_style, erase_bg, z_index)

    def _lay_out(self, width: int, height: int) -> None:
        """Shares the rows out anew when what decides it has changed; a typed letter mostly has not."""
        prompt = self.prompt
        footer = (prompt.footer(), prompt.is_blank())
        said = self.message or prompt.echo()
        below, wants = prompt.below(width), prompt.wants(width)
        helped = (self.is_help_open, self.help_top)
        plan = (width, height, helped, said, bool(self.message), below, wants, footer)
        if plan == self._plan:
            return
        self._plan = plan
        parts = page_rows.parts(self, width, height, said, below)
        claims = layout.claims(parts, wants, height)
        wanted = sum(claim.most for claim in claims.values()) + layout.GAPS
        height = min(height, max(TALL, wanted))
        given = layout.share(claims, height)
        scrolled = "body" if self.body else "help"
        self._help_view = (given.get(scrolled, 0), len(parts.get(scrolled, ())))
        rows, top = layout.placed(parts, given, height, self.help_top)
        self._place = (top, given["control"])
        self._painted = {at: painted(row) for at, row in rows.items()}

    def _fail(self, context: dict[str, Any]) -> None:
        # A fault of ours ends the page and is raised where it was asked, with the terminal set right;
        # prompt_toolkit would show it, wait for Enter and go on with half a page.
        app = self.prompt.question.application
        if app.future and not app.future.done():
            fault = context.get("exception") or RuntimeError(context.get("message"))
            app.future.set_exception(fault)


@lru_cache(maxsize=512)
def painted(row: Row) -> defaultdict[int, Char]:
    """A row as prompt_toolkit's screen holds it."""
    cells: defaultdict[int, Char] = defaultdict(lambda: BLANK)
    at = MARGIN
    for style, text in row:
        for each in text:
            one = char(each, style)
            if one.width:
                cells[at] = one
                at += one.width
            elif at > MARGIN and (before := cells.get(at - 1)):
                cells[at - 1] = char(before.char + each, before.style)
    return cells
