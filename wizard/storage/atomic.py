"""A whole file or none of it: write beside, flush, put in place. What was there stays until then."""

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Callable
from pathlib import Path

from wizard.errors import Problem
from wizard.storage.troubles import NO_MODES_OR_LINKS, UNKNOWN_FOR_FOLDERS, UNKNOWN_HERE
from wizard.systems import HERE
from wizard.systems.system import System

# `~…tmp` is what sync programs leave alone. The name is short and not made from the plan's own, which may
# already be as long as the file system allows.
_TEMPORARY = "~pw-{owner}-{chance}.tmp"
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | _BINARY


def read_whole(path: Path, most: int) -> bytes | None:
    """All bytes of a file, None when there is none. Problem for folders, pipes and files beyond `most`."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except FileNotFoundError:
        return None
    try:
        facts = os.fstat(descriptor)
        if not stat.S_ISREG(facts.st_mode):
            key = "store.is_folder" if stat.S_ISDIR(facts.st_mode) else "store.not_a_file"
            raise Problem(key, file=path.name, folder=str(path.parent))
        if facts.st_size > most:
            raise Problem("store.too_big", file=path.name, folder=str(path.parent), most=most // 1_000_000)
        pieces = []
        while piece := os.read(descriptor, 1 << 20):
            pieces.append(piece)
        return b"".join(pieces)
    finally:
        os.close(descriptor)


def replace_whole(path: Path, data: bytes, owner: str, like: os.stat_result | None = None) -> set[str]:
    """Puts new contents in the place of a file, or makes it. Gives the keys of what the file system refused.

    `like` is what is known of the file that is replaced: mode and group stay. A new file is 0600.
    The folder is not flushed yet: see `flush_folder`.
    """
    fresh, refused = _written_beside(path, data, owner, like)
    try:
        move(fresh, path)
    except BaseException:
        _throw_away(fresh)
        raise
    return refused


def replace_soon(path: Path, data: bytes) -> None:
    """Puts new contents in place at once, for what may be lost: the system takes them to the disk in its own time."""
    fresh, _ = _written_beside(path, data, "soon", None, flush=False)
    try:
        fresh.replace(path)
    except BaseException:
        _throw_away(fresh)
        raise


def create_whole(path: Path, data: bytes, owner: str) -> set[str]:
    """Makes a new file at once with its contents. FileExistsError when something is there already."""
    fresh, refused = _written_beside(path, data, owner, None)
    try:
        try:
            os.link(fresh, path)
        except OSError as trouble:
            if trouble.errno not in NO_MODES_OR_LINKS:
                raise
            # No hard links here. Somebody else would have to make the same name in this very instant.
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, "exists", str(path)) from trouble
            move(fresh, path)
    finally:
        _throw_away(fresh)
    return refused


def flush_folder(folder: Path, system: System = HERE) -> set[str]:
    """Makes sure that a name put into a folder outlives a power cut."""
    if not system.flushes_folders:
        return set()
    try:
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _BINARY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as trouble:
        if trouble.errno not in UNKNOWN_FOR_FOLDERS:
            raise
        return {"store.no_flush"}
    return set()


def move(
    source: Path, target: Path, system: System = HERE, wait: Callable[[float], None] = time.sleep
) -> None:
    """Renames over what is there. On Windows a virus scanner may hold a file: 2.5 s of patience."""
    pause = 0.02
    for _ in range(system.patience):
        try:
            source.replace(target)
        except PermissionError:
            wait(pause)
            pause *= 2
        else:
            return
    source.replace(target)


def sweep(folder: Path, owner: str = "") -> None:
    """Throws away what a killed wizard left half written. It was never told to anybody as saved."""
    start = f"~pw-{owner}-" if owner else "~pw-"
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        left = [
            entry.path for entry in entries if entry.name.startswith(start) and entry.name.endswith(".tmp")
        ]
        for path in left:
            _throw_away(Path(path))


def _written_beside(
    path: Path, data: bytes, owner: str, like: os.stat_result | None, *, flush: bool = True
) -> tuple[Path, set[str]]:
    fresh = path.with_name(_TEMPORARY.format(owner=owner, chance=secrets.token_hex(4)))
    descriptor = os.open(fresh, _NEW, 0o600)
    try:
        try:
            refused = _give_mode(descriptor, like)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            refused |= _flush(descriptor) if flush else set()
        finally:
            os.close(descriptor)
    except BaseException:
        _throw_away(fresh)
        raise
    return fresh, refused


def _give_mode(descriptor: int, like: os.stat_result | None, system: System = HERE) -> set[str]:
    """0600 for a new file, otherwise what the old one had. Where there are no modes, says so and goes on."""
    if not system.has_modes:
        return set()
    wanted = stat.S_IMODE(like.st_mode) & 0o777 if like else 0o600
    mine = os.fstat(descriptor)
    if like and (like.st_uid, like.st_gid) != (mine.st_uid, mine.st_gid):
        with contextlib.suppress(OSError):  # a group one does not belong to cannot be given
            system.keep_owner(descriptor, like)
    if stat.S_IMODE(mine.st_mode) == wanted:
        return set()
    try:
        os.chmod(descriptor, wanted)
    except OSError as trouble:
        if trouble.errno not in NO_MODES_OR_LINKS:
            raise
    return set() if stat.S_IMODE(os.fstat(descriptor).st_mode) == wanted else {"store.no_modes"}


def _flush(descriptor: int) -> set[str]:
    """Down to the disk itself."""
    try:
        HERE.flush(descriptor)
    except OSError as trouble:
        if trouble.errno not in UNKNOWN_HERE:
            raise
        return {"store.no_flush"}
    return set()


def _throw_away(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
