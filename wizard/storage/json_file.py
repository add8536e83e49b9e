"""Strict JSON, read as plan files are: every value is text as it is written, or all that is wrong with its place.

What is no JSON at all has its line and column; everything else has its path in the plan.
"""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from wizard.errors import MOST_FAULTS, Fault, Faults
from wizard.storage.file_text import HIDDEN_IN_ANSWERS, hidden_name, text_of
from wizard.storage.yaml.builder import DEEPEST, MOST_NODES, Document, Marks, Path, shortened

Wrong = tuple[
    str, Path, dict[str, object]
]  # the key of a sentence, the way to the place, what fills the gaps


class _Pairs(list[tuple[str, Any]]):
    """What stands between braces, also where a name stands there twice."""


def read(raw: bytes, file: str = "") -> Document:
    """The data of a JSON file, with no places noted. Raises Faults with everything that is wrong."""
    text, faults = text_of(raw, file)
    if text is None:
        raise Faults(faults)
    try:
        value = json.loads(text, parse_int=str, parse_float=str, object_pairs_hook=_Pairs)
    except json.JSONDecodeError as trouble:
        key = "json.not_understood" if text.strip() else "yaml.empty"
        faults.append(Fault(key, {}, file, trouble.lineno, trouble.colno))
    except RecursionError:
        faults.append(Fault("yaml.too_deep", {"most": DEEPEST}, file))
    else:
        found = islice(_wrong(value), MOST_FAULTS)
        faults += [Fault(key, details, file, at=".".join(map(str, path))) for key, path, details in found]
    if faults:
        raise Faults(faults)
    return Document(_plain(value), Marks())


def _wrong(root: Any) -> Iterator[Wrong]:
    if not isinstance(root, _Pairs):
        yield "yaml.not_a_plan", (), {}
        return
    for number, (path, value) in enumerate(_values(root)):
        if number == MOST_NODES:
            yield "yaml.too_many", path, {"most": MOST_NODES}
            return
        match value:
            case list() if len(path) == DEEPEST:
                yield "yaml.too_deep", path, {"most": DEEPEST}
            case _Pairs():
                yield from _wrong_names(path, Counter(name for name, _ in value))
            case str():
                yield from _hidden(path, _plain(value))
            case float():  # what is written as a number is text by now
                yield "json.not_a_number", path, {}


def _values(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value with the way to it, as deep as a file may go."""
    yield path, value
    if isinstance(value, list) and len(path) < DEEPEST:
        for step, inner in value if isinstance(value, _Pairs) else enumerate(value):
            yield from _values(inner, (*path, step))


def _wrong_names(path: Path, names: Counter[str]) -> Iterator[Wrong]:
    for name, times in names.items():
        if not name:
            yield "yaml.no_name", path, {}
        yield from _hidden((*path, name), name)
        if times > 1:
            yield "json.twice", (*path, name), {"name": shortened(name)}


def _hidden(path: Path, text: str) -> Iterator[Wrong]:
    if hidden := HIDDEN_IN_ANSWERS.search(text):
        yield "yaml.hidden", path, {"character": hidden_name(hidden[0])}


def _plain(value: Any) -> Any:
    """Mappings, lists, text and None. Ends of lines as other systems write them become line feeds."""
    if isinstance(value, _Pairs):
        return {name: _plain(inner) for name, inner in value}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value
