"""An entry is there from its first answer or open point on; before, it is nowhere."""

from tests.support.script import Memory, choose, go, labels, play, types
from tests.support.shipped import draft_of, toolkit
from wizard.document import printed_plan
from wizard.interview import progress
from wizard.interview.survey import survey
from wizard.sitting.ask import Answer, Back, Pass
from wizard.storage.draft import Draft, OpenPoint

GOAL = "goals.items.goal-aaaa"


def with_an_empty_one() -> Draft:
    draft = draft_of({f"{GOAL}.statement": "Open a line"}, path="quick")
    draft.add("goals.items", "goal", "goal-bbbb")
    return draft


def test_an_empty_entry_of_an_old_file_is_on_no_list_and_in_no_count() -> None:
    draft = with_an_empty_one()
    whole = draft_of({f"{GOAL}.statement": "Open a line"}, path="quick")

    played = play(draft, go("GO-02"))

    assert [each for each in labels(played.script.page) if "name" in each] == []
    assert progress.standings(survey(toolkit(), with_an_empty_one())) == progress.standings(
        survey(toolkit(), whole)
    )


def test_an_empty_entry_of_an_old_file_is_not_printed() -> None:
    page = printed_plan.printed_plan(survey(toolkit(), with_an_empty_one())).html

    assert "Open a line" in page
    assert "Goal 2" not in page


def test_an_empty_entry_goes_with_the_next_save_unless_a_point_hangs_on_it() -> None:
    draft = with_an_empty_one()
    draft.add("goals.items", "goal", "goal-cccc")
    draft.leave_open(OpenPoint("goals.items.goal-cccc.lead", "not_known"))

    played = play(draft, go("AB-01"), Answer("Two Rivers"))

    assert [each["id"] for each in played.keep.saved[-1].items("goals.items")] == ["goal-aaaa", "goal-cccc"]


def test_an_entry_with_an_open_point_is_there() -> None:
    draft = with_an_empty_one()
    draft.leave_open(OpenPoint("goals.items.goal-bbbb", "not_decided"))

    page = printed_plan.printed_plan(survey(toolkit(), draft)).html

    assert "Goal 2" in page


def test_words_begun_in_a_new_entry_are_offered_and_the_entry_is_not_listed() -> None:
    played = play(draft_of(path="quick"), go("GO-02"), choose("Add"), types("Open a li", Back()))

    listed = played.script.page
    assert listed.place == "goals.items"
    assert [option.label for option in listed.options if not option.apart] == []


def test_unfinished_words_of_a_new_entry_open_its_page_again() -> None:
    place = "goals.items.goal-zzzz.statement"

    played = play(draft_of(path="quick"), choose("Go on with"), keep=Memory(texts={place: "Open a li"}))

    assert played.script.page.place == place
    assert played.script.page.unfinished == "Open a li"


def test_nothing_counts_an_entry_while_it_is_entered() -> None:
    draft = draft_of({f"{GOAL}.statement": "Open a line"}, path="quick")
    before = progress.standings(survey(toolkit(), draft))

    played = play(draft, go("GO-02"), choose("Add"), Pass())

    assert progress.standings(survey(toolkit(), played.draft)) == before
    assert progress.standings(played.sitting.here) == before
