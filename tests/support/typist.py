"""A story told to the plain front end: what a script answers is typed in lines, and must be understood as just that."""

import io
import re
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Protocol

from wizard import words
from wizard.plain.choices import Choice, numbered
from wizard.plain.front import Plain
from wizard.plain.output import Output
from wizard.plain.signals import Ended
from wizard.plain.source import Keep, keep_nothing
from wizard.sitting.ask import (
    Act,
    Answer,
    Ask,
    Back,
    Front,
    GoTo,
    Leave,
    Make,
    Nevers,
    NotYet,
    Pass,
    Reply,
    Review,
)
from wizard.sitting.lists.options import COMPLETE, GO_ON, UNDO
from wizard.sitting.matching import folded, same
from wizard.storage import plan_file
from wizard.storage.draft import Draft

WAYS = {Back: "<", NotYet: "/later", Nevers: "/nevers", Review: "/review", Make: "/print"}
_ID = re.compile(r"\b([a-z]+)-([a-z0-9]{4})\b")


class Teller(Protocol):
    """A script or a person: decides what is answered."""

    def ask(self, ask: Ask) -> Reply: ...

    def show(self, title: str, text: str, *, back: bool = False) -> Reply: ...


class Typist(Front):
    """Types what a teller answers. `is_live`: as somebody at a terminal, who is waited for at every card."""

    begins = False

    def __init__(self, teller: Teller, *, is_live: bool = True) -> None:
        self.is_live = is_live
        self.teller = teller
        self.lines: list[str] = []  # all that was typed
        self.out = io.StringIO()
        self._next: list[str | Leave] = []
        self._plain = Plain(self, Output(self.out))

    # the seam

    def ask(self, ask: Ask) -> Reply:
        wanted = self.teller.ask(ask)
        self._next = typed_as(ask, wanted)
        got = self._plain.ask(ask)
        assert self._next == [], f"{ask.question!r} read no more than {got}; left are {self._next}"
        assert comes_to(ask, got, wanted), f"{ask.question!r}: {wanted} was typed, {got} was understood"
        return got

    def show(self, title: str, text: str, *, back: bool = False) -> Reply:
        wanted = self.teller.show(title, text, back=back)
        self._next = ["<" if wanted == Back() else ""] if self.is_live else []
        got = self._plain.show(title, text, back=back)
        assert got == wanted or not self.is_live
        return got

    def say(self, text: str) -> None:
        self._plain.say(text)

    # the source of its lines

    def taken(self) -> AbstractContextManager[object]:
        return nullcontext()

    def lent(self) -> AbstractContextManager[object]:
        return nullcontext()

    def fresh(self) -> None:
        """Nothing is typed ahead."""

    def line(
        self, _keep: Keep = keep_nothing, *, begun: str = "", joins: str = " ", done: str | None = None
    ) -> str:
        del begun, joins, done  # all of a line is typed anew
        assert self._next, f"nothing is left to type:\n{self.out.getvalue()[-2000:]}"
        line = self._next.pop(0)
        if isinstance(line, Leave):
            raise Ended(line)
        self.lines.append(line)
        return line


def typed_as(ask: Ask, reply: Reply) -> list[str | Leave]:
    """The lines somebody types to give a reply on a page."""
    match reply:
        case Leave():
            return ["/leave"] if reply == Leave() else [reply]
        case GoTo(where):
            return [f"/go {where}".strip()]
        case Act("undo"):
            return [words.say("list.undo")]
        case Act("add", text):
            return [text]
        case Act(what, on):
            return [f"{words.say(f'list.{what}')} {name_of(_choice(ask, on), listed(ask))}"]
        case Pass() if ask.kind == "list":
            way = GO_ON if any(option.value == GO_ON for option in ask.options) else COMPLETE
            return [name_of(_choice(ask, way), listed(ask))]
        case Pass():
            return ["/clear" if ask.suggested else ""]
        case Answer(None):
            return ["/clear"]
        case Answer(value):
            return [*written_as(ask, value)]
        case _:
            return [WAYS[type(reply)]]


