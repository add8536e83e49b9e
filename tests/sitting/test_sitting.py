"""A sitting: from page to page and back, always saved, and nothing that was typed is lost."""

import pytest

from tests.support.script import Memory, act, at, choose, go, pick, play, types
from tests.support.shipped import draft_of
from wizard.sitting.ask import Answer, Back, GoTo, Leave, Nevers, NotYet, Pass
from wizard.storage.draft import Draft

START = "about.period.start"


def test_the_first_page_holds_the_one_rule_and_asks_for_the_path() -> None:
    played = play(Draft())

    page = played.script.pages[0]
    assert page.place == "?path"
    assert "Never write about a person" in " ".join(page.card.split())
    assert [option.value for option in page.options] == ["quick", "full"]


def test_an_answer_is_saved_before_the_next_page_says_so() -> None:
    played = play(Draft(), choose("Quick"), at("about.name", Answer("Two Rivers")))

    assert played.keep.saved[-1].get("about.name") == "Two Rivers"
    assert played.script.page.note.startswith("Saved.")


def test_passing_stores_nothing_and_says_nothing() -> None:
    played = play(Draft(), choose("Quick"), Pass())

    assert played.draft.data == {}
    assert played.script.page.place == "about.places"
    assert played.script.page.note == ""


def test_back_goes_to_the_page_before() -> None:
    played = play(Draft(), choose("Quick"), Pass(), at("about.places", Back()))

    assert played.script.page.place == "about.name"


def test_back_from_the_first_page_leads_to_the_whole_plan() -> None:
    played = play(Draft(), choose("Quick"), at("about.name", Back()))

    assert played.script.page.place == "?hub"


def test_back_on_the_first_page_of_a_later_sitting_goes_to_the_question_before_it_in_the_plan() -> None:
    draft = draft_of({"about.name": "Two Rivers"}, path="quick")

    played = play(draft, choose("Go on"), at("about.places", Back()))

    assert played.script.page.place == "about.name"


def test_back_passes_over_questions_that_do_not_apply() -> None:
    draft = draft_of({"define.definition": "colorado"}, path="quick")

    played = play(draft, go("DE-02"), at("define.patterns", Back()))

    assert played.script.page.place == "define.definition"


def test_back_takes_a_list_with_its_entries_for_one_page() -> None:
    draft = draft_of({"build.needs.need-aaaa.need": "Shelter"}, path="quick")

    played = play(draft, go("BU-08"), at("build.underserved", Back()), at("build.needs", Back()))

    assert played.script.page.place == "build.resources"


def test_back_returns_from_where_one_went_by_name() -> None:
    played = play(
        Draft(path="quick"), go("AB-03"), at("about.places", go("GO-02")), at("goals.items", Back())
    )

    assert played.script.page.place == "about.places"


def test_an_answer_on_a_page_one_went_back_to_can_be_changed() -> None:
    played = play(
        Draft(),
        choose("Quick"),
        Answer("Two Rivers"),
        at("about.places", Back()),
        at("about.name", Answer("Three Rivers")),
    )

    assert played.keep.saved[-1].get("about.name") == "Three Rivers"
    assert played.script.page.place == "about.places"


def test_an_answer_that_is_emptied_is_taken_away() -> None:
    draft = draft_of({"about.name": "Two Rivers"}, path="quick")

    played = play(draft, go("AB-01"), at("about.name", Answer(None)))

    assert played.keep.saved[-1].get("about.name") is None


def test_half_a_sentence_waits_on_its_page_when_one_goes_back() -> None:
    played = play(
        Draft(),
        choose("Quick"),
        Answer("Two Rivers"),
        at("about.places", Pass()),
        at("about.in_colorado", Pass()),
        at(START, types("9/1", Back())),
        at("about.in_colorado", choose("Yes")),
    )

    assert played.script.page.place == START
    assert played.script.page.unfinished == "9/1"


def test_half_a_sentence_is_offered_in_the_next_sitting() -> None:
    keep = Memory()
    play(Draft(), choose("Quick"), types("Two Riv", Leave(by_signal=True)), keep=keep)

    played = play(Draft(path="quick"), choose("Go on with what you were typing"), keep=keep)

    assert played.script.page.place == "about.name"
    assert played.script.page.unfinished == "Two Riv"


