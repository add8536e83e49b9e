"""The plan file: exactly the shape people may read and edit, strict about what it is not, and nothing lost."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.bench.reading import seconds
from tests.bench.shapes import SHAPES, some
from tests.support.whole_plans import drafts
from wizard import words
from wizard.errors import MOST_FAULTS, Fault, Faults, Problem
from wizard.storage import plan_file
from wizard.storage.draft import Draft, OpenPoint
from wizard.storage.end_mark import marked

HEAD = "format: 1\ntoolkit: colorado@1\nlanguage: en\nplan_id: p-7f3kq2\n"

TWO_RIVERS = """\
format: 1
toolkit: colorado@1
language: en
plan_id: p-7f3kq2
path: full
complete: [build.members]
about:
  name: Two Rivers Anti-Trafficking Partnership
  places: [alamosa, {other: Mesquite Reservation}]
  period: {start: 2026-09-01, end: 2027-08-31}
define:
  scope:
    labor: {adults: covered, minors: later}
  functions: [coordinate, share, survivors_first]
build:
  members:
  - id: member-q8z2
    organization: Two Rivers Legal Aid
    sector: legal_services
    ps: [protection, prosecution]
goals:
  items:
  - id: goal-k3f9
    statement: |-
      By March 31, 2027, answer 90 of every 100 referrals
      between members within two working days.
    lead: member-q8z2
open_points:
- at: goals.items.goal-k3f9.baseline
  reason: not_known
  note: Legal Aid counts for one month first
  owner: data lead
  by: 2026-11-30
accepted_checks:
- check: W-18
  at: goals.items.goal-k3f9
  because: both leads come from Protection this year, on purpose
