"""Lists that grow: add, edit, copy, move, remove with undo, complete; entries, and lists of plain texts."""

from tests.support.script import Memory, Script, act, at, choose, go, labels, play
from tests.support.shipped import draft_of, toolkit
from wizard.sitting.ask import Act, Answer, Back, Pass
from wizard.sitting.lists.options import ADD, COMPLETE
from wizard.sitting.lists.pasted import ADD as PASTED_ADD
from wizard.sitting.loop import sit
from wizard.sitting.sitting import Sitting
from wizard.storage.draft import Draft, OpenPoint

MEMBER = "build.members.member-aaaa"
OTHER = "build.members.member-bbbb"
STEP = "trust.steps.step-aaaa"
GOAL = "goals.items.goal-aaaa"


def two_members() -> Draft:
    return draft_of(
        {
            f"{MEMBER}.organization": "Legal Aid",
            f"{OTHER}.organization": "Schools",
            f"{GOAL}.statement": "Open a line",
            f"{GOAL}.lead": "member-aaaa",
        },
        path="quick",
    )


def test_an_entry_is_entered_part_by_part_with_its_answers_above() -> None:
    played = play(draft_of(path="quick"), go("AB-06"), choose("Add"), Answer("Legal Aid"))

    assert played.script.page.above == (("Organization", "Legal Aid"),)
    assert played.script.page.question == "How many people came from there?"


def test_the_list_stands_above_an_entry_that_holds_nothing_yet() -> None:
    page = play(draft_of(path="quick"), go("DE-02"), choose("Add")).script.page

    assert page.above == (("Which patterns of trafficking do we see here?", ""),)


def test_after_an_entry_the_list_shows_itself_grown() -> None:
    played = play(draft_of(path="quick"), go("AB-06"), choose("Add"), Answer("Legal Aid"), Answer(3))

    assert played.script.page.place == "about.room"
    assert played.script.page.options[0].label == "Legal Aid"
    assert "3 people" in played.script.page.options[0].advice


def test_back_from_the_second_part_of_an_entry_goes_to_the_first() -> None:
    played = play(draft_of(path="quick"), go("AB-06"), choose("Add"), Answer("Legal Aid"), Back())

    assert played.script.page.question == "Which organization?"
    assert played.script.page.value == "Legal Aid"


def test_back_at_a_new_entry_without_answers_leaves_no_empty_one() -> None:
    played = play(draft_of(path="quick"), go("AB-06"), choose("Add"), Back())

    assert played.script.page.place == "about.room"
    assert played.draft.items("about.room") == []


def test_an_entry_whose_parts_are_all_passed_leaves_no_empty_one() -> None:
    played = play(draft_of(path="quick"), go("AB-06"), choose("Add"), Pass(), Pass())

    assert played.script.page.place == "about.room"
    assert played.draft.items("about.room") == []


def test_an_entry_can_be_changed() -> None:
    played = play(
        two_members(),
        go("BU-11"),
        act("edit", "Legal"),
        choose("Organization"),
        Answer("Two Rivers Legal Aid"),
    )

    assert played.draft.get(f"{MEMBER}.organization") == "Two Rivers Legal Aid"
    assert played.script.page.question == "What would you like to change?"


def test_an_entry_is_changed_from_its_first_open_part_on() -> None:
    begun = play(two_members(), go("BU-11"), act("edit", "Legal")).script.page
    whole = draft_of({f"{STEP}.step": "informal_talk", f"{STEP}.who": "Both", f"{STEP}.days": 7})

    assert begun.value == f"{MEMBER}.sector"
    assert play(whole, go("TR-03"), Act("edit", "step-aaaa")).script.page.value == f"{STEP}.step"


def test_a_list_that_was_called_complete_is_passed_with_enter() -> None:
    draft = two_members()
    draft.call_complete("build.members")

    played = play(draft, go("BU-11"), at("build.members", choose("This list is complete")), go("BU-11"))

    assert [page.value for page in played.script.pages if page.place == "build.members"] == [COMPLETE] * 2
    assert play(two_members(), go("BU-11")).script.page.value == ADD


def test_back_from_a_part_that_is_changed_returns_to_its_entry() -> None:
    played = play(two_members(), go("BU-11"), act("edit", "Legal"), choose("Organization"), Back())

    assert played.script.page.question == "What would you like to change?"


def test_a_copy_stands_behind_its_original_under_an_id_of_its_own() -> None:
    played = play(two_members(), go("BU-11"), act("duplicate", "Legal"))

    assert labels(played.script.page)[:3] == ["Legal Aid", "Legal Aid", "Schools"]
    assert len({item["id"] for item in played.draft.items("build.members")}) == 3


