"""`partnership merge`: two copies of a plan become one new file, and nothing is decided silently."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.shipped import draft_of
from tests.support.terminal_driver import Terminal
from wizard import words
from wizard.cli import main
from wizard.storage import plan_file
from wizard.storage.draft import Draft

BASE = {
    "about.name": "Two Rivers",
    "build.members.member-aaaa.organization": "Legal Aid",
    "build.members.member-bbbb.organization": "Shelter",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARTNERSHIP_STATE", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    for name in "abo":
        plan(name)
    return tmp_path


def plan(name: str, change: Callable[[Draft], object] = lambda _draft: None, ident: str = "p-7f3kq2") -> None:
    draft = draft_of(BASE)
    draft.plan_id = ident
    change(draft)
    Path(f"{name}.plan.yaml").write_text(plan_file.text_of(draft))


def out(name: str = "new") -> Draft:
    return plan_file.draft_of(Path(f"{name}.plan.yaml").read_bytes())


def differing() -> None:
    plan("a", lambda draft: draft.put("about.name", "Rivers"))
    plan("b", lambda draft: draft.put("about.name", "Two Rivers Partnership"))


def test_two_copies_become_one_with_what_each_changed(capsys: pytest.CaptureFixture[str]) -> None:
    plan("a", lambda draft: draft.remove("build.members", "member-bbbb"))
    plan("b", lambda draft: draft.put("about.contact", "the shared box"))

    code = main(["merge", "a", "b", "--base", "o", "-o", "new"])

    said = capsys.readouterr()
    assert (code, said.err) == (0, "")
    assert said.out == words.say("merge.done", a="a", b="b", from_a=2, from_b=1, file="new.plan.yaml") + "\n"
    assert [item["id"] for item in out().items("build.members")] == ["member-aaaa"]
    assert out().get("about.contact") == "the shared box"
    assert out().plan_id == "p-7f3kq2"


def test_without_the_base_nothing_is_taken_away() -> None:
    plan("a", lambda draft: draft.remove("build.members", "member-bbbb"))

    code = main(["merge", "a", "b", "-o", "new"])

    assert code == 0
    assert len(out().items("build.members")) == 2


def test_without_a_terminal_conflicts_are_listed_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    differing()

    code = main(["merge", "a", "b", "--base", "o", "-o", "new"])

    assert code == 1
    assert capsys.readouterr().err.splitlines() == [
        words.say("merge.conflicts"),
        "  About the partnership: Name",
        "    a: Rivers",
        "    b: Two Rivers Partnership",
    ]
    assert not Path("new.plan.yaml").exists()


def test_what_goes_with_an_entry_is_named_before_and_after(capsys: pytest.CaptureFixture[str]) -> None:
    for name in "abo":
        plan(name, lambda draft: draft.put("goals.items", [{"id": "goal-aaaa", "statement": "Answer"}]))
    plan(
        "a",
        lambda draft: (
            draft.put("goals.items", [{"id": "goal-aaaa", "statement": "Answer"}]),
            draft.remove("build.members", "member-bbbb"),
        ),
    )
    plan(
        "b",
        lambda draft: draft.put(
            "goals.items", [{"id": "goal-aaaa", "statement": "Answer", "co_lead": "member-bbbb"}]
        ),
    )
    loses = "Set goals: Goals, Answer, Co-lead loses: Shelter."

    asked = main(["merge", "a", "b", "--base", "o", "-o", "new"])
    before = capsys.readouterr().err
    done = main(["merge", "a", "b", "--base", "o", "-o", "new", "--prefer", "a"])

    assert (asked, done) == (1, 0)
    assert f"    {loses}" in before.splitlines()
    assert loses in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(("side", "name"), [("a", "Rivers"), ("b", "Two Rivers Partnership")])
def test_a_side_can_be_preferred(side: str, name: str) -> None:
    differing()

    code = main(["merge", "a", "b", "-o", "new", "--prefer", side])

    assert (code, out().get("about.name")) == (0, name)


def test_a_file_that_is_there_is_never_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    before = Path("o.plan.yaml").read_bytes()

    code = main(["merge", "a", "b", "-o", "o"])

    assert code == 1
    assert capsys.readouterr().err.startswith("There is already a file named o.plan.yaml")
    assert Path("o.plan.yaml").read_bytes() == before


def test_plans_that_are_no_copies_are_put_together_only_when_it_is_meant(
    capsys: pytest.CaptureFixture[str],
) -> None:
    plan("b", lambda draft: draft.put("about.contact", "the shared box"), ident="p-zzzzzz")

    refused = main(["merge", "a", "b", "-o", "new"])
    said = capsys.readouterr().err
    meant = main(["merge", "a", "b", "-o", "new", "--anyway"])

    assert (refused, said) == (1, words.say("merge.not_copies", a="a", b="b") + "\n")
    assert meant == 0
    assert (out().plan_id, out().get("about.contact")) == ("p-7f3kq2", "the shared box")


@pytest.mark.parametrize(
    "typed", [["a"], ["a", "b"], ["a", "b", "-o", ""], ["a", "b", "-o", "n", "--prefer", "c"]]
)
def test_what_is_missing_is_asked_for(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["merge", *typed]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_copy_that_cannot_be_read_is_said_with_its_lines(capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.plan.yaml").write_text("format: 1\nplan_id: p-7f3kq2\nabuot: {}\n")

    code = main(["merge", "a", "b", "-o", "new"])

    assert code == 1
    assert "b.plan.yaml:3:1" in capsys.readouterr().err


def test_conflicts_are_settled_side_by_side_in_a_terminal(folder: Path) -> None:
    differing()

    with Terminal("merge", "a", "b", "-o", "new", state=folder, patience=60) as terminal:
        terminal.see(
            "Which one shall we keep?", "About the partnership: Name", "Two Rivers Partnership", "1 / 1"
        )
        terminal.press("down", "down").answer()
        code = terminal.end()

    assert (code, out().get("about.name")) == (0, "Two Rivers Partnership")


def test_leaving_in_between_writes_nothing(folder: Path) -> None:
    differing()

    with Terminal("merge", "a", "b", "-o", "new", state=folder, patience=60) as terminal:
        terminal.see("Which one shall we keep?").press("c-c")
        code = terminal.end()

    assert code == 0
    assert words.say("merge.left") in " ".join(terminal.text().split())
    assert not Path("new.plan.yaml").exists()
