"""What a person wants of a print."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Wishes:
    """The questions beside the answers or not, and some sections only (none: all)."""

    with_questions: bool = False
    sections: tuple[str, ...] = ()


ALL = Wishes()