def test_entries_move_up_and_down_and_the_pointer_goes_with_them() -> None:
    played = play(two_members(), go("BU-11"), act("down", "Legal"))

    assert labels(played.script.page)[:2] == ["Schools", "Legal Aid"]
    assert played.script.page.value == "member-aaaa"


def test_removing_says_what_uses_the_entry() -> None:
    played = play(two_members(), go("BU-11"), act("remove", "Legal"))

    page = played.script.page
    assert page.kind == "yes_no"
    assert page.above == (("Lead", "Open a line"),)
    assert "Legal Aid" in page.question


def test_an_entry_that_is_used_stays_when_the_answer_is_no() -> None:
    played = play(two_members(), go("BU-11"), act("remove", "Legal"), Answer(False))

    assert len(played.draft.items("build.members")) == 2


def test_a_removed_entry_goes_from_what_used_it() -> None:
    played = play(two_members(), go("BU-11"), act("remove", "Legal"), Answer(True))

    assert played.keep.saved[-1].get(f"{GOAL}.lead") is None
    assert labels(played.script.page)[0] == "Schools"


def test_an_entry_that_nothing_uses_goes_without_a_question() -> None:
    played = play(two_members(), go("BU-11"), act("remove", "Schools"))

    assert [item["id"] for item in played.draft.items("build.members")] == ["member-aaaa"]


def test_undo_brings_back_the_entry_and_what_used_it_and_keeps_what_was_answered_since() -> None:
    played = play(
        two_members(),
        go("BU-11"),
        act("remove", "Legal"),
        Answer(True),
        go("AB-01"),
        at("about.name", Answer("Two Rivers")),
        go("BU-11"),
        Act("undo"),
    )

    saved = played.keep.saved[-1]
    assert [item["id"] for item in saved.items("build.members")] == ["member-aaaa", "member-bbbb"]
    assert saved.get(f"{GOAL}.lead") == "member-aaaa"
    assert saved.get("about.name") == "Two Rivers"


def test_undo_does_not_take_a_newer_choice_away() -> None:
    played = play(
        two_members(),
        go("BU-11"),
        act("remove", "Legal"),
        Answer(True),
        go("GO-02"),
        act("edit", "Open"),
        choose("Lead"),
        choose("Schools"),
        go("BU-11"),
        Act("undo"),
    )

    assert played.draft.get(f"{GOAL}.lead") == "member-bbbb"


def test_undo_brings_the_open_points_of_an_entry_back() -> None:
    draft = two_members()
    draft.leave_open(OpenPoint(f"{OTHER}.sector", "not_known", "Ask them"))

    played = play(draft, go("BU-11"), act("remove", "Schools"), Act("undo"))

    assert played.draft.point(f"{OTHER}.sector") == OpenPoint(f"{OTHER}.sector", "not_known", "Ask them")


def test_undo_points_at_nothing_that_went_meanwhile() -> None:
    played = play(
        two_members(),
        go("GO-02"),
        act("remove", "Open"),
        go("BU-11"),
        act("remove", "Legal"),
        go("GO-02"),
        Act("undo"),
    )

    assert played.draft.get(f"{GOAL}.statement") == "Open a line"
    assert played.draft.get(f"{GOAL}.lead") is None


def test_undo_is_offered_only_on_the_list_that_lost_something() -> None:
    played = play(two_members(), go("BU-11"), act("remove", "Schools"), go("BU-07"))

    assert not any(label.startswith("Undo") for label in labels(played.script.page))


def test_with_nothing_removed_undo_says_so() -> None:
    script = Script(go("BU-11"), Act("undo"))  # only lines have a word for it then

    sit(script, Sitting(toolkit(), two_members(), Memory()))

    assert script.page.note == "There is nothing to bring back in this list."


def test_letters_on_a_list_begin_the_name_of_a_new_entry() -> None:
    played = play(draft_of(path="quick"), go("AB-06"), Act("add", "D"), Answer("Durango"), Back())

    assert played.script.pages[2].begun == "D"
    assert played.draft.items("about.room")[0]["organization"] == "Durango"


def test_letters_of_a_new_entry_are_kept_until_its_name_is_asked() -> None:
    keep = Memory()

    played = play(draft_of(path="full"), go("EV-04"), Act("add", "Beds"), keep=keep)

    assert keep.text is not None
    assert (keep.text[0].rpartition(".")[2], keep.text[1]) == ("indicator", "Beds")
    assert '"Beds" waits for' in played.script.page.note


TWELVE = "\n".join(
    (
        "• Legal Aid", "⁃ Shelter", "➢ Schools", "➔ Clinic", "- Sheriff", "* Library", "1. Food bank",
        "2) Labor council", "(3) Parks", "", "\t12.\tHousing", "3 Rivers Fund", "Clinic", "• Youth court",
    )
)  # fmt: skip


