"""The hub: what was done, what is next, how far everything is, and the doors."""

from tests.support.script import Memory, Script, at, choose, go, labels, play
from tests.support.shipped import draft_of, toolkit
from wizard.sitting.ask import Answer, Back, GoTo, Pages, Say
from wizard.sitting.loop import sit
from wizard.sitting.sitting import Sitting
from wizard.storage.draft import Draft


def test_every_section_stands_there_with_its_state_in_words() -> None:
    page = play(draft_of({"about.name": "Two Rivers"}, path="quick")).script.page

    assert "About the partnership: in progress, 1 of 4 · 3 essential still open" in labels(page)
    assert "Define: not started · 4 essential still open" in labels(page)


def test_the_head_says_how_many_minutes_are_left() -> None:
    page = play(draft_of(path="quick")).script.page

    assert page.head.where == "about 46 minutes left"


def test_questions_are_counted_in_the_order_of_asking() -> None:
    played = play(draft_of(path="quick"), go("OP-07"), go("OP-05"))

    asked = [page.head.where for page in played.script.pages if page.place.startswith("operations")]
    assert [where.rpartition(" · ")[0] for where in asked] == ["Operations · 1 of 3", "Operations · 2 of 3"]


def test_coming_back_it_says_what_was_done_last_time_and_what_is_next() -> None:
    draft = draft_of({"about.name": "Two Rivers", "about.places": ["boulder"]}, path="quick")

    page = play(draft, keep=Memory(before=["AB-01", "AB-03"])).script.page

    assert "Last time you worked on 2 questions" in page.note
    assert page.hint == "Next: Are all of these places in Colorado?"


def test_going_on_leads_behind_what_was_answered_last_and_not_to_an_earlier_gap() -> None:
    draft = draft_of({"about.places": ["boulder"], "about.in_colorado": "yes"}, path="quick")

    played = play(draft, choose("Go on"), keep=Memory(before=["AB-03"]))

    assert played.script.page.place == "about.period.start"


def test_a_section_goes_on_at_its_first_gap() -> None:
    played = play(draft_of({"define.definition": "colorado"}, path="quick"), choose("Define"))

    assert played.script.page.place == "define.patterns"


def test_a_complete_section_opens_for_review() -> None:
    draft = draft_of({"trust.steps.step-aaaa.step": "informal_talk"}, path="quick")
    draft.put("trust.steps.step-aaaa.who", "The members")
    draft.put("trust.steps.step-aaaa.days", 7)
    draft.call_complete("trust.steps")

    played = play(draft, choose("Trust"))

    assert played.script.page.place == "trust?review"


def test_the_path_can_be_changed_at_any_time_and_nothing_gets_lost() -> None:
    draft = draft_of({"about.name": "Two Rivers"})
    before = play(draft).script.page.head.where

    played = play(draft, choose("Change to the quick plan"), Answer("quick"))

    assert played.keep.saved[-1].path == "quick"
    assert played.draft.get("about.name") == "Two Rivers"
    assert played.script.page.head.where != before
    assert any(label.startswith("Change to the full plan") for label in labels(played.script.page))


def test_thinking_again_about_the_path_changes_nothing() -> None:
    played = play(draft_of(), choose("Change to the quick plan"), Back())

    assert played.draft.path == "full"
    assert played.script.page.place == "?hub"


def test_back_on_the_hub_returns_to_the_last_page() -> None:
    played = play(draft_of(path="quick"), go("AB-03"), Answer(["boulder"]), GoTo(), choose("See"), Back())

    assert played.script.page.place == "about.in_colorado"


def test_leaving_is_a_door() -> None:
    played = play(draft_of(), at("?hub", choose("Save and leave")))

    assert played.places == ["?hub"]


def test_the_document_is_a_door_where_there_is_one() -> None:
    made: list[Sitting] = []

    def make(sitting: Sitting) -> Pages[None]:
        made.append(sitting)
        yield Say("made")

    script = Script(choose("Make the document"))
    sitting = Sitting(toolkit(), Draft(path="quick"), Memory(), make)

    sit(script, sitting)

    assert made == [sitting]
    assert script.cards == ["made"]
    assert [page.place for page in script.pages] == ["?hub", "?hub"]
