"""What a file system refuses, as the key of a sentence that says what to do."""

import errno
from pathlib import Path

from wizard.errors import Problem

# Some names are missing on Windows; what is not there cannot happen there.
_BY_NAME = {
    "ENOSPC": "store.disk_full",
    "EDQUOT": "store.quota",
    "EROFS": "store.read_only_disk",
    "EACCES": "store.no_permission",
    "EPERM": "store.no_permission",
    "EIO": "store.disk_trouble",
    "ENAMETOOLONG": "store.name_too_long",
    "EINVAL": "store.name_refused",
    "ENOENT": "store.folder_gone",
    "ENOTDIR": "store.folder_gone",
    "EISDIR": "store.is_folder",
    "ELOOP": "store.link_loop",
    "EEXIST": "store.exists",
    "EMFILE": "store.too_many_open",
    "ENFILE": "store.too_many_open",
    "EFBIG": "store.disk_full",
    "EBUSY": "store.in_use",
    "ETXTBSY": "store.in_use",
    "ESTALE": "store.drive_gone",
    "ENODEV": "store.drive_gone",
    "ENXIO": "store.drive_gone",
    "ENOTCONN": "store.drive_gone",
    "EHOSTDOWN": "store.drive_gone",
    "ETIMEDOUT": "store.drive_gone",
}
KEYS = {getattr(errno, name): key for name, key in _BY_NAME.items() if hasattr(errno, name)}

# What a file system answers that does not know an operation at all.
UNKNOWN_HERE = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
UNKNOWN_FOR_FOLDERS = UNKNOWN_HERE | {errno.EBADF, errno.EPERM, errno.EACCES}
NO_MODES_OR_LINKS = UNKNOWN_HERE | {errno.EPERM, errno.EMLINK}


def problem_of(trouble: OSError, path: Path) -> Problem:
    """The sentence for a refusal while this file was read or written."""
    key = KEYS.get(trouble.errno or 0, "store.failed")
    reason = trouble.strerror or type(trouble).__name__
    return Problem(key, file=path.name, folder=str(path.parent), reason=reason)