def test_a_room_of_twelve_agencies_is_entered_at_once() -> None:
    played = play(two_members(), go("BU-11"), Act("add", TWELVE), Answer(PASTED_ADD))

    offered, after = played.script.pages[-2:]
    assert offered.question == "Add these 10?"
    assert dict(offered.above)["Here already"] == "Legal Aid; Schools; Clinic"
    assert labels(after)[:12] == [
        "Legal Aid", "Schools", "Shelter", "Clinic", "Sheriff", "Library", "Food bank", "Labor council",
        "Parks", "Housing", "3 Rivers Fund", "Youth court",
    ]  # fmt: skip
    assert played.keep.saved[-1].items("build.members")[-1]["organization"] == "Youth court"


def test_several_lines_that_are_not_wanted_are_said_to_be_gone() -> None:
    played = play(two_members(), go("BU-11"), Act("add", "One\nTwo"), Back())

    assert played.script.page.note == "Nothing was added. What was pasted is not kept."
    assert len(played.draft.items("build.members")) == 2


def test_several_lines_that_are_all_there_are_named() -> None:
    played = play(two_members(), go("BU-11"), Act("add", "Schools\nLEGAL AID"))

    assert "There is nothing new in what was pasted: Schools; LEGAL AID." in played.script.page.note


def test_lines_become_choices_where_entries_are_named_by_one() -> None:
    played = play(
        draft_of(path="full"), go("OP-03"), Act("add", "Keeper of the keys\nA runner"), Answer(PASTED_ADD)
    )

    assert [item["job"] for item in played.draft.items("operations.jobs")] == [
        {"other": "Keeper of the keys"},
        {"other": "A runner"},
    ]


def test_an_empty_list_can_be_called_empty_on_purpose() -> None:
    played = play(draft_of(path="quick"), go("BU-02"), choose("There are none"))

    assert "build.bodies" in played.keep.saved[-1].complete
    assert played.script.page.place != "build.bodies"


def test_a_list_that_loses_its_last_entry_is_not_empty_on_purpose() -> None:
    draft = draft_of({"build.needs.need-aaaa.need": "Shelter"}, path="quick")
    draft.call_complete("build.needs")

    played = play(draft, go("BU-07"), act("remove", "Shelter"))

    assert played.keep.saved[-1].complete == []


def test_a_list_that_is_left_for_later_stays_open() -> None:
    played = play(draft_of(path="quick"), go("BU-02"), choose("Come back to this list"))

    assert played.draft.complete == []
    assert played.sitting.here.is_open(
        next(t for t in played.sitting.here.turns if t.place == "build.bodies")
    )


def test_a_list_picked_again_shows_its_entries_first() -> None:
    played = play(two_members(), go("BU-11"))

    assert played.script.page.place == "build.members"


def test_a_list_can_be_grown_from_the_review() -> None:
    played = play(
        two_members(),
        choose("Read over"),
        choose("Build"),
        choose("Members"),
        choose("Add"),
        Answer("Clinic"),
    )

    assert [item.get("organization") for item in played.draft.items("build.members")][-1] == "Clinic"


# lists of plain texts

TEXTS = "define.unknowns"


def texts(*given: str) -> Draft:
    return draft_of({TEXTS: list(given)} if given else {})


def ident() -> str:
    """The question that asks for the list of texts."""
    return toolkit().asked_by[toolkit().filling[TEXTS].id].id


def test_a_text_is_added_changed_and_taken_away() -> None:
    played = play(
        texts(),
        go(ident()),
        choose("Add"),
        at(f"{TEXTS}.+", Answer("How many")),
        choose("Add"),
        at(f"{TEXTS}.+", Answer("Where")),
        Act("edit", 0),
        at(f"{TEXTS}.0", Answer("How many people")),
        Act("edit", 1),
        at(f"{TEXTS}.1", Answer(None)),
    )

    assert played.keep.saved[-1].get(TEXTS) == ["How many people"]


def test_texts_move_and_come_back_after_they_were_removed() -> None:
    played = play(texts("a", "b", "c"), go(ident()), Act("down", 0), Act("remove", 0), Act("undo"))

    assert played.draft.get(TEXTS) == ["b", "a", "c"]


def test_no_texts_on_purpose_is_an_answer() -> None:
    played = play(texts(), go(ident()), choose("There are none"))

    assert played.draft.get(TEXTS) == []


def test_half_a_text_of_a_list_is_offered_where_it_was_written() -> None:
    keep = Memory(texts={f"{TEXTS}.+": "How ma"})

    played = play(texts("Where"), choose("Go on with what you were typing"), keep=keep)

    assert played.script.page.place == f"{TEXTS}.+"
    assert played.script.page.unfinished == "How ma"
