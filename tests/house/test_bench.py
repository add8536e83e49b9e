"""The benchmarks: what the table says, and that they can be run at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import keys
from tests.bench.aims import Number, table
from tests.bench.ground import Ground
from tests.bench.rounds import interleaved
from wizard.sitting import ask_builder

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        (1.2, "met, aim too"),
        (1.3, "met, aim too"),
        (1.9, "met, aim missed"),
        (2.1, "MISSED"),
        (None, "not measured"),
    ],
)
def test_a_number_is_judged_by_what_it_must_be_and_what_is_aimed_for(
    value: float | None, verdict: str
) -> None:
    number = Number("start", value, must=2.0, aim=1.3)

    said = number.verdict()

    assert said == verdict
    assert verdict in table([number])


def test_a_number_that_could_not_be_measured_is_not_met() -> None:
    assert not Number("start", None, must=2.0).kept
    assert Number("beside it", None).kept


def test_every_case_is_measured_once_a_round_and_the_first_round_does_not_count() -> None:
    calls: list[str] = []

    found = interleaved({"one": lambda: calls.append("one"), "other": lambda: calls.append("other")}, 2)

    assert {name: len(values) for name, values in found.items()} == {"one": 2, "other": 2}
    assert sorted(calls) == ["one"] * 3 + ["other"] * 3


def test_the_list_that_is_measured_has_ten_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", os.environ.copy())  # the benchmark sets some of it for itself
    ground = Ground(tmp_path, quick=True)

    plan, turn = keys.ten_items(ground)

    assert turn.part.kind == "one"
    assert len(ask_builder.options(ground.look(plan), turn)) == 10


@pytest.mark.slow
def test_a_quick_run_prints_the_table() -> None:
    command = [sys.executable, "-m", "tests.bench", "--quick", "start", "save"]

    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=200, check=False)

    assert ran.returncode in (0, 1), ran.stderr  # 1: a number is missed, which a busy machine can do
    assert "start to the first question" in ran.stdout
    assert "numbers are met" in ran.stdout
