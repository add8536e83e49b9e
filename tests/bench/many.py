"""Plans of hundreds of pages, and a hundred plans: whether the time grows with the pages, and both cores are used."""

import math
import os
import statistics
import time
from pathlib import Path

from tests.bench.aims import Number
from tests.bench.ground import Ground
from tests.bench.grown import grown
from tests.bench.processes import Watched, cpu_of, watched
from tests.bench.rounds import interleaved, median
from wizard.content import PACKAGE
from wizard.document.printed_plan import printed_plan
from wizard.publishing.formats import pdf
from wizard.publishing.press import Press
from wizard.storage import plan_file

TIMES = (1, 6, 29)  # how often each entry of the full example stands there, for about 30, 100 and 400 pages
PLANS = 100


def numbers(ground: Ground) -> list[Number]:
    """The exponent of time over pages; two cores against one; the memory while the last third is printed."""
    return [growth(ground), *batch(ground)]


def growth(ground: Ground) -> Number:
    """How the time grows with the pages: 1 would be in proportion."""
    found = interleaved(
        {
            str(times): lambda times=times: printed(ground, times)
            for times in TIMES[:: 2 if ground.quick else 1]
        },
        1 if ground.quick else 2,
        warm=not ground.quick,
    )
    pages = [statistics.mean(each[0] for each in runs) for runs in found.values()]
    cpu = [median([each[1] for each in runs]) for runs in found.values()]
    told = ", ".join(f"{many:.0f} pages {seconds:.1f} s" for many, seconds in zip(pages, cpu, strict=True))
    exponent = math.log(cpu[-1] / cpu[0]) / math.log(pages[-1] / pages[0])
    return Number("how time grows with pages, exponent", exponent, "", must=1.15, remark=f"CPU: {told}")


def printed(ground: Ground, times: int) -> tuple[float, float]:
    """The pages of a plan, and the processor seconds for putting it together and printing it."""
    here = ground.look(grown(ground.toolkit, ground.example(), times))
    before = time.process_time()
    document = printed_plan(here)
    press = Press(document.fonts)
    made = pdf.write(document, ground.fresh(".pdf"), press=press, seconds=600)
    cpu = time.process_time() - before + cpu_of(press._child.pid)
    press.close()
    return made.pages, cpu


def batch(ground: Ground) -> list[Number]:
    """`partnership print` on many plans, with all cores and held to one of them."""
    cores = sorted(os.sched_getaffinity(0))
    plans = [copy(ground, number) for number in range(ground.rounds(PLANS))]
    name = f"{len(plans)} plans, {len(cores)} cores against one"
    if len(cores) == 1:
        return [Number(name, None, must=1.8, more=True, remark="this computer has one core")]
    together = on(ground, plans, cores)
    alone = on(ground, plans, cores[:1])
    third = len(together.memory) // 3
    first, last = (max(together.memory[part]) for part in (slice(third), slice(-third, None)))
    rate = len(plans) / together.clock
    return [
        Number(name, alone.clock / together.clock, must=0.9 * min(len(cores), 8), more=True,
               remark=f"{rate:.1f} a second; {together.clock:.0f} s against {alone.clock:.0f} s"),
        Number("memory of the last third of them against the first", last / first, must=1.1,
               remark=f"{last:.0f} MB against {first:.0f} MB at the peak, all processes"),
    ]  # fmt: skip


def on(ground: Ground, plans: list[Path], cores: list[int]) -> Watched:
    """One print of all plans, on these cores."""
    command = ground.wizard("print", *plans, "-o", fresh_folder(ground))
    return watched(command, ground.environment, cores, every=1.0)


def fresh_folder(ground: Ground) -> Path:
    folder = ground.fresh("")
    folder.mkdir()
    return folder


def copy(ground: Ground, number: int) -> Path:
    """The quick example, under a name of its own."""
    draft = plan_file.draft_of((PACKAGE / "examples" / "two-rivers-quick.plan.yaml").read_bytes())
    draft.put("about.name", f"Partnership number {number}")
    return ground.kept(draft)
