"""The document finds its answers by slot: every question may have another id, and what a figure misses is said."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.markers import plain
from tests.support.shipped import toolkit
from wizard import content
from wizard.document import figures
from wizard.document.printed_plan import printed_plan
from wizard.errors import Fault
from wizard.interview import toolkit as toolkits
from wizard.interview.checking.files import CHAPTERS
from wizard.interview.checking.flows import checked
from wizard.plan.slots import LIST_OF_ITEMS, slots
from wizard.workspace.loading import survey_at

SOURCES = (content.PACKAGE / "document", content.OUTPUT_TEMPLATES)
IDENT = re.compile(r"\b[A-Z]{2}-[0-9]{2}\b")
EXAMPLES = ("two-rivers", "two-rivers-quick")
DRAWN = {name: drawing.slots for name, drawing in figures.FIGURES.items()}


def renamed(folder: Path) -> dict[str, str]:
    """The shipped flows with another id for every question, wherever it is named; the chapters stay as they are."""
    new = {ident: f"Q-{at:03}" for at, ident in enumerate(toolkit().questions, 1)}
    for file in content.FLOWS.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        changed = IDENT.sub(lambda found: new.get(found[0], found[0]), text)
        (folder / file.name).write_text(text if file.name == CHAPTERS else changed, encoding="utf-8")
    return new


def words_of(example: str, flows: Path | None = None) -> str:
    here = survey_at(content.PACKAGE / "examples" / f"{example}.plan.yaml", flows)
    return " ".join(plain(printed_plan(here).html).split())


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_words_are_the_same_whatever_the_questions_are_called(tmp_path: Path, example: str) -> None:
    new = renamed(tmp_path)

    asked = toolkits.load(tmp_path).questions.keys()

    assert asked == set(new.values())
    assert asked.isdisjoint(toolkit().questions)
    assert len(words_of(example)) > 10_000
    assert words_of(example, tmp_path) == words_of(example)


def test_the_chapters_name_no_question() -> None:
    assert IDENT.findall((content.FLOWS / CHAPTERS).read_text(encoding="utf-8")) == []


def spoken(file: Path) -> Iterator[str]:
    """The lines of a file that a program reads: no docstring, no remark."""
    text = file.read_text(encoding="utf-8")
    text = re.sub(r'"""(?:.|\n)*?"""' if file.suffix == ".py" else r"\{#(?:.|\n)*?#\}", "", text)
    yield from (line.partition("  #")[0] for line in text.splitlines() if not line.strip().startswith("#"))


@pytest.mark.parametrize("folder", SOURCES, ids=lambda folder: folder.name)
def test_nothing_of_the_document_speaks_of_a_question_by_its_id(folder: Path) -> None:
    files = [file for file in folder.rglob("*") if file.suffix in (".py", ".html", ".md")]

    found = [(file.name, line) for file in files for line in spoken(file) if IDENT.search(line)]

    assert len(files) > 30
    assert found == []


def test_a_question_id_would_be_seen(tmp_path: Path) -> None:
    file = tmp_path / "one.py"
    file.write_text('"""Source: TR-03."""\n# TR-04\nSTEPS = "TR-05"  # TR-06\n', encoding="utf-8")

    assert [IDENT.findall(line) for line in spoken(file) if IDENT.search(line)] == [["TR-05"]]


@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_draws_slots_of_the_plan(name: str) -> None:
    assert DRAWN[name]
    assert [path for path in DRAWN[name] if path not in slots() or slots()[path].shape == LIST_OF_ITEMS] == []


def test_every_figure_stands_in_a_chapter() -> None:
    themes = [theme for chapter in toolkit().chapters for theme in chapter.themes]
    opening = {name for theme in themes for name in (*theme.figures, *theme.full_figures)}
    instead = {block.figure for theme in themes for block in theme.blocks if block.figure}

    assert opening | instead == set(figures.FIGURES)


def flows_without(folder: Path, name: str, old: str, new: str = "") -> list[Fault]:
    """What is noted of a copy of the shipped flows in which something is changed."""
    for file in content.FLOWS.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        if file.name == name:
            assert text.count(old) == 1
            text = text.replace(old, new)
        (folder / file.name).write_text(text, encoding="utf-8")
    return checked(folder, DRAWN)[2]


def test_the_shipped_flows_lack_nothing() -> None:
    made, faults, notes = checked(content.FLOWS, DRAWN)

    assert (made is not None, faults, notes) == (True, [], [])


def test_a_slot_of_a_figure_that_nobody_asks_is_said(tmp_path: Path) -> None:
    whole = (content.FLOWS / "trust.yaml").read_text(encoding="utf-8")
    part = re.search(r"  - id: TR-03\.days\n(?:    .*\n)*", whole)
    assert part is not None

    notes = flows_without(tmp_path, "trust.yaml", part[0])

    said = [
        (note.at, note.details["path"], note.file) for note in notes if note.key == "flows.figure_unasked"
    ]
    assert said == [("conflict_steps", "trust.steps[].days", CHAPTERS)]


def test_a_slot_of_a_figure_that_is_not_printed_is_said_with_its_line(tmp_path: Path) -> None:
    notes = flows_without(tmp_path, CHAPTERS, "columns: [[step], [who], [days]]", "columns: [[step], [who]]")

    said = {(note.key, note.details["path"]) for note in notes}
    lines = (tmp_path / CHAPTERS).read_text(encoding="utf-8").splitlines()
    figure = next(note for note in notes if note.at == "conflict_steps")
    assert said == {
        ("flows.not_in_chapter", "trust.steps[].days"),
        ("flows.figure_unprinted", "trust.steps[].days"),
    }
    assert figure.line is not None
    assert "figure: conflict_steps" in lines[figure.line - 1]


def test_a_field_that_a_figure_would_hide_is_said() -> None:
    faults = checked(content.FLOWS, DRAWN | {"conflict_steps": ("trust.steps[].step",)})[1]

    said = [(fault.key, fault.at, fault.details["path"]) for fault in faults]
    assert said == [
        ("flows.figure_hides", "conflict_steps", "trust.steps[].who"),
        ("flows.figure_hides", "conflict_steps", "trust.steps[].days"),
    ]


def test_an_unknown_figure_is_said(tmp_path: Path) -> None:
    flows_without(tmp_path, CHAPTERS, "figure: conflict_steps", "figure: conflict_stairs")

    faults = checked(tmp_path, DRAWN)[1]

    assert [(each.key, each.details["near"]) for each in faults] == [
        ("flows.unknown_figure", "conflict_steps")
    ]
