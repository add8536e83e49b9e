"""The one loop: what a page is given, what is done for it, and that pages which are left are closed."""

from dataclasses import dataclass, field

import pytest

from tests.support.script import Memory, Script, at, choose, play, types
from tests.support.shipped import draft_of, toolkit
from wizard.sitting.ask import (
    Answer,
    Ask,
    Back,
    GoTo,
    Head,
    Leave,
    Nevers,
    Pages,
    Pass,
    Reply,
    Review,
    Say,
    Show,
)
from wizard.sitting.loop import run, sit
from wizard.sitting.sitting import Sitting

OUTLINE = toolkit().outline
NAME = Ask("text", "What is it called?", Head("", ""), note="Said once.", place="name")


@dataclass
class Asked:
    """Pages that keep what came of each; `closed` when they were ended, whoever did it."""

    replies: list[Reply] = field(default_factory=list)
    closed: bool = False

    def pages(self, *shown: Ask | Show | Say) -> Pages[str]:
        try:
            for each in shown:
                self.replies.append((yield each))
            return "end"
        finally:
            self.closed = True


def test_each_page_gets_its_reply_and_the_end_says_what_came_of_them() -> None:
    asked, script = Asked(), Script(Answer("Two Rivers"), Back())

    end = run(script, OUTLINE, asked.pages(NAME, NAME))

    assert end == "end"
    assert asked.replies == [Answer("Two Rivers"), Back()]


def test_what_is_shown_and_said_goes_to_the_front_end_too() -> None:
    asked, script = Asked(), Script()
    script.back_at = "Read"

    run(script, OUTLINE, asked.pages(Show("Read", "this", back=True), Say("Done.")))

    assert script.cards == ["Read\nthis", "Done."]
    assert asked.replies == [Back(), Pass()]


def test_leaving_ends_the_pages_and_says_how() -> None:
    asked, script = Asked(), Script(Leave(by_signal=True))

    end = run(script, OUTLINE, asked.pages(NAME, NAME))

    assert end == Leave(by_signal=True)
    assert (asked.replies, asked.closed) == ([], True)


def test_a_fault_of_the_front_end_ends_the_pages_as_well() -> None:
    def break_off(_ask: Ask) -> Reply:
        raise KeyboardInterrupt

    asked = Asked()

    with pytest.raises(KeyboardInterrupt):
        run(Script(break_off), OUTLINE, asked.pages(NAME))

    assert asked.closed


def test_the_nevers_are_read_over_a_page_which_is_then_asked_again_with_what_was_typed() -> None:
    asked, script = Asked(), Script(types("Two Riv", Nevers()), Answer("Two Rivers"))

    run(script, OUTLINE, asked.pages(NAME))

    assert [card.split("\n")[0] for card in script.cards] == [
        "What never belongs in a plan",
        OUTLINE.disclosure.title,
    ]
    assert [(page.note, page.unfinished) for page in script.pages] == [("Said once.", None), ("", "Two Riv")]
    assert asked.replies == [Answer("Two Rivers")]


def test_the_window_may_be_closed_while_something_is_read_over_a_page() -> None:
    class Closing(Script):
        def show(self, title: str, text: str, *, back: bool = False) -> Reply:
            super().show(title, text, back=back)
            return Leave(by_signal=True)

    asked = Asked()

    end = run(Closing(Nevers()), OUTLINE, asked.pages(NAME))

    assert end == Leave(by_signal=True)
    assert asked.closed


def test_a_sitting_ends_with_how_it_was_left() -> None:
    sitting = Sitting(toolkit(), draft_of(path="quick"), Memory())

    assert sit(Script(Leave(at_end=True)), sitting) == Leave(at_end=True)


def test_going_elsewhere_while_reading_over_leads_back_to_the_page_one_came_from() -> None:
    played = play(
        draft_of(path="quick"), GoTo("GO-02"), at("goals.items", Review()), at("?review", GoTo("AB-01")),
        at("about.name", Back()),
    )  # fmt: skip

    assert played.script.page.place == "goals.items"


def test_reading_over_from_the_whole_plan_returns_there_after_a_walk_too() -> None:
    played = play(
        draft_of(path="quick"), choose("Go on"), at("about.name", Back()), at("?hub", choose("Define")),
        Pass(), at("define.patterns", GoTo()), choose("See"), at("?hub", Review()), at("?review", Back()),
    )  # fmt: skip

    assert played.script.page.place == "?hub"
