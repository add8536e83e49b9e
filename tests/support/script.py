"""A front end that is a script: it answers page by page, in process, and keeps everything it was shown."""

import copy
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.fingers import Fingers
from tests.support.shipped import toolkit
from tests.support.typist import Typist, renamed, same_plan
from wizard.errors import Problem, Unfit
from wizard.sitting import ask_builder
from wizard.sitting.ask import Act, Answer, Ask, Back, Front, GoTo, Leave, NotYet, Pass, Reply
from wizard.sitting.before import open_plan
from wizard.sitting.lists.options import ADD, COMPLETE, GO_ON
from wizard.sitting.loop import run, sit
from wizard.sitting.sitting import Sitting
from wizard.storage.draft import Draft
from wizard.workspace.plan_on_disk import PlanOnDisk

Step = Reply | Callable[[Ask], Reply]


class Script:
    """Answers each page with the next step; when there is none left, it leaves.

    A step is a Reply, or a function that gets the page and gives one.
    """

    def __init__(self, *steps: Step) -> None:
        self._steps: Iterator[Step] = iter(steps)
        self.pages: list[Ask] = []
        self.cards: list[str] = []
        self.refused: list[str] = []
        self.back_at = ""  # the title of a card to go back from, once

    def ask(self, ask: Ask) -> Reply:
        self.pages.append(ask)
        while True:
            step = next(self._steps, Leave())
            reply = step(ask) if callable(step) else step
            if not isinstance(reply, Answer) or reply.value is None or ask.kind == "list":
                return reply
            try:
                return Answer(ask.fit(reply.value))
            except Unfit as unfit:
                self.refused.append(unfit.key)

    def show(self, title: str, text: str, *, back: bool = False) -> Reply:
        self.cards.append(f"{title}\n{text}")
        if title == self.back_at:
            assert back, f"{title} offers no way back"
            self.back_at = ""
            return Back()
        return Pass()

    def say(self, text: str) -> None:
        self.cards.append(text)

    @property
    def page(self) -> Ask:
        """The page shown last."""
        return self.pages[-1]


@dataclass
class Memory:
    """Keeps a sitting's answers in memory, as the store keeps them on disk. `troubles` are raised one a save."""

    saved: list[Draft] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    questions: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    troubles: list[Problem] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)

    def save(self, draft: Draft) -> None:
        if self.troubles:
            raise self.troubles.pop(0)
        self.saved.append(draft.snapshot())

    @property
    def text(self) -> tuple[str, str] | None:
        """The newest of the unfinished texts, with its place."""
        return next(reversed(self.texts.items()), None)

    def typing(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)

    def left_over(self) -> dict[str, str]:
        return dict(self.texts)

    def done(self, question: str) -> None:
        self.questions.append(question)

    def last_time(self) -> list[str]:
        return self.before

    def after_trouble(self, way: str, draft: Draft) -> bool:  # noqa: ARG002 — there is no disk to put it on
        self.ways.append(way)
        return way != "reload"


@dataclass
class Played:
    """A sitting that is over: what was shown, what the draft holds, what was saved."""

    sitting: Sitting
    script: Script
    keep: Memory
    by_signal: bool = False

    @property
    def draft(self) -> Draft:
        return self.sitting.draft

    @property
    def places(self) -> list[str]:
        """The places of the pages, in order."""
        return [page.place for page in self.script.pages]


def play(draft: Draft, *steps: Step, keep: Memory | None = None, back_at: str = "") -> Played:
    """Sits from the front door over a draft until the script is over.

    The same story is told to both front ends too, in typed lines and key by key, and has to end in the same plan.
    """
    kept = keep or Memory()
    typed, pressed = (
        _told(draft.snapshot(), steps, copy.deepcopy(kept), back_at, through)
        for through in (in_lines, Fingers)
    )
    played = _told(draft, steps, kept, back_at)
    for other in (typed, pressed):
        assert same_plan(other.draft, played.draft)
        assert end_of(other) == end_of(played)
    assert unfinished(typed) == unfinished(played)
    assert played.keep.text is None or unfinished(pressed) == unfinished(
        played
    )  # a screen keeps every letter
    return played


