"""The wizard's own sentences: each one that is said is there, each one that is there is said, and none blames."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import wizard
from wizard import words
from wizard.errors import Fault, Faults, Problem
from wizard.storage.yaml import text
from wizard.words import checker
from wizard.words.checker import used
from wizard.words.parser import sentence
from wizard.words.vocabulary import flat

HOUSE = Path(wizard.__file__).parent
SAYING = {"say", "Problem", "Unfit", "Usage", "Fault", "Faults", "fault", "Misfit", "wrong"}
# Said over a place that is found while the program runs; their gaps are filled there.
FILLED_LATER = {"wrong", "Misfit", "Faults"}


@cache
def sentences() -> dict[str, Any]:
    """Every sentence as it stands in the file, by its key."""
    raw = text.read((HOUSE / "words" / "en.yaml").read_bytes()).data
    return {key: each for key, each in flat(raw) if not key.startswith("language.")}


def texts(data: Any) -> list[str]:
    """Every text of a sentence: its variants and its forms."""
    if isinstance(data, dict):
        return [*texts(data["say"]), *(each for forms in data["forms"].values() for each in forms.values())]
    return data if isinstance(data, list) else [data]


@dataclass(frozen=True)
class Said:
    """One place in the code where a sentence is named: its key (or a pattern of keys) and what fills its gaps."""

    where: str
    key: str
    pattern: bool
    gaps: frozenset[str] | None  # None where they cannot be read off the code
    call: str


def said_in(source: str, where: str) -> Iterator[Said]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (name := _called(node)) in SAYING:
            for argument in node.args[1:2] if name == "Faults" else node.args[:1]:
                for key, pattern in _keys(argument):
                    if re.fullmatch(r"[a-z][\w.+\\()?-]*", key) and (pattern or "." in key or name == "say"):
                        yield Said(f"{where}:{node.lineno}", key, pattern, _filled(node, name), name)


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _keys(node: ast.expr) -> Iterator[tuple[str, bool]]:
    match node:
        case ast.Constant(value=str(key)):
            yield key, False
        case ast.IfExp(body=body, orelse=other):
            yield from _keys(body)
            yield from _keys(other)
        case ast.JoinedStr(values=values):
            yield (
                "".join(
                    re.escape(str(v.value)) if isinstance(v, ast.Constant) else r"[\w.]+" for v in values
                ),
                True,
            )


def _filled(node: ast.Call, name: str) -> frozenset[str] | None:
    if any(keyword.arg is None for keyword in node.keywords) or name in FILLED_LATER:
        return None
    given = {str(keyword.arg) for keyword in node.keywords}
    if name == "Fault":
        if len(node.args) < 2 or not isinstance(node.args[1], ast.Dict):
            return None
        given = {str(key.value) for key in node.args[1].keys if isinstance(key, ast.Constant)}
    return frozenset(given)


def everything_said() -> list[Said]:
    return [
        said
        for module in sorted(HOUSE.rglob("*.py"))
        for said in said_in(module.read_text(encoding="utf-8"), str(module.relative_to(HOUSE)))
    ]


def mentioned() -> tuple[set[str], list[re.Pattern[str]]]:
    """Every text in the code that may be a key, and the patterns of keys that are put together."""
    named, patterns = set[str](), []
    for module in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                named.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                ((key, _),) = _keys(node)
                if re.match(r"\w+\\\.", key) or re.search(r"\\\.\w+$", key):  # "KEY.{end}", "{about}.KEY"
                    patterns.append(re.compile(key))
    return named, patterns


def gaps(data: Any) -> set[str]:
    """What has to be filled where the sentence is said; `me`, what people type here, is filled everywhere."""
    return used(sentence(data)) - {"me"}


def test_the_code_says_many_things() -> None:
    said = everything_said()

    assert len(said) > 100
    assert {each.call for each in said} >= {"say", "Problem", "Unfit", "Fault", "fault"}


def test_every_sentence_that_is_said_is_there() -> None:
    there = sentences()

    missing = [
        f"{said.where} {said.key}"
        for said in everything_said()
        if not (any(re.fullmatch(said.key, key) for key in there) if said.pattern else said.key in there)
    ]

    assert missing == []


def test_every_sentence_that_is_there_is_said(record_property: Callable[[str, object], None]) -> None:
    named, patterns = mentioned()
    there = sentences()
    record_property("shown", f"{len(there)} sentences of the wizard's own")

    silent = [key for key in there if key not in named and not any(each.fullmatch(key) for each in patterns)]

    assert silent == []


def test_every_gap_of_a_sentence_is_filled_where_it_is_said() -> None:
    there = sentences()

    unfilled = [
        f"{said.where} {said.key}: {', '.join(sorted(gaps(there[said.key]) - said.gaps))}"
        for said in everything_said()
        if said.gaps is not None and said.key in there and gaps(there[said.key]) - said.gaps
    ]

    assert unfilled == []


@pytest.mark.parametrize(
    ("source", "key", "filled"),
    [
        ('words.say("a.b", name=1)', "a.b", {"name"}),
        ('raise Problem("a.b")', "a.b", set()),
        ('Fault("a.b", {"name": 1, "near": 2}, file)', "a.b", {"name", "near"}),
        ('spot.fault("a.b", path=1)', "a.b", {"path"}),
        ('say("a.b", **details)', "a.b", None),
    ],
)
def test_what_is_said_is_read_off_the_code(source: str, key: str, filled: set[str] | None) -> None:
    (said,) = said_in(source, "x.py")

    assert (said.key, said.gaps) == (key, filled)


def test_a_choice_between_two_sentences_is_two_sentences() -> None:
    assert [said.key for said in said_in('say("a.b" if x else "a.c")', "x.py")] == ["a.b", "a.c"]


@pytest.mark.parametrize("word", ["invalid", "error", "illegal", "wrong", "failed", "must not", "oops"])
def test_no_sentence_blames(word: str) -> None:
    blaming = [
        key
        for key, each in sentences().items()
        if any(word in each.lower() for each in texts(each)) and key != "problem.unnamed"
    ]

    assert blaming == []


def test_no_sentence_can_come_out_broken() -> None:
    slips = [
        f"{key}: {words.say(slip.key, **slip.details)}"
        for key, each in sentences().items()
        for slip in checker.slips(each, words.language())
    ]

    assert slips == []


def test_sentences_are_well_formed() -> None:
    columns = {"cli.help"}  # set in columns
    each = {key: "".join(texts(said)) for key, said in sentences().items() if key not in columns}

    odd = [key for key, said in each.items() if said != said.strip() or "  " in said or said.count('"') % 2]

    assert odd == []


# saying them


def test_gaps_are_filled() -> None:
    assert (
        words.say("flows.id_twice", id="GO-06", file="goals.yaml", first=191)
        == "The id GO-06 stands in goals.yaml, line 191 too. Give one of them another id."
    )


def test_a_near_word_makes_a_question_and_none_makes_nothing() -> None:
    with_near = words.say("unfit.extra_forbidden", name="nmae", near="name")
    without = words.say("unfit.extra_forbidden", name="nmae", near="")

    assert 'did you mean "name"?' in with_near
    assert "did you mean" not in without


def test_a_suggestion_does_not_break_its_sentence() -> None:
    suggesting = {key: gaps(each) for key, each in sentences().items() if "near" in gaps(each)}
    said = [words.say(key, **dict.fromkeys(names, "x")) for key, names in suggesting.items()]

    assert len(said) > 5
    assert [each for each in said if "(did you mean" not in each or re.search(r"[?!][.,;]", each)] == []


def test_a_sign_of_the_notation_is_shown_as_it_is() -> None:
    said = words.say("flows.condition_shape")

    assert "\\" not in said
    assert "{is: no}" in said


def test_nothing_is_said_for_a_key_that_is_not_there() -> None:
    assert not words.knows("nobody.says_this")
    with pytest.raises(KeyError):
        words.say("nobody.says_this")


def test_a_problem_without_words_is_still_said_calmly() -> None:
    assert words.of(Problem("nobody.says_this")) == words.say("problem.unnamed")


def test_a_file_with_many_faults_has_a_line_for_each() -> None:
    faults = [
        Fault("plan.path", {}, "x.plan.yaml", 3, 7, "path"),
        Fault("flows.no_parts", {}, "", None, None, "GO-06"),
        Fault("nobody.says_this", {}, "x.plan.yaml", 9, 1),
        Fault("plan.id"),
    ]

    lines = words.of(Faults(faults, file="x.plan.yaml")).split("\n")

    assert lines[0].startswith("x.plan.yaml cannot be read yet")
    assert lines[1:] == [
        f"  x.plan.yaml:3:7 path: {words.say('plan.path')}",
        f"  GO-06: {words.say('flows.no_parts')}",
        f"  x.plan.yaml:9:1: {words.say('unfit.unnamed')}",
        f"  {words.say('plan.id')}",
    ]


def test_a_sentence_of_the_flows_is_filled_once() -> None:
    assert (
        words.filled("{row}, {column}: now?", row="{column} [x]", column="late") == "{column} [x], late: now?"
    )


def test_a_text_that_is_not_in_the_notation_stays_as_it_stands() -> None:
    assert words.filled("Which {row} [of these?", row="x") == "Which {row} [of these?"
