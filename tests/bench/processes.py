"""A program run to its end, with the time and the memory of all its processes together."""

import os
import subprocess
import threading
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

Run = tuple[float, float, float]  # processor seconds, megabytes at the peak, seconds on the clock


def run(command: list[str], environment: Mapping[str, str], cores: Iterable[int] = ()) -> Run:
    """Runs a command to its end, on some cores only where they are given; its children count as itself."""
    held = watched(command, environment, cores)
    return held.cpu, max(held.memory, default=0.0), held.clock


class Watched:
    """What a run took: processor seconds, seconds on the clock, and the megabytes held whenever it was looked at."""

    def __init__(self) -> None:
        self.cpu = self.clock = 0.0
        self.memory: list[float] = []


def watched(
    command: list[str], environment: Mapping[str, str], cores: Iterable[int] = (), *, every: float = 0.05
) -> Watched:
    """Runs a command to its end and looks at its memory meanwhile. RuntimeError when it does not end well.

    A look takes the system some milliseconds for each process, on a core that the command may want.
    """
    found, started = Watched(), time.perf_counter()
    process = subprocess.Popen(
        command, env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    if chosen := set(cores):
        os.sched_setaffinity(process.pid, chosen)
    watch = threading.Thread(target=_watch, args=(process.pid, found.memory, every))
    watch.start()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    found.clock = time.perf_counter() - started
    watch.join()
    if process.returncode:
        raise RuntimeError(f"{command[:5]} ended with {process.returncode}")
    found.cpu = used.ru_utime + used.ru_stime
    return found


def _watch(pid: int, memory: list[float], every: float) -> None:
    while (held := held_by(pid)) is not None:
        memory.append(held)
        time.sleep(every)


def held_by(pid: int) -> float | None:
    """Megabytes a process and its children hold now, shared pages counted once; None when it is gone."""
    home = Path(f"/proc/{pid}")
    try:
        lines = (home / "smaps_rollup").read_text().splitlines()
        children = (home / "task" / str(pid) / "children").read_text().split()
    except OSError:
        return None
    own = next((float(line.split()[1]) for line in lines if line.startswith("Pss:")), 0.0) / 1000
    return own + sum(held_by(int(child)) or 0.0 for child in children)


def cpu_of(pid: int) -> float:
    """Processor seconds a process has used so far, with those of threads that have ended."""
    used = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(used[11]) + int(used[12])) / os.sysconf("SC_CLK_TCK")