def in_lines(script: Script) -> AbstractContextManager[Front]:
    """Typed in lines to the plain front end."""
    return nullcontext(Typist(script))


def _told(
    draft: Draft,
    steps: tuple[Step, ...],
    keep: Memory,
    back_at: str,
    through: Callable[[Script], AbstractContextManager[Any]] = nullcontext,
) -> Played:
    script = Script(*steps)
    script.back_at = back_at
    with through(script) as told:
        sitting = Sitting(toolkit(), draft, keep)
        return Played(sitting, script, keep, sit(told, sitting).by_signal)


def end_of(told: Played) -> str:
    """The page a telling ended on, and in which way."""
    ended = (told.script.page.question, told.script.cards, told.keep.ways, told.by_signal)
    return renamed(repr(ended))


def unfinished(told: Played) -> str:
    """The words that were being typed at the end, and where."""
    return renamed(repr(told.keep.text))


def keep_for(path: Path, *steps: Step) -> PlanOnDisk:
    """The keeping of a plan on the disk, opened by a script."""
    keep = run(Script(*steps), toolkit().outline, open_plan.plan_at(toolkit(), path))
    assert isinstance(keep, PlanOnDisk)
    return keep


def at(place: str, reply: Step) -> Step:
    """A reply that must meet the page of this place."""

    def step(ask: Ask) -> Reply:
        assert ask.place == place, f"{place} was expected, {ask.place} was asked"
        return reply(ask) if callable(reply) else reply

    return step


def types(text: str, then: Reply) -> Step:
    """Types a text into a page, and then leaves it in another way than by an answer."""

    def step(ask: Ask) -> Reply:
        ask.keep(text)
        return then

    return step


def choose(label: str) -> Step:
    """Chooses the option whose label starts with these words."""

    def step(ask: Ask) -> Reply:
        found = [option.value for option in ask.options if option.label.startswith(label)]
        labels = [option.label for option in ask.options]
        assert found, f"{label!r} is not offered by {ask.question!r}: {labels}"
        return Answer(found[0])

    return step


def pick(*labels: str) -> Step:
    """Chooses several options by the start of their labels."""

    def step(ask: Ask) -> Reply:
        found = [next(each.value for each in ask.options if each.label.startswith(label)) for label in labels]
        return Answer(found)

    return step


def act(what: str, label: str) -> Step:
    """Does something with the item of a list whose label starts with these words."""

    def step(ask: Ask) -> Reply:
        return Act(what, next(each.value for each in ask.options if each.label.startswith(label)))

    return step


def labels(ask: Ask) -> list[str]:
    """What a page offers."""
    return [option.label for option in ask.options]


