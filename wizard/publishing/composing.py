"""A plan file becomes the document that is printed as a PDF or written as a web page."""

from argparse import Namespace
from pathlib import Path

from wizard import words
from wizard.document.document import Document
from wizard.publishing.options import PrintOptions

Composed = tuple[Document, bytes | None]  # a document, and the plan it carries inside if it carries one


def composed(plan: Path, asked: Namespace, options: PrintOptions) -> Composed:
    """The document of a plan file. Loads much that a process which only waits has no need of."""
    from wizard.document import printed_plan
    from wizard.workspace.loading import survey_at

    survey = survey_at(plan, asked.flows)
    document = printed_plan.printed_plan(survey, options.document, options.content)
    return document, printed_plan.carried(survey) if asked.attach and options.document.carries_plan else None


def unprintable(document: Document) -> str:
    """One sentence about characters that the fonts cannot draw; nothing if there are none."""
    if not document.unprintable:
        return ""
    return words.say("document.unprintable", characters=" ".join(document.unprintable))


def write_page(document: Document, page: Path) -> Path:
    """Writes the document as one HTML file; gives where."""
    from wizard.publishing.formats import html  # late: it reads style sheets, which few prints need

    return html.write(document, page)
