"""Templates as Jinja has compiled them, kept by their text, so that the next document need not wait for that."""

import contextlib
import hashlib
import os
import shutil
from functools import cache
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from wizard import __version__
from wizard.storage.private.folder import cache_folder
from wizard.systems import program

NAME = "templates"
MADE_WITH = ("template.py", "compiled.py")  # what decides what a text is compiled to, beside Jinja itself


class Kept(BytecodeCache):
    """In the private cache. One that cannot be read or written costs time and nothing else."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError), (_folder() / bucket.key).open("rb") as file:
            bucket.load_bytecode(file)  # of another text, or from another Jinja or Python, it stays empty

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            folder = _folder()
            if not folder.is_dir():
                shutil.rmtree(folder.parent, ignore_errors=True)  # what an older version left
                folder.mkdir(mode=0o700, parents=True)
            fresh = folder / f"{bucket.key}.{os.getpid()}"
            fresh.write_bytes(bucket.bytecode_to_string())
            fresh.replace(folder / bucket.key)


def _folder() -> Path:
    return cache_folder() / NAME / _stamp()


@cache
def _stamp() -> str:
    """Stands for this version of the wizard; in a checkout, also for every change of what compiles."""
    made_with = f"{__version__} {[*program.marks(Path(__file__).parent / name for name in MADE_WITH)]}"
    return hashlib.sha256(made_with.encode()).hexdigest()[:16]