def test_half_a_sentence_outlives_other_answers() -> None:
    keep = Memory(texts={"define.mission": "We are agen"})

    play(Draft(path="quick"), go("AB-01"), at("about.name", Answer("Two Rivers")), keep=keep)

    assert keep.text == ("define.mission", "We are agen")


def test_words_that_became_an_answer_are_no_longer_unfinished() -> None:
    keep = Memory(texts={"about.name": "Two Riv"})

    play(Draft(path="quick"), choose("Go on"), Answer("Two Rivers"), keep=keep)

    assert keep.text is None


def test_a_typed_way_is_not_kept_as_unfinished_words() -> None:
    keep = Memory()

    play(Draft(), choose("Quick"), types("/back", Back()), keep=keep)

    assert keep.text is None


def test_the_first_words_of_a_new_entry_are_offered_again_though_it_was_never_saved() -> None:
    keep = Memory()
    first = play(
        draft_of(path="quick"), go("BU-11"), choose("Add"), types("Legal A", Leave(by_signal=True)), keep=keep
    )
    assert first.script.page.place.endswith(".organization")

    played = play(draft_of(path="quick"), choose("Go on with what you were typing"), keep=keep)

    assert played.script.page.unfinished == "Legal A"
    assert played.script.page.place == first.script.page.place


def test_an_entry_that_was_only_begun_is_not_saved() -> None:
    played = play(
        draft_of(path="quick"),
        go("BU-11"),
        choose("Add"),
        go("AB-01"),
        at("about.name", Answer("Two Rivers")),
    )

    assert played.keep.saved[-1].items("build.members") == []


def test_leaving_works_from_every_page_and_says_whether_the_window_was_closed() -> None:
    assert play(Draft(), choose("Quick"), Leave(by_signal=True)).by_signal
    assert not play(Draft(), choose("Quick"), Leave()).by_signal


def test_what_never_belongs_in_a_plan_and_the_card_for_disclosures_are_one_step_away() -> None:
    played = play(Draft(path="quick"), go("AB-01"), Nevers())

    assert played.script.cards[-2].startswith("What never belongs in a plan")
    assert "11." in played.script.cards[-2]
    assert "disclose" in played.script.cards[-1].lower()
    assert played.script.page.place == "about.name"


def test_words_in_the_prompt_stay_when_somebody_looks_at_the_nevers() -> None:
    played = play(Draft(path="quick"), go("AB-01"), types("Two R", Nevers()))

    assert played.script.page.unfinished == "Two R"


@pytest.mark.parametrize("place", ["?reason", "?note", "?hub", "?go", "?review"])
def test_the_nevers_are_offered_on_pages_beside_the_questions_too(place: str) -> None:
    played = play(
        Draft(path="quick"),
        go("AB-01"),
        at("about.name", NotYet()),
        Answer("not_decided"),
        GoTo(),
        choose("See"),
        choose("Read over"),
    )

    page = next(each for each in played.script.pages if each.place.endswith(place))
    assert "help" in page.can


@pytest.mark.parametrize(("where", "then"), [("yes", "evaluation.questions"), ("no", "strategy.local_line")])
def test_outside_colorado_the_quick_path_asks_for_a_local_help_line(where: str, then: str) -> None:
    draft = draft_of({"about.in_colorado": where}, path="quick")
    draft.call_complete("strategy.activities")

    played = play(draft, go("ST-10"), at("strategy.help_lines", lambda ask: Answer(ask.value)))

    assert played.script.page.place == then
    assert "emergency" in played.draft.get("strategy.help_lines")


def test_a_suggestion_says_that_it_is_one() -> None:
    draft = draft_of({START: "2026-09-01"}, path="quick")

    played = play(draft, go("AB-04"))

    assert played.script.page.value == "2027-08-31"
    assert played.script.page.suggested


def test_an_answer_that_was_a_suggestion_moves_along_and_says_so() -> None:
    draft = draft_of({START: "2026-09-01", "about.period.end": "2027-08-31"}, path="quick")

    played = play(draft, choose("About"), at("about.name", go("AB-04")), at(START, Answer("2026-10-01")))

    assert played.draft.get("about.period.end") == "2027-09-30"
    assert "moved along" in played.script.page.note


