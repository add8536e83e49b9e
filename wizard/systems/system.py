"""What a kind of computer does in a way of its own, as far as the wizard meets it."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class System:
    """One module each makes one of these. See docs/other-systems.md for what people notice."""

    name: str  # also chooses the sentence that says how to get the text library
    take: Callable[
        [int], None
    ]  # the lock on an open file, without waiting; OSError where another program has it
    flush: Callable[[int], None]  # what was written into an open file, down to the disk; OSError
    open: Callable[[Path], None]  # with the program this computer has for it; OSError, SubprocessError
    # Plain name → names of the file; a PDF needs all but harfbuzz-subset, which makes it quicker.
    libraries: Mapping[str, tuple[str, ...]]
    keep_owner: Callable[[int, os.stat_result], None] = lambda _file, _like: None  # of another file; OSError
    cjk_faces: tuple[str, ...] = ()  # where a face with Chinese, Japanese and Korean letters may lie
    has_modes: bool = True  # files say who may read them
    flushes_folders: bool = True
    patience: int = 0  # how often a file that another program holds is tried again before one gives up
    group: int | None = (
        0  # for a child that the terminal's Ctrl-C must not reach; None where there are no groups
    )
    searched: str = ""  # the environment's name for where libraries are looked for first
