"""Words typed on a page that takes none: they wait for the next field that does, and are offered there."""

from dataclasses import replace

from wizard import words
from wizard.sitting.ask import Ask


class Strays:
    """What waits, in the order it was typed. A front end holds one for all of its pages."""

    def __init__(self) -> None:
        self.text = ""

    def wait(self, text: str) -> None:
        """More that was typed where nothing takes it."""
        self.text = f"{self.text} {text.strip()}".strip()

    def offered(self, ask: Ask) -> Ask:
        """The page with the words in its field, where it has an empty one; they are its own from then on."""
        is_empty = not (ask.begun or ask.unfinished or (ask.value is not None and not ask.suggested))
        if not self.text or ask.kind not in ("text", "long") or not is_empty:
            return ask
        begun, self.text = self.text, ""
        ask.keep(begun)
        return replace(ask, begun=begun, note=f"{ask.note}\n{words.say('page.strayed')}".strip())

    def farewell(self) -> str:
        """What is said at the end of words that found no field; empty where there are none."""
        text, self.text = self.text, ""
        return words.say("page.strayed_away", text=text) if text else ""
