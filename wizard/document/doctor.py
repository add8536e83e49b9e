"""Whether this machine has the text libraries a PDF needs, and which sentence says what to type if not."""

import ctypes
import sys
from contextlib import suppress
from pathlib import Path

from wizard.errors import Problem

# Each library under the names it has on Linux, macOS and Windows.
NEEDED = {
    "gobject": ("libgobject-2.0.so.0", "libgobject-2.0.dylib", "libgobject-2.0-0.dll"),
    "pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "pangoft2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    "harfbuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "harfbuzz-subset": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
    "fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}
ONLY_FASTER = frozenset(("harfbuzz-subset",))  # without it fonts are cut down in Python: half as fast again


def missing() -> tuple[str, ...]:
    """The libraries that cannot be loaded, by their plain names."""
    return tuple(name for name, files in NEEDED.items() if not any(map(_loads, files)))


def check() -> None:
    """Raises a Problem that says what to type where PDFs cannot be made on this machine."""
    if lacking := [name for name in missing() if name not in ONLY_FASTER]:
        raise problem(lacking)


def problem(lacking: list[str] | tuple[str, ...]) -> Problem:
    """The sentence for this machine: what to type so that PDFs can be made."""
    return Problem(f"document.pango.{_platform()}", missing=", ".join(lacking))


def _loads(file: str) -> bool:
    with suppress(OSError):
        ctypes.CDLL(file)
        return True
    return False


def _platform() -> str:
    if sys.platform in ("darwin", "win32"):
        return {"darwin": "macos", "win32": "windows"}[sys.platform]
    return _family(Path("/etc/os-release"))


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
