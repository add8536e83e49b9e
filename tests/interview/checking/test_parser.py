"""Flow files whose shape is wrong: what does not fit is said with its place, and throws no shadow on the rest."""

from pathlib import Path

import pytest

from tests.support.small_flows import faults_in, text_at
from wizard import words
from wizard.interview.checking.flows import checked

Change = tuple[str, str, str]

# Names and values that have another shape than a flow has, and where that is said.
SHAPES: dict[str, tuple[Change, str, str, str]] = {
    "a name nobody knows": (
        ("about.yaml", "covers: [X1]", "cover: [X1]"),
        "extra_forbidden",
        "cover:",
        "OWN-1",
    ),
    "nothing asked": (("about.yaml", "  ask: What is it called?\n", ""), "missing", "- id: OWN-1", "OWN-1"),
    "minutes in words": (
        ("about.yaml", "minutes: 1\n", "minutes: one\n"),
        "float_parsing",
        "minutes: one",
        "OWN-1",
    ),
    "a name with names": (
        ("about.yaml", "label: Name", "label: {a: b}"),
        "string_type",
        "label: {a",
        "OWN-1",
    ),
    "parts that are none": (
        ("about.yaml", "covers: [X1]", "covers: X1"),
        "tuple_type",
        "covers: X1",
        "OWN-1",
    ),
    "a quick that is none": (
        ("about.yaml", "quick: true", "quick: soon"),
        "bool_parsing",
        "quick: soon",
        "OWN-1.name",
    ),
    "months in words": (
        ("about.yaml", "months: 12", "months: twelve"),
        "int_parsing",
        "months: twelve",
        "OWN-2.end",
    ),
    "a condition in words": (
        ("about.yaml", "ask_if: {about.age: {is: forming}}", "ask_if: always"),
        "dict_type",
        "ask_if: always",
        "OWN-2.start",
    ),
    "a card in words": (
        ("about.yaml", "card: {title: Welcome, text: Welcome to all.}", "card: Welcome"),
        "model_type",
        "card: Welcome",
        "card",
    ),
}


@pytest.mark.parametrize("case", SHAPES)
def test_what_has_another_shape_is_said_with_its_place(tmp_path: Path, case: str) -> None:
    change, kind, where, at = SHAPES[case]

    files, faults = faults_in(tmp_path, change)

    lines = files["about.yaml"].split("\n")
    line = next(number for number, text in enumerate(lines, 1) if where in text)
    assert [(fault.key, fault.at) for fault in faults] == [(f"unfit.{kind}", at)]
    assert (faults[0].file, faults[0].line) == ("about.yaml", line)
    assert words.knows(faults[0].key)


def test_a_name_nobody_knows_comes_with_the_nearest(tmp_path: Path) -> None:
    _, faults = faults_in(
        tmp_path, ("about.yaml", "label: Name", "lable: Name"), ("build.yaml", "ask: Which s", "aks: Which s")
    )

    unknown = [fault for fault in faults if fault.key == "unfit.extra_forbidden"]
    assert [(fault.file, fault.details["name"], fault.details["near"]) for fault in unknown] == [
        ("about.yaml", "lable", "label"),
        ("build.yaml", "aks", "ask"),
    ]


