"""`partnership fill`: answers from files put into a plan by the same rules as typed ones, with no terminal at all."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.whole_plans import TRICKY
from wizard import words
from wizard.cli import main
from wizard.content import PACKAGE
from wizard.plan.order import ordered
from wizard.plan.parsing import shape
from wizard.plan.slots import slots
from wizard.storage import plan_file
from wizard.storage.draft import Draft
from wizard.storage.private.folder import for_plan
from wizard.storage.private.lock import Lock
from wizard.storage.yaml import text as yaml_text

QUICK = (PACKAGE / "examples" / "two-rivers-quick.plan.yaml").read_bytes()
LEGAL = {"id": "member-aaaa", "organization": "Legal Aid"}
START = {
    "format": "1",
    "plan_id": "p-7f3kq2",
    "path": "full",
    "about": {"name": "Two Rivers", "period": {"start": "2026-09-01"}},
    "build": {"members": [LEGAL]},
    "open_points": [{"at": "about.body", "reason": "not_known"}],
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARTNERSHIP_STATE", str(tmp_path / "state"))
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path("plan.plan.yaml").write_text(yaml_text.write(START))
    return folder


def given(data: Any, name: str = "answers.json") -> str:
    Path(name).write_text(data if isinstance(data, str) else json.dumps(data))
    return name


def fill(*typed: str, file: str = "plan") -> int:
    return main(["fill", file, *typed])


def plan(file: str = "plan.plan.yaml") -> Draft:
    return plan_file.draft_of(Path(file).read_bytes())


def untouched() -> bool:
    return Path("plan.plan.yaml").read_text() == yaml_text.write(START)


def test_answers_from_json_and_yaml_go_into_the_plan(capsys: pytest.CaptureFixture[str]) -> None:
    one = given({"about": {"age": "forming"}, "funding": {"smallest": 3000}})
    other = given("trust: {leaders_accept: yes}\n", "more.yaml")

    code = fill("--from", one, "--from", other)

    assert (code, capsys.readouterr().out) == (
        0,
        words.say("fill.done", count=3, file="plan.plan.yaml") + "\n",
    )
    assert plan().get("about") == {**START["about"], "age": "forming"}  # type: ignore[dict-item]
    assert (plan().get("funding.smallest"), plan().get("trust.leaders_accept")) == (3000, True)


def test_entries_are_met_by_their_ids_and_others_are_added_and_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    fields = {"id": "member-aaaa", "sector": "legal_services"}
    file = given({"build": {"members": [{"organization": "Shelter"}, fields]}})

    code = fill("--from", file)

    legal, shelter = plan().items("build.members")
    assert code == 0
    assert legal == {**LEGAL, "sector": "legal_services"}
    assert shelter == {"id": shelter["id"], "organization": "Shelter"}
    assert shelter["id"].startswith("member-")
    assert f"Shelter had no id and got one: {shelter['id']}" in capsys.readouterr().out


def test_answers_may_point_at_entries_of_the_plan_and_of_other_files() -> None:
    goals = given(
        {
            "goals": {
                "items": [
                    {"id": "goal-aaaa", "lead": "member-aaaa"},
                    {"id": "goal-bbbb", "lead": "member-bbbb"},
                ]
            }
        }
    )
    members = given({"build": {"members": [{"id": "member-bbbb"}]}}, "members.json")

    code = fill("--from", goals, "--from", members)

    assert code == 0
    assert [goal["lead"] for goal in plan().items("goals.items")] == ["member-aaaa", "member-bbbb"]


def test_an_answer_closes_the_open_point_at_its_place() -> None:
    fill("--from", given({"about": {"body": "coalition"}}))

    assert plan().open_points == []
    assert plan().get("about.body") == "coalition"


def test_everything_that_is_amiss_is_said_at_once_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    one = given('{"about": {"nmae": "x"},\n "trust": {"leaders_accept": "maybe"}}')
    other = given(
        "goals:\n  items:\n  - lead: member-zzzz\nopen_points:\n- {at: about.bdy, reason: parked}\n", "b.yaml"
    )
    third = given('{"about" "x"}', "c.json")

    code = fill("--from", one, "--from", other, "--from", third)

    said = capsys.readouterr().err
    assert code == 1
    assert 'answers.json about.nmae: "nmae" is not a name we know here (did you mean "name"?)' in said
    assert "answers.json trust.leaders_accept: Answer yes or no." in said
    assert "b.yaml:3:11 goals.items.0.lead: Nothing in build.members has the id member-zzzz." in said
    assert "b.yaml:5:8 open_points.0.at: " in said
    assert 'did you mean "about.body"?' in said
    assert "c.json:1:10: This cannot be read as JSON" in said
    assert untouched()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ({"format": "9", "about": {"age": "forming"}}, "plan.newer"),
        ({"define": {"functions": list(slots()["define.functions"].keys[:5])}}, "unfit.most"),
        ({"goals": {"items": [{"id": "member-aaaa"}]}}, "unfit.id_twice"),
        ({"about": {"name": "x" * 10_001}}, "unfit.string_too_long"),
        ({"about": {"period": {"start": "May 3"}}}, "unfit.date_parsing"),
    ],
)
def test_the_limits_and_rules_of_typed_answers_hold(
    data: Any, key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = fill("--from", given(data))

    sentence = words.say(key, found=9, known=1, most=4, id="member-aaaa")
    assert code == 1
    assert sentence.rstrip(".") in capsys.readouterr().err
    assert untouched()


def test_what_is_typed_is_cleaned_as_ever() -> None:
    fill("--from", given({"about": {"contact": "  the\tshared \u00e9 box\u200b "}}))

    assert plan().get("about.contact") == "the shared é box"


# conflicts


def test_another_answer_is_a_conflict_and_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    file = given({"about": {"name": "Rivers", "age": "forming"}, "path": "quick"})

    code = fill("--from", file)

    said = capsys.readouterr()
    assert code == 1
    assert said.err.splitlines()[0] == words.say("fill.conflicts")
    assert "old: Two Rivers" in said.err
    assert "new: Rivers" in said.err
    assert "the quick plan" in said.err
    assert untouched()


def test_no_id_is_promised_while_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    file = given({"about": {"name": "Rivers"}, "build": {"members": [{"organization": "Shelter"}]}})

    fill("--from", file)
    fill("--from", file, "--prefer", "new", "--show")

    assert "got one" not in capsys.readouterr().out


@pytest.mark.parametrize(("side", "name"), [("old", "Two Rivers"), ("new", "Rivers")])
def test_a_side_can_be_preferred_and_the_rest_goes_in_either_way(side: str, name: str) -> None:
    code = fill("--from", given({"about": {"name": "Rivers", "age": "forming"}}), "--prefer", side)

    assert code == 0
    assert (plan().get("about.name"), plan().get("about.age")) == (name, "forming")


def test_leaving_open_what_is_answered_is_a_conflict() -> None:
    file = given({"open_points": [{"at": "about.name", "reason": "parked"}]})

    before, after = fill("--from", file), fill("--from", file, "--prefer", "new")

    assert (before, after) == (1, 0)
    assert plan().get("about.name") is None
    assert plan().point("about.name") is not None


def test_two_files_that_say_different_things_are_a_conflict_as_well() -> None:
    one = given({"about": {"age": "forming"}})
    other = given({"about": {"age": slots()["about.age"].keys[-1]}}, "b.json")

    code = fill("--from", one, "--from", other)

    assert code == 1
    assert untouched()


# a dry run


def test_a_dry_run_says_place_by_place_what_would_change_and_writes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = given(
        {
            "about": {"body": "coalition", "name": "Rivers"},
            "define": {"scope": {"labor": {"adults": "covered"}}},
        }
    )

    code = fill("--from", file, "--show", "--prefer", "new")

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert "Changed: About the partnership: Name: Rivers (before: Two Rivers)" in lines
    assert "New: Define: Forms and ages, Labor trafficking, adults: Yes, in this plan" in lines
    assert "No longer there: About the partnership: Kind of body (before: Not known yet)" in lines
    assert lines[-1] == words.say("fill.would", count=4, file="plan.plan.yaml")
    assert untouched()
    assert not Path("new.plan.yaml").exists()


def test_a_dry_run_shows_what_changes_in_a_long_answer(capsys: pytest.CaptureFixture[str]) -> None:
    words_shared = "Many words that both share. " * 20
    fill("--from", given({"define": {"mission": f"{words_shared}In Alder."}}))
    longer = given({"define": {"mission": f"{words_shared}In Mesquite."}})
    capsys.readouterr()

    fill("--from", longer, "--prefer", "new", "--show")

    said = capsys.readouterr().out
    assert "In Mesquite. (before: " in said
    assert "In Alder.)" in said


def test_a_dry_run_makes_no_plan(capsys: pytest.CaptureFixture[str]) -> None:
    code = fill("--from", given({"about": {"name": "Rivers"}}), "--show", file="new")

    assert (code, Path("new.plan.yaml").exists()) == (0, False)
    assert words.say("fill.would", count=1, file="new.plan.yaml") in capsys.readouterr().out


def test_the_same_answers_again_change_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    code = fill("--from", given({"about": {"name": "Two Rivers"}}))

    assert (code, capsys.readouterr().out) == (
        0,
        words.say("fill.done", count=0, file="plan.plan.yaml") + "\n",
    )


# what hangs on an answer


def test_a_suggestion_that_was_taken_moves_along() -> None:
    fill("--from", given({"about": {"period": {"end": "2027-08-31"}}}))
    before = plan().get("about.period.end")
    fill("--from", given({"about": {"period": {"start": "2026-10-01"}}}), "--prefer", "new")

    assert before == "2027-08-31"
    assert plan().get("about.period.end") == "2027-09-30"


def test_an_answer_whose_question_does_not_apply_is_set_aside_and_that_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = fill("--from", given({"define": {"ps": "four", "fifth_p": "Power"}}))

    assert code == 0
    assert "set aside" in capsys.readouterr().out
    assert plan().get("define.fifth_p") == "Power"


# the file


def test_a_plan_open_elsewhere_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    lock = Lock(for_plan("p-7f3kq2") / "lock")
    assert lock.acquire()

    code = fill("--from", given({"about": {"age": "forming"}}))
    lock.release()

    assert (code, capsys.readouterr().err) == (1, words.say("store.busy", file="plan.plan.yaml") + "\n")
    assert untouched()


def test_the_version_before_is_put_away() -> None:
    fill("--from", given({"about": {"age": "forming"}}))

    kept = {path.read_text() for path in for_plan("p-7f3kq2").glob("*.bak")}
    assert yaml_text.write(START) in kept


def test_answers_can_come_from_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe:
        buffer = io.BytesIO(b'{"about": {"age": "forming"}}')

    monkeypatch.setattr(sys, "stdin", Pipe())

    code = fill("--from", "-")

    assert (code, plan().get("about.age")) == (0, "forming")


def test_a_missing_file_of_answers_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    code = fill("--from", "nowhere.json")

    assert code == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert untouched()


def test_a_file_has_to_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert fill() == 2
    assert "--from" in capsys.readouterr().err


# a whole plan without a terminal


def test_the_quick_example_is_made_from_json_and_printed_with_no_terminal_at_all(here: Path) -> None:
    answers = given(yaml_text.read(QUICK).data)
    command = [sys.executable, "-m", "wizard"]
    alone: dict[str, Any] = {"stdin": subprocess.DEVNULL, "capture_output": True, "cwd": here, "check": False}

    filled = subprocess.run([*command, "fill", "two-rivers", "--from", answers], **alone)
    printed = subprocess.run([*command, "print", "two-rivers"], **alone)

    made, example = plan("two-rivers.plan.yaml"), plan_file.draft_of(QUICK)
    assert (filled.returncode, filled.stderr) == (0, b"")
    assert ordered(made.data, shape()) == ordered(example.data, shape())
    assert (made.open_points, made.complete, made.path) == (
        example.open_points,
        example.complete,
        example.path,
    )
    assert made.plan_id != example.plan_id
    assert printed.returncode == 0, printed.stderr
    assert (here / "two-rivers.pdf").read_bytes().startswith(b"%PDF")


def test_every_odd_text_arrives_as_it_is_typed() -> None:
    for text in TRICKY:
        Path("plan.plan.yaml").write_text(yaml_text.write({**START, "about": {}}))
        assert fill("--from", given({"about": {"name": text}})) == 0
        assert plan().get("about.name") == slots()["about.name"].fit(text)


# numbers, dates and names as people write them

PLAN = {"period": {"start": "2026-09-01", "end": "2027-08-31"}}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.000", 3000),
        ("$3.000", 3000),
        ("1.234.567", 1234567),
        ("3 000", 3000),
        ("3'000", 3000),
        ("3.000,00", 3000),
    ],
)
def test_money_is_read_as_money_and_that_is_said(
    text: str, value: int, capsys: pytest.CaptureFixture[str]
) -> None:
    code = fill(
        "--from", given({"funding": {"costs": [{"id": "cost-aaaa", "item": "Credit", "amount": text}]}})
    )

    assert (code, plan().get("funding.costs.cost-aaaa.amount")) == (0, value)
    assert f"Amount: {text} was read as ${value:,}." in capsys.readouterr().out


@pytest.mark.parametrize("text", ["3000", "3,000", "$3,000", "3,000.00"])
def test_a_number_in_our_own_form_needs_no_word(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = fill("--from", given({"funding": {"smallest": text}}))

    assert (code, plan().get("funding.smallest")) == (0, 3000)
    assert "was read as" not in capsys.readouterr().out


def test_a_json_number_with_three_digits_behind_its_point_is_no_less_money() -> None:
    fill("--from", given('{"funding": {"smallest": 3.000}}'))

    assert plan().get("funding.smallest") == 3000


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"goals": {"items": [{"baseline": "3.000"}]}}, "Do you mean 3000 or 3? Write the one you mean."),
        ({"goals": {"items": [{"baseline": "3,500"}]}}, "Do you mean 3500 or 3.5? Write the one you mean."),
        ({"format": 1, "funding": {"smallest": "3.000"}}, "Do you mean 3000 or 3? Write the one you mean."),
        (
            {"format": 1, "goals": {"items": [{"id": "goal-aaaa", "target": "2.500"}]}},
            "Do you mean 2500 or 2.5?",
        ),
        ({"about": {**PLAN, "room": [{"people": "12,5"}]}}, "Enter a whole number, such as 12."),
        (
            {"operations": {"quorum": "half of the members"}},
            "This could be 1. Write it like that if you mean it.",
        ),
        ({"operations": {"quorum": "50 %"}}, "This could be 1."),
        (
            {"about": PLAN, "goals": {"items": [{"target_date": "end of June"}]}},
            "This could be June 30, 2027.",
        ),
        ({"goals": {"items": [{"target_date": "June 2027"}]}}, "Which day of June 2027?"),
        ({"goals": {"items": [{"target_date": "Monday, July 4, 2027"}]}}, "July 4, 2027 is a Sunday."),
        ({"goals": {"items": [{"target_date": 46572}]}}, "Enter a date like May 3, 2027"),
        ({"about": {"period": {"end": "2026-08-31"}}}, "The plan would end before it begins."),
        (
            {"about": {"period": {"start": "2027-09-01", "end": "2026-08-31"}}},
            "The plan would end before it begins.",
        ),
        ({"about": {"period": {"end": "2126-08-31"}}}, "longer than 20 years"),
    ],
)
def test_what_may_be_meant_otherwise_is_asked_and_nothing_is_written(
    answers: Any, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = fill("--from", given(answers), "--prefer", "new")

    _, *wrong = capsys.readouterr().err.splitlines()
    assert (code, len(wrong)) == (1, 1)
    assert sentence in wrong[0]
    assert "answers.json " in wrong[0]
    assert untouched()


@pytest.mark.parametrize(
    "text",
    [
        "July 4",
        "Sunday, July 4, 2027",
        "4-Jul-27",
        "2027/07/04",
        "7/4/27",
        "2027-07-04T00:00:00Z",
        "7/4/2027 0:00",
    ],
)
def test_a_date_is_read_as_people_write_it_and_that_is_said(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    goal = {"id": "goal-aaaa", "statement": "Answer", "target_date": text}

    code = fill("--from", given({"about": PLAN, "goals": {"items": [goal]}}))

    assert (code, plan().get("goals.items.goal-aaaa.target_date")) == (0, "2027-07-04")
    assert f": {text} was read as July 4, 2027." in capsys.readouterr().out


def test_a_day_outside_the_plan_is_kept_and_remarked(capsys: pytest.CaptureFixture[str]) -> None:
    goal = {"id": "goal-aaaa", "statement": "Answer", "target_date": "2031-07-04"}

    code = fill("--from", given({"about": PLAN, "goals": {"items": [goal]}}))

    assert (code, plan().get("goals.items.goal-aaaa.target_date")) == (0, "2031-07-04")
    assert "lies outside the days of this plan" in capsys.readouterr().out


def test_entries_without_ids_are_the_same_the_second_time() -> None:
    first = given({"build": {"members": [{"organization": "Shelter"}, {"organization": "County Sheriff"}]}})
    again = given(
        {"build": {"members": [{"organization": "county  SHERIFF", "ps": ["protection"]}]}}, "b.json"
    )
    codes = [fill("--from", first), fill("--from", first, "--from", again)]

    names = [each["organization"] for each in plan().items("build.members")]
    assert codes == [0, 0]
    assert names == ["Legal Aid", "Shelter", "County Sheriff"]
    assert plan().items("build.members")[-1]["ps"] == ["protection"]


def test_a_dry_run_says_which_entry_was_meant_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    file = given({"build": {"members": [{"organization": "Legal Aid", "sector": "legal_services"}]}})

    code = fill("--from", file, "--show")

    assert code == 0
    assert "Legal Aid had no id and was taken for the entry of that name." in capsys.readouterr().out


def test_a_name_that_several_entries_have_is_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    twice = [{"id": f"room-{each}", "organization": "Sheriff", "role": each} for each in ("aaaa", "bbbb")]
    fill("--from", given({"about": {"room": twice}}))

    code = fill("--from", given({"about": {"room": [{"organization": "sheriff", "role": "jail"}]}}))

    assert code == 1
    assert "Several entries have this name: room-aaaa and room-bbbb." in capsys.readouterr().err


def test_entries_of_one_name_stay_as_many_as_they_are() -> None:
    rows = [{"organization": "Sheriff", "role": "jail"}, {"organization": "Sheriff", "role": "patrol"}]
    file = given({"about": {"room": rows}})

    codes = [fill("--from", file), fill("--from", file)]

    assert codes == [0, 0]
    assert [each["role"] for each in plan().items("about.room")] == ["jail", "patrol"]


@pytest.mark.parametrize(
    "answers",
    [
        {"about": [], "build": "x", "goals": {"items": {"a": "3.000"}}},
        {
            "build": {
                "members": [
                    {"id": ["member-aaaa"], "organization": []},
                    "x",
                    None,
                    {"organization": {"a": "b"}},
                ]
            }
        },
        {
            "about": {"period": "2026"},
            "funding": {"smallest": {"a": "1"}, "costs": ["3.000", {"amount": ["3.000"]}]},
        },
        {"about": {"period": {"start": ["x"], "end": {"a": "b"}}, "room": [{"people": None}]}},
    ],
)
def test_files_of_another_shape_are_refused_in_sentences(
    answers: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    code = fill("--from", given(answers))

    assert code == 1
    assert words.say("fill.faults") in capsys.readouterr().err
    assert untouched()


def test_comments_in_the_plan_are_told_and_the_file_is_kept_as_it_was(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = "# ask Legal Aid\n" + yaml_text.write(START)
    Path("plan.plan.yaml").write_text(before)

    code = fill("--from", given({"about": {"age": "forming"}}))

    kept = [each.read_text() for each in for_plan("p-7f3kq2").glob("*-comments.kept")]
    assert (code, kept) == (0, [before])
    assert "Line 1: # ask Legal Aid" in capsys.readouterr().err


def test_a_plan_that_was_cut_short_is_filled_with_a_sentence_about_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("plan.plan.yaml").write_text(yaml_text.write(START).rstrip("\n"))

    code = fill("--from", given({"about": {"age": "forming"}}))

    assert (code, plan().get("about.age")) == (0, "forming")
    assert capsys.readouterr().err == words.say("reading.cut", file="plan.plan.yaml") + "\n"
