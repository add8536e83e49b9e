"""What the one file carries: the wizard's folders, the packages of the users' lock, the libraries a PDF needs."""

import ctypes
import importlib
import re
import sys
from contextlib import suppress
from importlib.metadata import packages_distributions
from pathlib import Path

from wizard.publishing.doctor import NEEDED

FOLDERS = {
    "flows": "wizard/flows",
    "output_templates": "wizard/output_templates",
    "wizard/words": "wizard/words",
    "wizard/examples": "wizard/examples",
}
# Nothing here is used; each would be found because some package could use it.
UNUSED = ["tkinter", "unittest", "sqlite3", "lib2to3", "pydoc_data", "PIL.ImageTk", "PIL.ImageQt"]


def folders(root: Path) -> list[tuple[str, str]]:
    """Each file of the wizard that is no module, and the folder where it is found in the one file."""
    return [
        (str(file), str((Path(target) / file.relative_to(root / folder)).parent))
        for folder, target in FOLDERS.items()
        for file in sorted((root / folder).rglob("*"))
        if file.is_file() and file.suffix not in (".py", ".pyc")
    ]


def strangers(lock: Path) -> list[str]:
    """Modules that are installed here for developers: whether they are there must not change the file."""
    users = locked(lock)
    owners = packages_distributions().items()
    return UNUSED + sorted(module for module, names in owners if not users & {plain(name) for name in names})


def locked(lock: Path) -> set[str]:
    """The packages a lock file names."""
    return set(map(plain, re.findall(r"^([\w.-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE)))


def plain(name: str) -> str:
    """A package's name as all its spellings come out."""
    return re.sub(r"[-_.]+", "-", name).lower()


def libraries() -> list[str]:
    """Where the libraries lie that a PDF needs; what they need in turn PyInstaller finds."""
    if sys.platform != "linux":
        hook = importlib.import_module("_pyinstaller_hooks_contrib.stdhooks.hook-weasyprint")
        return [source for source, _ in hook.binaries]
    wanted = [file for files in NEEDED.values() for file in files]
    for file in wanted:
        with suppress(OSError):
            ctypes.CDLL(file)
    # The linker knows more places than any list; what it has opened, the system tells by its full name.
    opened = {Path(line.split()[-1]) for line in Path("/proc/self/maps").read_text("utf-8").splitlines()}
    beside = (folder / file for folder in {path.parent for path in opened} for file in wanted)
    return sorted(str(path) for path in beside if path.resolve() in opened)


def check(names: list[str]) -> None:
    """Ends the build where a library that a PDF needs was not found."""
    carries = {Path(name).name for name in names}
    if lacking := [library for library, files in NEEDED.items() if not carries & set(files)]:
        raise SystemExit(f"The build needs these libraries on this machine: {', '.join(lacking)}.")
