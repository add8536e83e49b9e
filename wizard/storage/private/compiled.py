"""What was read and checked once, kept by the content it was made of, so that the next start is quick."""

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from wizard import __version__
from wizard.storage.private.folder import cache_folder
from wizard.systems import program

KEPT = 4  # of each name: two versions on one computer need not read everything afresh in turn


def compiled(name: str, files: Iterable[Path], make: Callable[[], Any], code: Iterable[Path] = ()) -> Any:
    """The plain data `make` gives, from the cache where the same files were made before.

    `files` count by their content, `code` (the modules that do the making) by size and time.
    A cache that cannot be read or written costs time and nothing else.
    """
    digest = hashlib.sha256(__version__.encode())
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    for mark in program.marks(code):
        digest.update(mark.encode())
    try:
        path = cache_folder() / f"{name}-{digest.hexdigest()[:20]}.json"
    except OSError:
        return make()
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        made = make()
    with contextlib.suppress(OSError):
        _keep(path, name, made)
    return made


def _keep(path: Path, name: str, made: Any) -> None:
    from wizard.storage import atomic  # late: mostly everything was made before

    atomic.replace_soon(path, json.dumps(made, ensure_ascii=False).encode())
    made_before = sorted(
        path.parent.glob(f"{name}-*.json"), key=lambda old: old.stat().st_mtime, reverse=True
    )
    for old in made_before[KEPT:]:
        old.unlink(missing_ok=True)
