"""Reading a plan file: the full example as it lies on the disk, and the worst megabytes that were found."""

import contextlib
import time

from tests.bench.aims import Number
from tests.bench.ground import EXAMPLE, Ground
from tests.bench.rounds import median
from tests.test_yaml_text import SLOW_SHAPES
from wizard.errors import Problem
from wizard.storage import plan_file


def numbers(ground: Ground) -> list[Number]:
    """The example, checked whole as when it is opened for the first time; the slowest of the worst shapes."""
    raw = EXAMPLE.read_bytes()
    plan_file.draft_of(raw)  # the plan's types are loaded once
    example = [seconds(raw) for _ in range(ground.rounds(15))]
    worst = [seconds(shape.encode()) for shape in SLOW_SHAPES]
    slowest = max(worst)
    return [
        Number("reading the full example", 1000 * median(example), "ms", 100.0, remark=f"{len(raw):,} bytes"),
        Number(
            "reading the worst megabyte",
            slowest,
            "s",
            5.0,
            remark=f"shape {worst.index(slowest)} of {len(worst)}; each is refused or read",
        ),
    ]


def seconds(raw: bytes) -> float:
    """Processor time until a file is read, or everything wrong in it is known."""
    start = time.process_time()
    with contextlib.suppress(Problem):
        plan_file.draft_of(raw)
    return time.process_time() - start
