"""Whether a condition holds over the answers so far. Data only: nothing here can run for ever."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

OPERATORS = ("is", "in", "has", "answered", "at_least")


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


def is_condition(data: object) -> bool:
    """Whether data is made of paths with tests, and of `all`, `any` and `not` of such."""
    return isinstance(data, dict) and all(
        isinstance(wanted, list) and all(map(is_condition, wanted))
        if key in ("all", "any")
        else is_condition(wanted)
        if key == "not"
        else isinstance(wanted, dict)
        for key, wanted in data.items()
    )


def looked_at(condition: Mapping[str, Any] | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every path a condition looks at, and the tests it is put to."""
    for key, wanted in (condition or {}).items():
        if key in ("all", "any"):
            for each in wanted:
                yield from looked_at(each)
        elif key == "not":
            yield from looked_at(wanted)
        else:
            yield key, wanted
