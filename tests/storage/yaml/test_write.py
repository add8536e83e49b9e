"""Writing plan files: as a person would, and so that nothing changes on the way back."""

import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wizard.storage import file_text
from wizard.storage.yaml import text as yaml_text
from wizard.storage.yaml import write


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers, one after the other."""
    name: str = request.param
    if name == "python":
        monkeypatch.setattr(yaml, "__with_libyaml__", False)
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML came without libyaml")
    return name


def plan_like() -> dict[str, Any]:
    return {
        "format": 1,
        "complete": ["build.members"],
        "about": {
            "name": "Two Rivers Anti-Trafficking Partnership",
            "places": ["alder", {"other": "Mesquite Reservation"}],
            "period": {"start": "2026-09-01", "end": "2027-08-31"},
            "shared": True,
        },
        "define": {"scope": {"labor": {"adults": "covered", "minors": "later"}}},
        "goals": {
            "items": [
                {
                    "id": "goal-k3f9",
                    "statement": "By March 31, 2027,\nanswer 90 of 100.",
                    "lead": {"other": "no one: yet"},
                }
            ],
            "notes": [],
        },
    }


def test_a_plan_is_written_as_a_person_would_write_it() -> None:
    assert yaml_text.write(plan_like()) == (
        "format: 1\n"
        "complete: [build.members]\n"
        "about:\n"
        "  name: Two Rivers Anti-Trafficking Partnership\n"
        "  places: [alder, {other: Mesquite Reservation}]\n"
        "  period: {start: 2026-09-01, end: 2027-08-31}\n"
        "  shared: yes\n"
        "define:\n"
        "  scope:\n"
        "    labor: {adults: covered, minors: later}\n"
        "goals:\n"
        "  items:\n"
        "  - id: goal-k3f9\n"
        "    statement: |-\n"
        "      By March 31, 2027,\n"
        "      answer 90 of 100.\n"
        "    lead:\n"
        "      other: 'no one: yet'\n"
        "  notes: []\n"
    )


LOOKALIKES = [
    "no",
    "Yes",
    "on",
    "y",
    "null",
    "~",
    "NULL",
    "0044",
    "12:30",
    "1e3",
    ".5",
    "0x1F",
    "1_000",
    "+7",
    ".inf",
    "-",
    "2026-09-01T10:00:00",
    "=",
    "<<",
    "",
    "911",
    "12.50",
]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_other_readers_see_words_where_words_were_meant(text: str) -> None:
    written = yaml_text.write({"a": text, "b": [text, {"other": text}], text or "k": "v"})

    assert yaml.safe_load(written) == {"a": text, "b": [text, {"other": text}], text or "k": "v"}


AWKWARD = [
    " lead",
    "trail ",
    "a\tb",
    "\tx",
    "# no",
    "- item",
    "it's",
    '"q"',
    "a: b",
    "a #b",
    "line\u0085sep",
    "par\u2029",
    "\ufeffbom",
    "😀",
    "שלום",
    "x" * 5000,
    "\n",
    "\n\n",
    "a\n",
    "a\n\n",
    "\na",
    " a\nb",
    "\n  a\n b",
    "a\n   \nb",
    "a \nb \n",
    "\ta\nb",
    "a\n\tb",
    "a\n# b\n- c",
    "a\n---\nb",
    "<<<<<<< x\n=======\n>>>>>>> y",
    "{{ 7*7 }}",
    "[x](y)",
    "a:",
    ":a",
    "?",
    "? a",
    "|",
    ">",
    "%",
    "@",
    "`",
    "!",
    "&a",
    "*a",
    "a\\b",
    "{other: x}",
    "[",
    "]",
    ", ",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_words_come_back_exactly(parser: str, text: str) -> None:
    assert parser
    items = [text, {"other": text}, {"id": "x", "words": text}]
    data: dict[str, Any] = {"a": text, "b": items, "c": {"d": {"e": text}}}
    if len(text) <= write.LONGEST_KEY:
        data[text] = "v"

    assert yaml_text.read(yaml_text.write(data).encode()).data == data


def _normal(text: str) -> str:
    kept = file_text.HIDDEN_IN_ANSWERS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", kept)


JOINED = [each for each in [*AWKWARD, *LOOKALIKES, "\n", " ", ": ", " #", "'"] if len(each) < 100]
WORDS = st.one_of(
    st.text(max_size=60).map(_normal),
    st.lists(st.sampled_from(JOINED), max_size=5).map("".join).map(_normal),
)
NAMES = st.one_of(st.sampled_from(["id", "other", "name", "a_b"]), WORDS.map(lambda text: text or "x"))
VALUES = st.recursive(
    WORDS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(NAMES, VALUES, max_size=5))
def test_whatever_is_written_is_read_back_the_same_by_both_parsers(data: dict[str, Any]) -> None:
    raw = yaml_text.write(data).encode()

    with pytest.MonkeyPatch.context() as without:
        without.setattr(yaml, "__with_libyaml__", False)
        slowly = yaml_text.read(raw).data

    assert yaml_text.read(raw).data == slowly == data


def test_numbers_and_yes_or_no_come_back_as_their_text() -> None:
    data = {"a": 3, "b": 1.5, "c": True, "d": False, "e": None, "f": [1, True]}

    read = yaml_text.read(yaml_text.write(data).encode()).data

    assert read == {"a": "3", "b": "1.5", "c": "yes", "d": "no", "e": None, "f": ["1", "yes"]}


@pytest.mark.parametrize("data", [{"a": "x\x1b[0m"}, {"a": "\u202e"}, {"a": "b\n\x00"}, {"k" * 300: "v"}])
def test_what_could_not_be_read_back_is_never_written(data: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="read back"):
        write.write(data)
