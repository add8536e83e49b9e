"""The two example plans: complete, fit for the public, and true to themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.support.inventory import ESSENTIAL, INVENTORY
from wizard import content
from wizard.interview import progress
from wizard.interview.choosing import choices_for
from wizard.interview.flow import Toolkit
from wizard.interview.survey import Survey, survey
from wizard.interview.toolkit import load
from wizard.storage import plan_file
from wizard.storage.draft import Draft, leaves

FOLDER = content.PACKAGE / "examples"
FULL = "two-rivers.plan.yaml"
QUICK = "two-rivers-quick.plan.yaml"

# Questions the full example cannot answer because its own answers rule them out.
RULED_OUT: frozenset[str] = frozenset()

EMAIL = re.compile(r"[\w.+-]+@([\w.-]+\w)")
PHONE = re.compile(
    r"(?<![\d-])\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?![\d-])|(?<![\d-])\d{3}[-. ]\d{4}(?![\d-])|\d{7,}"
)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Example:
    """A plan file, its draft, and what one look over it finds."""

    path: Path
    toolkit: Toolkit
    draft: Draft
    survey: Survey

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    def get(self, place: str) -> Any:
        return self.draft.get(place)


@cache
def example(name: str) -> Example:
    path = FOLDER / name
    toolkit = load()
    draft = plan_file.draft_of(path.read_bytes(), name)
    return Example(path, toolkit, draft, survey(toolkit, draft))


@pytest.fixture
def full() -> Example:
    return example(FULL)


@pytest.fixture
def quick() -> Example:
    return example(QUICK)


@pytest.fixture(params=[FULL, QUICK])
def either(request: pytest.FixtureRequest) -> Example:
    return example(request.param)


def unanswered(found: Example) -> list[str]:
    questions = (found.toolkit.questions[ident] for ident in found.survey.asked)
    return sorted(each.id for each in questions if not progress.is_answered(found.survey, each))


def days(found: Example) -> Iterator[tuple[str, date]]:
    for place, value in leaves(found.draft.data):
        if isinstance(value, str) and DAY.fullmatch(value):
            yield place, date.fromisoformat(value)


def words_in(text: str) -> int:
    return len(text.split())


def ps_of(found: Example, member: str) -> set[str]:
    return set(found.get(f"build.members.{member}.ps"))


# whole


def test_the_full_example_asks_every_question_and_answers_each(full: Example) -> None:
    asked, every = full.survey.asked, set(full.toolkit.questions)

    print(f"full example: {len(asked)} of {len(every)} questions, {len(full.survey.turns)} prompts")
    assert every == set(INVENTORY)
    assert every - asked == RULED_OUT
    assert unanswered(full) == []


def test_the_full_example_leaves_open_only_what_is_still_being_counted(full: Example) -> None:
    start, end = full.get("about.period.start"), full.get("about.period.end")
    points = full.draft.open_points

    print(f"full example: {len(points)} open points")
    assert [point.at.rpartition(".")[2] for point in points] == ["baseline", "baseline"]
    assert {point.reason for point in points} == {"not_known"}
    assert all(point.note and point.owner and start <= (point.by or "") <= end for point in points)


def test_the_quick_example_answers_every_question_of_the_quick_path(quick: Example) -> None:
    print(f"quick example: {len(quick.survey.asked)} questions, {len(quick.survey.turns)} prompts")
    assert quick.survey.asked == ESSENTIAL | {"ST-10"}
    assert unanswered(quick) == []
    assert quick.draft.open_points == []


def test_the_quick_example_holds_nothing_beyond_the_quick_parts(quick: Example) -> None:
    asked_for = {turn.place for turn in quick.survey.turns}
    held = {place for place, _ in leaves(quick.draft.data) if not place.endswith(".id")}

    assert held <= asked_for


def test_the_quick_example_stays_as_short_as_an_hour_allows(quick: Example) -> None:
    items = {turn.item for turn in quick.survey.turns if turn.item}
    lists = [turn for turn in quick.survey.turns if turn.part.grows]
    single = [turn for turn in quick.survey.turns if not turn.item and not turn.part.grows]

    print(f"quick example: {len(single)} single answers, {len(lists)} lists, {len(items)} items in them")
    assert len(quick.get("goals.items")) == 2
    assert len(quick.get("build.resources")) <= 5
    assert len(single) + len(lists) + 2 * len(items) <= 150  # an item's page, and its list again after it


def test_nothing_is_set_aside(either: Example) -> None:
    assert either.survey.set_aside == []


def test_the_file_is_written_as_the_wizard_writes_it(either: Example) -> None:
    assert plan_file.text_of(either.draft) == either.text


def test_each_choice_is_one_that_was_offered(either: Example) -> None:
    strange = []
    for turn in either.survey.turns:
        if not (turn.part.options or turn.part.choose_from) or turn.row:
            continue
        value = either.get(turn.place)
        for each in value if isinstance(value, list) else [value]:
            offered = [
                choice.value for choice in choices_for(either.toolkit, either.survey.answers, turn.part)
            ]
            if each is not None and not isinstance(each, dict) and str(each) not in map(str, offered):
                strange.append((turn.place, each))

    assert strange == []


# fit for the public


def test_no_address_lies_outside_the_reserved_domain(either: Example) -> None:
    hosts = EMAIL.findall(either.text)

    assert all(host == "example.org" or host.endswith(".example.org") for host in hosts)


def test_no_number_looks_like_a_phone_other_than_a_help_line(either: Example) -> None:
    labels = " ".join(option.label for option in either.toolkit.choices["help_lines"].options)
    help_lines = {re.sub(r"\D", "", each) for each in PHONE.findall(labels)}
    numbers = {re.sub(r"\D", "", each) for each in PHONE.findall(either.text)}

    assert "8664555075" in help_lines
    assert numbers <= help_lines


def test_two_people_found_no_personal_details(either: Example) -> None:
    check = either.get("sign_off.privacy")

    assert check["first_clear"]
    assert check["second_clear"]
    assert check["first_role"] != check["second_role"]


# true to itself


def test_each_day_lies_inside_the_plan(either: Example) -> None:
    start, end = (date.fromisoformat(either.get(f"about.period.{edge}")) for edge in ("start", "end"))
    outside = [place for place, day in days(either) if not start <= day <= end]

    assert (start, end) == (date(2026, 9, 1), date(2027, 8, 31))
    assert outside == []


def test_the_days_of_a_piece_of_work_follow_each_other(either: Example) -> None:
    activities = either.get("strategy.activities")
    rounds = either.get("evaluation.calendar")

    assert all(each.get("start", each["end"]) <= each["end"] for each in activities)
    assert all(each["collect"] < each["review"] < each["act"] for each in rounds)
    for each in rounds:
        assert (date.fromisoformat(each["review"]) - date.fromisoformat(each["collect"])).days <= 60


def test_two_members_from_different_ps_lead_each_goal(either: Example) -> None:
    goals = either.get("goals.items")
    leads = [goal["lead"] for goal in goals]

    assert len(set(leads)) == len(leads)
    assert all(not ps_of(either, goal["lead"]) & ps_of(either, goal["co_lead"]) for goal in goals)


def test_each_goal_has_a_question_and_words_stay_short(either: Example) -> None:
    goals = either.get("goals.items")
    asked_about = {question["goal"] for question in either.get("evaluation.questions")}
    long = [
        place for place, value in leaves(either.draft.data) if isinstance(value, str) and words_in(value) > 80
    ]

    assert {goal["id"] for goal in goals} <= asked_about
    assert all(words_in(goal["statement"]) <= 30 for goal in goals)
    assert words_in(either.get("define.mission")) <= 45
    assert long == []


def test_each_p_has_a_member_a_resource_and_a_goal(full: Example) -> None:
    every = {"prevention", "protection", "prosecution", "partnership", "fifth"}
    lists = ("build.members", "build.resources", "goals.items")
    covered = {path: {p for each in full.get(path) for p in each["ps"]} for path in lists}

    print(", ".join(f"{len(full.get(path))} in {path}" for path in lists))
    assert covered == dict.fromkeys(lists, every)


def test_each_goal_has_activities_changes_and_an_indicator_with_a_round(full: Example) -> None:
    goals = {goal["id"] for goal in full.get("goals.items")}
    looked_at = {each for step in full.get("evaluation.calendar") for each in step["indicators"]}
    indicators = full.get("evaluation.indicators")

    for path in ("strategy.activities", "strategy.first_changes", "strategy.next_changes"):
        assert {each["goal"] for each in full.get(path)} == goals, path
    assert {each["goal"] for each in indicators} == goals
    assert {each["id"] for each in indicators} == looked_at


def test_the_agenda_fills_exactly_one_meeting(full: Example) -> None:
    minutes = [item["minutes"] for item in full.get("operations.agenda")]

    assert sum(minutes) == full.get("operations.minutes") == 90


def test_the_sums_about_money_agree(full: Example) -> None:
    costs = full.get("funding.costs")
    sources = full.get("funding.sources")
    must = sum(cost["amount"] for cost in costs if cost["priority"] == "must")

    assert must == full.get("funding.smallest")
    assert sum(cost["amount"] for cost in costs) == full.get("funding.fuller")
    assert max(source["amount"] for source in sources) <= 0.6 * sum(source["amount"] for source in sources)


def test_a_quorum_can_be_reached_and_no_member_carries_most_of_the_work(full: Example) -> None:
    members = full.get("build.members")
    leads = [activity["lead"] for activity in full.get("strategy.activities")]

    assert len(members) / 2 < full.get("operations.quorum") <= len(members)
    assert max(map(leads.count, leads)) <= 0.4 * len(leads)


def test_what_goal_four_says_about_the_table_is_what_the_table_says(full: Example) -> None:
    cells = [cell for row in full.get("build.coverage").values() for cell in row.values()]
    reason = full.get("goals.items")[3]["why_it_works"]

    assert f"{cells.count('none')} spots with no help" in reason
    assert f"{cells.count('unknown')} that nobody has checked" in reason


def test_the_conflict_steps_take_7_14_30_and_45_days(full: Example, quick: Example) -> None:
    spans = [[step["days"] for step in found.get("trust.steps")] for found in (full, quick)]

    assert spans == [[7, 14, 30, 45], [7, 14, 30, 45]]
