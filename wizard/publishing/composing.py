"""A plan file becomes the document that is printed as a PDF or written as a web page."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from wizard import words
from wizard.document.document import Document
from wizard.document.letters.faces import CJK
from wizard.publishing.options import PrintOptions

Composed = tuple[Document, bytes | None]  # a document, and the plan it carries inside if it carries one


def composed(plan: Path, asked: Namespace, options: PrintOptions) -> Composed:
    """The document of a plan file. Loads much that a process which only waits has no need of."""
    from wizard.document import printed_plan
    from wizard.workspace.loading import survey_at

    survey = survey_at(plan, asked.flows)
    document = printed_plan.printed_plan(survey, options.document, options.content)
    return document, printed_plan.carried(survey) if asked.attach and options.document.carries_plan else None


def remarks(document: Document) -> str:
    """A sentence a line: characters that no font can draw, answers that are still to be written on the page."""
    found = [*_unprintable(document)]
    if document.unanswered:
        found.append(words.say("document.unanswered", questions=", ".join(document.unanswered)))
    return "\n".join(found)


def _unprintable(document: Document) -> Iterator[str]:
    """What no font has a shape for, where it stands first, and what helps."""
    headings: dict[str, list[str]] = {}
    for character, heading in document.unprintable:
        headings.setdefault(heading, []).append(character)
    if headings:
        places = [
            words.say("document.unprintable_at", characters=" ".join(found), heading=heading)
            for heading, found in headings.items()
        ]
        yield words.say("document.unprintable", places="; ".join(places))
    if any(CJK.covers(each) for each, _ in document.unprintable):
        yield words.say("document.cjk")


def write_page(document: Document, page: Path) -> Path:
    """Writes the document as one HTML file; gives where."""
    from wizard.publishing.formats import html  # late: it reads style sheets, which few prints need

    return html.write(document, page)
