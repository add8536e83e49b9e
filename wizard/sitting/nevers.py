"""What never belongs in a plan, what is fine, and what to do if someone discloses: two pages, read from anywhere."""

from wizard import words
from wizard.interview.flow import Outline


def pages(outline: Outline) -> tuple[tuple[str, str], ...]:
    """Title and text of each."""
    listed = "\n".join(f"{number}. {never}" for number, never in enumerate(outline.nevers, 1))
    never = (words.say("nevers.title"), f"{outline.one_rule}\n\n{listed}\n\n{outline.fine}")
    return never, (outline.disclosure.title, outline.disclosure.text)
