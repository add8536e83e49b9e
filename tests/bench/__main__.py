"""Runs the benchmarks and prints the table. Ends with 1 when a number is not what it must be."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench import (
    copier,
    keys,
    many,
    next_question,
    peers,
    plain,
    printing,
    reading,
    saving,
    start,
    status,
)
from tests.bench.aims import Number, table
from tests.bench.ground import Ground

GROUPS: dict[str, Callable[[Ground], list[Number]]] = {
    "start": start.numbers,
    "next": next_question.numbers,
    "plain": plain.numbers,
    "keys": keys.numbers,
    "save": saving.numbers,
    "status": status.numbers,
    "read": reading.numbers,
    "print": printing.numbers,
    "many": many.numbers,
    "peers": peers.numbers,
    "copier": copier.numbers,
}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a third of the rounds: to look, not to judge")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"only these: {', '.join(GROUPS)}")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.names) - set(GROUPS):
        parser.error(f"not one of the benchmarks: {', '.join(sorted(unknown))}")
    if not Path("/proc/self/schedstat").exists():
        parser.error("this counts processor time the way Linux does; run it there")
    began, found = time.perf_counter(), list[Number]()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        ground = Ground(Path(folder), quick=asked.quick)
        for name in asked.names or GROUPS:
            print(f"measuring: {name} …", file=sys.stderr, flush=True)
            found += GROUPS[name](ground)
    print(table(found))
    print(summary(found, time.perf_counter() - began))
    return 0 if all(number.kept for number in found) else 1


def summary(found: list[Number], seconds: float) -> str:
    """How many are met, and how busy the machine was meanwhile."""
    judged = [number for number in found if number.must is not None]
    load = f"{os.getloadavg()[0]:.1f} waiting on {os.cpu_count()} cores"
    met = f"{sum(number.kept for number in judged)} of {len(judged)} numbers are met"
    return f"\n{met}. Took {seconds:.0f} s; the machine: {load}."


if __name__ == "__main__":
    sys.exit(main())
