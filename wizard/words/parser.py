r"""A sentence with gaps, parsed: `{gap}`, `{gap|or}` for a list, `[a piece that falls away]`; `\[` is a bracket.

    say:    sentence | list of variants        the first whose gaps outside of pieces are all given
    forms:  gap → key → sentence               key: a choice, yes, no, a number, or a plural category of the language

A text alone is a sentence without forms. In its own form a gap is the bare value.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from wizard.errors import Problem
from wizard.words.formatter import Nodes, Sentence

_SIGN = re.compile(r"\\([\\\[\]{}])|\{(\w+)(?:\|(\w+))?\}|[\[\]{}]")


class Slip(Problem):
    """What is wrong with a sentence; `at` is how many characters behind its start."""

    def __init__(self, key: str, at: int = 0, /, **details: object) -> None:
        super().__init__(key, **details)
        self.at = at


def sentence(data: Any) -> Sentence:
    """A sentence as it stands in a file: a text, variants, or `say` with `forms`. Raises Slip."""
    if not _is_sentence(data):
        raise Slip("notation.shape")
    say, forms = (data["say"], data.get("forms", {})) if isinstance(data, Mapping) else (data, {})
    variants = [parse(text) for text in (say if isinstance(say, list) else [say])]
    return {
        "say": variants,
        "forms": {gap: {key: parse(text) for key, text in each.items()} for gap, each in forms.items()},
    }


def _is_sentence(data: Any) -> bool:
    if not isinstance(data, Mapping):
        return all(isinstance(text, str) for text in (data if isinstance(data, list) else [data]))
    forms = data.get("forms", {})
    return (
        {"say"} <= set(data) <= {"say", "forms"}
        and not isinstance(data["say"], Mapping)
        and _is_sentence(data["say"])
        and isinstance(forms, Mapping)
        and all(isinstance(each, Mapping) and _is_sentence([*each.values()]) for each in forms.values())
    )


def parse(text: str) -> Nodes:
    """The nodes of one text. Raises Slip."""
    stack: list[Nodes] = [[]]
    end = 0
    for sign in _SIGN.finditer(text):
        if end < sign.start():
            stack[-1].append(text[end : sign.start()])
        end = sign.end()
        if sign[1]:
            stack[-1].append(sign[1])
        elif sign[2]:
            stack[-1].append({"gap": sign[2], "joint": sign[3]} if sign[3] else {"gap": sign[2]})
        elif sign[0] == "[":
            stack.append([])
        elif sign[0] == "]" and len(stack) > 1:
            piece = stack.pop()
            if not any(isinstance(node, dict) for node in piece):
                raise Slip("notation.no_gap", sign.start(), text="".join(map(str, piece)))
            stack[-1].append(piece)
        else:
            raise Slip("notation.no_partner", sign.start(), sign=sign[0])
    if len(stack) > 1:
        raise Slip("notation.no_partner", len(text), sign="[")
    return [*stack[0], text[end:]] if end < len(text) else stack[0]


def gaps(nodes: Nodes) -> Iterator[str]:
    """The names of all gaps, those in pieces too."""
    for node in nodes:
        if isinstance(node, dict):
            yield node["gap"]
        elif isinstance(node, list):
            yield from gaps(node)
