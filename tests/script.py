"""A front end that is a script: answers by the words of the question, in process, and everything it was shown."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from wizard.errors import Unfit
from wizard.storage.draft import Draft
from wizard.terminal.seam import Answer, Ask, Leave, Pass, Reply


class Script:
    """Answers each page with the next reply of the script; when the script is over, it leaves.

    A reply may be a Reply, or a function that gets the Ask and gives one.
    """

    def __init__(self, replies: Iterable[Reply | Callable[[Ask], Reply]]) -> None:
        self._replies: Iterator[Reply | Callable[[Ask], Reply]] = iter(replies)
        self.pages: list[Ask] = []
        self.cards: list[str] = []
        self.refused: list[str] = []

    def ask(self, ask: Ask) -> Reply:
        self.pages.append(ask)
        while True:
            reply = next(self._replies, Leave())
            if callable(reply):
                reply = reply(ask)
            if not isinstance(reply, Answer) or reply.value is None or ask.kind == "list":
                return reply
            try:
                return Answer(ask.fit(reply.value))
            except Unfit as unfit:
                self.refused.append(unfit.key)

    def show(self, title: str, text: str) -> Reply:
        self.cards.append(f"{title}\n{text}")
        return Pass()

    def say(self, text: str) -> None:
        self.cards.append(text)


class Memory:
    """Keeps a sitting's answers in memory, as the store keeps them on disk."""

    def __init__(self) -> None:
        self.saved: list[Draft] = []
        self.text: tuple[str, str] | None = None
        self.questions: list[str] = []

    def save(self, draft: Draft) -> None:
        self.saved.append(draft.snapshot())

    def typing(self, place: str, text: str) -> None:
        self.text = (place, text)

    def typed(self) -> None:
        self.text = None

    def left_over(self) -> tuple[str, str] | None:
        return self.text

    def done(self, question: str) -> None:
        self.questions.append(question)

    def last_time(self) -> list[str]:
        return []

    def after_trouble(self, way: str, draft: Draft) -> bool:
        return way == "again"


def choose(label: str) -> Callable[[Ask], Reply]:
    """Chooses the option whose label starts with these words."""

    def reply(ask: Ask) -> Reply:
        found = [option.value for option in ask.options if option.label.startswith(label)]
        assert found, (
            f"{label!r} is not offered by {ask.question!r}: {[option.label for option in ask.options]}"
        )
        return Answer(found[0])

    return reply


def pick(*labels: str) -> Callable[[Ask], Reply]:
    """Chooses several options by the start of their labels."""

    def reply(ask: Ask) -> Reply:
        values: list[Any] = []
        for label in labels:
            found = [option.value for option in ask.options if option.label.startswith(label)]
            assert found, f"{label!r} is not offered by {ask.question!r}"
            values.append(found[0])
        return Answer(values)

    return reply