# One thing wrong, in whose shadow other things seem wrong too, and the word that it is said at.
ALONE: dict[str, tuple[Change, str]] = {
    "a slip in a label": (("about.yaml", "  label: Name", "  lable: Name"), "lable"),
    "a slip in a part's label": (("about.yaml", "    label: Age", "    lable: Age"), "lable"),
    "a label that is none": (("about.yaml", "    label: Age", "    label: [Age]"), "label"),
    "a slip where a slot is named": (("about.yaml", "fills: about.age", "fils: about.age"), "fils"),
    "a slot that is no text": (("about.yaml", "fills: about.age", "fills: [about.age]"), "fills"),
    "a slot that is not named": (("about.yaml", "    fills: about.age\n", ""), "OWN-2.age"),
    "a slip in a slot": (("about.yaml", "fills: about.age", "fills: about.agee"), "OWN-2.age"),
    "a slip in the slot of a part that looks at its entry": (
        ("build.yaml", "fills: build.members[].representative", "fills: build.membrs[].representative"),
        "OWN-3.representative",
    ),
    "no slot at a part that looks at its entry": (
        ("build.yaml", "    fills: build.members[].representative\n", ""),
        "OWN-3.representative",
    ),
    "a slip in what is covered": (("about.yaml", "covers: [X1]", "covrs: [X1]"), "covrs"),
    "what is covered in no list": (("about.yaml", "covers: [X1]", "covers: X1"), "covers"),
    "a slip where a list grows": (("build.yaml", "    kind: list", "    knd: list"), "knd"),
    "a list of no kind": (("build.yaml", "    kind: list", "    kind: {a: b}"), "kind"),
    "an item word in a list": (("build.yaml", "item: member", "item: [member]"), "item"),
    "a slip in an id": (("about.yaml", "- id: OWN-2\n", "- idd: OWN-2\n"), "idd"),
    "an id that is no text": (("about.yaml", "- id: OWN-2\n", "- id: [OWN-2]\n"), "id"),
    "a part in words": (
        ("about.yaml", "  - id: OWN-2.age\n", "  - about.age\n  - id: OWN-2.age\n"),
        "about.age",
    ),
    "quick without a yes": (("about.yaml", "quick: true", "quick: soon"), "quick"),
    "a slip in the questions": (("about.yaml", "questions:", "qestions:"), "qestions"),
    "no key of a section": (("about.yaml", "section: about\n", ""), "title"),
    "a slip in the order": (("toolkit.yaml", "order: [about, build]", "oder: [about, build]"), "oder"),
    "an order that is no list": (("toolkit.yaml", "order: [about, build]", "order: about, build"), "order"),
    "a list in the order": (("toolkit.yaml", "order: [about, build]", "order: [[about], build]"), "[about]"),
    "a slip in a section of the order": (
        ("toolkit.yaml", "order: [about, build]", "order: [abuot, build]"),
        "order",
    ),
    "seeds in words": (("toolkit.yaml", "- {tag: X1, label: Say what you are}", "  X1"), "seed"),
    "a seed without its tag": (("toolkit.yaml", "{tag: X1, ", "{tg: X1, "), "tg"),
    "chapters of something else": (
        ("toolkit.yaml", "questions: [OWN-1, OWN-2, OWN-3]", "questions: OWN-1"),
        "questions",
    ),
    "choices that are a list": (("choices.yaml", "ages:\n  options:", "ages:"), "ages"),
    "a slip in a key": (("choices.yaml", "key: forming", "ky: forming"), "ky"),
    "a key that is a list": (("choices.yaml", "key: forming", "key: [forming]"), "key"),
    "a slip in an option's label": (("choices.yaml", "label: Just forming", "lable: Just forming"), "lable"),
    "an option without a label": (("build.yaml", "{key: some, label: Some}", "{key: some}"), "{key"),
    "options in a mapping": (
        ("build.yaml", "    options:\n    - {key: none, label: None}\n    - ", "    options: "),
        "options",
    ),
    "a slip in a default": (("about.yaml", "{from: about.period", "{form: about.period"), "form"),
    "a name twice": (("about.yaml", "  minutes: 1.5\n", "  minutes: 1.5\n  minutes: 2\n"), "minutes"),
    "a section that cannot be read": (("about.yaml", "title: About us", "title: About: us"), ":"),
    "choices that cannot be read": (("choices.yaml", "label: Schools}", "label: Schools"), "{key"),
    "an outline that cannot be read": (("toolkit.yaml", "nevers: [Names", "nevers: Names: [Names"), ":"),
}


@pytest.mark.parametrize("case", ALONE)
def test_what_is_wrong_is_said_once_and_throws_no_shadow(tmp_path: Path, case: str) -> None:
    change, word = ALONE[case]

    files, faults = faults_in(tmp_path, change)

    assert [text_at(files, fault) for fault in faults] == [word], faults
    assert words.knows(faults[0].key)


@pytest.mark.parametrize("case", ALONE)
def test_what_is_wrong_is_not_called_left_out(tmp_path: Path, case: str) -> None:
    change, _ = ALONE[case]
    faults_in(tmp_path)
    before = {(note.key, note.at) for note in checked(tmp_path)[2]}

    faults_in(tmp_path, change)

    assert {(note.key, note.at) for note in checked(tmp_path)[2]} <= before
