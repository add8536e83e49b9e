"""The pruned plan: nothing set aside, everything that applies, and a file that loads again."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from tests.interview.test_survey import BRANCHES
from tests.support.shipped import draft_of, toolkit
from tests.support.whole_plans import drafts
from wizard.content import PACKAGE
from wizard.interview.flow import Condition, Question, Toolkit
from wizard.interview.pruned import pruned
from wizard.interview.survey import survey
from wizard.storage import plan_file
from wizard.storage.draft import Draft, OpenPoint


def carried(draft: Draft) -> Draft:
    return pruned(survey(toolkit(), draft))


@pytest.mark.parametrize("branch", BRANCHES)
def test_what_is_set_aside_stays_behind(branch: str) -> None:
    asked, not_asked, place, value = BRANCHES[branch]

    applies = carried(draft_of({**asked, place: value}))
    aside = carried(draft_of({**not_asked, place: value}))

    assert applies.get(place) == value
    assert aside.get(place) is None


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(drafts())
def test_any_plan_without_what_is_set_aside_loads_again_and_has_nothing_more_to_set_aside(
    draft: Draft,
) -> None:
    once = carried(draft)

    raw = plan_file.text_of(once).encode()
    again = plan_file.draft_of(raw)

    assert survey(toolkit(), again).set_aside == []
    assert plan_file.text_of(carried(again)).encode() == raw


@pytest.mark.parametrize("name", ["two-rivers", "two-rivers-quick"])
def test_an_example_comes_through_whole(name: str) -> None:
    raw = (PACKAGE / "examples" / f"{name}.plan.yaml").read_bytes()

    assert plan_file.text_of(carried(plan_file.draft_of(raw))).encode() == raw


def test_the_quick_path_keeps_what_only_the_full_one_asks() -> None:
    draft = draft_of({"about.name": "Two Rivers", "build.widening": "Ask the schools."}, path="quick")
    draft.put("build.existing", "working_with")
    draft.leave_open(OpenPoint("build.agreements", "parked", note="for later"))

    kept = carried(draft)

    assert kept == draft


def test_an_answer_that_points_at_an_entry_set_aside_goes_along() -> None:
    draft = draft_of(
        {
            "about.name": "Two Rivers",
            "build.members.member-q8z2.organization": "Two Rivers Legal Aid",
            "goals.items.goal-k3f9.statement": "Open a line",
            "goals.items.goal-k3f9.lead": "member-q8z2",
            "goals.items.goal-k3f9.co_lead": "member-q8z2",
        }
    )
    never = with_condition(toolkit(), "build.members", {"about.name": {"answered": "no"}})

    kept = pruned(survey(never, draft))

    goals = [{"id": "goal-k3f9", "statement": "Open a line"}]
    assert kept.data == {"about": {"name": "Two Rivers"}, "goals": {"items": goals}}
    assert plan_file.draft_of(plan_file.text_of(kept).encode()).data == kept.data


def with_condition(whole: Toolkit, fills: str, condition: Condition) -> Toolkit:
    """The toolkit with one part asked only under a condition."""

    def changed(question: Question) -> Question:
        parts = (replace(p, ask_if=condition) if p.fills == fills else p for p in question.parts)
        return replace(question, parts=tuple(parts))

    sections = (replace(each, questions=tuple(map(changed, each.questions))) for each in whole.sections)
    return replace(whole, sections=tuple(sections))


def test_open_points_and_checks_stay_only_where_their_question_applies() -> None:
    draft = draft_of({"define.ps": "four", "goals.items.goal-k3f9.statement": "Answer"})
    draft.complete = ["goals.items"]
    for place in ("define.fifth_p", "define.scope", "goals.items.goal-k3f9", "goals.items.goal-k3f9.lead"):
        draft.leave_open(OpenPoint(place, "parked", note=f"about {place}"))
    draft.accepted_checks = [
        {"check": "W-01"},
        {"check": "W-02", "at": "goals.items.goal-k3f9"},
        {"check": "W-03", "at": "goals.items[].lead"},
        {"check": "W-04", "at": "goals"},
        {"check": "W-05", "at": "define.fifth_p"},
    ]

    kept = carried(draft)

    assert kept.complete == ["goals.items"]
    assert [point.at for point in kept.open_points] == [
        "define.scope",
        "goals.items.goal-k3f9",
        "goals.items.goal-k3f9.lead",
    ]
    assert [check["check"] for check in kept.accepted_checks] == ["W-01", "W-02", "W-03", "W-04"]


def test_the_draft_itself_is_left_as_it_is() -> None:
    draft = draft_of({"define.ps": "four", "define.fifth_p": "People", "about.name": "Two Rivers"})
    before = replace(draft.snapshot())

    carried(draft)

    assert draft == before
