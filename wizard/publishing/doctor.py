"""Whether this machine has the text libraries a PDF needs, and which sentence says what to type if not."""

import ctypes
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from wizard.errors import Problem
from wizard.systems import HERE

NEEDED = dict(HERE.libraries)


def missing() -> tuple[str, ...]:
    """The libraries that cannot be loaded, by their plain names."""
    return tuple(name for name, files in NEEDED.items() if not any(map(_loads, files)))


def problem(lacking: Iterable[str]) -> Problem:
    """The sentence for this machine: what to type so that PDFs can be made."""
    return Problem(f"document.pango.{_platform()}", missing=", ".join(lacking))


def _loads(file: str) -> bool:
    with suppress(OSError):
        ctypes.CDLL(file)
        return True
    return False


def _platform() -> str:
    return _family(Path("/etc/os-release")) if HERE.name == "linux" else HERE.name


def _family(release: Path) -> str:
    """debian, fedora or other, from the file in which a Linux says what it is."""
    try:
        lines = release.read_text(encoding="utf-8").splitlines()
    except OSError:
        return "other"
    values = " ".join(line.partition("=")[2] for line in lines if line.startswith(("ID=", "ID_LIKE=")))
    words = set(values.replace('"', "").split())
    if words & {"debian", "ubuntu"}:
        return "debian"
    return "fedora" if words & {"fedora", "rhel"} else "other"
