"""Places that really refuse: a disk that is full, a file that may not grow, a folder that may only be read."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.anybody import anybody
from tests.support.store_world import names_in, number_in, opened, private, words
from wizard.errors import Problem

__all__ = ["private"]  # a fixture that pytest finds by its name

ROOT = Path(__file__).parents[2]
SMALL = [
    "unshare",
    "--mount",
    "sh",
    "-c",
    'mount -t tmpfs -o size=64k none "$1" && exec "$2" -c "$3" "$1"',
    "sh",
]
SAVING = """
import json, os, resource, sys
from pathlib import Path
from wizard.errors import Problem
from wizard.storage.store import Store
folder = Path(sys.argv[1])
os.environ["PARTNERSHIP_STATE"] = str(folder / "state")
def version(n, size):
    return ("plan_id: p-7f3kq2\\n# " + str(n) * size + "\\n").encode()
def tried(data):
    try:
        return held.save(data)
    except Problem as problem:
        return problem.key
plan = folder / "a.plan.yaml"
plan.write_bytes(version(1, 5000))
held = Store.open(plan)
"""
TOLD = """
print(json.dumps({"full": full, "kept": kept, "after": after, "saved": plan.read_bytes() == version(3, 5000),
    "left": sorted(p.name for p in folder.rglob("*.tmp")), "remarks": [r.key for r in held.remarks]}))
"""
FULL_DISK = (
    SAVING
    + "(folder / 'films').write_bytes(b'x' * 50_000)\n"
    + """
full = [tried(version(2, size)) for size in (20_000, 30_000)]
kept = plan.read_bytes() == version(1, 5000)
(folder / "films").unlink()
after = tried(version(3, 5000))
"""
    + TOLD
)
NO_GROWING = (
    SAVING
    + """
resource.setrlimit(resource.RLIMIT_FSIZE, (8000, resource.RLIM_INFINITY))
full = [tried(version(2, size)) for size in (20_000, 30_000)]
kept = plan.read_bytes() == version(1, 5000)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
after = tried(version(3, 5000))
"""
    + TOLD
)


def can_mount(folder: Path) -> bool:
    """Whether this machine gives us a small disk of our own."""
    if not shutil.which("unshare"):
        return False
    return (
        subprocess.run([*SMALL, folder, sys.executable, ""], capture_output=True, check=False).returncode == 0
    )


def child(command: list[Any]) -> dict[str, Any]:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


# A save that finds no room says so, twice; what was saved before is still there, whole; with room again the next
# try saves; and nothing is left lying about.
SURVIVED = {"full": ["store.disk_full"] * 2, "kept": True, "after": True, "saved": True, "left": []}


@pytest.mark.skipif(sys.platform != "linux", reason="disks made of memory are known to Linux")
def test_a_disk_that_is_really_full_tears_nothing_and_takes_the_next_save_when_there_is_room(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    if not can_mount(tmp_path):
        pytest.skip("no disk of one's own can be mounted here")

    told = child([*SMALL, tmp_path, sys.executable, FULL_DISK])

    assert told | SURVIVED == told
    record_property("shown", f"a full disk of 64 kB: {told}")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_a_file_that_may_not_grow_tears_nothing(tmp_path: Path) -> None:
    told = child([sys.executable, "-c", NO_GROWING, tmp_path])

    assert told | SURVIVED == told


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has rights of another kind")
@pytest.mark.parametrize(("what", "mode"), [("folder", 0o555), ("file", 0o444)])
def test_a_place_that_may_only_be_read_keeps_what_it_holds_and_says_so(
    tmp_path: Path, what: str, mode: int
) -> None:
    for above in [*tmp_path.parents][:-2]:  # pytest makes them for whoever runs it alone
        above.chmod(above.stat().st_mode | 0o055)
    tmp_path.chmod(0o777)
    with anybody():
        held = opened(tmp_path / "world")
        refusing = held.path.parent if what == "folder" else held.path
        refusing.chmod(mode)
        before = names_in(held.path.parent)

        with pytest.raises(Problem) as caught:
            held.save(words(3))

        after = names_in(held.path.parent)
        refusing.chmod(0o755)
        saved = held.save(words(3))
        held.close()

    assert caught.value.key == {"folder": "store.no_permission", "file": "store.read_only"}[what]
    assert before == after
    assert saved
    assert number_in(held.path.read_bytes()) == 3
