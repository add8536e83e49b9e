"""What a plan file is called."""

import re
from pathlib import Path

SUFFIX = ".plan.yaml"
# What people and programs make of it: `.yml`, capitals, and the ending that a mail program or Notepad adds.
_PLAN = re.compile(r"\.plan\.ya?ml(?:\.txt)?$", re.IGNORECASE)
_YAML = re.compile(r"(?:\.plan)?\.ya?ml(?:\.txt)?$", re.IGNORECASE)
LONGEST = 240  # bytes; most file systems allow 255


def with_suffix(name: str | Path) -> Path:
    """`.plan.yaml` at the end of a file's name: `two-rivers`, `two-rivers.yaml` → `two-rivers.plan.yaml`."""
    path = Path(name)
    if path.name.lower().endswith(SUFFIX):
        return path
    stem = stem_of(path.name)
    return path.with_name((stem[: -len(".plan")] if stem.lower().endswith(".plan") else stem) + SUFFIX)


def is_plan_name(name: str) -> bool:
    """Whether a file is called as plans are: `two-rivers.plan.yaml`, `Two.PLAN.YML`, `two.plan.yaml.txt`."""
    return _PLAN.search(name) is not None


def is_yaml_name(name: str) -> bool:
    """Whether a file may hold a plan by its ending, as `two-rivers.plan (1).yaml` does."""
    return _YAML.search(name) is not None


def stem_of(name: str) -> str:
    """A plan file's name without its ending."""
    return _YAML.sub("", name) or name


def labelled(name: str, label: str, number: int) -> str:
    """`two-rivers (label).plan.yaml`, `two-rivers (label 2).plan.yaml`, within what a file system takes."""
    stem = stem_of(name)
    plain = re.sub(r"[^\w .,-]", "", label).strip()
    end = f" ({plain if number == 1 else f'{plain} {number}'}){SUFFIX}"
    room = LONGEST - len(end.encode())
    return stem.encode("utf-8", "surrogateescape")[:room].decode("utf-8", "ignore") + end
