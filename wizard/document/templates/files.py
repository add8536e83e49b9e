"""The files of a template: looked for in its own folder, then among the shared parts, and nowhere else."""

from collections.abc import Iterator
from pathlib import Path

from wizard.document.faults import TemplateFault


def found(folders: tuple[Path, ...], name: str) -> Path | None:
    """The file of this name in the first folder that has it; None for links that lead out of all of them."""
    return next((file for folder in folders if (file := inside(folder, folder / name))), None)


def all_in(folder: Path, pattern: str) -> Iterator[Path]:
    """The files of one folder that fit a pattern, each under its name in there."""
    return (file for file in folder.glob(pattern) if inside(folder, file))


def inside(folder: Path, file: Path) -> Path | None:
    """The ordinary file that is meant, if it lies within the folder."""
    meant = file.resolve()
    return meant if meant.is_relative_to(folder.resolve()) and meant.is_file() else None


def text_of(file: Path) -> str:
    """What stands in a file. Raises TemplateFault where that is not UTF-8."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as fault:
        raise TemplateFault("document.template.not_utf8", file=file.name) from fault
