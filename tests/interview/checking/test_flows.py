"""Flows checked when loaded: each thing that can be wrong in them, where it is said to stand, and what is near."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.small_flows import FILES, faults_in, place_of, text_at, write
from wizard import content, words
from wizard.errors import Fault, Faults, Problem
from wizard.interview import toolkit as toolkits
from wizard.interview.checking.flows import checked

Change = tuple[str, str, str]


def test_the_small_flow_has_no_faults(tmp_path: Path) -> None:
    write(tmp_path)

    toolkit, faults, _ = checked(tmp_path)

    assert faults == []
    assert toolkit is not None
    assert list(toolkit.questions) == ["OWN-1", "OWN-2", "OWN-3", "OWN-4"]


# What is changed in the small flow, the sentence it leads to, the id it is about, and some of its details.
BROKEN: dict[str, tuple[Change, str, str, dict[str, Any]]] = {
    "an unknown path": (
        ("about.yaml", "fills: about.name", "fills: about.nam"),
        "flows.unknown_path",
        "OWN-1.name",
        {"path": "about.nam", "near": "about.name"},
    ),
    "a path that leads nowhere near": (
        ("about.yaml", "fills: about.name", "fills: xyz"),
        "flows.unknown_path",
        "OWN-1.name",
        {"near": ""},
    ),
    "a list of choices that is not there": (
        ("about.yaml", "options: ages", "options: agess"),
        "flows.unknown_choices",
        "OWN-2.age",
        {"name": "agess", "near": "ages"},
    ),
    "rows from a list that is not there": (
        ("build.yaml", "rows: {options: sectors}", "rows: {options: sector}"),
        "flows.unknown_choices",
        "OWN-4.coverage",
        {"near": "sectors"},
    ),
    "words of one's own where none fit": (
        ("choices.yaml", "ages:\n", "ages:\n  other: Another age\n"),
        "flows.no_other",
        "OWN-2.age",
        {"path": "about.age"},
    ),
    "nothing to choose from": (
        ("about.yaml", "    options: ages\n", ""),
        "flows.nothing_to_choose",
        "OWN-2.age",
        {},
    ),
    "a choice from something nobody asks": (
        ("about.yaml", "options: ages", "choose_from: [about.ages]"),
        "flows.unknown_source",
        "OWN-2.age",
        {"path": "about.ages", "near": "about.age"},
    ),
    "a reference into the wrong list": (
        (
            "build.yaml",
            "- id: OWN-4\n",
            "- id: OWN-5\n  ask: Who leads?\n  label: Lead\n  minutes: 1\n  parts:\n  - id: OWN-5.holder\n"
            "    fills: operations.jobs[].holder\n    kind: one\n    choose_from: [about.name]\n- id: OWN-4\n",
        ),
        "flows.wrong_source",
        "OWN-5.holder",
        {"known": "build.members"},
    ),
    "a condition on a later part": (
        ("about.yaml", "ask_if: {about.age", "ask_if: {about.period.end: {answered: yes}, about.age"),
        "flows.looks_ahead",
        "OWN-2.start",
        {"path": "about.period.end"},
    ),
    "a condition on itself": (
        ("about.yaml", "ask_if: {about.age: {is: forming}}", "ask_if: {about.period.start: {answered: no}}"),
        "flows.looks_ahead",
        "OWN-2.start",
        {"path": "about.period.start"},
    ),
    "a condition on a part nobody asks": (
        ("about.yaml", "ask_if: {about.age: {is: forming}}", "ask_if: {about.host: {answered: yes}}"),
        "flows.looks_ahead",
        "OWN-2.start",
        {"path": "about.host"},
    ),
    "a condition on an unknown path": (
        ("about.yaml", "ask_if: {about.age: {is: forming}}", "ask_if: {about.agee: {is: forming}}"),
        "flows.unknown_path",
        "OWN-2.start",
        {"path": "about.agee", "near": "about.age"},
    ),
    "a condition on an unknown field of the item": (
        ("build.yaml", "ask_if: {.sector:", "ask_if: {.sectors:"),
        "flows.unknown_path",
        "OWN-3.representative",
        {"path": ".sectors", "near": "build.members[].sector"},
    ),
    "a condition on an unknown choice": (
        ("about.yaml", "{is: forming}", "{is: formin}"),
        "flows.unknown_choice",
        "OWN-2.start",
        {"name": "formin", "near": "forming"},
    ),
    "a condition on an unknown choice among several": (
        ("about.yaml", "{is: forming}", "{in: [forming, renewin]}"),
        "flows.unknown_choice",
        "OWN-2.start",
        {"name": "renewin", "near": "renewing"},
    ),
    "a condition deep inside others": (
        ("about.yaml", "{about.age: {is: forming}}", "{not: {any: [{about.age: {is: formin}}]}}"),
        "flows.unknown_choice",
        "OWN-2.start",
        {"near": "forming"},
    ),
    "an unknown test": (
        ("about.yaml", "{is: forming}", "{equals: forming}"),
        "flows.unknown_operator",
        "OWN-2.start",
        {"name": "equals"},
    ),
    "answered how": (
        ("about.yaml", "{is: forming}", "{answered: maybe}"),
        "flows.answered",
        "OWN-2.start",
        {},
    ),
    "a condition that is no test": (
        ("about.yaml", "{about.age: {is: forming}}", "{about.age: forming}"),
        "flows.condition_shape",
        "OWN-2.start",
        {},
    ),
    "any of one thing": (
        ("about.yaml", "{about.age: {is: forming}}", "{any: {about.age: {is: forming}}}"),
        "flows.condition_shape",
        "OWN-2.start",
        {},
    ),
    "at least how many": (
        ("about.yaml", "{is: forming}", "{at_least: many}"),
        "flows.condition_shape",
        "OWN-2.start",
        {},
    ),
    "in without a list": (
        ("about.yaml", "{is: forming}", "{in: forming}"),
        "flows.condition_shape",
        "OWN-2.start",
        {},
    ),
    "a default from an unknown path": (
        ("about.yaml", "{from: about.period.start,", "{from: about.period.star,"),
        "flows.unknown_path",
        "OWN-2.end",
        {"near": "about.period.start"},
    ),
    "a default from a part nobody asks": (
        ("about.yaml", "{from: about.period.start,", "{from: sign_off.look_again,"),
        "flows.looks_ahead",
        "OWN-2.end",
        {"path": "sign_off.look_again"},
    ),
    "a default by what no option says": (
        ("about.yaml", "{from: about.period.start, months: 12}", "{from: about.period.start, by: weeks}"),
        "flows.default_by",
        "OWN-2.end",
        {"name": "weeks", "known": "ps, days"},
    ),
    "a default of all where one is chosen": (
        ("about.yaml", "{from: about.period.start, months: 12}", "{all: true}"),
        "flows.default_offered",
        "OWN-2.end",
        {},
    ),
    "a default of the next outside a list": (
        ("about.yaml", "{from: about.period.start, months: 12}", "{next: true}"),
        "flows.default_offered",
        "OWN-2.end",
        {},
    ),
    "a question id twice": (
        ("build.yaml", "- id: OWN-4\n", "- id: OWN-3\n"),
        "flows.id_twice",
        "OWN-3",
        {"id": "OWN-3"},
    ),
    "a part id twice": (
        ("about.yaml", "- id: OWN-2.end", "- id: OWN-2.start"),
        "flows.id_twice",
        "OWN-2.start",
        {"id": "OWN-2.start"},
    ),
    "a part with another question's id": (
        ("about.yaml", "id: OWN-1.name", "id: OWN-2.name"),
        "flows.part_id",
        "OWN-2.name",
        {"id": "OWN-1"},
    ),
    "no label at one of several parts": (
        ("about.yaml", "    label: End\n", ""),
        "flows.no_wording",
        "OWN-2.end",
        {},
    ),
    "a question without parts": (
        (
            "about.yaml",
            FILES["about.yaml"].split("  covers: [X1]\n")[1].split("- id: OWN-2")[0],
            "  parts: []\n",
        ),
        "flows.no_parts",
        "OWN-1",
        {},
    ),
    "an unknown kind": (
        ("about.yaml", "kind: text", "kind: txt"),
        "flows.unknown_kind",
        "OWN-1.name",
        {"name": "txt", "near": "text"},
    ),
    "a date where a text belongs": (
        ("about.yaml", "kind: text", "kind: date"),
        "flows.wrong_kind",
        "OWN-1.name",
        {"kind": "date", "path": "about.name"},
    ),
    "a number where a text belongs": (
        ("about.yaml", "kind: text", "kind: number"),
        "flows.wrong_kind",
        "OWN-1.name",
        {"kind": "number"},
    ),
    "a yes or no where a text belongs": (
        ("about.yaml", "kind: text", "kind: yes_no"),
        "flows.wrong_kind",
        "OWN-1.name",
        {"kind": "yes_no"},
    ),
    "many where one belongs": (
        ("about.yaml", "kind: one", "kind: many"),
        "flows.wrong_kind",
        "OWN-2.age",
        {"kind": "many", "shape": "simple"},
    ),
    "a list of items without a word for ids": (
        ("build.yaml", "    item: member\n", ""),
        "flows.wrong_kind",
        "OWN-3.members",
        {"path": "build.members"},
    ),
    "an item word that makes no id": (
        ("build.yaml", "item: member", "item: Member"),
        "flows.item_word",
        "OWN-3.members",
        {"word": "Member"},
    ),
    "an unknown field for the name of an item": (
        ("build.yaml", "names: organization", "names: organisation"),
        "flows.unknown_field",
        "OWN-3.members",
        {"name": "organisation"},
    ),
    "an unknown field behind the name": (
        ("build.yaml", "shows: [sector]", "shows: [sektor]"),
        "flows.unknown_field",
        "OWN-3.members",
        {"name": "sektor"},
    ),
    "a grid without rows": (
        ("build.yaml", "    rows: {options: sectors}\n", ""),
        "flows.grid",
        "OWN-4.coverage",
        {"path": "build.coverage"},
    ),
    "a grid without columns": (
        ("build.yaml", "    columns: {options: ages}\n", ""),
        "flows.grid",
        "OWN-4.coverage",
        {"path": "build.coverage"},
    ),
    "a slot filled twice": (
        ("about.yaml", "fills: about.period.end", "fills: about.name"),
        "flows.filled_twice",
        "OWN-2.end",
        {"path": "about.name", "first": "OWN-1.name"},
    ),
    "a part that fills and revises": (
        ("about.yaml", "fills: about.name\n", "fills: about.name\n    revises: about.host\n"),
        "flows.fills_or_revises",
        "OWN-1.name",
        {},
    ),
    "a question per an unknown list": (
        ("build.yaml", "- id: OWN-4\n", "- id: OWN-4\n  per: build.member\n"),
        "flows.unknown_list",
        "OWN-4",
        {"near": "build.members"},
    ),
    "an essential question the quick path passes over": (
        ("about.yaml", "    quick: true\n", ""),
        "flows.essential_not_quick",
        "OWN-1",
        {},
    ),
    "a card too long to read aloud": (
        ("about.yaml", "text: Welcome to all.", f"text: {'word ' * 61}"),
        "flows.card_long",
        "OWN-1",
        {"title": "Welcome", "words": 61, "most": 60},
    ),
    "a question that is not in the order": (
        ("toolkit.yaml", "order: [about, build]", "order: [about]"),
        "flows.order_missing",
        "OWN-3",
        {"id": "OWN-3"},
    ),
    "a question id that stands for a copy": (
        ("build.yaml", "- id: OWN-4\n", "- id: OWN-1\n"),
        "flows.id_twice",
        "OWN-1",
        {"file": "about.yaml", "first": 7},
    ),
    "nothing written at a question": (
        ("about.yaml", "label: Name", 'label: " "'),
        "flows.no_words",
        "OWN-1",
        {"name": "label"},
    ),
    "minutes that are no number": (
        ("about.yaml", "minutes: 1.5", "minutes: nan"),
        "flows.minutes",
        "OWN-2",
        {},
    ),
    "an entry that cannot be named": (
        (
            "build.yaml",
            FILES["build.yaml"][FILES["build.yaml"].index("  - id: OWN-3.organ") :].split(
                "  - id: OWN-3.sector"
            )[0],
            "",
        ),
        "flows.field_unasked",
        "OWN-3.members",
        {"path": "build.members[].organization"},
    ),
    "a grid that does not say which row": (
        ("build.yaml", "{row}, {column}: how", "{column}: how"),
        "flows.grid_wording",
        "OWN-4.coverage",
        {"name": "row"},
    ),
    "rows of nothing": (
        ("build.yaml", "rows: {options: sectors}", "rows: {}"),
        "flows.grid",
        "OWN-4.coverage",
        {},
    ),
    "words of one's own at a part where none fit": (
        ("about.yaml", "    options: ages\n", "    options: ages\n    other: Another age\n"),
        "flows.no_other",
        "OWN-2.age",
        {},
    ),
    "a part that revises what nobody asked": (
        ("about.yaml", "fills: about.name\n", "revises: about.host\n"),
        "flows.nothing_to_revise",
        "OWN-1.name",
        {"path": "about.host"},
    ),
    "a condition on an answer that is neither yes nor no": (
        (
            "build.yaml",
            "- id: OWN-4\n",
            "- id: OWN-5\n  per: build.members\n  ask: Who?\n  label: Who\n  minutes: 1\n  parts:\n"
            "  - {id: OWN-5.alternate, fills: 'build.members[].alternate', kind: yes_no, ask: A, label: A}\n"
            "  - id: OWN-5.role\n    fills: build.members[].alternate_role\n    kind: text\n    ask: B\n    label: B\n"
            "    ask_if: {.alternate: {is: perhaps}}\n- id: OWN-4\n",
        ),
        "flows.unknown_choice",
        "OWN-5.role",
        {"name": "perhaps"},
    ),
    "a condition on a row that is not there": (
        (
            "build.yaml",
            "    - {key: some, label: Some}\n",
            "    - {key: some, label: Some}\n- id: OWN-5\n  ask: Who?\n  label: Who\n  minutes: 1\n"
            "  ask_if: {build.coverage.skools.forming: {is: some}}\n  parts:\n"
            "  - {id: OWN-5.host, fills: about.host, kind: text}\n",
        ),
        "flows.unknown_choice",
        "OWN-5",
        {"name": "skools", "near": "schools"},
    ),
    "a default that is no choice": (
        ("about.yaml", "    options: ages\n", "    options: ages\n    default: {value: formin}\n"),
        "flows.unknown_choice",
        "OWN-2.age",
        {"near": "forming"},
    ),
    "a default too far away": (
        ("about.yaml", "months: 12", "months: 12000"),
        "flows.default_far",
        "OWN-2.end",
        {},
    ),
    "a default by something an option has not": (
        ("about.yaml", "months: 12", "by: letters"),
        "flows.default_by",
        "OWN-2.end",
        {"name": "letters"},
    ),
}


# The same for options: what is wrong stands where the option's key does.
BROKEN_OPTIONS: dict[str, tuple[Change, str, str, dict[str, Any], str]] = {
    "an unknown choice of a `one`": (
        ("choices.yaml", "key: forming", "key: formin"),
        "flows.unknown_choice",
        "OWN-2.age",
        {"name": "formin", "near": "forming"},
        "formin",
    ),
    "an unknown choice of a `one` that takes other words": (
        ("choices.yaml", "key: schools", "key: skools"),
        "flows.unknown_choice",
        "OWN-3.sector",
        {"name": "skools", "near": "schools"},
        "skools",
    ),
    "an unknown choice in a grid": (
        ("build.yaml", "key: some", "key: sum"),
        "flows.unknown_choice",
        "OWN-4.coverage",
        {"name": "sum"},
        "sum",
    ),
    "an option without a label": (
        ("choices.yaml", "label: Just forming", 'label: ""'),
        "flows.no_label",
        "ages",
        {"name": "forming"},
        "forming",
    ),
    "an option that looks at an unknown path": (
        ("choices.yaml", "label: Renewing}", "label: Renewing, only_if: {about.nam: {answered: yes}}}"),
        "flows.unknown_path",
        "OWN-2.age",
        {"near": "about.name"},
        "renewing",
    ),
    "an option with a condition that is none": (
        ("choices.yaml", "label: Renewing}", "label: Renewing, only_if: {any: about.name}}"),
        "flows.condition_shape",
        "OWN-2.age",
        {},
        "renewing",
    ),
    "an option that takes its label from an unknown path": (
        ("choices.yaml", "label: Renewing}", "label: Renewing, label_from: about.nam}"),
        "flows.unknown_path",
        "OWN-2.age",
        {"near": "about.name"},
        "renewing",
    ),
    "a key twice": (
        ("choices.yaml", "  - {key: renewing", "  - {key: forming, label: Again}\n  - {key: renewing"),
        "flows.key_twice",
        "ages",
        {"name": "forming"},
        "forming",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, case: str) -> None:
    change, key, at, details = BROKEN[case]

    files, faults = faults_in(tmp_path, change)

    mine = [fault for fault in faults if (fault.key, fault.at) == (key, at)]
    assert mine, faults
    assert {**mine[0].details, **details} == mine[0].details
    assert (mine[0].file, mine[0].line, mine[0].column) == place_of(files, at)
    assert not re.search(r"(?<!\{)\{\w+\}", words.say(key, **mine[0].details))


@pytest.mark.parametrize("case", BROKEN_OPTIONS)
def test_what_is_wrong_with_an_option_is_said_where_it_stands(tmp_path: Path, case: str) -> None:
    change, key, at, details, option = BROKEN_OPTIONS[case]

    files, faults = faults_in(tmp_path, change)

    (fault,) = faults
    assert (fault.key, fault.at, text_at(files, fault)) == (key, at, option)
    assert {**fault.details, **details} == fault.details


def test_four_quick_parts_for_each_item_are_too_many(tmp_path: Path) -> None:
    parts = "".join(
        f"  - {{id: OWN-3.{name}, fills: 'build.members[].{name}', kind: text, ask: What?, label: It, quick: true}}\n"
        for name in ("alternate_role", "offers")
    )
    _, faults = faults_in(
        tmp_path,
        ("build.yaml", "    label: Organization\n", "    label: Organization\n    quick: true\n"),
        ("build.yaml", "    label: Sector\n", "    label: Sector\n    quick: true\n"),
        ("build.yaml", "- id: OWN-4\n", f"{parts}- id: OWN-4\n"),
    )

    assert [(fault.key, fault.at, fault.details["count"]) for fault in faults] == [
        ("flows.too_quick", "OWN-3", 4)
    ]


def test_an_item_word_serves_one_list_only(tmp_path: Path) -> None:
    more = (
        "- id: OWN-5\n  ask: Who else?\n  label: Else\n  minutes: 1\n  parts:\n"
        "  - {id: OWN-5.bodies, fills: build.bodies, kind: list, item: member, names: name}\n"
        "  - {id: OWN-5.name, fills: 'build.bodies[].name', kind: text, ask: Which?, label: Name}\n- id: OWN-4\n"
    )
    _, faults = faults_in(tmp_path, ("build.yaml", "- id: OWN-4\n", more))

    assert [(fault.key, fault.at) for fault in faults] == [("flows.item_word", "OWN-5.bodies")]


def test_an_unknown_section_in_the_order_is_said_with_the_nearest(tmp_path: Path) -> None:
    _, faults = faults_in(tmp_path, ("toolkit.yaml", "order: [about, build]", "order: [about, build, abuot]"))

    assert [(fault.key, fault.file, fault.details["near"]) for fault in faults] == [
        ("flows.order_unknown", "toolkit.yaml", "about")
    ]


def test_the_order_is_said_with_its_line_and_column(tmp_path: Path) -> None:
    files, faults = faults_in(
        tmp_path, ("toolkit.yaml", "order: [about, build]", "order: [about, build, abuot]")
    )
    line = files["toolkit.yaml"].split("\n").index("order: [about, build, abuot]") + 1

    assert [(fault.file, fault.line, fault.column) for fault in faults] == [("toolkit.yaml", line, 1)]


def test_one_section_stands_in_one_file(tmp_path: Path) -> None:
    _, faults = faults_in(tmp_path, ("about.yaml", "section: about\n", "section: build\n"))

    assert [(fault.key, fault.file, fault.line, fault.details["first"]) for fault in faults] == [
        ("flows.section_twice", "build.yaml", 1, "about.yaml")
    ]


def test_faults_come_by_file_and_line(tmp_path: Path) -> None:
    _, faults = faults_in(
        tmp_path,
        ("about.yaml", "    label: End\n", ""),
        ("about.yaml", "fills: about.name", "fills: about.nam"),
        ("build.yaml", "names: organization", "names: nobody"),
        ("toolkit.yaml", "order: [about, build]", "order: [about, build, abuot]"),
    )
    places = [(fault.file, fault.line or 0) for fault in faults]

    assert len(places) == 4
    assert places == sorted(places)


@pytest.mark.parametrize(
    "change",
    [
        ("toolkit.yaml", "name: own", "name: Our own"),
        ("toolkit.yaml", "version: 1", "version: draft"),
        ("toolkit.yaml", "language: en", "language: English (US)"),
    ],
    ids=lambda change: change[2],
)
def test_a_toolkit_is_named_so_that_a_plan_can_keep_it(tmp_path: Path, change: Change) -> None:
    _, faults = faults_in(tmp_path, change)

    assert [(fault.key, fault.line) for fault in faults] == [("flows.names", 1)]


# Things of another shape in five files, two of which cannot be read at all.
MISSHAPEN: tuple[Change, ...] = (
    ("about.yaml", "  minutes: 1.5", "  minutes: a while"),
    ("about.yaml", "    label: End\n", "    lable: End\n"),
    ("build.yaml", "    fills: build.members[].sector\n", "    fils: build.members[].sector\n"),
    ("choices.yaml", "label: Housing", "label: [Housing]"),
    ("toolkit.yaml", "title: Our own toolkit", "title: Our: own toolkit"),
)
SPOILED = "section: trust\ntitle: [Trust\n"

# Things that have the shape of a flow, and are wrong all the same.
MISTAKEN: tuple[Change, ...] = (
    ("about.yaml", "fills: about.name", "fills: about.nam"),
    ("about.yaml", "{is: forming}", "{is: formin}"),
    ("about.yaml", "    label: Start\n", ""),
    ("about.yaml", "- id: OWN-2.end", "- id: OWN-2.start"),
    (
        "about.yaml",
        "    options: ages\n",
        "    options: ages\n    ask_if: {about.period.end: {answered: yes}}\n",
    ),
    ("build.yaml", "names: organization", "names: organisation"),
    ("build.yaml", "- id: OWN-4\n", "- id: OWN-4\n  ask_if: {about.agee: {answered: yes}}\n"),
    ("build.yaml", "    columns: {options: ages}\n", ""),
    ("choices.yaml", "key: schools", "key: skools"),
    ("choices.yaml", "key: forming", "key: formed"),
    ("toolkit.yaml", "order: [about, build]", "order: [about, build, biuld]"),
)


def test_everything_of_another_shape_is_said_at_once_and_what_is_meant_where_the_shape_holds(
    tmp_path: Path,
) -> None:
    (tmp_path / "trust.yaml").write_text(SPOILED, encoding="utf-8")

    files, faults = faults_in(tmp_path, *MISSHAPEN, *MISTAKEN)

    files["trust.yaml"] = SPOILED
    assert [(fault.file, text_at(files, fault), fault.at, fault.key) for fault in faults] == [
        ("about.yaml", "OWN-1.name", "OWN-1.name", "flows.unknown_path"),
        ("about.yaml", "minutes", "OWN-2", "unfit.float_parsing"),
        ("about.yaml", "lable", "OWN-2.start", "unfit.extra_forbidden"),
        ("build.yaml", "fils", "OWN-3.sector", "unfit.extra_forbidden"),
        ("build.yaml", "OWN-4", "OWN-4", "flows.unknown_path"),
        ("build.yaml", "OWN-4.coverage", "OWN-4.coverage", "flows.grid"),
        ("choices.yaml", "label", "sectors", "unfit.string_type"),
        ("toolkit.yaml", ":", "", "yaml.second_colon"),
        ("trust.yaml", "[Trust", "", "yaml.bracket"),
    ]


def test_everything_wrong_is_said_at_once_and_nothing_else(tmp_path: Path) -> None:
    files, faults = faults_in(tmp_path, *MISTAKEN)

    assert [(fault.file, text_at(files, fault), fault.at, fault.key) for fault in faults] == [
        ("about.yaml", "OWN-1.name", "OWN-1.name", "flows.unknown_path"),
        ("about.yaml", "OWN-2.age", "OWN-2.age", "flows.looks_ahead"),
        ("about.yaml", "OWN-2.start", "OWN-2.start", "flows.no_wording"),
        ("about.yaml", "OWN-2.start", "OWN-2.start", "flows.unknown_choice"),
        ("about.yaml", "OWN-2.start", "OWN-2.start", "flows.id_twice"),
        ("build.yaml", "OWN-3.members", "OWN-3.members", "flows.unknown_field"),
        ("build.yaml", "OWN-4", "OWN-4", "flows.unknown_path"),
        ("build.yaml", "OWN-4.coverage", "OWN-4.coverage", "flows.grid"),
        ("choices.yaml", "formed", "OWN-2.age", "flows.unknown_choice"),
        ("choices.yaml", "skools", "OWN-3.sector", "flows.unknown_choice"),
        ("toolkit.yaml", "order", "order", "flows.order_unknown"),
    ]


@pytest.mark.parametrize("changes", [MISSHAPEN, MISTAKEN], ids=["shape", "meaning"])
def test_everything_wrong_is_told_with_what_to_do(tmp_path: Path, changes: tuple[Change, ...]) -> None:
    _, faults = faults_in(tmp_path, *changes)

    head, *lines = words.of(Faults(faults, "flows.faults", folder=tmp_path)).split("\n")

    assert str(tmp_path) in head
    assert len(lines) == len(changes)
    assert all(re.match(r"  \w+\.yaml:\d+:\d+( [\w.-]+)?: ", line) for line in lines)
    assert all(words.knows(fault.key) for fault in faults)


def test_a_sentence_of_the_check_names_file_line_column_and_id(tmp_path: Path) -> None:
    files, faults = faults_in(tmp_path, ("about.yaml", "fills: about.name", "fills: about.nam"))
    file, line, column = place_of(files, "OWN-1.name")

    said = words.of(Faults(faults, "flows.faults", folder=tmp_path))

    assert f"{file}:{line}:{column} OWN-1.name: " in said
    assert 'did you mean "about.name"?' in said


def test_the_same_faults_come_in_the_same_order(tmp_path: Path) -> None:
    order = ("toolkit.yaml", "order: [about, build]", "order: []")

    _, first = faults_in(tmp_path, order)

    ids = [fault.at for fault in first if fault.key == "flows.order_missing"]
    assert ids == ["OWN-1", "OWN-2", "OWN-3", "OWN-4"]


def test_a_file_that_is_no_yaml_does_not_hide_the_others(tmp_path: Path) -> None:
    _, faults = faults_in(
        tmp_path,
        ("about.yaml", "title: About us", "title: About: us"),
        ("build.yaml", "label: Help", "lable: Help"),
    )

    assert [(fault.file, fault.line) for fault in faults if fault.file == "about.yaml"] == [("about.yaml", 2)]
    assert "build.yaml" in {fault.file for fault in faults}


def test_a_folder_without_an_order_is_refused(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "toolkit.yaml").unlink()

    with pytest.raises(Problem) as caught:
        toolkits.load(tmp_path)

    assert caught.value.key == "flows.none"


def test_a_shorter_flow_of_ones_own_gets_notes_and_no_faults(tmp_path: Path) -> None:
    write(tmp_path, ("about.yaml", "covers: [X1]", "covers: [X9]"))

    toolkit, faults, notes = checked(tmp_path)

    kinds = {note.key for note in notes}
    assert toolkit is not None
    assert faults == []
    assert kinds == {
        "flows.slot_unasked",
        "flows.seed_uncovered",
        "flows.seed_unknown",
        "flows.choice_unoffered",
        "flows.no_chapter",
    }
    assert {note.details["tag"] for note in notes if "tag" in note.details} == {"X1", "X9"}
    assert [note.at for note in notes if note.key == "flows.no_chapter"] == ["OWN-4"]


def test_the_shipped_flow_may_leave_nothing_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    monkeypatch.setattr(content, "FLOWS", tmp_path)

    _, faults, notes = checked(tmp_path)

    assert notes == []
    assert {"flows.slot_unasked", "flows.choice_unoffered", "flows.no_chapter"} <= {
        fault.key for fault in faults
    }


def shipped_copy(folder: Path, monkeypatch: pytest.MonkeyPatch, *changes: Change) -> list[Fault]:
    """What is found wrong in a copy of the shipped flow that is checked as strictly as the original."""
    for file in content.FLOWS.glob("*.yaml"):
        (folder / file.name).write_bytes(file.read_bytes())
    for name, old, new in changes:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(content, "FLOWS", folder)
    return checked(folder)[1]


def test_a_copy_of_the_shipped_flow_that_loses_a_question_is_told_what_it_loses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The positive control of the content rules: they see a question that is gone."""
    funding = (content.FLOWS / "funding.yaml").read_text(encoding="utf-8")
    start, end = (funding.index(f"- id: FU-0{number}\n") for number in (6, 7))

    faults = shipped_copy(
        tmp_path,
        monkeypatch,
        ("funding.yaml", funding[start:end], ""),
        ("evaluation.yaml", "covers: [E5]", "covers: []"),
    )

    assert [(fault.key, fault.at) for fault in faults] == [
        ("flows.slot_unasked", "funding.same_grant"),
        ("flows.seed_uncovered", "seed"),
    ]


def test_what_only_cannot_be_read_in_the_shipped_flow_is_not_called_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults = shipped_copy(
        tmp_path,
        monkeypatch,
        ("evaluation.yaml", "covers: [E5]", "covers: []"),
        ("funding.yaml", "title: ", "title: Money: "),
        ("goals.yaml", "    fills: goals.items[].baseline\n", "    fils: goals.items[].baseline\n"),
        ("survivors.yaml", "questions:\n", "questions:\n- A question\n"),
        ("trust.yaml", "  minutes: ", "  minutes: about "),
    )

    assert [(fault.file, fault.key) for fault in faults] == [
        ("funding.yaml", "yaml.second_colon"),
        ("goals.yaml", "unfit.extra_forbidden"),
        ("survivors.yaml", "unfit.model_type"),
        ("trust.yaml", "unfit.float_parsing"),
    ]