def written_as(ask: Ask, value: Any) -> list[str]:
    """An answer as its kind is typed."""
    match ask.kind:
        case "long":
            return [*(".." if row == "." else slashed(row) for row in value.split("\n")), "."]
        case "yes_no":
            return [words.say("value.yes_no", answer=value)]
        case "one" | "list":
            return chosen_as(ask, [value])
        case "many" | "ranked":
            return [*chosen_as(ask, value), *([""] if any(map(is_own, new_in(ask, value))) else [])]
        case _:
            return [slashed(str(value))]


def chosen_as(ask: Ask, values: list[Any]) -> list[str]:
    """Choices by name where there is one and it is clear, else by their numbers; then words of one's own."""
    own = [each for each in new_in(ask, values) if is_own(each)]
    picked = [_choice(ask, each) for each in values if each not in own]
    if own:
        picked.append(next(each for each in listed(ask) if each.option.words))
    if not picked:
        return ["/clear" if ask.value else ""]
    first = (
        name_of(picked[0], listed(ask)) if len(picked) == 1 else " ".join(str(each.number) for each in picked)
    )
    return [first, *(slashed(each["other"]) for each in own)]


def new_in(ask: Ask, values: list[Any]) -> list[Any]:
    """Values that are not on the list yet."""
    return [each for each in values if not any(stands_for(choice, each) for choice in listed(ask))]


def is_own(value: Any) -> bool:
    return isinstance(value, dict)


def listed(ask: Ask) -> list[Choice]:
    return numbered(ask.options, ask.value)


def _choice(ask: Ask, value: Any) -> Choice:
    return next(each for each in listed(ask) if stands_for(each, value))


def stands_for(choice: Choice, value: Any) -> bool:
    """A rating is a number in a plan, and its options are known by their keys."""
    held = choice.option.value
    return same(held, value) or (isinstance(value, int) and held == str(value))


def name_of(choice: Choice, among: list[Choice]) -> str:
    """The label where it is a word that only this one has; its number otherwise."""
    alike = [each for each in among if folded(each.label) == folded(choice.label)]
    clear = (
        len(alike) == 1
        and choice.label.isprintable()
        and choice.label[:1].isalpha()
        and "," not in choice.label
    )
    return choice.label if clear else str(choice.number)


def slashed(text: str) -> str:
    return f"/{text}" if text.startswith("/") else text


def comes_to(ask: Ask, got: Reply, wanted: Reply) -> bool:
    """Whether two replies lead the walk the same way: lines have one more way for some, and not all of a script's."""
    match wanted:
        case Pass():
            held = Answer([]) if ask.kind in ("many", "ranked") else Answer(None)
            on = Answer(GO_ON), Answer(COMPLETE)
            return got in (Pass(), Answer(ask.value), *((held,) if ask.suggested else ()), *on)
        case Act("undo"):
            return got in (Act("undo"), Answer(UNDO))
        case Answer(value) if ask.kind == "list" and not _choice(ask, value).option.apart:
            return got == Act("edit", value)
        case Answer(None) | Answer([]):
            return got in (Answer(None), Answer([]), Pass())
        case Answer(list(value)) if (
            ask.kind == "many"
        ):  # a list of one's own order is put into that of the options
            return isinstance(got, Answer) and sorted(map(str, got.value)) == sorted(map(str, value))
        case _:
            return got == wanted


def same_plan(one: Draft, other: Draft) -> bool:
    """Byte for byte, but for the ids that chance gave: they count by the order in which they first stand there."""
    return renamed(plan_file.text_of(one)) == renamed(plan_file.text_of(other))


def renamed(text: str) -> str:
    found: dict[str, str] = {}
    return _ID.sub(lambda ident: found.setdefault(ident[0], f"{ident[1]}-#{len(found)}"), text)
