"""Text of several lines: Enter begins a new one, Ctrl-D is done, the editor only if one is set."""

import os

from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent

from wizard import words
from wizard.screen.kinds.prompt import Host
from wizard.screen.kinds.typed import Typed
from wizard.sitting import ways

FIRST_ROWS = 4  # room that invites more than one line


class Long(Typed):
    """An answer in sentences. `value`: str with line feeds."""

    multiline = True

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

    def paste(self, text: str) -> None:
        self._type_over(self._safe(text))

    def on_hurried_enter(self) -> None:
        self.buffer.insert_text("\n")

    def scroll(self, rows: int) -> None:
        if rows < 0:
            self.buffer.cursor_up(-rows)
        else:
            self.buffer.cursor_down(rows)

    def _on_enter(self, event: KeyPressEvent, page: Host) -> None:
        if not page.guard.is_hurried(event) and ways.typed(self.buffer.text, self.ask.can) is not None:
            self.send(page)
        else:
            self.buffer.newline(copy_margin=False)

    def _on_done(self, event: KeyPressEvent, page: Host) -> None:
        if page.guard.lets_pass(event):
            self.send(page)

    def _edit(self) -> None:
        self.buffer.open_in_editor(validate_and_handle=False)


def has_editor() -> bool:
    """Whether the person has an editor of their own; prompt_toolkit would fall through to vi."""
    return bool(os.environ.get("VISUAL") or os.environ.get("EDITOR"))
