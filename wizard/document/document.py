"""One HTML page with everything it needs, ready to leave the house."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from wizard.content import OUTPUT_TEMPLATES

MAIN = "template.md"  # what a folder with a template has to hold
SHARED = OUTPUT_TEMPLATES / "shared"  # what the documents share: macros, style, fonts

Paper = Literal["letter", "a4"]
MAKER = "partnership-wizard"
STYLE_OPENS, STYLE_CLOSES = "<style>\n", "\n</style>\n"


@dataclass(frozen=True)
class Document:
    """A page ready to leave the house. Its addresses are `asset:NAME`; `assets` says which file it is.

    `unanswered` are questions that it has room for and no answer to, by their labels.
    """

    html: str
    title: str
    assets: Mapping[str, Path]
    fonts: Path
    paper: Paper
    unprintable: tuple[
        tuple[str, str], ...
    ] = ()  # characters without a shape, each with the heading it stands under
    unanswered: tuple[str, ...] = ()

    def style_apart(self) -> tuple[str, str]:
        """The style sheet, and the page without it: many documents share one sheet, which is read once then."""
        before, _, rest = self.html.partition(STYLE_OPENS)
        style, _, after = rest.partition(STYLE_CLOSES)
        return style, before + after
