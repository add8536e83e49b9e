"""What a person may want of a print: which document, some sections, the questions beside the answers."""

import re
from argparse import Namespace
from pathlib import Path

import pytest

from tests.support.markers import by_chapter, flat, plain
from wizard import words
from wizard.cli import _parser
from wizard.content import PACKAGE
from wizard.document import printed_plan
from wizard.document.documents import DOCUMENTS, ONE_PAGE
from wizard.document.options import DocumentOptions
from wizard.errors import Problem
from wizard.interview import toolkit as toolkits
from wizard.interview.survey import Survey, survey
from wizard.publishing.formats import pdf
from wizard.publishing.options import DEFAULTS, parse
from wizard.storage.draft import Draft
from wizard.workspace.loading import survey_at

EXAMPLES = PACKAGE / "examples"


@pytest.fixture(scope="module")
def example() -> Survey:
    return survey_at(EXAMPLES / "two-rivers.plan.yaml", None)


def html_of(here: Survey, *sections: str, with_questions: bool = False) -> str:
    return printed_plan.printed_plan(here, options=DocumentOptions(with_questions, sections)).html


@pytest.mark.parametrize("name", ["two-rivers", "two-rivers-quick"])
def test_the_one_page_is_one_page(name: str, tmp_path: Path) -> None:
    here = survey_at(EXAMPLES / f"{name}.plan.yaml", None)

    made = pdf.write(printed_plan.printed_plan(here, ONE_PAGE), tmp_path / "one.pdf")

    assert (made.pages, made.undrawn, made.remarks) == (1, (), ())


def test_long_answers_keep_to_the_one_page(tmp_path: Path) -> None:
    draft = Draft(path="full")
    for place in ("about.name", "define.mission", "sign_off.remember", "about.contact"):
        draft.put(place, "A long answer of many words " * 40)
    for _ in range(8):
        goal = draft.add("goals.items", "goal")
        draft.put(f"goals.items.{goal}.statement", "endless" * 200)
    here = survey(toolkits.load(), draft)

    made = pdf.write(printed_plan.printed_plan(here, ONE_PAGE), tmp_path / "one.pdf")

    assert made.pages == 1


@pytest.mark.parametrize("name", ["goals", "4", " GOALS "])
def test_a_section_is_printed_alone_by_its_name_or_its_chapter(example: Survey, name: str) -> None:
    told = by_chapter(html_of(example, name))

    assert {"4"} <= set(told) <= {"", "4", "b"}
    assert "answer90ofevery100referrals" in told["4"]


def test_what_refers_to_goals_that_are_not_printed_names_them_without_a_link(example: Survey) -> None:
    html = html_of(example, "strategy")

    assert 'href="#goal-' not in html
    assert "Goal 1" in plain(html)


def test_a_section_that_is_not_there_is_named_with_the_nearest(example: Survey) -> None:
    with pytest.raises(Problem) as caught:
        html_of(example, "gaols")

    assert caught.value.key == "document.no_section"
    assert caught.value.details["near"] == "goals"


def test_the_questions_stand_beside_the_answers_when_wished(example: Survey) -> None:
    asked = flat(example.toolkit.questions["GO-12"].ask)

    without, beside = flat(plain(html_of(example))), flat(plain(html_of(example, with_questions=True)))

    assert asked not in without
    assert asked in beside
    assert len(re.findall(r'class="asked"', html_of(example, with_questions=True))) > 90


def asked(**said: object) -> Namespace:
    return Namespace(**DEFAULTS | said)


def test_what_a_document_has_no_use_for_is_left_out_and_told_once() -> None:
    wanted = {"sections": "goals", "with_questions": True, "logo": Path("none.png")}

    options = parse(asked(document="one-page", **wanted))

    assert options.content == DocumentOptions()
    assert options.remark == words.say(
        "document.left_out", document="one-page", options="--logo, --sections, --with-questions"
    )


def test_what_a_document_takes_is_in_its_options_and_nothing_is_told() -> None:
    options = parse(asked(sections="goals, 4,", with_questions=True, paper="a4"))

    assert options.content == DocumentOptions(True, ("goals", " 4"), "a4")
    assert options.remark == ""


def test_every_option_that_a_document_takes_is_one_of_the_command() -> None:
    taken = {name for kind in DOCUMENTS.values() for name in kind.takes}

    known = vars(_parser("print").parse_args(["print", "x"]))

    assert taken
    assert taken <= set(known) & set(DEFAULTS)
