"""Cases measured in turns: every round takes each case once, in an order of its own, so that all meet the same load."""

import random
import statistics
from collections.abc import Callable, Mapping
from typing import TypeVar

T = TypeVar("T")


def interleaved(
    cases: Mapping[str, Callable[[], T]], rounds: int, *, warm: bool = True
) -> dict[str, list[T]]:
    """What each case gave in every round. A first round, not counted, warms the caches of all of them."""
    found: dict[str, list[T]] = {name: [] for name in cases}
    for number in range(0 if warm else 1, rounds + 1):
        names = list(cases)
        random.shuffle(names)
        for name in names:
            measured = cases[name]()
            if number:
                found[name].append(measured)
    return found


def median(values: list[float]) -> float:
    """The middle of what was measured: one slow moment of the machine does not count."""
    return statistics.median(values)
