"""Pages that are reached from a question: whatever ends a sitting on one of them, it is gone on with just there."""

import json

from tests.support.script import Memory, act, choose, go, play, types
from tests.support.shipped import draft_of
from wizard.sitting.ask import Answer, Ask, Back, Leave, Reply
from wizard.sitting.ask_builder import ADD_NEW
from wizard.storage.draft import Draft

CLOSED = Leave(by_signal=True)
ON = choose("Go on with what you were typing")
VIEW = "build.missing_views.view-aaaa"
TO_INVITER = (go("BU-10"), act("edit", "Farm"), choose("Who"))


def a_view() -> Draft:
    return draft_of({f"{VIEW}.perspective": "Farm workers"}, path="full")


def writes_own(text: str) -> Reply:
    def step(ask: Ask) -> Reply:
        ask.keep_own(text)
        return CLOSED

    return step  # type: ignore[return-value]


def test_the_name_of_a_new_one_is_gone_on_with_on_its_page() -> None:
    keep = Memory()
    draft = a_view()
    play(draft, *TO_INVITER, Answer(ADD_NEW), types("Legal Ai", CLOSED), keep=keep)

    played = play(a_view(), ON, Answer("Legal Aid"), keep=keep)

    assert played.script.pages[1].place.endswith("?new")
    assert played.script.pages[1].unfinished == "Legal Ai"
    assert [each["organization"] for each in played.draft.items("build.members")] == ["Legal Aid"]
    assert keep.texts == {}


def test_who_goes_back_from_a_new_one_is_not_led_there_again() -> None:
    played = play(a_view(), *TO_INVITER, Answer(ADD_NEW), types("Legal Ai", Back()))

    assert played.script.page.place == f"{VIEW}.inviter"


def test_words_of_ones_own_are_gone_on_with_on_their_page() -> None:
    keep = Memory()
    play(draft_of(path="quick"), go("AB-03"), writes_own("Bosq"), keep=keep)

    played = play(draft_of(path="quick"), ON, keep=keep)

    assert keep.texts == {"about.places?own": "Bosq"}
    assert played.script.page.own == "Bosq"


def test_marks_that_were_not_done_stand_there_again() -> None:
    keep = Memory(texts={"about.places?marks": json.dumps([{"other": "Bosque"}])})

    played = play(draft_of(path="quick"), ON, Answer([{"other": "Bosque"}]), keep=keep)

    assert played.script.pages[1].value == [{"other": "Bosque"}]
    assert played.draft.get("about.places") == [{"other": "Bosque"}]
    assert keep.texts == {}


def test_every_text_that_was_begun_is_there_again() -> None:
    keep = Memory()
    play(draft_of(path="quick"), go("AB-01"), types("Two Riv", Back()), go("AB-01"), keep=keep)
    play(draft_of(path="full"), go("DE-01"), types("We are", CLOSED), keep=keep)

    assert list(keep.texts.values()) == ["Two Riv", "We are"]