def test_an_answer_of_ones_own_does_not_move() -> None:
    draft = draft_of({START: "2026-09-01", "about.period.end": "2027-06-30"}, path="quick")

    played = play(draft, go("AB-04"), at(START, Answer("2026-10-01")))

    assert played.draft.get("about.period.end") == "2027-06-30"


def test_the_note_stands_before_the_hard_question_once() -> None:
    draft = draft_of({"define.definition": "colorado"}, path="quick")

    played = play(draft, go("DE-02"), go("AB-01"), go("DE-02"))

    notes = [card for card in played.script.cards if card.startswith("Before you go on")]
    assert len(notes) == 1
    assert "Step out whenever you need to" in notes[0]


def test_the_note_before_the_hard_question_says_what_to_do_if_someone_discloses() -> None:
    played = play(draft_of({"define.definition": "colorado"}, path="quick"), go("DE-02"))

    assert "If someone discloses: Stop gently." in played.script.cards[-1]


def test_the_quick_path_opens_a_section_with_its_card_and_names_the_others_that_help_holds() -> None:
    played = play(draft_of(path="quick"), go("GO-02"))

    page = played.script.page
    titles = ["How to vote with dots", "Goals we share"]
    assert [card.split("\n")[0] for card in played.script.cards] == ["Read aloud: Before we set goals"]
    assert page.note.endswith('Type ? to read aloud: "How to vote with dots", "Goals we share".')
    assert [title for title, _ in page.help if title.endswith(tuple(titles))] == [
        f"Read aloud: {title}" for title in titles
    ]


def test_a_card_that_an_answer_calls_for_is_read_on_the_quick_path_too() -> None:
    played = play(draft_of({"define.scope.labor.minors": "covered"}, path="quick"), go("DE-05"))

    assert [card.split("\n")[0] for card in played.script.cards][-1] == (
        "Read aloud: When children are part of the plan"
    )


def test_cards_under_help_are_named_once() -> None:
    played = play(draft_of(path="quick"), go("GO-02"), at("goals.items", Back()), go("GO-02"))

    assert played.script.page.place == "goals.items"
    assert played.script.page.note == ""


def test_the_full_path_reads_every_card_of_a_question() -> None:
    played = play(draft_of({"about.name": "Two Rivers"}), go("EV-07"))

    titles = [card.split("\n")[0] for card in played.script.cards]
    assert titles == ["Read aloud: Before we prepare evaluation", "Read aloud: Who can help"]


def test_back_from_a_card_goes_to_the_page_before_and_the_card_comes_again() -> None:
    played = play(
        draft_of(path="quick"),
        go("OP-07"),
        at("operations.ground_rules", go("GO-02")),
        at("operations.ground_rules", go("GO-02")),
        back_at="Read aloud: Before we set goals",
    )

    titles = [card.split("\n")[0] for card in played.script.cards]
    goals = "Read aloud: Before we set goals"
    assert titles == ["Read aloud: How we work", goals, goals]
    assert played.script.page.place == "goals.items"


def test_back_from_the_note_before_an_answer_that_is_to_be_changed_returns_to_the_review() -> None:
    draft = draft_of({"define.patterns.pattern-aaaa.at_risk": "Farm workers"}, path="quick")

    played = play(
        draft,
        choose("Read"),
        choose("Define"),
        choose("Local picture 1"),
        choose("Who is put"),
        back_at="Before you go on",
    )

    assert played.script.page.place == "define.patterns.pattern-aaaa"


def test_the_answered_parts_of_a_question_stand_above_the_next_one() -> None:
    draft = draft_of({"survivors.level_now": "consulted", "survivors.level_aim": "voting"}, path="quick")

    page = play(draft, go("SU-01")).script.page

    assert page.place == "survivors.aim_by"
    assert [label for label, _ in page.above] == ["Now", "Aim"]


