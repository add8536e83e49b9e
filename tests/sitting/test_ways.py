"""The ways off a page as they are typed: each word means one reply, and all else is an answer."""

import pytest

from wizard.sitting import ways
from wizard.sitting.ask import Back, GoTo, Leave, Nevers, NotYet

ALL = frozenset({"back", "help", "not_yet", "go_to", "leave"})


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("/back", Back()),
        (" /BACK ", Back()),
        ("/later", NotYet()),
        ("/go", GoTo()),
        ("/go GO-06", GoTo("GO-06")),
        ("/leave", Leave()),
        ("/nevers", Nevers()),
        ("/help", ways.HELP),
        ("/", ways.MENU),
        ("/back home", None),
        ("//back", None),
        ("back", None),
        ("/etc/passwd", None),
    ],
)
def test_a_typed_way_means_its_reply(text: str, means: object) -> None:
    assert ways.typed(text, ALL) == means


def test_a_way_that_is_not_offered_is_not_typed_either() -> None:
    assert ways.typed("/back", frozenset({"leave"})) is None
    assert ways.typed("/nevers", frozenset({"leave"})) is None
