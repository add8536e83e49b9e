"""Whether a condition holds over the answers so far. Data only: nothing here can run for ever."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

OPERATORS = ("is", "in", "has", "answered", "at_least")
JOINERS = ("all", "any", "not")


def holds(
    condition: Mapping[str, Any] | None, answers: Mapping[str, Any], item: Mapping[str, Any] | None = None
) -> bool:
    """`answers` is the pruned plan as plain data; `item` is what `.field` paths look into.

    A path that is not answered makes every test false except `answered: no`.
    """
    if not condition:
        return True
    return all(_holds(key, wanted, answers, item) for key, wanted in condition.items())


def _holds(key: str, wanted: Any, answers: Mapping[str, Any], item: Mapping[str, Any] | None) -> bool:
    if key == "all":
        return all(holds(each, answers, item) for each in wanted)
    if key == "any":
        return any(holds(each, answers, item) for each in wanted)
    if key == "not":
        return not holds(wanted, answers, item)
    found = list(values(key, answers, item))
    return all(_test(operator, operand, found) for operator, operand in wanted.items())


def _test(operator: str, operand: Any, found: Sequence[Any]) -> bool:
    given = [value for value in found if value not in (None, [], {})]
    match operator:
        case "answered":
            return bool(given) if operand == "yes" else len(given) < len(found)
        case "is":
            return any(_said(value) == operand for value in given)
        case "in":
            return any(_said(value) in operand for value in given)
        case "has":
            return any(operand in map(_said, value) for value in given if isinstance(value, list))
        case "at_least":
            return any(_size(value) >= float(operand) for value in given)
    raise KeyError(operator)


def _said(value: Any) -> Any:
    """Flows are text: `yes` and `no` stand for true and false, `3` for three."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int | float) else value


def _size(value: Any) -> float:
    if isinstance(value, list):
        return len(value)
    return float(value) if isinstance(value, int | float) else 0.0


def values(path: str, answers: Mapping[str, Any], item: Mapping[str, Any] | None = None) -> Iterator[Any]:
    """What stands at a path: one value, or one for each item where the path has `[]`; None for a hole."""
    here: list[Any] = [item or {}] if path.startswith(".") else [answers]
    for step in path.removeprefix(".").split("."):
        name = step.removesuffix("[]")
        # `dict` is ten times as quick to ask for as Mapping.
        here = [each.get(name) if isinstance(each, dict) else None for each in here]
        if name != step:
            here = [each for listed in here for each in listed or ()]
    yield from here


def paths(condition: Mapping[str, Any] | None) -> Iterator[str]:
    """Every path a condition looks at."""
    for key, wanted in condition.items() if isinstance(condition, Mapping) else ():
        if key in ("all", "any"):
            for each in wanted if isinstance(wanted, list) else ():
                yield from paths(each)
        elif key == "not":
            yield from paths(wanted)
        else:
            yield key
