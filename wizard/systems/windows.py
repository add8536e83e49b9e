"""Windows: locks of another sort, no modes, no groups, and virus scanners that hold a file for a moment."""

import importlib
import os
from pathlib import Path

from wizard.systems.system import System


def take(descriptor: int) -> None:
    """One byte of the file; PermissionError where another program has it."""
    msvcrt = importlib.import_module("msvcrt")  # Python has it on Windows only
    msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)


def flush(descriptor: int) -> None:
    os.fsync(descriptor)


def open_file(file: Path) -> None:
    start = vars(os)["startfile"]  # on Windows only
    start(file)


WINDOWS = System(
    name="windows",
    take=take,
    flush=flush,
    open=open_file,
    cjk_faces=("C:/Windows/Fonts/msyh.ttc", "C:/Windows/Fonts/malgun.ttf", "C:/Windows/Fonts/simsun.ttc"),
    libraries={
        "gobject": ("libgobject-2.0-0.dll",),
        "pango": ("libpango-1.0-0.dll",),
        "pangoft2": ("libpangoft2-1.0-0.dll",),
        "harfbuzz": ("libharfbuzz-0.dll",),
        "harfbuzz-subset": ("libharfbuzz-subset-0.dll",),
        "fontconfig": ("libfontconfig-1.dll",),
    },
    has_modes=False,
    flushes_folders=False,
    patience=7,  # pauses that double from 0.02 s: two and a half seconds together
    group=None,
)
