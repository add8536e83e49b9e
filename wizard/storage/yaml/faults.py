"""What a YAML parser stumbled over, as a sentence's key: where the person should look and what to mend."""

from typing import Any

from wizard.errors import Fault
from wizard.storage.file_text import hidden_name

# (a piece of the parser's context, a piece of its problem, our key, whether to point at where it began)
_KNOWN = (
    ("", "found a tab", "yaml.tab", False),
    ("", "character '\\t' that cannot start", "yaml.tab", False),
    ("", "that cannot start any token", "yaml.special_start", False),
    ("scanning an alias", "", "yaml.special_start", True),
    ("scanning an anchor", "", "yaml.special_start", True),
    ("a tag", "", "yaml.special_start", True),
    ("parsing a node", "tag handle", "yaml.special_start", False),
    ("scanning a block scalar", "", "yaml.block_head", True),
    ("double-quoted", "", "yaml.escape", False),
    ("scanning a quoted scalar", "", "yaml.quote_open", True),
    ("", "mapping values are not allowed", "yaml.second_colon", False),
    ("", "could not find expected ':'", "yaml.no_colon", True),
    ("", "sequence entries are not allowed", "yaml.list_here", False),
    ("flow", "", "yaml.bracket", True),
    ("parsing a block", "but found '<scalar>'", "yaml.after_quote", False),
    ("parsing a block", "", "yaml.indent", False),
    ("", "<document start>", "yaml.second_document", False),
)


def fault_of(trouble: Any, text: str, file: str) -> Fault:
    """One fault for the place where reading broke off. `trouble` is PyYAML's own error."""
    problem = getattr(trouble, "problem", None) or ""
    context = getattr(trouble, "context", None) or ""
    end = getattr(trouble, "problem_mark", None)
    if end is None:
        character = getattr(trouble, "character", None)
        if isinstance(character, int):
            return Fault("yaml.hidden", {"character": hidden_name(chr(character))}, file)
        return Fault("yaml.not_understood", {}, file)
    known = (each[2:] for each in _KNOWN if each[0] in context and each[1] in problem)
    key, from_start = next(known, ("yaml.not_understood", False))
    mark = (getattr(trouble, "context_mark", None) if from_start else None) or end
    return _told(key, mark.line, mark.column, text, file)


def _told(key: str, line: int, column: int, text: str, file: str) -> Fault:
    """The fault at a place (counted from 0), with what the lines themselves give away."""
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    sign = here[column : column + 1]
    if "\t" in here[: len(here) - len(here.lstrip())]:
        key = "yaml.tab"
    elif sign in ("]", "}"):
        key = "yaml.bracket"
    elif sign == ":" and not here[:column].strip():
        key = "yaml.no_name"
    elif key == "yaml.after_quote" and here[:column].rstrip()[-1:] not in ("'", '"'):
        key = "yaml.indent"
    elif key == "yaml.second_colon" and ": " not in here[:column]:
        if line and _is_a_name_alone(lines[line - 1], here):
            return Fault("yaml.no_colon", {}, file, line, len(lines[line - 1].rstrip()) + 1)
        key = "yaml.indent"
    return Fault(key, {"sign": sign} if key == "yaml.special_start" else {}, file, line + 1, column + 1)


def _is_a_name_alone(above: str, here: str) -> bool:
    """The line above starts where this one does and holds no colon: it was forgotten there."""
    words = above.strip()
    return (
        bool(words)
        and ":" not in words
        and not words.startswith(("-", "#"))
        and _start(above) == _start(here)
    )


def _start(line: str) -> int:
    return len(line) - len(line.lstrip())