"""


def faults_in(text: str) -> list[Fault]:
    with pytest.raises(Faults) as caught:
        plan_file.read(text.encode(), "two-rivers.plan.yaml")
    return caught.value.faults


def test_a_plan_is_read_as_a_draft() -> None:
    draft = plan_file.draft_of(TWO_RIVERS.encode())

    assert (draft.plan_id, draft.path, draft.complete) == ("p-7f3kq2", "full", ["build.members"])
    assert draft.get("goals.items.goal-k3f9.lead") == "member-q8z2"
    assert draft.get("about.period.end") == "2027-08-31"
    assert draft.open_points == [
        OpenPoint(
            "goals.items.goal-k3f9.baseline",
            "not_known",
            "Legal Aid counts for one month first",
            "data lead",
            "2026-11-30",
        )
    ]
    assert draft.accepted_checks[0]["check"] == "W-18"


def test_a_plan_that_was_read_is_written_word_for_word() -> None:
    text = plan_file.text_of(plan_file.draft_of(TWO_RIVERS.encode()))

    assert text == marked(TWO_RIVERS)


def test_every_change_is_written_whatever_was_written_before() -> None:
    draft = plan_file.draft_of(TWO_RIVERS.encode())
    plan_file.text_of(draft)

    draft.get("build.members.member-q8z2")["organization"] = "Three Rivers Legal Aid"
    draft.get("about.places").append("baca")
    draft.get("define.scope.labor")["minors"] = True  # reads as 1 to whoever compares carelessly
    once = plan_file.text_of(draft)
    draft.get("define.scope.labor")["minors"] = 1

    assert "organization: Three Rivers Legal Aid" in once
    assert "places: [alamosa, {other: Mesquite Reservation}, baca]" in once
    assert "minors: yes" in once
    assert "minors: 1" in plan_file.text_of(draft)


def test_answers_stand_in_the_toolkits_order_whatever_came_first() -> None:
    draft = Draft()
    draft.put("sign_off.remember", "Call the line.")
    draft.put("about.period.start", "2026-09-01")
    draft.put("about.name", "Two Rivers")

    text = plan_file.text_of(draft)

    assert text.index("name:") < text.index("start:") < text.index("remember:")


def test_an_empty_draft_is_a_short_file() -> None:
    text = plan_file.text_of(Draft(plan_id="p-7f3kq2"))

    assert text == marked(HEAD)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drafts())
def test_whatever_a_plan_holds_comes_back_from_its_file(draft: Draft) -> None:
    text = plan_file.text_of(draft)

    again = plan_file.draft_of(text.encode())

    assert again == draft
    assert plan_file.text_of(again) == text


# what is written behind the head of a file · the sentence · the words that stand at its line and column
STRICT: list[tuple[str, str, str]] = [
    ("abuot:\n  name: x\n", "unfit.extra_forbidden", "abuot:"),
    ("about:\n  nmae: x\n", "unfit.extra_forbidden", "nmae:"),
    ("about:\n  age: formin\n", "unfit.unknown_key", "formin"),
    ("about:\n  age: [forming]\n", "unfit.not_offered", "[forming]"),
    ("about:\n  places: [denver, bouldr]\n", "unfit.unknown_key", "bouldr"),
    ("about:\n  places: denver\n", "unfit.tuple_type", "denver"),
    ("about:\n  period: {start: 2026-02-30}\n", "unfit.date_from_datetime_parsing", "2026-02-30"),
    ("about:\n  period: {start: Sep 1}\n", "unfit.date_parsing", "Sep 1"),
    ("about: Two Rivers\n", "unfit.model_type", "Two Rivers"),
    ("funding:\n  smallest: lots\n", "unfit.int_parsing", "lots"),
    ("trust:\n  leaders_accept: maybe\n", "unfit.bool_parsing", "maybe"),
    ("goals:\n  items:\n  - statement: x\n", "unfit.missing", "statement: x"),
    ("goals:\n  items:\n  - id: Goal\n", "unfit.string_pattern_mismatch", "Goal"),
    ("goals:\n  items: all\n", "unfit.tuple_type", "all"),
    (
        "goals:\n  items:\n  - {id: goal-aaaa}\n  - {id: goal-aaaa, target: 1}\n",
        "unfit.id_twice",
        "goal-aaaa, target",
    ),
    ("goals:\n  items:\n  - {id: goal-aaaa, lead: member-zzzz}\n", "unfit.refers_nowhere", "member-zzzz"),
    ("goals:\n  order: [goal-zzzz]\n", "unfit.refers_nowhere", "[goal-zzzz]"),
    ("path: slow\n", "plan.path", "slow"),
    ("complete: build.members\n", "plan.complete", "build.members"),
    ("complete: [{a: b}]\n", "plan.complete", "[{a: b}]"),
    ("complete: [build.members, nonsense]\n", "plan.no_list", "nonsense"),
    ("complete: [about.name]\n", "plan.no_list", "about.name"),
    ("complete: {a: b}\n", "plan.complete", "{a: b}"),
    ("open_points: none\n", "unfit.tuple_type", "none"),
    ("open_points: {}\n", "unfit.tuple_type", "{}"),
    ("open_points: {at: about.name, reason: parked}\n", "unfit.tuple_type", "{at"),
    ("open_points:\n- {reason: parked, at: nowhere}\n", "plan.no_place", "nowhere"),
    ("open_points:\n- {reason: parked, at: about.nam}\n", "plan.no_place", "about.nam"),
    ("open_points:\n- {reason: parked, at: about}\n", "plan.no_place", "about"),
    ("open_points:\n- {reason: parked, at: ../../x}\n", "plan.no_place", "../../x"),
    (
        "open_points:\n- {reason: parked, at: goals.items.goal-zzzz}\n",
        "plan.no_place",
        "goals.items.goal-zzzz",
    ),
    ("open_points:\n- {reason: parked, at: 'goals.items[].lead'}\n", "plan.no_place", "'goals.items[]"),
    ("open_points:\n- {reason: parked, at: define.scope.labor}\n", "plan.no_place", "define.scope"),
    ("open_points:\n- {reason: parked, at: define.scope.a.b.c}\n", "plan.no_place", "define.scope"),
    (
        "open_points:\n- {at: about.name, reason: parked}\n- {reason: not_known, at: about.name}\n",
        "plan.point_twice",
        "about.name",
    ),
    ("toolkit: colorado\n", "plan.toolkit", "colorado"),
    ("toolkit: [a, b]\n", "plan.toolkit", "[a, b]"),
    ("language: e\n", "plan.language", "e\n"),
    ("language: {a: b}\n", "plan.language", "{a: b}"),
    ("open_points:\n- {reason: parked}\n", "plan.point", "{reason"),
    ("open_points:\n- {at: about.name, reason: parked, who: me}\n", "plan.point", "{at"),
    ("open_points:\n- {at: about.name, reason: lazy}\n", "plan.reason", "{at"),
    ("open_points:\n- {at: about.name}\n", "plan.reason", "{at"),
    ("open_points:\n- {at: about.name, reason: parked, by: soon}\n", "unfit.date_parsing", "soon"),
    (
        "open_points:\n- {at: about.name, reason: parked, by: 2026-13-45}\n",
        "unfit.date_parsing",
        "2026-13-45",
    ),
    ("accepted_checks: all\n", "unfit.tuple_type", "all"),
    ("accepted_checks:\n- {check: W-1}\n", "plan.check", "W-1"),
    ("accepted_checks:\n- {at: about.name}\n", "plan.accepted", "{at"),
    ("accepted_checks:\n- {check: W-18, becos: x}\n", "plan.accepted", "{check"),
]


def _with_head(lines: str) -> str:
    """The head, but for a line that is written anew."""
    name = lines.split(":")[0]
    return "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(f"{name}:")) + lines


@pytest.mark.parametrize(
    ("lines", "key", "words_there"), STRICT, ids=[f"{key} {there}" for _, key, there in STRICT]
)
def test_what_a_plan_file_is_not_is_said_with_line_and_column(lines: str, key: str, words_there: str) -> None:
    text = _with_head(lines)
    before = text[: text.rindex(words_there)]

    (fault,) = faults_in(text)

    assert fault.key == key
    assert (fault.line, fault.column) == (before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    assert fault.file == "two-rivers.plan.yaml"


@pytest.mark.parametrize("case", STRICT, ids=[f"{key} {there}" for _, key, there in STRICT])
def test_what_a_plan_file_is_not_is_said_in_words(case: tuple[str, str, str]) -> None:
    said = words.of(Faults(faults_in(_with_head(case[0])), file="two-rivers.plan.yaml"))

    assert said.startswith("two-rivers.plan.yaml ")
    assert "{" not in said.split("\n", 1)[0]
    assert words.say("unfit.unnamed") not in said


@pytest.mark.parametrize(
    ("lines", "near"),
    [
        ("abuot: {name: x}\n", "about"),
        ("open_point: []\n", "open_points"),
        ("about: {nmae: x}\n", "name"),
        ("about: {age: renewin}\n", "renewing"),
        ("goals: {items: [{id: goal-aaaa, statment: x}]}\n", "statement"),
        ("complete: [build.member]\n", "build.members"),
        ("open_points: [{at: about.nam, reason: parked}]\n", "about.name"),
        (
            "goals: {items: [{id: goal-aaaa}]}\nopen_points: [{at: goals.items.goal-aaaa.basline, reason: parked}]\n",
            "goals.items.goal-aaaa.baseline",
        ),
        (
            "goals: {items: [{id: goal-aaaa}]}\nopen_points: [{at: goals.items.goal-aaab, reason: parked}]\n",
            "goals.items.goal-aaaa",
        ),
    ],
)
def test_a_slip_of_the_pen_is_answered_with_the_right_word(lines: str, near: str) -> None:
    said = words.of(Faults(faults_in(HEAD + lines), file="x"))

    assert f'did you mean "{near}"?' in said


def test_all_that_is_wrong_is_said_at_once_in_the_order_of_the_file() -> None:
    faults = faults_in(
        "format: 1\npath: slow\nplan_id: mine\nopen_points: [{at: about.name}]\nabout: {nmae: x, age: old}\n"
        "goals:\n  items:\n  - {id: goal-aaaa, target: many}\nabuot: x\n"
    )

    assert [(fault.line, fault.at) for fault in faults] == [
        (2, "path"),
        (3, "plan_id"),
        (4, "open_points.0"),
        (5, "about.nmae"),
        (5, "about.age"),
        (8, "goals.items.0.target"),
        (9, "abuot"),
    ]


@pytest.mark.parametrize(
    "line", ["", "plan_id:\n", "plan_id: P-1\n", "plan_id: p-../../x\n", "plan_id: {a: b}\n"]
)
def test_a_plan_needs_an_id_that_can_name_a_folder(line: str) -> None:
    faults = faults_in(f"format: 1\n{line}")

    assert [fault.key for fault in faults] == ["plan.id"]


def test_a_file_that_is_no_yaml_is_named() -> None:
    with pytest.raises(Faults) as caught:
        plan_file.read(b"a: b: c\n", "two-rivers.plan.yaml")

    assert words.of(caught.value).startswith("two-rivers.plan.yaml cannot be read yet")


@pytest.mark.parametrize("text", ["format: 2\n", "format: 99\nabout: {new_things: yes}\n"])
def test_a_newer_format_is_refused_untouched(text: str) -> None:
    with pytest.raises(Problem) as caught:
        plan_file.read(text.encode(), "x")

    assert caught.value.key == "plan.newer"
    assert "nothing was changed" in words.of(caught.value)


@pytest.mark.parametrize("said", ["one", "0", "-1", "1.5", "", "[1]"])
def test_a_format_that_is_no_number_is_said_with_its_line(said: str) -> None:
    (fault,) = faults_in(f"about: {{name: x}}\nformat: {said}\n")

    assert (fault.key, fault.line, fault.at) == ("plan.format", 2, "format")


PLACES = [
    "about.name", "about.period.end", "about.places", "build.members", "goals.items.goal-k3f9",
    "goals.items.goal-k3f9.baseline", "goals.items.goal-k3f9.needs", "define.scope", "define.scope.labor.minors",
    "define.scope.other_mesquite.adults", "trust.factors", "trust.factors.leadership",
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_an_open_point_stands_at_any_place_that_is_there(place: str) -> None:
    lines = f"goals: {{items: [{{id: goal-k3f9}}]}}\nopen_points: [{{at: {place}, reason: parked}}]\n"

    draft = plan_file.draft_of((HEAD + lines).encode())

    assert draft.open_points == [OpenPoint(place, "parked")]


def test_a_place_is_known_also_where_its_plan_does_not_fit_yet() -> None:
    faults = faults_in(
        f"{HEAD}goals: {{items: [{{id: goal-k3f9, target: lots}}]}}\n"
        "open_points: [{at: goals.items.goal-k3f9.target, reason: parked}]\n"
    )

    assert [fault.key for fault in faults] == ["unfit.float_parsing"]


@pytest.mark.parametrize("text", ["", "about: {name: x}\n"])
def test_what_names_no_format_is_no_plan(text: str) -> None:
    with pytest.raises(Problem) as caught:
        plan_file.read((text or "x: y\n").encode(), "x")

    assert caught.value.key == "plan.no_format"


BLANKS: list[tuple[str, dict[str, Any]]] = [
    ("about:\n", {}),
    ("about:\n  name:\n", {}),
    ("build:\n  members: []\n", {}),
    ("open_points:\naccepted_checks:\ncomplete:\npath:\n", {}),
    ("about:\n  places: []\n", {"about": {"places": []}}),
]


@pytest.mark.parametrize(("lines", "data"), BLANKS)
def test_what_is_left_blank_is_a_hole(lines: str, data: dict[str, Any]) -> None:
    draft = plan_file.draft_of((HEAD + lines).encode())

    assert draft == Draft(data=data, plan_id="p-7f3kq2")


def test_texts_stay_what_people_typed() -> None:
    lines = "about: {name: no, host: 0044, contact: 12:30, reader: 1e3, recorder: 2026-09-01}\n"

    draft = plan_file.draft_of((HEAD + lines).encode())

    assert list(draft.data["about"].values()) == ["no", "0044", "12:30", "1e3", "2026-09-01"]


@pytest.mark.parametrize(
    "text",
    [
        some(9000, lambda n: f"  - nowhere{n}\n", "about:\n  places:\n"),
        some(9000, lambda n: f"- build.m{n}\n", "complete:\n"),
        some(9000, lambda n: f"- {{at: about.n{n}}}\n", "open_points:\n"),
        some(9000, lambda n: f"section{n}: x\n", ""),
        some(9000, lambda n: f"  field{n}: x\n", "about:\n"),
    ],
    ids=["places", "lists", "points", "sections", "fields"],
)
def test_no_more_is_said_of_a_file_than_can_be_mended_at_once(text: bytes) -> None:
    faults = faults_in(text.decode())

    assert len(faults) == MOST_FAULTS
    assert [fault.line for fault in faults] == sorted(fault.line or 0 for fault in faults)


# The slowest of all before they were mended, and the slowest now; the others are tried with --slow.
EVERY_DAY = {
    *("places nobody knows", "lists nobody knows", "points at thousands of entries"),
    *("hidden characters behind many lines", "marks on one letter", "lists in lists"),
}


@pytest.mark.parametrize(
    "shape", [name if name in EVERY_DAY else pytest.param(name, marks=pytest.mark.slow) for name in SHAPES]
)
def test_a_megabyte_in_any_shape_is_read_or_refused_in_seconds(shape: str) -> None:
    assert seconds(SHAPES[shape]()) <= 5.0