def test_cards_are_not_read_again_where_a_question_is_under_way() -> None:
    draft = draft_of({"goals.items.goal-aaaa.statement": "Open a line"}, path="quick")

    played = play(draft, go("GO-02"), keep=Memory(before=["GO-02"]))

    assert played.script.cards == []


def test_the_earlier_gaps_of_a_section_wait_at_its_end() -> None:
    draft = draft_of({"about.name": "Two Rivers", "about.recorder": "Coordinator"}, path="quick")
    draft.call_complete("about.room")

    played = play(draft, choose("About"), Pass(), Pass(), Pass(), Pass())

    page = played.script.page
    assert page.place == "about?end"
    assert [ident for ident, _ in page.above] == ["AB-03", "AB-04"]


def test_from_a_sections_end_one_can_go_to_the_first_gap_or_on() -> None:
    def end() -> Draft:
        draft = draft_of({"about.name": "Two Rivers", "about.recorder": "Coordinator"}, path="quick")
        draft.call_complete("about.room")
        return draft

    passing = [choose("About"), Pass(), Pass(), Pass(), Pass()]

    assert play(end(), *passing, choose("Go to the first")).script.page.place == "about.places"
    assert play(end(), *passing, choose("Go on to")).script.page.place == "operations.ground_rules"


def test_back_from_a_sections_end_and_from_the_plans_end_returns_to_the_page_before_it() -> None:
    draft = draft_of({"about.name": "Two Rivers", "sign_off.adoption.how": "draft"}, path="quick")
    draft.call_complete("about.room")

    from_section = play(draft, go("AB-06"), Pass(), Answer("Coordinator"), at("about?end", Back()))
    from_plan = play(draft, go("SO-05"), at("sign_off.adoption.how", Answer("draft")), at("?hub", Back()))

    assert from_section.script.page.place == "about.recorder"
    assert from_plan.script.page.place == "sign_off.adoption.how"


def test_a_section_without_gaps_says_that_it_is_complete() -> None:
    draft = draft_of({"trust.steps.step-aaaa.step": "informal_talk"}, path="quick")
    draft.put("trust.steps.step-aaaa.who", "The members")
    draft.put("trust.steps.step-aaaa.days", 7)

    played = play(draft, go("TR-03"), choose("This list is complete"))

    assert "is complete" in played.script.page.note


def test_many_choices_are_stored_as_their_keys() -> None:
    played = play(draft_of(path="quick"), go("OP-07"), pick("Everyone may speak", "One person speaks"))

    assert played.draft.get("operations.ground_rules") == ["may_pass", "share_time"]


def test_an_entry_added_on_the_spot_can_be_chosen_at_once() -> None:
    draft = draft_of({"build.missing_views.view-aaaa.perspective": "Farm workers"}, path="quick")

    played = play(
        draft,
        go("BU-10"),
        act("edit", "Farm"),
        choose("Who"),
        choose("Add a new one"),
        at("build.missing_views.view-aaaa.inviter?new", Answer("Rivers Worker Center")),
    )

    (member,) = played.draft.items("build.members")
    assert member["organization"] == "Rivers Worker Center"
    assert played.draft.get("build.missing_views.view-aaaa.inviter") == member["id"]


def test_thinking_again_about_a_new_one_returns_to_the_choice() -> None:
    draft = draft_of({"build.missing_views.view-aaaa.perspective": "Farm workers"}, path="quick")

    played = play(draft, go("BU-10"), act("edit", "Farm"), choose("Who"), choose("Add a new one"), Back())

    assert played.script.page.place == "build.missing_views.view-aaaa.inviter"
    assert played.draft.items("build.members") == []


def test_marks_made_before_a_new_one_is_added_stay() -> None:
    draft = draft_of(
        {
            "strategy.activities.activity-aaaa.activity": "Train",
            "build.members.member-aaaa.organization": "Schools",
        }
    )

    played = play(
        draft,
        go("ST-02"),
        act("edit", "Train"),
        choose("Partners"),
        lambda ask: Answer(["member-aaaa", next(o.value for o in ask.options if o.label == "Add a new one")]),
        Answer("Clinic"),
    )

    names = [
        option.label for option in played.script.page.options if option.value in played.script.page.value
    ]
    assert names == ["Schools", "Clinic"]
