"""What a document is to hold, where somebody does not want it as it comes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DocumentOptions:
    """The questions beside the answers or not, and some sections only (none: all)."""

    with_questions: bool = False
    sections: tuple[str, ...] = ()


DEFAULT = DocumentOptions()
