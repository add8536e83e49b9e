"""The reader under a fuzzer that sees which of its lines are reached. Atheris is there for some systems only."""

import re
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLANS = Path(__file__).parents[1] / "hostile" / "plans"
RUNS = 120_000
FUZZER = """
import sys
import atheris
with atheris.instrument_imports(include=["wizard", "yaml"]):
    from wizard import words
    from wizard.errors import Problem
    from wizard.storage import plan_file
def read(raw):
    try:
        plan_file.draft_of(bytes(raw))
    except Problem as problem:
        words.of(problem)
atheris.Setup(sys.argv, read)
atheris.Fuzz()
"""


@pytest.mark.slow
@pytest.mark.skipif(
    find_spec("atheris") is None, reason="pip install atheris, where there is one for this system"
)
def test_no_line_of_the_reader_answers_with_anything_but_a_sentence(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    asked = [f"-runs={RUNS}", "-max_len=1500", "-timeout=5", "-print_final_stats=1", tmp_path, PLANS]

    done = subprocess.run(
        [sys.executable, "-c", FUZZER, *map(str, asked)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-3000:]
    assert re.search(rf"Done {RUNS} runs", done.stderr)
    record_property(
        "shown", f"atheris: {RUNS:,} files into the reader, {len(list(tmp_path.iterdir()))} kept as new"
    )
