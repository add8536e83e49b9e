"""The view of a plan: what a reader meets, with nothing left to compute."""

from datetime import date
from typing import Any

import pytest

from wizard.document.copies import INSIDE, Copy
from wizard.document.letters.letters import Letters
from wizard.document.placeholders import Answers, Mark
from wizard.document.view.builder import Builder
from wizard.document.view.columns import beside, split, widths
from wizard.document.view.grids import grid
from wizard.document.view.summary import WORDS, shortened
from wizard.document.view.whole import view_of
from wizard.interview import toolkit as toolkits
from wizard.interview.flow import Toolkit
from wizard.interview.survey import survey
from wizard.storage.draft import Draft, OpenPoint


@pytest.fixture(scope="module")
def toolkit() -> Toolkit:
    return toolkits.load()


EIGHT = ["food", "medical", "dental", "transport", "clothing", "benefits", "education", "data_research"]


class Seen:
    """A view with its marks read as a reader would."""

    def __init__(self, toolkit: Toolkit, draft: Draft) -> None:
        self.view, self.answers = view_of(survey(toolkit, draft))

    def chapter(self, key: str) -> Any:
        return next(each for each in self.view.chapters if each.key == key)

    def parts(self, key: str) -> list[Any]:
        """What is painted in a chapter, in order."""
        return [part for theme in self.chapter(key).themes for part in theme.parts]

    def records(self, path: str) -> Any:
        return self.view.lists[path].records

    def fact(self, path: str) -> Any:
        return self.view.facts[path].answer

    def read(self, value: Any) -> Any:
        if isinstance(value, Mark):
            return read(self.answers, value)
        return tuple(map(self.read, value)) if isinstance(value, tuple | list) else value


def read(answers: Answers, mark: Mark) -> str:
    return answers.fill(f"<p>{mark}</p>", Letters(frozenset(map(chr, range(32, 0x3000)))))[3:-4]


def with_goals(*statements: str, path: str = "full") -> tuple[Draft, list[str]]:
    draft = Draft(path=path)
    ids = [draft.add("goals.items", "goal") for _ in statements]
    for ident, statement in zip(ids, statements, strict=True):
        draft.put(f"goals.items.{ident}.statement", statement)
    return draft, ids


def seen_grid(toolkit: Toolkit, draft: Draft) -> Any:
    """The tables of the coverage, which stand in the chapter where they are not drawn."""
    builder = Builder(survey(toolkit, draft))
    part = builder.part("build.coverage")
    assert part is not None
    found = grid(builder, part)
    assert found is not None
    return found.tables


def test_goals_stand_in_the_agreed_order_and_the_rest_behind(toolkit: Toolkit) -> None:
    draft, ids = with_goals("one", "two", "three")
    draft.put("goals.order", [ids[2], ids[0]])
    seen = Seen(toolkit, draft)

    records = seen.records("goals.items")

    assert [seen.read(record.answers["statement"].entries) for record in records] == [
        ("three",),
        ("one",),
        ("two",),
    ]
    assert [record.number for record in records] == [1, 2, 3]


def test_a_goal_is_referred_to_by_its_number(toolkit: Toolkit) -> None:
    draft, ids = with_goals("one", "two")
    draft.put("goals.order", ids[::-1])
    activity = draft.add("strategy.activities", "activity")
    draft.put(f"strategy.activities.{activity}.goal", ids[0])

    said = Seen(toolkit, draft).records("strategy.activities")[0].answers["goal"]

    assert (said.kind, said.entries) == ("goals", (2,))


def test_an_open_point_says_why_who_and_when(toolkit: Toolkit) -> None:
    draft, (goal,) = with_goals("one")
    draft.leave_open(
        OpenPoint(
            f"goals.items.{goal}.baseline", "not_known", "Legal Aid counts first", "data lead", "2026-11-30"
        )
    )
    seen = Seen(toolkit, draft)

    point = seen.records("goals.items")[0].answers["baseline"].open
    waiting = seen.view.open_points

    assert point.reason == "not_known"
    assert seen.read((point.note, point.owner, point.by)) == (
        "Legal Aid counts first",
        "data lead",
        "November 30, 2026",
    )
    assert [seen.read(each.question) for each in waiting] == ["How we will know"]
    assert waiting[0].goal == 1
    assert seen.read(waiting[0].about) == "Where we are now"


