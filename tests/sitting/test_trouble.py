"""When a plan cannot be saved: what can be done is offered, and the answers stay."""

import pytest

from tests.support.script import Memory, at, choose, go, labels, play
from tests.support.shipped import draft_of
from wizard.errors import Problem
from wizard.sitting.ask import Answer, Leave

FULL = Problem("store.disk_full")
CHANGED = Problem("store.changed_outside", file="two-rivers.plan.yaml", folder="plans")


def test_it_says_why_and_that_the_answers_are_safe() -> None:
    page = play(draft_of(), go("AB-01"), Answer("Two Rivers"), keep=Memory(troubles=[FULL])).script.page

    assert page.hint.startswith("The disk is full.")
    assert "safe" in page.question


def test_trying_again_saves_everything() -> None:
    played = play(
        draft_of(), go("AB-01"), Answer("Two Rivers"), choose("Try again"), keep=Memory(troubles=[FULL])
    )

    assert played.keep.saved[-1].get("about.name") == "Two Rivers"
    assert played.script.page.note == "Saved."
    assert not played.sitting.unsaved


def test_going_on_without_saving_says_so_and_saves_with_the_next_answer() -> None:
    keep = Memory(troubles=[FULL])

    played = play(
        draft_of(path="quick"),
        go("AB-01"),
        Answer("Two Rivers"),
        choose("Go on without"),
        at("about.places", Answer(["boulder"])),
        keep=keep,
    )

    assert "Not saved yet" in next(page for page in played.script.pages if page.place == "about.places").note
    assert keep.saved[-1].get("about.name") == "Two Rivers"
    assert not played.sitting.unsaved


def test_a_file_changed_outside_is_never_written_over() -> None:
    keep = Memory(troubles=[CHANGED])

    page = play(draft_of(), go("AB-01"), Answer("Two Rivers"), keep=keep).script.page

    assert labels(page) == ["Keep both", "Take the changed file", "Save a copy in another place"]
    assert keep.saved == []


@pytest.mark.parametrize(("label", "way"), [("Keep both", "keep_both"), ("Save a copy", "copy")])
def test_what_was_chosen_is_done_and_the_sitting_goes_on(label: str, way: str) -> None:
    keep = Memory(troubles=[CHANGED])

    played = play(draft_of(path="quick"), go("AB-01"), Answer("Two Rivers"), choose(label), keep=keep)

    assert keep.ways == [way]
    assert played.script.page.place == "about.places"


def test_leaving_with_unsaved_answers_is_known() -> None:
    played = play(draft_of(), go("AB-01"), Answer("Two"), Leave(by_signal=True), keep=Memory(troubles=[FULL]))

    assert played.sitting.unsaved
    assert played.by_signal
