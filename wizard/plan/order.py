"""A plan's data in the toolkit's order."""

from collections.abc import Mapping
from typing import Any

# What stands behind each name, in order: None for an answer, names for a group, a list of names for a list of items.
Shape = dict[str, Any]


def ordered(data: Mapping[str, Any], shape: Shape) -> dict[str, Any]:
    """The same data in the order of a shape; rows of grids and items of lists stay in the order people gave them."""
    result: dict[str, Any] = {"id": data["id"]} if "id" in data else {}
    for name, inner in shape.items():
        if name in data:
            result[name] = _inside(data[name], inner)
    return result


def _inside(value: Any, inner: Any) -> Any:
    if isinstance(inner, list):
        return [ordered(item, inner[0]) for item in value]
    return value if inner is None else ordered(value, inner)
