"""One line of text."""

from wizard.plain.kinds.typed import Typed


class Text(Typed):
    """An answer in a few words. `value`: str."""