class Person(Script):
    """Gives the answers of a finished plan, as the group that wrote it would: the ids are new ones."""

    def __init__(self, target: Draft) -> None:
        super().__init__()
        self.target = target
        self.sitting: Sitting | None = None
        self.ids: dict[str, str] = {}  # new id → id in the target

    def ask(self, ask: Ask) -> Reply:
        self.pages.append(ask)
        reply = self._reply(ask)
        if isinstance(reply, Answer) and reply.value is not None and ask.kind != "list":
            return Answer(ask.fit(reply.value))
        return reply

    @property
    def draft(self) -> Draft:
        assert self.sitting is not None
        return self.sitting.draft

    def _reply(self, ask: Ask) -> Reply:
        place, _, aside = ask.place.partition("?")
        self._learn_ids()
        match aside:
            case "path":
                return Answer(self.target.path)
            case "hub":
                return Leave()
            case "new":
                return Answer(self._new_name(place))
            case "reason" | "at" | "note" | "owner" | "by":
                return self._about_point(place, aside)
        if ask.kind == "list":
            return self._grow(ask, place)
        listing, _, number = place.rpartition(".")
        if number == "+":
            return Answer(self.target.get(self._known(listing))[len(self.draft.get(listing) or [])])
        return self._answer(ask, self._known(place))

    def _learn_ids(self) -> None:
        """Which of the target's entries each new one is: the one of the same name, else the next in order."""
        for path, grown in toolkit().lists.items():
            for item in self.draft.items(path):
                if item["id"] in self.ids:
                    continue
                free = [each for each in self.target.items(path) if each["id"] not in self.ids.values()]
                named = [each for each in free if item.get(grown.names) == each.get(grown.names)]
                self.ids[item["id"]] = (named if item.get(grown.names) else free)[0]["id"]

    def _known(self, place: str) -> str:
        """The same place in the target."""
        return ".".join(self.ids.get(step, step) for step in place.split("."))

    def _answer(self, ask: Ask, place: str) -> Reply:
        held = self.target.get(place)
        if held is None:
            covers = (place, place.rpartition(".")[0], ".".join(place.split(".")[:2]))
            if any(self.target.point(each) for each in covers):
                return NotYet()
            return Pass() if ask.value is None else Answer(None)
        fresh = {old: new for new, old in self.ids.items()}
        if isinstance(held, list):
            missing = [each for each in held if self._refers(each) and each not in fresh]
            chosen = [fresh.get(each, each) if isinstance(each, str) else each for each in held]
            return Answer(
                [*(each for each in chosen if each not in missing), ask_builder.ADD_NEW]
                if missing
                else chosen
            )
        if self._refers(held) and held not in fresh:
            return Answer(ask_builder.ADD_NEW)
        return Answer(fresh.get(held, held) if isinstance(held, str) else held)

    def _refers(self, value: Any) -> bool:
        return isinstance(value, str) and any(
            value == item["id"] for path in toolkit().lists for item in self.target.items(path)
        )

    def _new_name(self, place: str) -> Any:
        """What the first entry is called that this answer needs and that is not there yet."""
        held = self.target.get(self._known(place))
        wanted = [
            each for each in (held if isinstance(held, list) else [held]) if each not in self.ids.values()
        ]
        for path, grown in toolkit().lists.items():
            for item in self.target.items(path):
                if item["id"] == wanted[0]:
                    return item[grown.names]
        raise AssertionError(place)

    def _about_point(self, place: str, name: str) -> Reply:
        known = self._known(place)
        wholes = (known, known.rpartition(".")[0], ".".join(known.split(".")[:2]))
        point = next(found for each in wholes if (found := self.target.point(each)))
        if name == "at":
            return Answer(place if point.at == known else place[: -len(known.removeprefix(point.at))])
        value = getattr(point, name)
        return Answer(value) if value else Pass()

    def _grow(self, ask: Ask, place: str) -> Reply:
        wanted = self.target.get(self._known(place)) or []
        have = [option.value for option in ask.options if not option.apart]
        if len(have) < len(wanted):
            return Answer(ADD)
        if place in toolkit().lists:
            order = [item["id"] for item in wanted]
            for number, (ident, right) in enumerate(zip(have, order, strict=True)):
                if self.ids[ident] != right:
                    return Act("up", next(each for each in have[number:] if self.ids[each] == right))
            if self.target.point(place):
                return NotYet()
            return Answer(COMPLETE if place in self.target.complete else GO_ON)
        return Answer(COMPLETE) if self.target.get(place) is not None else NotYet()

    def with_known_ids(self, value: Any) -> Any:
        """The same data with the target's ids."""
        text = json.dumps(value)
        for new, old in self.ids.items():
            text = text.replace(new, old)
        return json.loads(text)


def go(where: str) -> Reply:
    """Types /go and a question's id."""
    return GoTo(where)
