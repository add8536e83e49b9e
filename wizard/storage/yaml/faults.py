"""What a YAML parser stumbled over, as a sentence's key: where the person should look and what to mend."""

from typing import Any

from wizard.errors import Fault

# A piece of the parser's context, a piece of its problem, our key, and whether to point at where it began. libyaml and
# PyYAML's own parser mostly say the same; where they do not, both stand here.
_KNOWN = (
    ("", "found a tab", "yaml.tab", False),
    ("", "that cannot start any token", "yaml.special_start", False),
    ("scanning an alias", "", "yaml.special_start", True),
    ("scanning an anchor", "", "yaml.special_start", True),
    ("a tag", "", "yaml.special_start", True),
    ("parsing a node", "tag handle", "yaml.special_start", False),
    ("scanning a directive", "", "yaml.directive", True),
    ("scanning a block scalar", "", "yaml.block_head", True),
    ("parsing a quoted scalar", "", "yaml.escape", False),
    ("double-quoted", "", "yaml.escape", False),
    ("scanning a quoted scalar", "", "yaml.quote_open", True),
    ("", "mapping values are not allowed", "yaml.second_colon", False),
    ("", "could not find expected ':'", "yaml.no_colon", True),
    ("", "sequence entries are not allowed", "yaml.list_here", False),
    ("scanning a plain scalar", "unexpected ':'", "yaml.bracket", True),
    ("flow", "", "yaml.bracket", True),
    ("parsing a block", "", "yaml.indent", False),
    ("", "<document start>", "yaml.second_document", False),
)


def fault_of(trouble: Any, text: str, file: str) -> Fault:
    """One fault for the place where reading broke off. `trouble` is the parser's own error."""
    problem = getattr(trouble, "problem", None) or ""
    context = getattr(trouble, "context", None) or ""
    known = (each[2:] for each in _KNOWN if each[0] in context and each[1] in problem)
    key, from_start = next(known, ("yaml.not_understood", False))
    mark = (trouble.context_mark if from_start else None) or trouble.problem_mark
    return _fault_at(key, mark.line, mark.column, text, file)


def _fault_at(key: str, line: int, column: int, text: str, file: str) -> Fault:
    """The fault at a place (counted from 0), with what the lines themselves give away."""
    lines = text.split("\n")
    if line == len(lines):  # libyaml ends a last line that has no end
        line, column = line - 1, len(lines[-1])
    here = lines[line]
    before, sign = here[:column], here[column : column + 1]
    if sign == "\t" or "\t" in here[: len(here) - len(here.lstrip())]:
        key = "yaml.tab"
    elif sign in ("]", "}") or (key == "yaml.no_colon" and sign in ("[", "{")):
        key = "yaml.bracket"
    elif sign == ":" and not before.strip():
        key = "yaml.no_name"
    elif key == "yaml.indent" and before.rstrip()[-1:] in ("'", '"'):
        key = "yaml.after_quote"
    elif key == "yaml.second_colon" and ": " not in before:
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