def test_what_was_accepted_says_what_it_is_about_and_why(toolkit: Toolkit) -> None:
    draft, (goal, other) = with_goals("one", "two")
    member = draft.add("build.members", "member")
    draft.put(f"build.members.{member}.organization", "Two Rivers Legal Aid")
    draft.accepted_checks = [
        {"check": "W-18", "at": f"goals.items.{goal}.lead", "because": "on purpose, this year"},
        {"check": "W-21", "at": f"goals.items.{other}"},
        {"check": "W-02", "at": f"build.members.{member}", "because": "we are few"},
        {"check": "W-14", "at": "goals.items[].measure", "because": "counted later"},
        {"check": "W-01", "because": "a start"},
    ]
    seen = Seen(toolkit, draft)

    assert [
        (
            seen.read(each.check),
            seen.read(each.question),
            seen.read(each.about),
            each.goal,
            seen.read(each.because),
        )
        for each in seen.view.accepted
    ] == [
        ("W-01", None, None, None, "a start"),
        ("W-02", "Members", "Two Rivers Legal Aid", None, "we are few"),
        ("W-18", "Who leads", None, 1, "on purpose, this year"),
        ("W-21", "Goals", None, 2, None),
        ("W-14", "Goals", None, None, "counted later"),
    ]


def test_the_one_page_says_what_is_not_decided_and_passes_over_what_has_no_name(toolkit: Toolkit) -> None:
    draft = Draft(path="full")
    goal = draft.add("goals.items", "goal")
    draft.put(f"goals.items.{goal}.target", 100)
    for path, item in (
        ("build.needs", "need"),
        ("build.resources", "resource"),
        ("sign_off.next_steps", "step"),
    ):
        draft.add(path, item)

    short = Seen(toolkit, draft).view.summary

    assert [(each.statement, each.measure) for each in short.goals] == [(None, None)]
    assert (short.needs, short.strengths, short.steps) == ((), (), ())


def test_nothing_accepted_is_no_appendix(toolkit: Toolkit) -> None:
    assert Seen(toolkit, with_goals("one")[0]).view.accepted == ()


def test_what_does_not_apply_says_so_and_is_no_longer_open(toolkit: Toolkit) -> None:
    draft = Draft(path="full")
    draft.leave_open(OpenPoint("define.vision", "does_not_apply"))
    seen = Seen(toolkit, draft)

    answer = seen.fact("define.vision")

    assert answer.open.reason == "does_not_apply"
    assert seen.view.open_points == ()


def test_a_point_at_an_item_stands_once_with_its_words(toolkit: Toolkit) -> None:
    draft, (goal,) = with_goals("one")
    draft.leave_open(OpenPoint(f"goals.items.{goal}", "parked", "after the summer"))
    seen = Seen(toolkit, draft)

    record = seen.records("goals.items")[0]

    assert seen.read(record.open.note) == "after the summer"
    assert record.answers["measure"].open.reason == "parked"
    assert record.answers["measure"].open.note is None
    assert len(seen.view.open_points) == 1


def test_a_list_called_complete_without_an_item_says_none(toolkit: Toolkit) -> None:
    draft = Draft(path="full")
    draft.call_complete("build.honored")
    seen = Seen(toolkit, draft)

    assert seen.read(seen.fact("build.honored").entries) == ("None",)


def test_on_the_quick_path_what_was_not_asked_waits_in_one_line(toolkit: Toolkit) -> None:
    seen = Seen(toolkit, Draft(path="quick"))

    chapter = seen.chapter("2")

    answers = [fact.answer for path, fact in seen.view.facts.items() if path.startswith("define.")]
    entries = [entry.label for part in seen.parts("2") for row in part.rows for entry in row]
    assert seen.read(entries) == ("Our mission", "What we are for", "Our definition", "What we see here")
    assert "Our vision" in seen.read(chapter.left)
    assert len(answers) == 4
    assert all(answer.open.bare for answer in answers)


def test_an_answer_the_quick_path_does_not_ask_prints_all_the_same(toolkit: Toolkit) -> None:
    draft = Draft(path="quick")
    draft.put("define.vision", "Everyone is safe")
    seen = Seen(toolkit, draft)

    assert seen.read(seen.fact("define.vision").entries) == ("Everyone is safe",)


def test_who_attends_prints_once_where_it_is_completed(toolkit: Toolkit) -> None:
    draft = Draft(path="full")
    member = draft.add("build.members", "member")
    draft.put(f"build.members.{member}.organization", "Legal Aid")
    draft.put(f"build.members.{member}.representative", "Director")
    seen = Seen(toolkit, draft)

    here = seen.view.lists["build.members"]
    there = next(table for part in seen.parts("7") if part.kind == "panel" for table in part.tables)

    assert "representative" not in here.fields
    assert "representative" in there.fields
    assert seen.read(there.records[0].name) == "Legal Aid"


@pytest.mark.parametrize(
    ("how", "first", "second", "adopted"),
    [
        ("consensus", True, True, True),
        ("vote", True, True, True),
        ("draft", True, True, False),
        ("consensus", True, False, False),
        ("vote", None, True, False),
        (None, True, True, False),
    ],
)
def test_a_plan_is_adopted_by_a_rule_and_two_readers(
    toolkit: Toolkit, how: str | None, first: bool | None, second: bool | None, adopted: bool
) -> None:
    draft = Draft(path="full")
    draft.put("sign_off.adoption.how", how)
    draft.put("sign_off.privacy.first_clear", first)
    draft.put("sign_off.privacy.second_clear", second)

    assert Seen(toolkit, draft).view.cover.adopted is adopted


