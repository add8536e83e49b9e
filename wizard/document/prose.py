"""The fixed words of a document, by key: in a file beside its template, for all documents in one they share."""

import re
from collections.abc import Mapping
from pathlib import Path

from wizard.document.templates.files import inside
from wizard.errors import Faults

_GAP = re.compile(r"\{([a-z_]+)\}")


def prose(folders: tuple[Path, ...], language: str) -> Mapping[str, str]:
    """The sentences of a document; what its own file has stands before what is shared. Faults where one is broken.

    A folder without a file in the language gives its English one.
    """
    found: dict[str, str] = {}
    for folder in reversed(folders):
        file = inside(folder, folder / f"{language}.yaml") or inside(folder, folder / "en.yaml")
        found |= _read(file) if file else {}
    return found


def filled(sentence: str, **gaps: str) -> str:
    """The sentence with words in its gaps, which are names in braces."""
    return _GAP.sub(lambda gap: gaps.get(gap[1], gap[0]), sentence)


def _read(file: Path) -> dict[str, str]:
    from wizard.storage.yaml import text

    try:
        sentences = text.read(file.read_bytes(), file=file.name).data
    except Faults as fault:
        raise Faults(fault.faults, file=file.name) from fault
    return {key: each for key, each in sentences.items() if isinstance(each, str)}
