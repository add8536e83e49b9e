"""Something to read: Enter goes on, and words that are typed wait for a page that takes them."""

from wizard import words
from wizard.screen.kinds.one import One
from wizard.screen.kinds.prompt import Host


class Reading(One):
    """One option, to go on. `strayed`: what was typed here."""

    strayed = ""

    def is_blank(self) -> bool:
        return not self.strayed

    def type(self, text: str, page: Host) -> None:
        self.insert(text)
        page.message = words.say("page.no_words", text=self.strayed)

    def insert(self, text: str) -> None:
        self.strayed += text
