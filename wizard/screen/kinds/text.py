"""One line of text."""

from wizard.screen.kinds.typed import Typed


class Text(Typed):
    """An answer in a few words. `value`: str."""
