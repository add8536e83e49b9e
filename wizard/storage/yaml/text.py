"""Strict YAML: bytes to plain data with the place of everything, or all that is wrong; and data to text.

Only this and `yaml_plain` speak of PyYAML, and only once something is read: writing needs no library.
The fast parser reads; when anything at all is wrong, the slow one reads again and explains, so that every
machine says the same. (libyaml 0.2.5 does not crash on deep nesting, because reading stops at 20 levels.)
"""

import re
from collections.abc import Iterator
from typing import Any

from wizard.errors import MOST_FAULTS, Fault, Faults
from wizard.storage.file_text import text_of
from wizard.storage.yaml.builder import DEEPEST, MOST_NODES, Builder, Document, Marks, Path, Place
from wizard.storage.yaml.faults import fault_of
from wizard.storage.yaml.write import write

__all__ = ["DEEPEST", "MOST_BYTES", "MOST_NODES", "Document", "Marks", "Path", "Place", "read", "write"]

MOST_BYTES = 1_000_000

_DIRECTIVE = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?\n)*%")


def read(raw: bytes, *, file: str = "", most: int = MOST_BYTES) -> Document:
    """The data of a YAML file. Raises Faults with everything that is wrong, in the order of the file."""
    document, faults = read_all(raw, file, most)
    if document is None or faults:
        raise Faults(faults)
    return document


def read_all(raw: bytes, file: str = "", most: int = MOST_BYTES) -> tuple[Document | None, list[Fault]]:
    """The data and everything that is wrong, in the order of the file. There is data where only a name stands twice."""
    text, faults = text_of(raw, most, file)
    if text is None:
        return None, faults
    if found := _DIRECTIVE.search(text):
        place = text.count("\n", 0, found.end()) + 1, 1
        return None, [*faults, Fault("yaml.directive", {}, file, *place)]
    fast = None if faults else _read_fast(text, file)
    if fast is not None and not fast.faults:
        return fast.document(), []
    slow = _read_slow(text, file)
    faults += slow.faults
    if not faults and fast is not None:
        faults += fast.faults
    faults.sort(key=lambda fault: (fault.line or 0, fault.column or 0))
    is_whole = len(faults) < MOST_FAULTS and all(fault.key == "yaml.twice" for fault in faults)
    return slow.document() if is_whole else None, faults


def _read_fast(text: str, file: str) -> Builder | None:
    """libyaml's reading; None where PyYAML came without it. What it says about a break is not used."""
    import yaml

    if not yaml.__with_libyaml__:
        return None
    builder = Builder(file)
    try:
        builder.take(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as trouble:
        mark = getattr(trouble, "problem_mark", None)
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        builder.faults.append(Fault("yaml.not_understood", {}, file, *place))
    return builder


def _read_slow(text: str, file: str) -> Builder:
    """PyYAML's own reading: slower, the same everywhere, and it knows what it stumbled over."""
    import yaml

    from wizard.storage.yaml.plain import PlainParser

    builder = Builder(file)
    loader = PlainParser(text)
    try:
        builder.take(_events(loader))
    except yaml.YAMLError as trouble:
        builder.faults.append(fault_of(trouble, text, file))
    except (ValueError, OverflowError):  # an escape for a character that does not exist
        builder.faults.append(Fault("yaml.escape", {}, file, loader.line + 1, loader.column + 1))
    return builder


def _events(loader: Any) -> Iterator[Any]:
    while loader.check_event():
        yield loader.get_event()
