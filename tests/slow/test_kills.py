"""The wizard's store and its keeper of unfinished words, killed at random moments: nothing torn, nothing lost."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from wizard.storage.private.unfinished import Unfinished
from wizard.storage.store import Store

ROOT = Path(__file__).parents[2]
ID = "p-7f3kq2"

COMMON = """
import json, os, sys
from wizard.storage.store import Store
from wizard.storage.private.unfinished import Unfinished
path = sys.argv[1]
def version(n):
    return ("plan_id: p-7f3kq2\\n" + json.dumps({"n": n, "pad": ("%08d" % n) * 4000}) + "\\n").encode()
def told(n):
    os.write(1, b"%d\\n" % n)
"""

# Answers questions for ever: saves a plan of 32 KB and says so only then.
ANSWERING = (
    COMMON
    + """
held = Store.open(path)
n = json.loads(held.contents.split(b"\\n")[1])["n"]
while True:
    n += 1
    held.save(version(n))
    told(n)
"""
)

# The control: the plan itself opened for writing, as one would without thinking.
CARELESS = (
    COMMON
    + """
n = 0
while True:
    n += 1
    with open(path, "wb") as file:
        file.write(version(n))
    told(n)
"""
)

# Types for ever, one letter after another.
TYPING = (
    COMMON
    + """
kept = Unfinished(Store.open(path).folder, every=0.005)
n = 0
while True:
    n += 1
    kept.keep({"about.name": "x" * n})
    told(n)
"""
)


@dataclass
class World:
    plan: Path
    chance: random.Random

    def number(self) -> int | None:
        """The version on disk, None when it is torn."""
        try:
            found = json.loads(self.plan.read_bytes().split(b"\n")[1])
        except (ValueError, IndexError):
            return None
        whole = found["pad"] == f"{found['n']:08d}" * 4000
        number: int = found["n"]
        return number if whole else None

    def killed(self, program: str, how: signal.Signals = signal.SIGKILL) -> int:
        """Runs a program until a random moment after its first word; gives the last number it told."""
        with subprocess.Popen(
            [sys.executable, "-c", program, self.plan], stdout=subprocess.PIPE, cwd=ROOT
        ) as victim:
            assert victim.stdout is not None
            first = victim.stdout.readline()
            time.sleep(self.chance.random() * 0.03)
            victim.send_signal(how)
            rest = victim.stdout.read()
        return int((first + rest).split(b"\n")[-2])


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("PARTNERSHIP_STATE", str(tmp_path / "state"))
    plan = tmp_path / "plans" / "a.plan.yaml"
    plan.parent.mkdir()
    pad = "00000000" * 4000
    plan.write_bytes(f"plan_id: {ID}\n{json.dumps({'n': 0, 'pad': pad})}\n".encode())
    return World(plan, random.Random(os.environ.get("SEED", "1")))


def torture(world: World, kills: int, how: signal.Signals = signal.SIGKILL) -> tuple[int, int, int, int]:
    """Kills while saving: how many plans were torn, answers lost, backups broken, and saves there were."""
    torn = lost = broken = saves = told = 0
    for _ in range(kills):
        before, told = told, world.killed(ANSWERING, how)
        saves += told - before
        number = world.number()
        torn += number is None
        lost += number is not None and number < told
        told = max(told, number or 0)
        for backup in (world.plan.parent.parent / "state").rglob("*.bak"):
            broken += not backup.read_bytes().endswith(b'"}\n')
    return torn, lost, broken, saves


def typed(world: World, kills: int) -> tuple[int, int]:
    """Kills while typing: the most letters lost at once, and how many letters were typed."""
    most = letters = 0
    for _ in range(kills):
        told = world.killed(TYPING)
        with Store.open(world.plan) as held:
            left = Unfinished(held.folder).left_over()
        letters += told
        most = max(most, told - max(map(len, left.values()), default=0))
    return most, letters


def test_killing_while_saving_tears_and_loses_nothing(
    world: World, record_property: Callable[[str, object], None]
) -> None:
    torn, lost, broken, saves = torture(world, 25)

    Store.open(world.plan).close()
    left = [path.name for path in world.plan.parent.iterdir()]
    record_property(
        "shown", f"25 kills over {saves} saves: {torn} torn, {lost} lost, {broken} backups broken"
    )
    assert (torn, lost, broken) == (0, 0, 0)
    assert saves >= 25
    assert left == [world.plan.name]


def test_the_control_a_careless_write_is_seen_to_tear(world: World) -> None:
    """If this machine were too quick to tear anything, the test above would prove nothing."""
    torn = 0
    for _ in range(40):
        world.killed(CARELESS)
        torn += world.number() is None
        if torn:
            break

    assert torn, "the control was never torn: the kills of this module prove nothing on this machine"


def test_killing_while_typing_costs_no_letter_that_was_kept(world: World) -> None:
    most, letters = typed(world, 8)

    assert most <= 0
    assert letters > 8


MANY: list[tuple[str, Callable[[World], tuple[int, ...]], tuple[int, ...]]] = [
    ("saving", lambda world: torture(world, 500)[:3], (0, 0, 0)),
    ("being told to end", lambda world: torture(world, 100, signal.SIGTERM)[:3], (0, 0, 0)),
    ("typing", lambda world: (max(0, typed(world, 250)[0]),), (0,)),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "run", "expected"), MANY, ids=[each[0] for each in MANY])
def test_hundreds_of_kills_tear_and_lose_nothing(
    world: World,
    name: str,
    run: Callable[[World], tuple[int, ...]],
    expected: tuple[int, ...],
    record_property: Callable[[str, object], None],
) -> None:
    found = run(world)

    record_property("shown", f"hundreds of kills while {name}: {found} torn, lost, broken (all 0 expected)")
    assert found == expected
