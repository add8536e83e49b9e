"""Lines from a pipe or a file: one reader for the whole run, whatever they are written in."""

import io
from collections.abc import Iterator

import pytest

from tests.support.kind_samples import sample
from tests.support.plain_table import sat
from wizard.plain import source
from wizard.plain.signals import Ended, Signals
from wizard.plain.source import Lines
from wizard.sitting.ask import Answer, Leave, Pass


def all_of(reader: Lines) -> Iterator[str]:
    while True:
        yield reader.line()


def lines(raw: bytes) -> list[str]:
    reader, found = Lines(io.BytesIO(raw), Signals()), list[str]()
    with pytest.raises(Ended) as ended:
        found.extend(all_of(reader))
    assert ended.value.leave == Leave(at_end=True)
    return found


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (b"one\ntwo\n", ["one", "two"]),
        (b"one\r\ntwo", ["one", "two"]),
        (b"", []),
        (b"\n", [""]),
        ("Cañon\n".encode(), ["Cañon"]),
    ],
)
def test_lines_come_one_by_one_and_then_the_end(raw: bytes, read: list[str]) -> None:
    assert lines(raw) == read


def test_bytes_that_are_no_utf8_are_read_as_this_computer_writes() -> None:
    (found,) = lines("Cañon".encode("latin-1"))

    assert found.startswith("Ca")
    assert found.endswith("on")


def test_a_line_without_end_is_cut_and_the_next_one_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MOST", 10)

    assert lines(b"x" * 35 + b"\nnext\n") == ["x" * 10, "next"]


def test_a_stream_that_was_closed_is_at_its_end() -> None:
    with pytest.raises(Ended) as ended:
        Lines(None, Signals()).line()

    assert ended.value.leave == Leave(at_end=True)


def test_no_line_is_lost_between_two_questions_and_the_answers_stand_in_what_is_said() -> None:
    sitting = sat(sample("text"), sample("number"), sample("text"), typed="Two Rivers\n3\n\n")

    assert sitting.replies == [Answer("Two Rivers"), Answer(3), Pass()]
    assert "Answer: Two Rivers" in sitting.lines
    assert "Number (days): 3" in sitting.lines
