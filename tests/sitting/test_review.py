"""Review: every line can be changed and returns there; answers set aside can be read and deleted."""

import pytest

from tests.support.script import at, choose, go, labels, play
from tests.support.shipped import draft_of, toolkit
from wizard import content
from wizard.interview.survey import survey
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Back, GoTo, NotYet, Pass
from wizard.sitting.matching import same
from wizard.storage import plan_file
from wizard.storage.draft import OpenPoint


def test_a_section_is_shown_line_by_line() -> None:
    draft = draft_of({"about.name": "Two Rivers", "about.period.start": "2026-09-01"}, path="quick")
    draft.leave_open(OpenPoint("about.recorder", "parked"))

    page = play(draft, choose("Read over"), choose("About")).script.page

    shown = labels(page)
    assert "Name: Two Rivers" in shown
    assert any(line.endswith(": September 1, 2026") for line in shown)
    assert any(line.endswith(": Parked for later") for line in shown)
    assert any(line.endswith(": (nothing yet)") for line in shown)


def test_a_label_that_asks_is_followed_by_its_answer_without_a_colon() -> None:
    page = play(
        draft_of({"build.existing": "no"}, path="quick"), choose("Read over"), choose("Build")
    ).script.page

    assert labels(page)[0] == "Is there a partnership already? No"


def test_a_line_that_is_changed_returns_to_the_review() -> None:
    draft = draft_of({"about.name": "Two Rivers"}, path="quick")

    played = play(draft, choose("Read over"), choose("About"), choose("Name"), Answer("Three Rivers"))

    page = played.script.page
    assert page.place == "about?review"
    assert "Name: Three Rivers" in labels(page)
    assert page.value == "AB-01.name about.name"
    assert played.keep.saved[-1].get("about.name") == "Three Rivers"


def test_back_from_a_line_returns_to_the_review() -> None:
    draft = draft_of({"about.name": "Two Rivers"}, path="quick")

    played = play(draft, go("AB-01"), Pass(), GoTo(), choose("See"), choose("Read"), choose("About"),
                  choose("Name"), Back())  # fmt: skip

    assert played.script.page.place == "about?review"


def test_a_line_can_be_left_open_from_the_review() -> None:
    played = play(
        draft_of(path="quick"), choose("Read"), choose("About"), choose("Name"), NotYet(), Answer("parked"),
        Pass(), Pass(), Pass(),
    )  # fmt: skip

    assert "Name: Parked for later" in labels(played.script.page)


def test_the_whole_plan_can_be_read_over_at_once() -> None:
    draft = draft_of(
        {"about.name": "Two Rivers", "goals.items.goal-aaaa.statement": "Open a line"}, path="quick"
    )

    shown = labels(play(draft, choose("Read over"), choose("The whole plan")).script.page)

    assert "Name: Two Rivers" in shown
    goals = shown.index("Goals: Open a line")
    assert shown[goals + 1] == "Goals 1: Open a line"


def test_an_entry_is_a_block_that_opens_into_its_parts() -> None:
    draft = draft_of({"goals.items.goal-aaaa.statement": "Open a line"}, path="quick")

    played = play(
        draft, choose("Read over"), choose("Set goals"), choose("Goals 1: Open a line"), choose("Goal: Open"),
        Answer("Open two lines"), choose("Done with"),
    )  # fmt: skip

    assert "Goals 1: Open two lines" in labels(played.script.page)
    assert played.script.page.value == "goals.items.goal-aaaa"
    assert next(each.advice for each in played.script.page.options if each.advice).endswith("answered")


def test_a_table_is_a_block_that_opens_into_its_cells() -> None:
    draft = draft_of({"define.scope.labor.adults": "covered"})

    played = play(
        draft, choose("Read over"), choose("Define"), choose("What this plan covers"), choose("Labor"), Back()
    )

    assert played.script.page.place == "define.scope?review"


def test_the_finished_example_is_read_over_in_blocks_and_not_in_hundreds_of_lines() -> None:
    raw = (content.PACKAGE / "examples" / "two-rivers.plan.yaml").read_bytes()

    played = play(
        plan_file.draft_of(raw),
        *(
            step
            for section in toolkit().sections
            for step in (at("?hub", choose("Read over")), choose(section.title), Back(), Back())
        ),
    )

    sizes = [len(page.options) for page in played.script.pages if page.place.partition("?")[0]]
    assert len(sizes) == 11
    assert max(sizes) <= 80  # there were up to 358 lines a section


def test_going_on_after_a_review_goes_on_where_it_was_before() -> None:
    draft = draft_of({"about.name": "Two Rivers", "sign_off.look_again": "2027-03-01"}, path="quick")

    played = play(
        draft, go("AB-03"), Answer(["boulder"]), GoTo(), choose("See"), choose("Read"), choose("Sign"),
        choose("Next look"), Answer("2027-02-01"), Back(), Back(),
    )  # fmt: skip

    assert played.script.page.place == "?hub"
    assert played.script.page.hint == "Next: Are all of these places in Colorado?"


def test_a_long_answer_is_shown_by_its_beginning() -> None:
    draft = draft_of({"define.mission": "word " * 500}, path="quick")

    shown = labels(play(draft, choose("Read over"), choose("Define")).script.page)

    (line,) = (each for each in shown if "word word" in each)
    assert line.endswith("word …")
    assert len(line) < 200


def test_back_leads_out_of_the_review() -> None:
    played = play(draft_of(), choose("Read over"), choose("About"), Back(), Back())

    assert played.script.page.place == "?hub"


# answers whose question no longer applies


def test_an_answer_set_aside_is_named_and_deleted_only_after_asking() -> None:
    draft = draft_of({"define.definition": "colorado", "define.definition_words": "Both laws"}, path="quick")

    played = play(draft, choose("Look at answers set aside (1)"), choose("In our words: Both laws"))

    assert played.script.page.question == "Delete this answer for good?"
    assert played.draft.get("define.definition_words") == "Both laws"


def test_a_deleted_answer_is_gone_for_good() -> None:
    draft = draft_of({"define.definition": "colorado", "define.definition_words": "Both laws"}, path="quick")

    played = play(draft, choose("Look at answers"), choose("In our"), at("?aside_sure", Answer(True)))

    assert played.keep.saved[-1].get("define.definition_words") is None
    assert played.script.page.place == "?hub"


def test_of_a_choice_only_what_no_longer_applies_is_deleted() -> None:
    goal = "goals.items.goal-aaaa"
    draft = draft_of(
        {"define.ps": "four", f"{goal}.statement": "Train", f"{goal}.ps": ["prevention", "fifth"]}
    )

    played = play(draft, choose("Look at answers"), choose("Ps"), Answer(True))

    assert played.draft.get(f"{goal}.ps") == ["prevention"]


@pytest.mark.parametrize("name", ["two-rivers-quick", "two-rivers"])
def test_every_earlier_choice_is_on_its_list_when_it_is_asked_again(name: str) -> None:
    raw = (content.PACKAGE / "examples" / f"{name}.plan.yaml").read_bytes()
    here = survey(toolkit(), plan_file.draft_of(raw))
    chosen = [turn for turn in here.turns if turn.part.kind == "one" and turn.place in here.held]

    lost = []
    for turn in chosen:
        value, _ = ask_builder.value(here, turn)
        listed = [option.value for option in ask_builder.options(here, turn)]
        if not isinstance(value, dict) and not any(same(each, value) for each in listed):
            lost.append((turn.part.id, value))

    assert len(chosen) > 40
    assert lost == []
