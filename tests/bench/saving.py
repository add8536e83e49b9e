"""Saving a whole plan: writing it out, the lock, the flush to disk, and the note that makes going on quick."""

import time

from tests.bench.aims import Number
from tests.bench.ground import Ground
from tests.bench.rounds import median
from wizard.storage import plan_file
from wizard.storage.draft import Draft
from wizard.storage.store import Store
from wizard.workspace.opening import first_text
from wizard.workspace.plan_on_disk import PlanOnDisk

SIZE = 33_000


def numbers(ground: Ground) -> list[Number]:
    """A plan of 33 KB, and the full example as it is."""
    small, whole = of_size(ground.example(), SIZE), ground.example()
    return [
        number(ground, f"saving a plan of {SIZE // 1000} KB", small, 40.0),
        number(ground, "saving the full example", whole),
    ]


def number(ground: Ground, name: str, draft: Draft, must: float | None = None) -> Number:
    """Every save has something new in it, as after an answer."""
    store = Store.make_new(ground.fresh(), first_text(draft))
    keep = PlanOnDisk(store, draft)
    clock, cpu = [], []
    for at in range(ground.rounds(30) + 1):
        draft.put("about.name", f"Partnership number {at}")
        clock_before, cpu_before = time.perf_counter(), time.process_time()
        keep.save(draft)
        clock.append(time.perf_counter() - clock_before)
        cpu.append(time.process_time() - cpu_before)
    keep.close()
    size = len(plan_file.text_of(draft).encode())
    remark = (
        f"{size:,} bytes; CPU {1000 * median(cpu[1:]):.1f} ms, the slowest {1000 * max(clock[1:]):.0f} ms"
    )
    return Number(name, 1000 * median(clock[1:]), "ms", must, remark=remark)


def of_size(draft: Draft, most: int) -> Draft:
    """The plan without the last of its lists' items and sections, until it is no longer than that."""
    for section in reversed(list(draft.data)):
        if len(plan_file.text_of(draft).encode()) <= most:
            break
        cut(draft, section, most)
    return draft


def cut(draft: Draft, section: str, most: int) -> None:
    """Takes answers away from the end of one section."""
    for name in reversed(list(draft.data.get(section, {}))):
        if len(plan_file.text_of(draft).encode()) > most:
            del draft.data[section][name]
    if not draft.data[section]:
        del draft.data[section]
