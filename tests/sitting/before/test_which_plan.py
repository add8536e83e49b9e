"""The pages before a sitting: the one rule on the first of them, help, and where plans are kept."""

from pathlib import Path

import pytest

from tests.support.script import Script, Step, types
from tests.support.shipped import toolkit
from wizard.sitting.ask import Answer, Ask, Back, Leave, Nevers, Pass
from wizard.sitting.before import which_plan
from wizard.sitting.loop import run

OUTLINE = toolkit().outline


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path / "Documents" / "Partnership plans"


def chosen(folder: Path, *steps: Step) -> tuple[which_plan.Chosen | Leave, Script]:
    script = Script(*steps)
    return run(script, OUTLINE, which_plan.from_folder(folder, OUTLINE)), script


def first(folder: Path) -> Ask:
    _, script = chosen(folder, Leave())
    return script.page


def test_the_very_first_page_holds_the_one_rule_and_help(folder: Path) -> None:
    page = first(folder)

    assert page.question.startswith("What is the partnership called?")
    assert page.card == OUTLINE.one_rule
    assert [title for title, _ in page.help] == ["How this works", "What never belongs in a plan"]
    assert page.can == {"help", "leave"}


def test_where_plans_are_kept_is_told_as_people_know_it(folder: Path) -> None:
    assert first(folder).hint == "The plan will be kept in Documents/Partnership plans."
    assert first(Path("/srv/plans")).hint == "The plan will be kept in /srv/plans."


def test_what_never_belongs_in_a_plan_can_be_read_before_the_first_answer(folder: Path) -> None:
    plan, script = chosen(folder, Nevers(), Answer("Two Rivers"))

    assert script.cards[0].startswith("What never belongs in a plan")
    assert plan == (folder / "two-rivers.plan.yaml", "Two Rivers")


def test_a_name_may_wait(folder: Path) -> None:
    plan, _ = chosen(folder, Pass())

    assert plan == (folder / "new-partnership.plan.yaml", "")


def test_a_plan_of_the_folder_is_gone_on_with_or_another_one_is_named(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "old.plan.yaml").touch()

    kept, _ = chosen(folder, Answer(folder / "old.plan.yaml"))
    fresh, script = chosen(folder, Answer(which_plan.NEW), Back(), Answer(which_plan.NEW), Answer("New one"))

    assert kept == (folder / "old.plan.yaml", None)
    assert fresh == (folder / "new-one.plan.yaml", "New one")
    assert [page.kind for page in script.pages] == ["one", "text", "one", "text"]


def test_leaving_with_words_in_the_prompt_starts_no_plan(folder: Path) -> None:
    left, _ = chosen(folder, types("Two R", Leave()))

    assert left == Leave()
    assert not folder.exists()
