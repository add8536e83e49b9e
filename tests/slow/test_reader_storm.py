"""A storm of broken files upon the reader: it has nothing to say but its own sentences, and never takes long.

Guided: an input that is refused in a new way (another set of sentences, or a newly reached depth of reading) is
kept and changed further. A seed makes every storm the same again.
"""

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.storage.yaml.test_text import HOSTILE, PIECES
from wizard import words
from wizard.errors import Faults, Problem
from wizard.storage import plan_file

HERE = Path(__file__).parents[1]
GOOD = b"""format: 1
plan_id: p-7f3kq2
complete: [build.members]
about: {name: Two Rivers, period: {start: 2026-09-01}}
build:
  members:
  - {id: member-q8z2, organization: Legal Aid}
goals:
  items:
  - id: goal-k3f9
    statement: |-
      Answer 90 of
      every 100.
    lead: member-q8z2
open_points:
- {at: about.age, reason: not_known, by: 2026-11-30}
"""
CORPUS = [
    *[GOOD] * 30,
    *(file.read_bytes()[:600] for file in sorted((HERE / "golden").glob("*.yaml"))),
    *(file.read_bytes()[:600] for file in sorted((HERE / "hostile" / "plans").glob("*.yaml"))),
    *(text.encode()[:500] for text, _ in HOSTILE),
]
NOISE = [piece.encode("utf-8", "surrogatepass") for piece in PIECES] + [
    b"\0",
    b"\xff",
    b"\xc3",
    b"\r",
    b"\x1b[2J",
]
MOST_BYTES = 1000


def changed(raw: bytes, chance: random.Random, corpus: list[bytes]) -> bytes:
    """One small accident, of the sorts that editors, disks and mail programs make."""
    at, length = chance.randrange(len(raw) + 1), chance.choice((1, 2, 8, 40))
    match chance.randrange(6):
        case 0:
            return raw[:at] + chance.choice(NOISE) + raw[at:]
        case 1:
            return raw[:at] + raw[at + length :]
        case 2:
            return raw[:at] + bytes(chance.randrange(256) for _ in range(length)) + raw[at + length :]
        case 3:
            return raw[:at] + raw[max(0, at - length) : at] * chance.choice((2, 9)) + raw[at:]
        case 4:
            other = chance.choice(corpus)
            return raw[:at] + other[chance.randrange(len(other) + 1) :]
        case _:
            lines = raw.split(b"\n")
            chance.shuffle(lines)
            return b"\n".join(lines)


def said(raw: bytes) -> tuple[str, ...]:
    """The sentences a file gets, by their keys, each of them written out; none for a plan."""
    problem = refusal(raw)
    if problem is None:
        return ()
    keys = {fault.key for fault in problem.faults} if isinstance(problem, Faults) else {problem.key}
    assert words.of(problem)
    assert all(map(words.knows, {problem.key, *keys})), keys
    return tuple(sorted(keys))


def refusal(raw: bytes) -> Problem | None:
    try:
        plan_file.draft_of(raw, "x.plan.yaml")
    except Problem as problem:
        return problem
    return None


def storm(inputs: int, seed: int) -> Iterator[tuple[str, ...]]:
    chance, corpus = random.Random(seed), list(CORPUS)
    known = {said(raw) for raw in corpus}
    for _ in range(inputs):
        raw = chance.choice(corpus)
        for _ in range(chance.choice((1, 1, 2, 5))):
            raw = changed(raw, chance, corpus)[:MOST_BYTES]
        heard = said(raw)
        if heard not in known:
            known.add(heard)
            corpus.append(raw)
        yield heard


@dataclass(frozen=True)
class Weathered:
    """What became of many broken files: how many were still a plan, in how many ways the others were refused."""

    inputs: int
    read: int
    ways: int
    longest: float  # seconds of the processor, for one file
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.inputs:,} broken files in {self.seconds:.0f} s: {self.read:,} still a plan, "
            f"{self.ways:,} ways to be refused"
        )


def weathered(inputs: int, seed: int = 1) -> Weathered:
    start, longest, read, ways = time.monotonic(), 0.0, 0, set[tuple[str, ...]]()
    before = time.process_time()
    for heard in storm(inputs, seed):
        now = time.process_time()
        longest, before = max(longest, now - before), now
        read += not heard
        ways.add(heard)
    return Weathered(inputs, read, len(ways), longest, time.monotonic() - start)


def test_a_broken_file_gets_only_sentences_of_the_readers_own(
    record_property: Callable[[str, object], None],
) -> None:
    storm_over = weathered(1500)

    assert storm_over.longest < 5
    assert storm_over.ways > 20
    assert 0 < storm_over.read < storm_over.inputs
    record_property("shown", str(storm_over))


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_half_a_million_broken_files_get_only_sentences_of_the_readers_own(
    part: int, record_property: Callable[[str, object], None]
) -> None:
    storm_over = weathered(125_000, seed=100 + part)

    assert storm_over.longest < 5
    assert storm_over.ways > 20
    assert 0 < storm_over.read < storm_over.inputs
    record_property("shown", str(storm_over))
