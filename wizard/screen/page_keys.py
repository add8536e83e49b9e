"""The key map put on a page: the same ways on every kind, and nothing at all on every other control key."""

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent
from prompt_toolkit.keys import Keys

from wizard.screen import keys
from wizard.screen.page import Page
from wizard.sitting import ways
from wizard.sitting.ask import Leave, Pass


def bind(bindings: KeyBindings, page: Page) -> None:
    """Adds the ways, the scrolling of help, and the keys that do nothing."""
    for key in keys.IDLE:
        bindings.add(key, eager=True)(_nothing)
    bindings.add("tab", eager=True)(lambda event: _tab(page, event))
    on_blank = Condition(page.prompt.is_blank)
    for way in ways.offered(page.ask.can):
        for key in keys.of(way):
            bindings.add(key, eager=True)(lambda _, way=way: go(page, way))
        if way.sign:
            bindings.add(way.sign, eager=True, filter=on_blank)(
                lambda event, way=way: _sign(page, way, event)
            )
    hidden = [way for way in ways.WAYS if way.name not in page.ask.can]
    for key in (key for way in hidden for key in keys.of(way) if key != "c-c"):
        bindings.add(key, eager=True)(_nothing)
    bindings.add("c-c", eager=True)(lambda _: page.leave(Leave()))
    bindings.add(Keys.SIGINT, eager=True)(lambda _: page.leave(Leave()))
    for key, step in (("pageup", -1), ("pagedown", 1)):
        bindings.add(key, eager=True)(lambda _, step=step: _turn(page, step))
    if page.body:
        for key, step in (("up", -1), ("down", 1)):
            bindings.add(key, eager=True)(lambda _, step=step: _read_on(page, step))
        for key in (key for way in hidden for key in (*keys.of(way), way.sign) if key and key != "c-c"):
            bindings.add(key, eager=True)(lambda _: page.leave(Pass()))


def go(page: Page, way: ways.Way) -> None:
    """Takes a way: off the page, or to its help."""
    if way.reply is None:
        page.toggle_help()
    else:
        page.leave(way.reply)


def _turn(page: Page, step: int) -> None:
    if not page.scroll_help(step * max(page.help_height - 2, 1)):
        page.prompt.scroll(step * max(page.prompt_height - 2, 1))


def _sign(page: Page, way: ways.Way, event: KeyPressEvent) -> None:
    if page.guard.is_hurried(event):
        page.prompt.insert(event.data)  # the beginning of a paste
    else:
        go(page, way)


def _tab(page: Page, event: KeyPressEvent) -> None:
    """Does nothing, but amid a paste it is a blank."""
    if page.guard.is_hurried(event):
        page.prompt.insert(" ")


def _read_on(page: Page, step: int) -> None:
    page.scroll_help(step)


def _nothing(_event: KeyPressEvent) -> None:
    """A key that does nothing here, on purpose."""
