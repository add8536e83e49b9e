"""The renderer of pages: each from the top of the window, and the old one stays until the new one is whole."""

import errno
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.layout import Layout
from prompt_toolkit.output import Output
from prompt_toolkit.renderer import Renderer
from prompt_toolkit.styles import Style

DIM = "class:dim"
GONE = (errno.EIO, errno.EPIPE, errno.EBADF, errno.ENXIO)
STYLE = Style(
    [
        ("question", "bold"),
        ("message", "bold"),
        ("pointed", "bold"),
        ("pointer", "bold"),
        ("dim", "dim"),
        ("selected", "reverse"),
    ]
)


class PageRenderer(Renderer):
    """Draws every page of a sitting, in its one style: merging the libraries' own costs more than drawing."""

    def __init__(self, output: Output) -> None:
        self._flush = output.flush
        # An application writes between two pages too, also before this renderer is its own.
        output.flush = self._flush_unless_held  # type: ignore[method-assign] # the output is made by others
        self._is_held = True  # until the first page is drawn
        self._has_page = False
        super().__init__(STYLE, output)

    def render(self, app: Application[Any], layout: Layout, is_done: bool = False) -> None:
        """Draws what has changed. A page that is done stays; what is written meanwhile comes with the next one."""
        self._is_held = is_done
        if is_done:
            return
        self._has_page = True
        if self.last_rendered_screen is None:
            self.output.cursor_goto(0, 0)
        super().render(app, layout)

    def request_absolute_cursor_position(self) -> None:
        """Asks nothing: a page begins at the top."""

    def erase(self, leave_alternate_screen: bool = True) -> None:
        """Begins anew. The window is emptied only for another program: on a resize the page is drawn at once."""
        if leave_alternate_screen:
            self.output.cursor_goto(0, 0)
            self.output.erase_down()
            self.output.reset_attributes()
            self.output.enable_autowrap()
        self.reset()

    def wipe(self) -> None:
        """Takes the page off the screen, if there is one; the next line printed is the first."""
        if self._has_page:
            self._is_held = self._has_page = False
            self.erase()

    def _flush_unless_held(self) -> None:
        if self._is_held:
            return
        try:
            self._flush()
        except OSError as fault:
            if (
                fault.errno not in GONE
            ):  # else the window was closed: reading ends in a moment, and the sitting
                raise
