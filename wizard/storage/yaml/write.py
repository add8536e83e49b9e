"""Plain data as YAML a person can read and edit: the hand in which plan files are written."""

import re
from collections.abc import Iterator
from typing import Any

from wizard.storage.file_text import HIDDEN_IN_ANSWERS

WIDE = 100  # columns within which a short list or mapping stays on one line
LONGEST_KEY = 200  # YAML readers stop looking for the colon after 1,024 characters

_WORD = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_NEVER_BARE_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`=.~<")
# What readers of YAML 1.1 or 1.2 may take for a number, a yes or no, a time or nothing. Dates may stay bare.
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_LIKE_A_NUMBER = re.compile(r"[-+.]?[0-9][0-9a-fA-FxXoO_:.,eE+ tTzZ-]*")
_LIKE_NOTHING = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"])
_ESCAPED = re.compile('[\\x00-\\x1f"\\\\\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_NEEDS_ESCAPES = re.compile("[\n\t\x85\u2028\u2029\ufeff]")
_BREAKS_A_BLOCK = re.compile("[\x85\u2028\u2029\ufeff]")


def write(data: dict[str, Any]) -> str:
    """Text of a plan file. Reading it back gives the same data, with every value as text.

    Raises ValueError for hidden characters and endless keys: answers are normalised before they get here,
    and a file that could not be opened again must never be written.
    """
    if not data:
        return "{}\n"
    return "\n".join(_mapping(data, "", 0)) + "\n"


def _mapping(data: dict[str, Any], pad: str, depth: int) -> Iterator[str]:
    for key, value in data.items():
        name = _name(key)
        short = _on_one_line(value, WIDE - len(pad) - len(name) - 2, depth)
        if short is not None:
            yield f"{pad}{name}: {short}"
        elif isinstance(value, dict):
            yield f"{pad}{name}:"
            yield from _mapping(value, pad + "  ", depth + 1)
        elif isinstance(value, list):
            yield f"{pad}{name}:"
            yield from _items(value, pad, depth + 1)
        else:
            yield from _block(f"{pad}{name}: ", value, pad + "  ")


def _items(items: list[Any], pad: str, depth: int) -> Iterator[str]:
    for item in items:
        short = None if _is_record(item) else _on_one_line(item, WIDE - len(pad) - 2, depth)
        if short is not None:
            yield f"{pad}- {short}"
        elif isinstance(item, dict):
            lines = _mapping(item, pad + "  ", depth + 1)
            yield f"{pad}- {next(lines)[len(pad) + 2 :]}"
            yield from lines
        elif isinstance(item, list):
            lines = _items(item, pad + "  ", depth + 1)
            yield f"{pad}- {next(lines)[len(pad) + 2 :]}"
            yield from lines
        else:
            yield from _block(f"{pad}- ", item, pad + "  ")


def _is_record(item: Any) -> bool:
    """An item of a list that has lines of its own: a member, a goal, an open point."""
    return isinstance(item, dict) and bool(item) and list(item) != ["other"]


def _on_one_line(value: Any, room: int, depth: int) -> str | None:
    """The value on the rest of a line, or None when it needs lines of its own."""
    if isinstance(value, dict):
        line = _flow_mapping(value, depth)
        return line if line is not None and (len(line) <= room or not value) else None
    if isinstance(value, list):
        line = _flow_list(value)
        return line if line is not None and (len(line) <= room or not value) else None
    return None if isinstance(value, str) and _is_block(value) else _scalar(value)


def _flow_mapping(value: dict[str, Any], depth: int) -> str | None:
    """`{other: words}`, or `{start: 2026-09-01, end: 2027-08-31}` below the top of the file."""
    own_words = list(value) == ["other"]
    if value and not own_words and (depth == 0 or "id" in value):
        return None
    pairs = []
    for key, inner in value.items():
        if not _is_flow_word(key) or not isinstance(inner, str | int | float | bool):
            return None
        text = _scalar(inner)
        if not (_is_flow_words(text) if own_words else _is_flow_word(text)):
            return None
        pairs.append(f"{_name(key)}: {text}")
    return "{" + ", ".join(pairs) + "}"


def _flow_list(value: list[Any]) -> str | None:
    """`[alder, {other: Mesquite Reservation}]`: a list of keys, some of them in words of one's own."""
    items = []
    for inner in value:
        if isinstance(inner, dict):
            text = _flow_mapping(inner, 0) if list(inner) == ["other"] else None
        elif isinstance(inner, str | int | float | bool):
            text = _scalar(inner)
            text = text if _is_flow_word(text) else None
        else:
            text = None
        if text is None:
            return None
        items.append(text)
    return "[" + ", ".join(items) + "]"


def _is_flow_word(text: str) -> bool:
    return _WORD.fullmatch(text) is not None


def _is_flow_words(text: str) -> bool:
    """Words that may stand bare between brackets."""
    return text[:1] not in ("'", '"') and not any(mark in text for mark in ",[]{}:?")


def _name(key: str) -> str:
    if len(key) > LONGEST_KEY:
        raise ValueError("a key is too long to be read back")
    return _scalar(key)


def _scalar(value: Any) -> str:
    """One value on one line."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return repr(value)
    if not isinstance(value, str):
        raise TypeError(f"a plan file holds no {type(value).__name__}")
    if HIDDEN_IN_ANSWERS.search(value):
        raise ValueError("hidden characters cannot be read back")
    if _NEEDS_ESCAPES.search(value):
        return '"' + _ESCAPED.sub(_escape, value) + '"'
    if _may_stand_bare(value):
        return value
    return "'" + value.replace("'", "''") + "'"


def _may_stand_bare(text: str) -> bool:
    if not text or text[0] in _NEVER_BARE_FIRST or text != text.strip(" "):
        return False
    if ": " in text or " #" in text or text.endswith(":"):
        return False
    if _LIKE_A_NUMBER.fullmatch(text) and not _DATE.fullmatch(text):
        return False
    return text.lower() not in _LIKE_NOTHING


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04x}"


def _is_block(text: str) -> bool:
    """Text of several lines that a block scalar gives back exactly."""
    if "\n" not in text or text.endswith("\n\n") or not text.strip("\n"):
        return False
    return _BREAKS_A_BLOCK.search(text) is None


def _block(head: str, text: str, pad: str) -> Iterator[str]:
    """`head |-` and the lines under it. A `2` says where they start when the first begins with a blank."""
    if HIDDEN_IN_ANSWERS.search(text):
        raise ValueError("hidden characters cannot be read back")
    lines = text.removesuffix("\n").split("\n")
    width = "2" if text[0] in " \t\n" else ""
    yield f"{head}|{width}{'' if text.endswith(chr(10)) else '-'}"
    for line in lines:
        yield pad + line if line else ""
