"""Chapters by slot: what is wrong in their file, what it leaves out, and the list of questions it may still be."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.shipped import toolkit
from tests.support.small_flows import write
from wizard import content
from wizard.errors import Fault
from wizard.interview import toolkit as toolkits
from wizard.interview.chapters import Block, Chapter
from wizard.interview.checking.files import CHAPTERS
from wizard.interview.checking.flows import checked
from wizard.interview.checking.old_chapters import by_slot
from wizard.interview.flow import QuestionsChapter

OWN = """\
chapters:
- number: 1
  title: About us
  themes:
  - title: Our name
    blocks:
    - {slots: [about.name]}
    - {slots: [about.age, about.period.start, about.period.end]}
  - blocks:
    - list: build.members
      columns: [[organization, sector], [representative]]
      quick_columns: [[organization], [sector], [representative]]
    - {slots: [build.coverage]}
"""
Found = tuple[str, int | None, str]  # the sentence, the line, and what it is about


def said(faults: list[Fault]) -> list[Found]:
    return [(each.key, each.line, each.at) for each in faults if each.file == CHAPTERS]


def with_chapters(folder: Path, text: str) -> tuple[list[Fault], list[Fault]]:
    """The small flows with chapters of their own: faults and notes."""
    write(folder)
    (folder / CHAPTERS).write_text(text, encoding="utf-8")
    return checked(folder)[1:]


def test_chapters_that_hold_every_slot_once_are_good(tmp_path: Path) -> None:
    faults, notes = with_chapters(tmp_path, OWN)

    assert faults == []
    assert said(notes) == []
    assert [chapter.title for chapter in toolkits.load(tmp_path).chapters] == ["About us"]


# What is changed in the chapters, the sentence it leads to, the line, and what it is about.
BROKEN: dict[str, tuple[str, str, Found]] = {
    "an unknown slot": ("slots: [about.name]", "slots: [about.nme]", ("flows.unknown_path", 7, "about.nme")),
    "an unknown field": (
        "[representative]]\n      q",
        "[post]]\n      q",
        ("flows.unknown_path", 11, "build.members[].post"),
    ),
    "a list that is none": (
        "list: build.members",
        "list: build.coverage",
        ("flows.no_list", 10, "build.coverage"),
    ),
    "a list among slots": ("[build.coverage]", "[build.needs]", ("flows.block_list", 13, "build.needs")),
    "a slot twice": (
        "slots: [about.name]",
        "slots: [about.name, about.age]",
        ("flows.printed_twice", 8, "about.age"),
    ),
    "nothing in a block": ("{slots: [about.name]}", "{figure: gantt}", ("flows.block", 7, "1")),
    "other columns in a quick plan": (
        "quick_columns: [[organization], ",
        "quick_columns: [",
        ("flows.block_columns", 12, "build.members"),
    ),
    "a piece nobody has": (
        "- title: Our name",
        "- piece: sinatures",
        ("flows.unknown_piece", 5, "sinatures"),
    ),
    "a reason for what is printed": (
        "chapters:\n",
        "unprinted: {about.name: no}\nchapters:\n",
        ("flows.unprinted", 1, "about.name"),
    ),
    "two chapters of a number": (
        "chapters:\n",
        "chapters:\n- {number: 1, title: First}\n",
        ("flows.chapter_twice", 3, "1"),
    ),
    "a slip in a name": (
        "title: About us",
        "titel: About us",
        ("unfit.extra_forbidden", 3, "1"),
    ),
    "a title that is none": ("title: About us", "title: [About us]", ("unfit.string_type", 3, "1")),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_wrong_in_chapters_is_said_with_its_line(tmp_path: Path, case: str) -> None:
    old, new, expected = BROKEN[case]
    assert OWN.count(old) == 1

    faults, _ = with_chapters(tmp_path, OWN.replace(old, new))

    assert expected in said(faults)


def test_a_file_that_cannot_be_read_is_said_once(tmp_path: Path) -> None:
    faults, notes = with_chapters(tmp_path, "chapters: [")

    assert [each.file for each in faults] == [CHAPTERS]
    assert said(notes) == []


def test_what_is_asked_and_not_printed_is_noted_where_its_neighbors_stand(tmp_path: Path) -> None:
    later = OWN + "- {number: 2, title: More, themes: [{blocks: [{slots: [build.coverage]}]}]}\n"
    text = later.replace("    - {slots: [build.coverage]}\n", "").replace(", about.period.end", "")

    faults, notes = with_chapters(tmp_path, text)

    assert faults == []
    assert said(notes) == [("flows.not_in_chapter", 2, "about.period.end")]
    assert [each.details["chapter"] for each in notes if each.file == CHAPTERS] == ["1"]


def test_a_reason_stands_for_a_slot_that_is_not_printed(tmp_path: Path) -> None:
    text = OWN.replace(", about.period.end", "") + "unprinted: {about.period.end: it has none}\n"

    faults, notes = with_chapters(tmp_path, text)

    assert (faults, said(notes)) == ([], [])


def test_what_the_shipped_chapters_leave_out_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in content.FLOWS.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        (tmp_path / file.name).write_text(
            text.replace("    - {slots: [trust.meaning]}\n", ""), encoding="utf-8"
        )
    monkeypatch.setattr(content, "FLOWS", tmp_path)

    made, faults, notes = checked(tmp_path)

    assert (made, notes) == (None, [])
    assert [(each.key, each.at, each.details["chapter"]) for each in faults] == [
        ("flows.not_in_chapter", "trust.meaning", "8")
    ]


def test_flows_without_chapters_have_the_shipped_ones(tmp_path: Path) -> None:
    write(
        tmp_path,
        ("toolkit.yaml", "chapters:\n- {number: 1, title: About us, questions: [OWN-1, OWN-2, OWN-3]}\n", ""),
    )

    _, faults, notes = checked(tmp_path)

    assert faults == []
    assert not {each.key for each in notes} & {"flows.no_chapter", "flows.not_in_chapter"}
    assert toolkits.load(tmp_path).chapters == toolkit().chapters


def test_chapters_listed_by_questions_hold_their_slots_in_order(tmp_path: Path) -> None:
    write(tmp_path, ("toolkit.yaml", "questions: [OWN-1, OWN-2, OWN-3]", "questions: [OWN-3, OWN-1, OWN-4]"))

    (chapter,) = toolkits.load(tmp_path).chapters

    assert [block for theme in chapter.themes for block in theme.blocks] == [
        Block(list="build.members", columns=(("organization",), ("sector",), ("representative",))),
        Block(("about.name",)),
        Block(("build.coverage",)),
    ]


def listed(changes: Mapping[str, Any]) -> list[QuestionsChapter]:
    """The shipped chapters as they were listed once, by the questions that print their slots."""
    asking = {part.slot: question.id for question in toolkit().questions.values() for part in question.parts}
    chapters = [
        QuestionsChapter(each.number, each.title, tuple(dict.fromkeys(asking[path] for path in each.printed)))
        for each in toolkit().chapters
    ]
    return [replace(each, **changes) if each.number == "8" else each for each in chapters]


def test_the_shipped_chapters_listed_by_questions_stay_as_they_are() -> None:
    found = by_slot(listed({}), toolkit().questions, toolkit().chapters)

    assert found == toolkit().chapters


def test_a_chapter_of_other_questions_is_set_plainly() -> None:
    found = by_slot(listed({"questions": ("TR-03",)}), toolkit().questions, toolkit().chapters)

    changed: list[Chapter] = [each for each in found if each not in toolkit().chapters]
    assert [(each.number, list(each.printed)) for each in changed] == [
        ("8", ["trust.steps", "trust.steps[].step", "trust.steps[].who", "trust.steps[].days"])
    ]
