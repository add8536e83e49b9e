"""The program itself, many modules or one file: how it starts one again, and how it shows that it changed."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from wizard.systems import HERE
from wizard.systems.system import System


def is_one_file() -> bool:
    """Whether this is the file that `./run build` makes, which carries Python and all libraries."""
    return bool(getattr(sys, "frozen", False))


def command_of(module: str) -> list[str]:
    """The command that runs a module of the wizard in a process of its own; see one_file/start.py."""
    return [sys.executable, module] if is_one_file() else [sys.executable, "-P", "-m", module]


def marks(modules: Iterable[Path]) -> Iterator[str]:
    """What changes with these modules: name, size and time of each.

    One file unpacks its modules anew at every start, so there only its own size and time tell something.
    """
    for file in [Path(sys.executable)] if is_one_file() else modules:
        facts = file.stat()
        yield f"{file.name} {facts.st_size} {facts.st_mtime_ns}"


def libraries_for_child(system: System = HERE) -> dict[str, str]:
    """What one file has to tell a process of its own: where the libraries it carries are unpacked."""
    unpacked = str(getattr(sys, "_MEIPASS", ""))
    return {system.searched: unpacked} if system.searched and is_one_file() else {}


def give_back_environment(system: System = HERE) -> None:
    """Other programs (an editor, a PDF reader) must find their own libraries, not those that one file carries."""
    before = os.environ.pop(f"{system.searched}_ORIG", None)
    if before is not None:
        os.environ[system.searched] = before
    elif system.searched and is_one_file():
        os.environ.pop(system.searched, None)
