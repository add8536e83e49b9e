"""What never belongs in a plan, what is fine, and what to do if someone discloses: two pages, read from anywhere."""

from wizard import words
from wizard.interview.flow import Outline
from wizard.sitting.ask import Back, Pages, Show


def pages(outline: Outline) -> Pages[None]:
    """Both, or the first only where the person goes back from it."""
    listed = "\n".join(f"{number}. {never}" for number, never in enumerate(outline.nevers, 1))
    never = Show(words.say("nevers.title"), f"{outline.one_rule}\n\n{listed}\n\n{outline.fine}", back=True)
    if (yield never) != Back():
        yield Show(outline.disclosure.title, outline.disclosure.text, back=True)
