"""What a press is given for one document, and what it says when that is printed."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    """A page with its style apart, and where it goes. `assets`: the file of each `asset:NAME`."""

    html: str
    style: str
    assets: Mapping[str, str]
    target: str
    identifier: str
    plan: str | None = None  # the text of the plan that the PDF carries inside
    about: str = ""  # what a reader shows beside that


@dataclass(frozen=True)
class Outcome:
    """How many pages there are; `undrawn` are characters no font had, `remarks` those about the style sheet."""

    pages: int
    undrawn: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
