"""Something found in the flows: which sentence says it, and the id it is about."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    key: str
    at: str
    details: dict[str, object]


def found(key: str, at: str, /, **details: object) -> Finding:
    """`near` is the nearest known word, empty when none is near."""
    return Finding(key, at, details)
