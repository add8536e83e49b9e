"""Text of several lines: Enter begins a new one, Ctrl-D or two empty ones are the end, the editor if one is set."""

import os

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent

from wizard import words
from wizard.formatting.wrap import Row, wrapped
from wizard.screen.kinds.prompt import Host
from wizard.screen.kinds.typed import Typed
from wizard.screen.renderer import DIM
from wizard.sitting import ways

FIRST_ROWS = 4  # room that invites more than one line
ENTERS = 2  # one ends the last line of a text, one more an empty one; with the next it is finished


class Long(Typed):
    """An answer in sentences. `value`: str with line feeds."""

    multiline = True
    _enters = 0  # typed one behind the other
    _pasted = 0  # lines of the last paste

    def bind(self, bindings: KeyBindings, page: Host) -> None:
        super().bind(bindings, page)
        bindings.add("c-d", eager=True)(lambda event: self._on_done(event, page))
        if has_editor():
            for key in ("c-e", "f4"):
                bindings.add(key, eager=True)(lambda _: self._edit())

    def wants(self, width: int) -> tuple[int, int]:
        least, most = super().wants(width)
        return least + 1, max(most, FIRST_ROWS)

    def footer(self) -> tuple[tuple[str, str], ...]:
        done = ("^D", words.say(f"enter.{self._enter_means()}"))
        editor = (("^E", words.say("long.editor")),) if has_editor() else ()
        return ((words.say("key.enter"), words.say("long.new_line")), done, *editor)

    def below(self, width: int) -> tuple[Row, ...]:
        """How to finish, beside the prompt, and how long the text has become."""
        count = self.buffer.text.count("\n") + 1
        told = words.say("long.finish", lines=count if count > 1 else None, pasted=self._pasted or None)
        return tuple(((DIM, "  " + row),) for row in wrapped(told, width - 2))

    def paste(self, text: str) -> None:
        safe = self._safe(text)
        self._type_over(safe)
        self._pasted = safe.count("\n") + 1 if "\n" in safe else 0

    def on_hurried_enter(self) -> None:
        self._enters = 0
        self.buffer.insert_text("\n")

    def scroll(self, rows: int) -> None:
        if rows < 0:
            self.buffer.cursor_up(-rows)
        else:
            self.buffer.cursor_down(rows)

    def _on_enter(self, event: KeyPressEvent, page: Host) -> None:
        if page.guard.is_hurried(event):
            self.on_hurried_enter()
        elif ways.typed(self.buffer.text, self.ask.can) is not None or self._is_second_empty_line(
            event, page
        ):
            self.send(page)
        else:
            self.buffer.newline(copy_margin=False)

    def _is_second_empty_line(self, event: KeyPressEvent, page: Host) -> bool:
        """Whether this Enter ends a second empty line at the end of the text; only Enters that were typed count."""
        is_at_end = not self.buffer.document.text_after_cursor.strip()
        self._enters = self._enters + 1 if is_at_end and page.guard.lets_pass(event) else 0
        return self._enters > ENTERS and bool(self.buffer.text.strip())

    def _on_change(self, buffer: Buffer) -> None:
        self._enters = min(self._enters, len(buffer.text) - len(buffer.text.rstrip("\n")))
        super()._on_change(buffer)

    def _on_done(self, event: KeyPressEvent, page: Host) -> None:
        if page.guard.lets_pass(event):
            self.send(page)

    def _edit(self) -> None:
        self.buffer.open_in_editor(validate_and_handle=False)


def has_editor() -> bool:
    """Whether the person has an editor of their own; prompt_toolkit would fall through to vi."""
    return bool(os.environ.get("VISUAL") or os.environ.get("EDITOR"))
