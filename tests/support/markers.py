"""Plans in which every slot has something of its own to look for, and where on the pages that must stand."""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

from wizard.formatting import values
from wizard.interview.choosing import choices_for
from wizard.interview.flow import Toolkit
from wizard.interview.survey import Survey, Turn, survey
from wizard.plan.slots import Slot, slots
from wizard.storage.draft import Draft

# What opens the branches. The two plans differ where one answer shuts out another's questions.
OPENS: Mapping[str, Any] = {
    "about.in_colorado": "partly",
    "define.definition": "both",
    "define.ps": "five",
    "build.existing": "working_with",
    "build.members[].alternate": True,
    "build.agreements": ["mou", {"other": ""}],
    "goals.ranked_by": "dot_vote",
    "strategy.activities[].needs": ["money", {"other": ""}],
    "evaluation.outside_help": "some_tasks",
    "survivors.level_now": "consulted",
    "survivors.pay": "hourly",
    "survivors.advisers_review": True,
    "sign_off.adoption.how": "vote",
}
PLANS: tuple[Mapping[str, Any], ...] = (OPENS, {**OPENS, "survivors.level_now": "none_yet"})
WORD = "marker"
_MOST = {"days": 3_600, "weeks": 500, "months": 119, "minutes": 1_400, "rating": 5}


@dataclass(frozen=True)
class Expected:
    """What a filled place must show, and in which chapters it may."""

    slot: str
    needle: str
    chapters: frozenset[str]


@dataclass
class Filled:
    """A survey of a plan without holes, and everything to look for on its pages."""

    survey: Survey
    expected: list[Expected] = field(default_factory=list)


def filled(
    toolkit: Toolkit, opens: Mapping[str, Any] = OPENS, text: Callable[[int], str] | None = None
) -> Filled:
    """Answers every turn there is until none is open; `text` makes the words of the n-th answer."""
    draft = Draft(path="full", plan_id="p-000000")
    numbers = count(1)
    speak = text or (lambda number: f"{WORD}{number:05d}")
    while True:
        here = survey(toolkit, draft)
        holes = [turn for turn in (*here.begun, *here.turns) if draft.get(turn.place) is None]
        if not holes:
            return Filled(here, list(_expected(here)))
        for turn in holes:
            _fill(here, draft, turn, opens, next(numbers), speak)


def _fill(
    here: Survey, draft: Draft, turn: Turn, opens: Mapping[str, Any], number: int, speak: Callable[[int], str]
) -> None:
    part = turn.part
    if part.grows:
        for _ in range(2):
            draft.add(part.slot, part.item)
        return
    slot = slots()[part.slot]
    value = opens.get(part.slot)
    if part.choose_from and not part.other and not choices_for(here.toolkit, here.answers, part):
        return  # what it chooses from has only been begun
    if value is None:
        value = _value(here, turn, slot, number, speak)
    elif isinstance(value, list):
        value = [{"other": speak(number)} if isinstance(each, dict) else each for each in value]
    draft.put(turn.place, slot.fit_cell(value) if turn.row else slot.fit(value))


def _value(here: Survey, turn: Turn, slot: Slot, number: int, speak: Callable[[int], str]) -> Any:
    part = turn.part
    if part.kind in ("one", "many", "ranked"):
        offered = [choice.value for choice in choices_for(here.toolkit, here.answers, part)]
        picked = offered[number % len(offered)]
        words = {"other": speak(number)} if slot.other and number % 2 and not turn.row else None
        if part.kind == "one":
            return words or picked
        if part.kind == "ranked" and part.choose_from:
            return offered
        return [picked, words] if words and words != picked else [picked]
    match part.kind:
        case "number":
            return number % (_MOST[slot.unit] + 1) if slot.unit in _MOST else 20_000 + number
        case "date":
            return (date(2140, 1, 1) + timedelta(days=number)).isoformat()
        case "yes_no":
            return True
        case "list":
            return [speak(number), f"{speak(number)}b"]
    return speak(number)


def _expected(here: Survey) -> Iterator[Expected]:
    for turn in here.turns:
        if not turn.part.grows:
            for needle in needles(here, turn):
                yield Expected(turn.part.slot, flat(needle), chapters_of(here.toolkit, turn.part.slot))


def needles(here: Survey, turn: Turn) -> list[str]:
    """The words that must stand on the page for one answer; a goal that is referred to goes by its number."""
    value = here.draft.get(turn.place)
    texts = values.format_each(here.toolkit, here.answers, turn.part, value)
    if "goals.items" in turn.part.choose_from:
        order = here.answers["goals"]["order"]
        return [f"Goal {order.index(each) + 1}" for each in (value if isinstance(value, list) else [value])]
    return texts


def chapters_of(toolkit: Toolkit, slot: str) -> frozenset[str]:
    """The chapters in which a slot stands."""
    return frozenset(chapter.key for chapter in toolkit.chapters if slot in chapter.printed)


def by_chapter(page: str) -> dict[str, str]:
    """The text of each chapter of a printed page, without line ends; `""` is what stands before the first."""
    pieces = re.split(r'<h1 class="chapter[^"]*" id="chapter-([0-9a-z]+)"', page)
    return {key: flat(plain(body)) for key, body in zip(["", *pieces[1::2]], pieces[0::2], strict=True)}


def plain(markup: str) -> str:
    """What a reader sees of some HTML."""
    body = re.sub(r"<style>.*?</style>", "", markup, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", " ", f"<{body}" if body.startswith(" data-") else body))


def flat(text: str) -> str:
    """Text without spaces, so that where a line breaks does not matter."""
    return re.sub(r"[\s\u200b]+", "", text)


def missing(page: str, expected: list[Expected]) -> list[Expected]:
    """What does not stand where it belongs."""
    told = by_chapter(page)
    return [each for each in expected if not any(each.needle in told.get(key, "") for key in each.chapters)]
