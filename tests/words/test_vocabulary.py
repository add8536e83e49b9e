"""The words of several languages: what one lacks is said in the first, and knows that; what is broken is told."""

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from wizard import content, words
from wizard.errors import Faults
from wizard.words.vocabulary import Untranslated

ENGLISH = (content.WORDS / "en.yaml").read_text(encoding="utf-8")
SPANISH = """\
language:
  plurals: {one: ^1$}
  joints: {and: [', ', ' y '], or: [', ', ' o '], apart: ['; ', '; '], quoted: ['», «', '», «']}
problem:
  unnamed: Algo salió mal.
section:
  still_open:
    say: '{count}'
    forms: {count: {one: Queda una pregunta., other: 'Quedan {count} preguntas.'}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "en.yaml").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "es.yaml").write_text(SPANISH, encoding="utf-8")
    monkeypatch.setattr(content, "WORDS", tmp_path)
    yield tmp_path
    words.speak()


@pytest.mark.usefixtures("folder")
def test_a_language_that_is_spoken_says_its_sentences() -> None:
    words.speak("es")

    assert words.languages() == ["en", "es"]
    assert words.say("problem.unnamed") == "Algo salió mal."
    assert words.say("section.still_open", count=3) == "Quedan 3 preguntas."
    assert words.language().joined(["a", "b", "c"], "and") == "a, b y c"


@pytest.mark.usefixtures("folder")
def test_what_it_lacks_is_said_in_the_first_language_and_knows_that() -> None:
    words.speak("es")

    said = words.say("hub.ask")
    assert (said, said.lang if isinstance(said, Untranslated) else "") == (
        "Where would you like to work?",
        "en",
    )
    assert not isinstance(words.say("problem.unnamed"), Untranslated)
    assert words.language().data["months"][0] == "January"


@pytest.mark.usefixtures("folder")
def test_a_language_without_words_is_not_spoken() -> None:
    words.speak("fr")

    assert words.say("hub.ask") == "Where would you like to work?"
    assert type(words.say("hub.ask")) is str


def test_what_an_untranslated_text_knows_outlives_a_copy() -> None:
    copied = pickle.loads(pickle.dumps(Untranslated.of("Saved.", "en")))

    assert (copied, copied.lang) == ("Saved.", "en")


@pytest.mark.parametrize(
    ("broken", "key", "line"),
    [
        ("hub:\n  ask: '{where'\n", "notation.no_partner", 2),
        ("hub:\n  ask: [one, 'two [x]']\n", "notation.no_gap", 2),
        ("hub: [a\n", "yaml.bracket", 1),
    ],
)
def test_words_that_cannot_be_read_are_told_and_the_first_language_goes_on(
    folder: Path, broken: str, key: str, line: int
) -> None:
    (folder / "es.yaml").write_text(broken, encoding="utf-8")

    with pytest.raises(Faults) as told:
        words.speak("es")

    assert [(fault.key, fault.file) for fault in told.value.faults] == [(key, "es.yaml")]
    assert told.value.faults[0].line in (line, line + 1)
    assert words.of(told.value).startswith("es.yaml cannot be read yet")
