"""How a document is wanted: on which paper, in which look, with what in it."""

from dataclasses import dataclass

from wizard.document.document import Paper
from wizard.document.look import PLAIN, Look


@dataclass(frozen=True)
class DocumentOptions:
    """The questions beside the answers or not, and some sections only (none: all)."""

    with_questions: bool = False
    sections: tuple[str, ...] = ()
    paper: Paper = "letter"
    look: Look = PLAIN


DEFAULT = DocumentOptions()
