"""NOTICE: the licence texts of everything the one file carries, gathered from the packages' own metadata."""

import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from one_file.carried import locked

OWN = ("LICENSE", "flows/LICENSE", "output_templates/LICENSE", "output_templates/shared/fonts/OFL.txt")
BUILDER = "pyinstaller"  # the part that unpacks the file comes from it
TEXTS = ("LICEN", "COPYING", "NOTICE", "AUTHORS")
RULE = "=" * 80


@dataclass(frozen=True)
class Piece:
    """Something that is carried, and what its makers ask to be handed on with it."""

    name: str
    texts: tuple[str, ...]


def written(root: Path, libraries: Iterable[Path], target: Path) -> Path:
    """Writes the file and says where it is. Ends the build where a piece has no text."""
    pieces = [own(root), python(), *packages(root / "requirements.lock"), *of_system(libraries)]
    if silent := [piece.name for piece in pieces if not piece.texts]:
        raise SystemExit(f"No licence text was found for {', '.join(silent)}.")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text_of(pieces), encoding="utf-8")
    return target


def text_of(pieces: Iterable[Piece]) -> str:
    """All texts, each piece under its name."""
    return "\n\n".join(
        "\n\n".join((f"{RULE}\n{piece.name}\n{RULE}", *map(str.strip, piece.texts))) for piece in pieces
    )


def own(root: Path) -> Piece:
    """The wizard, its questions, its texts and its fonts."""
    return Piece("The partnership wizard", tuple(map(read, (root / name for name in OWN))))


def python() -> Piece:
    """Python itself; where a system packs it, `of_system` has its text as well."""
    licence = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    version = "{}.{}.{}".format(*sys.version_info[:3])
    texts = [read(licence)] if licence.is_file() else of_debian(Path(sys.executable).resolve())
    return Piece(f"Python {version}", tuple(texts))


def packages(lock: Path) -> Iterator[Piece]:
    """The Python packages that users get, and what unpacks the file."""
    for name in sorted(locked(lock) | {BUILDER}):
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue  # of another system
        yield Piece(f"{name} {package.version}", tuple(texts_of(package)))


def texts_of(package: Distribution) -> Iterator[str]:
    """The licence files in a package's metadata, or what the metadata says where there is none."""
    files = [
        file for file in package.files or () if ".dist-info" in str(file) and is_licence(Path(str(file)).name)
    ]
    if files:
        yield from (read(Path(str(package.locate_file(file)))) for file in files)
        return
    facts = package.metadata
    yield from (f"Licence: {facts[key]}" for key in ("License-Expression", "License") if key in facts)


def is_licence(name: str) -> bool:
    return name.upper().startswith(TEXTS)


def of_system(libraries: Iterable[Path]) -> Iterator[Piece]:
    """The system's own libraries, by the package they come from; those in a Python package belong to it."""
    homes = [Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "purelib", "platlib")]
    homes.append(Path(sys.base_prefix).resolve() / "lib" / "libpython")
    seen: set[str] = set()
    for library in sorted(path.resolve() for path in libraries):
        if any(str(library).startswith(str(home)) for home in homes):
            continue
        name = package_of(library) or library.name
        if name not in seen:
            seen.add(name)
            yield Piece(name, tuple(of_debian(library)))


def package_of(file: Path) -> str:
    """The Debian package that brought a file; nothing where there is none."""
    for spelled in (file, Path("/", *file.parts[2:]) if file.parts[1:2] == ("usr",) else file):
        try:
            done = subprocess.run(
                ["dpkg-query", "--search", str(spelled)], capture_output=True, text=True, check=False
            )
        except OSError:
            return ""
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    return ""


def of_debian(file: Path) -> list[str]:
    """The copyright file of the Debian package that brought a file."""
    text = Path("/usr/share/doc") / package_of(file) / "copyright"
    return [read(text)] if text.is_file() else []


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")
