"""Overlay files put over the flows: texts by ids, nothing of the structure, and what is lacking knows its language."""

from pathlib import Path

import pytest

from tests.support.small_flows import write
from wizard.errors import Faults
from wizard.interview import toolkit as toolkits
from wizard.interview.flow import Toolkit
from wizard.words.vocabulary import Untranslated

OVERLAY = {
    "toolkit.yaml": """\
title: Nuestro material
nevers: [Nombres de personas]
disclosure: {title: Si alguien revela}
chapters: {1: Sobre el grupo}
seed: {X1: Decir qué son}
""",
    "choices.yaml": """\
ages: {options: {forming: En formación, renewing: {label: En renovación}}}
sectors: {other: Otro sector, options: {schools: Escuelas}}
OWN-4.coverage: {options: {none: Nada, some: Algo}}
""",
    "about.yaml": """\
title: Sobre el grupo
card: {text: Bienvenidos.}
questions:
  OWN-1: {ask: ¿Cómo se llama?, label: Nombre}
  OWN-2:
    parts:
      OWN-2.age: {ask: ¿Qué edad tiene?, label: Edad}
""",
    "members.yaml": "section: build\nquestions: {OWN-3: {label: Miembros}}\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARTNERSHIP_CACHE", str(tmp_path / "cache"))
    made = tmp_path / "flows"
    (made / "es").mkdir(parents=True)
    write(made)
    for name, text in OVERLAY.items():
        (made / "es" / name).write_text(text, encoding="utf-8")
    return made


def texts(toolkit: Toolkit) -> dict[str, str]:
    name, age = toolkit.questions["OWN-1"], toolkit.questions["OWN-2"].parts[0]
    about, build = toolkit.sections
    assert about.card
    return {
        "title": toolkit.outline.title,
        "never": toolkit.outline.nevers[0],
        "disclosure": toolkit.outline.disclosure.title,
        "chapter": toolkit.outline.chapters[0].title,
        "seed": toolkit.outline.seed[0].label,
        "forming": toolkit.choices["ages"].by_key["forming"].label,
        "renewing": toolkit.choices["ages"].by_key["renewing"].label,
        "other": toolkit.choices["sectors"].other,
        "none": toolkit.choices["OWN-4.coverage"].by_key["none"].label,
        "section": about.title,
        "card": about.card.text,
        "question": name.ask,
        "part": age.ask,
        "in another file": build.questions[0].label,
    }


def lacking(toolkit: Toolkit) -> list[str]:
    return [
        toolkit.outline.fine,
        toolkit.choices["sectors"].by_key["housing"].label,
        toolkit.questions["OWN-4"].label,
        toolkit.questions["OWN-2"].parts[1].ask,
    ]


def test_the_texts_of_the_overlay_stand_in_the_toolkit(folder: Path) -> None:
    made = toolkits.load(folder, "es")

    assert made.outline.language == "es"
    assert texts(made) == {
        "title": "Nuestro material",
        "never": "Nombres de personas",
        "disclosure": "Si alguien revela",
        "chapter": "Sobre el grupo",
        "seed": "Decir qué son",
        "forming": "En formación",
        "renewing": "En renovación",
        "other": "Otro sector",
        "none": "Nada",
        "section": "Sobre el grupo",
        "card": "Bienvenidos.",
        "question": "¿Cómo se llama?",
        "part": "¿Qué edad tiene?",
        "in another file": "Miembros",
    }


def test_what_the_overlay_lacks_stays_and_knows_its_language(folder: Path) -> None:
    own, made = toolkits.load(folder), toolkits.load(folder, "es")

    assert lacking(made) == lacking(own)
    assert [text.lang for text in lacking(made) if isinstance(text, Untranslated)] == ["en"] * 4
    assert not any(isinstance(text, Untranslated) for text in [*texts(made).values(), *lacking(own)])


def test_everything_but_the_texts_is_the_same(folder: Path) -> None:
    own, made = toolkits.load(folder), toolkits.load(folder, "es")

    assert list(made.questions) == list(own.questions)
    assert made.filling.keys() == own.filling.keys()
    assert made.questions["OWN-2"].parts[1].ask_if == {"about.age": {"is": "forming"}}
    assert made.outline.chapters[0].questions == own.outline.chapters[0].questions


@pytest.mark.parametrize("language", ["", "en", "fr"])
def test_in_a_language_that_is_nowhere_the_toolkit_is_in_its_own(folder: Path, language: str) -> None:
    assert toolkits.load(folder, language) == toolkits.load(folder)


def test_an_overlay_is_read_anew_when_it_changes(folder: Path) -> None:
    before = toolkits.load(folder, "es").outline.title
    (folder / "es" / "toolkit.yaml").write_text("title: Otro título\n", encoding="utf-8")

    after = toolkits.load(folder, "es").outline.title

    assert (before, after) == ("Nuestro material", "Otro título")


def test_an_overlay_that_cannot_be_read_is_told_with_its_place(folder: Path) -> None:
    (folder / "es" / "about.yaml").write_text("title: [a\n", encoding="utf-8")

    with pytest.raises(Faults) as told:
        toolkits.load(folder, "es")

    assert {fault.file for fault in told.value.faults} == {"es/about.yaml"}