def test_help_lines_open_with_the_one_for_emergencies(toolkit: Toolkit) -> None:
    chosen, elsewhere = Draft(path="full"), Draft(path="full")
    chosen.put("strategy.help_lines", ["national", {"other": "Our line 555"}])
    elsewhere.put("about.in_colorado", "no")
    elsewhere.put("strategy.local_line", "State line 222")

    lines = [Seen(toolkit, draft) for draft in (Draft(), chosen, elsewhere)]
    read = [[line.split(",")[0].split(" ")[0] for line in seen.read(seen.view.help_lines)] for seen in lines]

    assert read == [
        ["911", "Colorado&#x27;s", "National"],
        ["911", "National", "Our"],
        ["911", "State", "National"],
    ]


def test_a_text_is_cut_at_a_word() -> None:
    assert shortened("a short text", 3) == "a short text"
    assert shortened("one two three, four", 3) == "one two three…"
    assert len(shortened("x" * 5_000, 10)) <= 91
    assert WORDS == 250


def test_a_wide_grid_is_cut_into_tables_and_a_long_one_into_halves(toolkit: Toolkit) -> None:
    wide, long = Draft(path="full"), Draft(path="full")
    wide.put(
        "about.places", ["adams", "alamosa", "arapahoe", "archuleta", "baca", "bent", "boulder", "custer"]
    )
    long.put("about.places", ["adams"])
    for draft in (wide, long):
        draft.put(
            "build.coverage_also",
            EIGHT,
        )
        draft.put("build.coverage.food.adams", "some")

    tables = [seen_grid(toolkit, draft) for draft in (wide, long)]

    assert [len(table.columns) for table in tables[0]] == [4, 4]
    assert [(len(table.rows), table.half) for table in tables[1]] == [(4, True), (4, True)]


def test_a_split_gives_each_of_three_columns_the_room_that_makes_the_rows_lowest() -> None:
    full, even, ends = ([(300,)], [(60,)], [(60,)]), ([(200,)] * 3,) * 3, ([(0,)], [(2_000,)], [(1,)])

    assert [sum(split(each, 120, 20)) for each in (full, even, ends)] == [120, 120, 120]
    assert split(full, 120, 20)[0] > 60
    assert max(split(even, 120, 20)) - min(split(even, 120, 20)) <= 6
    assert split(ends, 120, 20) == (20, 80, 20)
    assert split(([], [], []), 120, 30)


def test_the_halves_of_a_grid_are_as_high_as_each_other(toolkit: Toolkit) -> None:
    draft = Draft(path="full")
    draft.put("about.places", ["adams"])
    wordy = [
        {"other": f"A kind of help that takes many words to name, number {number}"} for number in range(4)
    ]
    draft.put("build.coverage_also", [*wordy, *EIGHT])
    draft.put("build.coverage.food.adams", "some")

    tables = seen_grid(toolkit, draft)

    assert [len(table.rows) for table in tables] == [4, 8]


def test_columns_leave_room_for_the_longest_word_and_share_the_rest() -> None:
    narrow, wide, endless = widths([(5, [(5,)]), (9, [(200,)]), (400, [(400,)])])

    assert sum((narrow, wide, endless)) == pytest.approx(100, abs=0.2)
    assert narrow < wide
    assert endless < 65
    assert widths([]) == []


def test_columns_beside_others_share_what_is_theirs(toolkit: Toolkit) -> None:
    draft, _ = with_goals("one")
    draft.put(f"trust.steps.{draft.add('trust.steps', 'step')}.step", "informal_talk")
    listed = Seen(toolkit, draft).view.lists["trust.steps"]

    shared = beside(listed, ["step", "who", "days"], 80)

    assert sum(shared) == pytest.approx(80, abs=0.3)
    assert min(shared) > 10


def test_a_copy_shows_only_the_slots_its_reader_may_see(toolkit: Toolkit) -> None:
    draft = Draft(path="full")
    draft.put("about.name", "Our group")
    draft.put("about.host", "Legal Aid")
    copies = [INSIDE, Copy("other", frozenset({"public"}))]

    seen = [view_of(survey(toolkit, draft), copy)[0] for copy in copies]

    assert [("about.name" in view.facts, "about.host" in view.facts) for view in seen] == [
        (True, True),
        (True, False),
    ]
    assert [view.cover.host is not None for view in seen] == [True, False]


def test_the_plan_behind_a_view_is_typed_and_holds_what_applies(toolkit: Toolkit) -> None:
    draft = Draft(path="full")
    draft.put("about.period.start", "2026-09-01")
    draft.put("define.fifth_p", "Policy")  # asked only of those who use five

    plan = survey(toolkit, draft).plan

    assert plan.about.period.start == date(2026, 9, 1)
    assert plan.define.fifth_p is None
