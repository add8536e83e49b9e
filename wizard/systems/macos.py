"""macOS: the disk has to be asked twice, and files are opened by `open`."""

import sys
from pathlib import Path

from wizard.systems import unix
from wizard.systems.system import System

FULL = 51  # F_FULLFSYNC of <sys/fcntl.h>: fsync alone leaves the data in the memory of the disk


def flush(descriptor: int) -> None:
    """All the way; a disk that does not know how (one on a network, say) is asked the usual way."""
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.fcntl(descriptor, FULL)
        except OSError:
            unix.flush(descriptor)


def open_file(file: Path) -> None:
    unix.hand_over("open", file)


MACOS = System(
    name="macos",
    take=unix.take,
    flush=flush,
    open=open_file,
    keep_owner=unix.keep_owner,
    cjk_faces=("/System/Library/Fonts/PingFang.ttc", "/System/Library/Fonts/Hiragino Sans GB.ttc"),
    libraries={
        "gobject": ("libgobject-2.0.dylib",),
        "pango": ("libpango-1.0.dylib",),
        "pangoft2": ("libpangoft2-1.0.dylib",),
        "harfbuzz": ("libharfbuzz.0.dylib",),
        "harfbuzz-subset": ("libharfbuzz-subset.0.dylib",),
        "fontconfig": ("libfontconfig.1.dylib",),
    },
    searched="DYLD_LIBRARY_PATH",
)
