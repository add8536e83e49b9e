"""The key map: which keys take which way off a page, and what the footer calls them."""

from dataclasses import dataclass

from wizard.sitting.ways import Way


@dataclass(frozen=True)
class Keys:
    """The keys of one way. They work anywhere, also in the middle of a text."""

    keys: tuple[str, ...]
    shown: str  # in the footer, where the way's sign would be typed as text


NONE = Keys((), "")
KEYS = {
    "help": Keys(("f1",), "F1"),
    "back": Keys(("c-b", "s-tab"), "^B"),
    "not_yet": Keys(("c-t",), "^T"),
    "go_to": Keys(("c-g",), "^G"),
    "leave": Keys(("c-c",), "^C"),
    "stop": Keys(("c-c",), "^C"),
}

# What the libraries bind to these would surprise: searching, quoting, transposing, recording, suspending.
IDLE = (
    "escape", "c-z", "c-r", "c-q", "c-s", "c-o", "c-x", "c-v", "c-n", "c-p", "c-]", "c-@", "c-\\", "c-^",
    "f2", "f3", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12", "insert",
)  # fmt: skip


def of(way: Way) -> tuple[str, ...]:
    """The keys of a way; none for those that are only typed or chosen."""
    return KEYS.get(way.name, NONE).keys


def shown(way: Way, *, is_blank: bool) -> str:
    """What the footer calls a way: its sign while the line is empty, else its key."""
    return way.sign if way.sign and is_blank else KEYS[way.name].shown
