"""The hub: what was done, what is next, how far everything is, and the doors."""

from tests.support.script import Memory, Script, at, choose, go, labels, play
from tests.support.shipped import draft_of, toolkit
from wizard.interview.survey import survey
from wizard.sitting.ask import Answer, Back, GoTo, Pages, Pass, Say
from wizard.sitting.loop import sit
from wizard.sitting.sitting import Sitting
from wizard.storage.draft import Draft


def last_question(path: str) -> str:
    return survey(toolkit(), Draft(path=path)).turns[-1].question.id


def test_every_section_stands_there_with_its_state_in_words() -> None:
    page = play(draft_of({"about.name": "Two Rivers"}, path="quick")).script.page

    assert "About the partnership: in progress, 1 of 4 · 3 essential still open" in labels(page)
    assert "Define: not started · 4 essential still open" in labels(page)


def test_the_head_says_how_many_minutes_lie_ahead() -> None:
    page = play(draft_of(path="quick")).script.page

    assert page.head.where == "about 46 minutes ahead"


def test_a_question_is_counted_on_its_path_in_the_order_of_asking() -> None:
    played = play(draft_of(path="quick"), go("OP-07"), go("OP-05"))

    asked = [page.head.where for page in played.script.pages if page.place.startswith("operations")]
    assert [where.rpartition(" · ")[0] for where in asked] == [
        "Operations · question 5 of 38",
        "Operations · question 6 of 38",
    ]


def test_the_first_page_counts_questions_and_minutes_as_the_pages_do() -> None:
    played = play(Draft(), Answer("quick"))

    first, second = played.script.pages
    assert first.options[0].advice.startswith("The 38 essential questions, about 46 minutes with a group.")
    assert second.head.where == "About the partnership · question 1 of 38 · about 46 minutes ahead"


def test_passing_a_question_brings_the_minutes_down() -> None:
    played = play(draft_of(path="quick"), choose("Go on"), Pass(), Pass())

    heads = [page.head.where for page in played.script.pages[1:]]
    assert len({where.rpartition(" · ")[2] for where in heads}) > 1
    assert [where.split(" · ")[1] for where in heads[:2]] == ["question 1 of 38", "question 2 of 38"]


def test_what_was_passed_is_counted_apart_and_listed() -> None:
    played = play(draft_of(path="quick"), choose("Go on"), Pass(), GoTo(), choose("See"),
                  choose("Go back to the question you passed"))  # fmt: skip

    assert played.script.page.place == "about.name"


def test_after_the_last_question_nothing_is_ahead_and_what_was_passed_is_offered() -> None:
    played = play(draft_of(path="quick"), go(last_question("quick")), Pass())

    page = played.script.page
    assert page.place == "?hub"
    assert page.head.where == "nothing open ahead"
    assert "38 were passed" in page.hint
    assert labels(page)[:3] == [
        "Go back to the 38 questions you passed",
        "Read over what is written",
        "Save and leave",
    ]


def test_another_path_begins_at_its_first_open_question() -> None:
    draft = draft_of(path="quick")

    played = play(
        draft, go(last_question("quick")), Pass(), choose("Change to the full plan"), Answer("full")
    )

    assert played.script.page.hint == "Next: What is the partnership called?"


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
