"""Every figure: drawn only with enough data, in its place on the page, with a twin that names all it shows."""

import re
from functools import cache

import pytest

from tests.support.markers import plain
from wizard.content import PACKAGE
from wizard.document import figures, printed_plan
from wizard.document.documents import PLAN
from wizard.document.letters.letters import Letters
from wizard.document.placeholders import Answers, Mark
from wizard.document.view.whole import view_of
from wizard.interview import toolkit as toolkits
from wizard.interview.survey import Survey, survey
from wizard.storage.draft import Draft
from wizard.workspace.loading import survey_at

EXAMPLE = PACKAGE / "examples" / "two-rivers.plan.yaml"
QUICK = PACKAGE / "examples" / "two-rivers-quick.plan.yaml"


@cache
def example(name: str) -> tuple[Survey, str]:
    """An example and its page: the full one, and the quick one for what only a plan without a logic model has."""
    here = survey_at(QUICK if name == "logic_boxes" else EXAMPLE, None)
    return here, printed_plan.printed_plan(here).html


def twin(page: str, name: str) -> str:
    """The words beside a figure: every element of the class `twin`, without its signs and bars."""
    start = page.index(f'<div class="figure figure-{name}">')
    figure = page[
        start : page.index('<div class="figure', start + 1)
        if '<div class="figure' in page[start + 1 :]
        else None
    ]
    told = re.findall(r'<(\w+)[^>]* class="(?:[^"]* )?twin(?: [^"]*)?"[^>]*>(.*?)</\1>', figure, re.DOTALL)
    return " ".join(plain(inner) for _, inner in told)


def read(answers: Answers, mark: Mark) -> str:
    letters = Letters(frozenset(map(chr, range(32, 0x3000))))
    return plain(answers.fill(f"<p>{mark}</p>", letters))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)


@pytest.mark.parametrize("name", figures.FIGURES)
def test_the_twin_of_a_figure_names_every_item_it_shows(name: str) -> None:
    here, page = example(name)
    view, answers = view_of(here)
    drawn = view.figures[name]
    assert drawn is not None
    told = squeezed(twin(page, name))

    names = [read(answers, mark) for mark in drawn.items]

    assert len(names) > 1
    assert [each for each in names if squeezed(each) not in told] == []


@pytest.mark.parametrize("name", figures.FIGURES)
def test_a_figure_is_not_drawn_from_nothing(name: str) -> None:
    view, _ = view_of(survey(toolkits.load(), Draft(path="full")))

    assert view.figures[name] is None


def test_every_figure_has_its_template_and_every_template_its_figure() -> None:
    templates = {file.stem for file in (PLAN.folder / "figures").glob("*.html")}

    assert templates == set(figures.FIGURES)
