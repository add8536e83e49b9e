"""The files of a folder of flows: which there are, and whether they can be opened."""

from pathlib import Path

from wizard.errors import Problem

CHAPTERS = "chapters.yaml"  # what stands where in the document; a folder without it uses ours


def files_of(folder: Path) -> list[Path]:
    """The flow files of a folder, by name. Raises Problem where there are none, or the folder is closed to us."""
    try:
        (folder / "toolkit.yaml").stat()  # in some Pythons is_file says no where a folder is closed
        return sorted(file for file in folder.iterdir() if file.name.endswith(".yaml"))
    except (FileNotFoundError, NotADirectoryError):
        raise Problem("flows.none", folder=folder) from None
    except OSError:
        raise Problem("flows.closed", folder=folder) from None


def is_open(file: Path) -> bool:
    """Whether this is a file, and this computer lets us read it."""
    try:
        if not file.is_file():
            return False
        with file.open("rb"):
            return True
    except OSError:
        return False
