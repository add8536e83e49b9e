"""Strict YAML: bytes to plain data with the place of everything, or all that is wrong; and data to text.

Only this speaks of PyYAML, and only once something is read: writing needs no library. Its composer is never used (it
dies on 50,000 brackets): events come from libyaml, and the builder stops at 20 levels. Where PyYAML came without
libyaml its own parser gives the same events: six times slower, and stricter about tabs, and question marks in brackets.
"""

import re
from typing import Any

from wizard.errors import MOST_FAULTS, Fault, Faults
from wizard.storage.file_text import text_of
from wizard.storage.yaml.builder import Builder, Document, Marks, Path
from wizard.storage.yaml.comments import Comment, as_words, comments
from wizard.storage.yaml.faults import fault_of
from wizard.storage.yaml.write import write

__all__ = ["Comment", "Document", "Marks", "Path", "as_words", "comments_of", "read", "read_all", "write"]

_DIRECTIVE = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?\n)*%")


def read(raw: bytes, *, file: str = "") -> Document:
    """The data of a YAML file. Raises Faults with everything that is wrong, in the order of the file."""
    document, faults = read_all(raw, file)
    if document is None or faults:
        raise Faults(faults)
    return document


def read_all(raw: bytes, file: str = "") -> tuple[Document | None, list[Fault]]:
    """The data and everything that is wrong, in the order of the file. There is data where only a name stands twice."""
    text, faults = text_of(raw, file)
    if text is None:
        return None, faults
    if found := _DIRECTIVE.search(text):
        place = text.count("\n", 0, found.end()) + 1, 1
        return None, [*faults, Fault("yaml.directive", {}, file, *place)]
    builder = _built(text, file)
    faults = sorted([*faults, *builder.faults], key=lambda fault: (fault.line or 0, fault.column or 0))
    is_whole = len(faults) < MOST_FAULTS and all(fault.key == "yaml.twice" for fault in faults)
    return builder.document() if is_whole else None, faults


def comments_of(raw: bytes) -> tuple[str, list[Comment]]:
    """The text of a file that can be read, and the comments in it."""
    text, _ = text_of(raw, "")
    if text is None or "#" not in text:
        return text or "", []
    events = _parser(text)
    scalars = (each for each in iter(events.get_event, None) if type(each).__name__ == "ScalarEvent")
    spans = [(each.start_mark.index, each.end_mark.index, each.style or "") for each in scalars]
    return text, comments(text, spans)


def _parser(text: str) -> Any:
    import yaml

    return (yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)(text)


def _built(text: str, file: str) -> Builder:
    """What a parser's events come to, and the fault where it broke off."""
    import yaml

    builder = Builder(file)
    parser = _parser(text)
    try:
        builder.take(iter(parser.get_event, None))
    except yaml.YAMLError as trouble:
        builder.faults.append(fault_of(trouble, text, file))
    except (
        ValueError,
        OverflowError,
    ):  # PyYAML's own parser, at an escape for a character that does not exist
        builder.faults.append(Fault("yaml.escape", {}, file, parser.line + 1, parser.column + 1))
    return builder
