"""What a plan file is called."""

import re
from pathlib import Path

SUFFIX = ".plan.yaml"
LONGEST = 240  # bytes; most file systems allow 255


def with_suffix(name: str | Path) -> Path:
    """`.plan.yaml` at the end of a file's name: `two-rivers`, `two-rivers.yaml` → `two-rivers.plan.yaml`."""
    path = Path(name)
    if path.name.lower().endswith(SUFFIX):
        return path
    stem = path.stem if path.suffix.lower() in (".yaml", ".yml", ".plan") else path.name
    return path.with_name(stem + SUFFIX)


def labelled(name: str, label: str, number: int) -> str:
    """`two-rivers (label).plan.yaml`, `two-rivers (label 2).plan.yaml`, within what a file system takes."""
    stem = name[: -len(SUFFIX)] if name.lower().endswith(SUFFIX) else Path(name).stem
    plain = re.sub(r"[^\w .,-]", "", label).strip()
    end = f" ({plain if number == 1 else f'{plain} {number}'}){SUFFIX}"
    room = LONGEST - len(end.encode())
    return stem.encode("utf-8", "surrogateescape")[:room].decode("utf-8", "ignore") + end
