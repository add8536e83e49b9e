"""Reading YAML strictly and writing it back: what is refused, where, and that nothing changes on the way."""

import contextlib
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.shapes import SHAPES
from wizard.errors import MOST_FAULTS, Fault, Faults
from wizard.storage.yaml import builder
from wizard.storage.yaml import text as yaml_text

ROOT = Path(__file__).parents[3]


def faults_of(text: str | bytes) -> list[tuple[str, int | None, int | None]]:
    raw = text.encode() if isinstance(text, str) else text
    with pytest.raises(Faults) as caught:
        yaml_text.read(raw)
    return [(fault.key, fault.line, fault.column) for fault in caught.value.faults]


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers, one after the other."""
    name: str = request.param
    if name == "python":
        monkeypatch.setattr(yaml, "__with_libyaml__", False)
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML came without libyaml")
    return name


HOSTILE: list[tuple[str, list[tuple[str, int, int]]]] = [
    ("title: x: y\n", [("yaml.second_colon", 1, 9)]),
    ("title: 'unclosed\nvision: x\n", [("yaml.quote_open", 1, 8)]),
    ("title: ok\n\tvision: x", [("yaml.tab", 2, 1)]),
    ("a:\n  - b\n\t- c", [("yaml.tab", 3, 1)]),
    ("a: |\n \tx", [("yaml.tab", 2, 2)]),
    ("a: [1, 2\nb: 3\n", [("yaml.bracket", 1, 4)]),
    ("a: [b]]", [("yaml.bracket", 1, 7)]),
    ("a: [b", [("yaml.bracket", 1, 4)]),
    ("a: {b:}", [("yaml.bracket", 1, 5)]),
    ("a:\n{b: c\nd: e", [("yaml.bracket", 2, 1)]),
    ("note: *bold* x", [("yaml.special_start", 1, 7)]),
    ("a: @home", [("yaml.special_start", 1, 4)]),
    ("a: ok\nb: %x", [("yaml.special_start", 2, 4)]),
    ("a: ok\n% x", [("yaml.directive", 2, 1)]),
    ("a:\n- \t\n", [("yaml.tab", 2, 3)]),
    ("a: b\n c: d", [("yaml.indent", 2, 3)]),
    ("a:\n  b: 1\n c: 2", [("yaml.indent", 3, 2)]),
    ("a:  - b", [("yaml.list_here", 1, 5)]),
    ("a: 'x' y\n", [("yaml.after_quote", 1, 8)]),
    ("- 'x' [y]\n", [("yaml.after_quote", 1, 7)]),
    ('a: "\\q"', [("yaml.escape", 1, 5)]),
    ('a: "\\U00110000"', [("yaml.escape", 1, 7)]),
    ('a: "\\UFFFFFFFF"', [("yaml.escape", 1, 7)]),
    ('a: "\\ud800"', [("yaml.escape", 1, 7)]),
    ('a: "\\e[31m"', [("yaml.hidden", 1, 4)]),
    ("a: 'x\x1b[31m'", [("yaml.hidden", 1, 6)]),
    ("a: ok\nb: \u202etxet", [("yaml.hidden", 2, 4)]),
    ("a: ok\nb: one\u2028two", [("yaml.hidden", 2, 7)]),
    ("a: |x\n y", [("yaml.block_head", 1, 4)]),
    ("name\nb: c", [("yaml.no_colon", 1, 5)]),
    (": x", [("yaml.no_name", 1, 1)]),
    ("'': x", [("yaml.no_name", 1, 1)]),
    ("a: !!python/object:os.system ls", [("yaml.tag", 1, 4)]),
    ("a: !x b", [("yaml.tag", 1, 4)]),
    ("a: 1\n---\nb: 1", [("yaml.second_document", 2, 1)]),
    ("a: b\n...\nc: d", [("yaml.second_document", 3, 1)]),
    ("# by hand\n%YAML 1.2\n---\na: 1", [("yaml.directive", 2, 1)]),
    ("[a]: 1", [("yaml.name_is_list", 1, 1)]),
    ("? {a: b}\n: 1", [("yaml.name_is_list", 1, 3)]),
    ("", [("yaml.empty", 1, 1)]),
    ("# nothing but a note\n", [("yaml.empty", 1, 1)]),
    ("- x\n", [("yaml.not_a_plan", 1, 1)]),
    ("just words\nmore words", [("yaml.not_a_plan", 1, 1)]),
    ("<<<<<<< a\na: 1\n=======\na: 2\n>>>>>>> b\n", [("yaml.conflict", line, 1) for line in (1, 3, 5)]),
    ("a: " + "[" * 21 + "]" * 21, [("yaml.too_deep", 1, 23)]),
]

# PyYAML's own parser says the same of the same line, but for these.
OTHERWISE: dict[str, list[tuple[str, int]]] = {
    "a: |\n \tx": [],
    "a: {b:}": [],
    'a: "\\ud800"': [("yaml.hidden", 1)],
}

HOSTILE_NAMES = [f"{number}-{faults[0][0]}" for number, (_, faults) in enumerate(HOSTILE)]


@pytest.mark.parametrize(("text", "expected"), HOSTILE, ids=HOSTILE_NAMES)
def test_what_a_plan_file_may_not_hold_is_named_with_its_place(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert faults_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), HOSTILE, ids=HOSTILE_NAMES)
def test_without_libyaml_it_is_named_with_its_line(
    text: str, expected: list[tuple[str, int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)

    faults, _ = read_or_faults(text.encode())

    named = [(fault.key, fault.line) for fault in faults]
    assert named == OTHERWISE.get(text, [(key, line) for key, line, _ in expected])


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"%PDF-1.7", "yaml.is_pdf"),
        (b"PK\x03\x04rest", "yaml.is_office"),
        (b"{\\rtf1", "yaml.is_rtf"),
        (b"\xd0\xcf\x11\xe0", "yaml.is_old_office"),
        ("a: b".encode("utf-16"), "yaml.is_utf16"),
        ("a: bcd".encode("utf-16-le"), "yaml.is_utf16"),
        ("a: bcd".encode("utf-16-be"), "yaml.is_utf16"),
        (b"\0" * 4096, "yaml.only_zeros"),
        (b"\0", "yaml.only_zeros"),
        (b"a: b\nc: d" + b"\0" * 50, "yaml.only_zeros"),
        (b"a: x\nb: caf\xe9\n", "yaml.not_utf8"),
        (b"a: " + b"x" * 1_000_000, "yaml.too_big"),
    ],
)
def test_other_files_and_encodings_are_called_by_name(raw: bytes, key: str) -> None:
    assert [each[0] for each in faults_of(raw)] == [key]


def test_a_character_that_is_not_utf8_is_pointed_at() -> None:
    assert faults_of(b"a: x\nb: caf\xe9\n") == [("yaml.not_utf8", 2, 7)]


def test_more_entries_than_any_plan_has_are_refused(parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert parser
    monkeypatch.setattr(builder, "MOST_NODES", 50)

    enough = yaml_text.read(b"a:\n" + b"- x\n" * 47).data

    assert len(enough["a"]) == 47
    assert faults_of("a:\n" + "- x\n" * 48) == [("yaml.too_many", 49, 3)]


def test_everything_wrong_is_listed_at_once_in_the_order_of_the_file(parser: str) -> None:
    assert parser
    text = "a: &x 1\nb: *x\na: 2\n<<: 3\nc: !t 4\na: \u202e5\nd: [\n"

    keys = [(key, line) for key, line, _ in faults_of(text)]

    assert keys == [
        ("yaml.anchor", 1),
        ("yaml.anchor", 2),
        ("yaml.twice", 3),
        ("yaml.merge_key", 4),
        ("yaml.tag", 5),
        ("yaml.twice", 6),
        ("yaml.hidden", 6),
        ("yaml.bracket", 8),
    ]


def test_a_file_wrong_everywhere_gets_a_list_of_bearable_length() -> None:
    assert len(faults_of("a: 1\n" * 400)) == MOST_FAULTS


def test_every_value_stays_the_text_that_was_typed(parser: str) -> None:
    assert parser
    lines = [
        "a: no",
        "b: 0044",
        "c: 12:30",
        "d: 2026-09-01",
        "e: 1e3",
        "f: ~",
        "g:",
        "h: 'null'",
        "",
    ]
    raw = b"\xef\xbb\xbf" + "\r\n".join(lines).encode()

    data = yaml_text.read(raw).data

    assert list(data) == list("abcdefgh")
    assert list(data.values()) == ["no", "0044", "12:30", "2026-09-01", "1e3", None, None, "null"]


def test_a_tab_and_a_question_mark_stay_where_libyaml_reads() -> None:
    if not yaml.__with_libyaml__:
        pytest.skip("PyYAML came without libyaml")

    data = yaml_text.read(b"a: b\tc\nd: [e?, f? g]\n").data

    assert data == {"a": "b\tc", "d": ["e?", "f? g"]}


def test_places_are_known_for_names_and_values_and_fall_back_to_the_nearest(parser: str) -> None:
    assert parser
    raw = b"about:\n  name: X\ngoals:\n  items:\n  - id: goal-a1b2\n    lead: m\n    note:\n"

    marks = yaml_text.read(raw).marks

    assert marks.key(("goals", "items", 0, "lead")) == (6, 5)
    assert marks.value(("goals", "items", 0, "lead")) == (6, 11)
    assert marks.value(("goals", "items", 0, "note")) == (7, 5)
    assert marks.value(("goals", "items", 0, "absent", "deeper")) == (5, 5)
    assert marks.key(("about",)) == (1, 1)
    assert marks.value(("nothing",)) == (1, 1)


DEEP = [
    "[" * 100_000,
    "- " * 100_000,
    "{a: " * 100_000,
    "[a: " * 100_000,
    "? " * 100_000,
    "{" * 100_000 + "}" * 100_000,
    "a" * 100_000 + ": b",
    '"' + "\\" * 100_000,
    "&a " * 100_000,
    "".join(" " * depth + "a:\n" for depth in range(1400)),
]


@pytest.mark.parametrize("libyaml", [True, False])
def test_deep_nesting_ends_in_a_sentence_and_not_in_a_crash(*, libyaml: bool) -> None:
    program = (
        "import sys\nimport yaml\nfrom wizard.errors import Faults\n"
        "from wizard.storage.yaml import text as yaml_text\n"
        f"yaml.__with_libyaml__ = {libyaml} and yaml.__with_libyaml__\n"
        "for text in eval(sys.stdin.read()):\n"
        "    try:\n        yaml_text.read(text.encode())\n"
        "    except Faults:\n        pass\n"
        "print('alive')"
    )

    done = subprocess.run(
        [sys.executable, "-c", program],
        input=repr(DEEP),
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "alive\n", "")


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_a_megabyte_in_any_shape_is_done_within_three_seconds(parser: str, shape: str) -> None:
    assert parser
    raw = SHAPES[shape]()
    start = time.process_time()

    with contextlib.suppress(Faults):
        yaml_text.read(raw)

    assert time.process_time() - start < 3


PIECES = [
    "a",
    "b: ",
    "c:",
    "- ",
    "\n",
    "\n  ",
    "\n- ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "?",
    "? ",
    ":",
    " ",
    "\t",
    '"',
    "'",
    "|\n",
    "|-\n",
    ">\n",
    " #",
    "&a",
    "*a",
    "!t",
    "\\",
    "k: v\n",
    "\n    ",
    "---",
    "...",
    "<<: ",
    "~",
    "é",
    "😀",
    "%",
    "@",
    "\\x41",
    "2",
    "\u202e",
    "=======\n",
]
TYPED = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(max_examples=300, deadline=None)
@given(TYPED)
def test_what_both_parsers_read_they_read_the_same(text: str) -> None:
    if not yaml.__with_libyaml__:
        pytest.skip("PyYAML came without libyaml")

    fast, fast_faults = yaml_text.read_all(text.encode())
    with pytest.MonkeyPatch.context() as without:
        without.setattr(yaml, "__with_libyaml__", False)
        slow, slow_faults = yaml_text.read_all(text.encode())

    alike = bool(fast_faults) == bool(slow_faults)
    assert alike or "\t" in text or "?" in text or re.search(r":[][{},]", text)
    if not fast_faults and not slow_faults:
        assert fast == slow


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=80), TYPED.map(str.encode)))
def test_any_bytes_give_data_or_faults_that_point_into_the_file(raw: bytes) -> None:
    lines = raw.count(b"\n") + raw.count(b"\r") + 1

    faults, data = read_or_faults(raw)

    assert bool(faults) != isinstance(data, dict)
    assert all(fault.file == "x.plan.yaml" for fault in faults)
    assert all(fault.line is None or 1 <= fault.line <= lines + 1 for fault in faults)


def read_or_faults(raw: bytes) -> tuple[list[Fault], Any]:
    try:
        return [], yaml_text.read(raw, file="x.plan.yaml").data
    except Faults as caught:
        return caught.faults, None
