"""Conflicts of two copies, a page each: both sides, which to keep, back, and leaving."""

import pytest

from tests.support.script import Script
from tests.support.shipped import draft_of, toolkit
from wizard import words
from wizard.sitting.ask import Answer, Back, Leave, Pass
from wizard.sitting.before.conflicts import sides
from wizard.sitting.loop import run
from wizard.storage.draft import OpenPoint
from wizard.storage.merging.conflict import Conflict, Own

NAMES = ("ours.plan.yaml", "theirs.plan.yaml")
CONFLICTS = [
    Conflict(("answer", "about.name"), "Rivers", "Two Rivers"),
    Conflict(("answer", "about.places"), ["denver"], ["boulder", "denver"]),
    Conflict(("entry", "build.members.member-aaaa"), None, True),
    Conflict(("answer", "about.body"), "coalition", OpenPoint("about.body", "parked", owner="chair")),
]


def settled(*steps: object) -> tuple[list[str] | Leave, Script]:
    script = Script(*steps)  # type: ignore[arg-type]
    draft = draft_of({"about.name": "Rivers", "build.members.member-aaaa.organization": "Legal Aid"})
    return run(script, toolkit().outline, sides(toolkit(), draft, CONFLICTS, NAMES)), script


def test_each_page_says_what_both_say_and_takes_one_or_both() -> None:
    chosen, script = settled(Answer("b"), Answer("both"), Answer("a"), Answer("b"))

    assert chosen == ["b", "both", "a", "b"]
    names, places, entry, body = script.pages
    assert names.above == (("ours.plan.yaml says", "Rivers"), ("theirs.plan.yaml says", "Two Rivers"))
    assert names.hint == "About the partnership: Name"
    assert [option.value for option in names.options] == ["a", "b", "own"]
    assert [option.advice for option in names.options[:2]] == ["", ""]  # it stands above already
    assert [option.value for option in places.options] == ["a", "b", "both"]
    assert entry.hint == "Build your partnership: Members, Legal Aid"
    assert [text for _, text in entry.above] == ["(taken away)", "an entry of this list"]
    assert body.above[1][1] == "Parked for later; chair"
    assert [page.head.where for page in script.pages] == ["1 / 4", "2 / 4", "3 / 4", "4 / 4"]


def test_no_side_is_chosen_beforehand() -> None:
    _, script = settled(*[Answer("a")] * 4)

    assert [page.value for page in script.pages] == [None] * 4


def test_back_asks_the_page_before_again_and_enter_alone_asks_anew() -> None:
    chosen, script = settled(Back(), Pass(), Answer("a"), Back(), Answer("b"), *[Answer("a")] * 3)

    assert chosen == ["b", "a", "a", "a"]
    assert [page.head.where[0] for page in script.pages] == [*"11121", *"234"]
    assert [page.note for page in script.pages] == ["", "", words.say("merge.choose"), *[""] * 5]


@pytest.mark.parametrize("by_signal", [True, False])
def test_leaving_leaves(by_signal: bool) -> None:
    left, script = settled(Answer("a"), Leave(by_signal))

    assert left == Leave(by_signal)
    assert len(script.pages) == 2


def test_the_page_names_only_ways_that_work() -> None:
    _, script = settled(*[Answer("a")] * 4)

    assert [page.can for page in script.pages] == [{"stop"}, *[{"back", "stop"}] * 3]


def test_both_can_be_put_in_own_words() -> None:
    chosen, script = settled(Answer("own"), Back(), Answer("own"), Answer("The Rivers"), *[Answer("a")] * 3)

    assert chosen == [Own("The Rivers"), "a", "a", "a"]
    assert [page.kind for page in script.pages[:4]] == ["one", "text", "one", "text"]
    assert script.pages[3].above == script.pages[0].above


def test_what_goes_with_an_entry_is_named_and_can_be_left_open() -> None:
    plan = {
        "build.members.member-aaaa.organization": "Legal Aid",
        "goals.items.goal-aaaa.co_lead": "member-aaaa",
    }
    script = Script(Answer("open"))

    chosen = run(script, toolkit().outline, sides(toolkit(), draft_of(plan), CONFLICTS[2:3], NAMES))

    options = {option.value: option.advice for option in script.page.options}
    assert chosen == ["open"]
    assert list(options) == ["a", "b", "open"]
    assert options["a"] == "Set goals: Goals, (no name yet), Co-lead loses: Legal Aid."
    assert options["b"] == ""
