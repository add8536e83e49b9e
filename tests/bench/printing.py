"""The full example to PDF, against WeasyPrint alone in an ordinary script on the same HTML, styles and fonts."""

import os
import subprocess
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from tests.bench.aims import Number
from tests.bench.ground import Ground
from tests.bench.rounds import interleaved, median
from wizard.document.assets import SCHEME
from wizard.document.document import Document
from wizard.document.printed_plan import printed_plan

ALONE = """
import sys, weasyprint
weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
"""
Run = tuple[float, float, float]  # processor seconds, megabytes at the peak, seconds on the clock


def numbers(ground: Ground) -> list[Number]:
    """Time and memory of `partnership print`, all its processes together."""
    draft = ground.example()
    plan = ground.kept(draft)
    document = printed_plan(ground.look(draft))
    page = ground.fresh(".html")
    page.write_text(standing_alone(document), encoding="utf-8")
    alone = ground.environment | {"FONTCONFIG_FILE": str(document.fonts / "fonts.conf")}
    found = interleaved(
        {
            "alone": lambda: run([*ground.script(ALONE), str(page), str(ground.fresh(".pdf"))], alone),
            "wizard": lambda: run(
                ground.wizard("print", plan, "-o", ground.fresh(".pdf")), ground.environment
            ),
        },
        ground.rounds(5),
    )
    cpu, memory, clock = ({case: median([each[at] for each in runs]) for case, runs in found.items()}
                          for at in range(3))  # fmt: skip
    return [
        Number("the full example to PDF, time", cpu["wizard"] / cpu["alone"], must=1.15,
               remark=f"CPU {cpu['wizard']:.2f} s against {cpu['alone']:.2f} s; on the clock {clock['wizard']:.2f} s"),
        Number("the full example to PDF, memory", memory["wizard"] / memory["alone"], must=1.15,
               remark=f"{memory['wizard']:.0f} MB against {memory['alone']:.0f} MB at the peak, both processes"),
    ]  # fmt: skip


def standing_alone(document: Document) -> str:
    """The same page with its files at their places on disk."""
    html = document.html
    for name, file in document.assets.items():
        html = html.replace(f'"{SCHEME}{name}"', f'"{file.as_uri()}"')
    return html


def run(command: list[str], environment: Mapping[str, str]) -> Run:
    """Runs a command to its end; its children's time and memory count as its own."""
    started = time.perf_counter()
    process = subprocess.Popen(command, env=dict(environment), stdout=subprocess.DEVNULL)
    peak = [0.0]
    watch = threading.Thread(target=watched, args=(process.pid, peak))
    watch.start()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    watch.join()
    if process.returncode:
        raise RuntimeError(f"{command[:5]} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, peak[0], time.perf_counter() - started


def watched(pid: int, peak: list[float]) -> None:
    """Notes the most memory a process and its children held together, shared pages counted once."""
    while (held := held_by(pid)) is not None:
        peak[0] = max(peak[0], held)
        time.sleep(0.05)


def held_by(pid: int) -> float | None:
    """Megabytes now; None when the process is gone."""
    home = Path(f"/proc/{pid}")
    try:
        lines = (home / "smaps_rollup").read_text().splitlines()
        children = (home / "task" / str(pid) / "children").read_text().split()
    except OSError:
        return None
    own = next((float(line.split()[1]) for line in lines if line.startswith("Pss:")), 0.0) / 1000
    return own + sum(held_by(int(child)) or 0.0 for child in children)
