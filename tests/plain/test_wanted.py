"""When questions are asked in plain lines."""

import io
import sys

import pytest

from wizard.plain.wanted import is_wanted


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def wanted(patch: pytest.MonkeyPatch, surroundings: dict[str, str], **streams: object) -> bool:
    """Whether somebody at a terminal, with these surroundings, gets lines."""
    patch.setenv("TERM", "xterm-256color")
    for name in ("PARTNERSHIP_PLAIN", "ACCESSIBLE"):
        patch.delenv(name, raising=False)
    for name, value in surroundings.items():
        patch.setenv(name, value)
    with patch.context() as seated:
        for name in ("stdin", "stdout"):
            seated.setattr(sys, name, streams.get(name, Terminal()))
        return is_wanted(asked=False)


def test_whoever_asks_gets_lines() -> None:
    assert is_wanted(asked=True)


@pytest.mark.parametrize(
    ("name", "value", "are_wanted"),
    [
        ("TERM", "xterm-256color", False),
        ("PARTNERSHIP_PLAIN", "1", True),
        ("PARTNERSHIP_PLAIN", "0", False),
        ("PARTNERSHIP_PLAIN", "", False),
        ("ACCESSIBLE", "1", True),
        ("TERM", "dumb", True),
        ("TERM", "unknown", True),
    ],
)
def test_the_surroundings_can_ask_for_lines(
    name: str, value: str, are_wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wanted(monkeypatch, {name: value}) == are_wanted


@pytest.mark.parametrize("stream", ["stdin", "stdout"])
@pytest.mark.parametrize("there", [io.StringIO(), None], ids=["a pipe", "closed"])
def test_lines_it_is_where_there_is_no_terminal(
    stream: str, there: io.StringIO | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wanted(monkeypatch, {}, **{stream: there})
