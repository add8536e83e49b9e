"""Reading a plan file: the full example, and a megabyte in the worst of many shapes."""

import contextlib
import time

from tests.bench.aims import Number
from tests.bench.ground import EXAMPLE, Ground
from tests.bench.rounds import median
from tests.bench.shapes import SHAPES
from wizard.errors import Problem
from wizard.plan.slots import slots
from wizard.storage import plan_file


def numbers(ground: Ground) -> list[Number]:
    """Processor time from bytes to a draft, or to all that is wrong. What is loaded once is loaded."""
    slots()
    example = EXAMPLE.read_bytes()
    typical = median([seconds(example) for _ in range(ground.rounds(15))])
    each = {name: seconds(make()) for name, make in SHAPES.items()}
    worst = max(each, key=lambda name: each[name])
    return [
        Number("reading the full example", 1000 * typical, "ms", 100.0, remark=f"{len(example):,} bytes"),
        Number("reading the worst megabyte", each[worst], "s", 3.0, remark=f"{worst}; of {len(each)} shapes"),
    ]


def seconds(raw: bytes) -> float:
    """How long one file takes, whether it is good or not."""
    before = time.process_time()
    with contextlib.suppress(Problem):
        plan_file.read(raw)
    return time.process_time() - before
