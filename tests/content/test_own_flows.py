"""Flows of one's own, shorter than the toolkit: sat through on a real terminal, and printed."""

import re
import signal
from html import unescape
from pathlib import Path

import pytest

from tests.support.shipped import toolkit
from tests.support.small_flows import write
from tests.support.terminal_driver import Terminal
from wizard import cli, content
from wizard.document.printed_plan import printed_plan
from wizard.interview.checking.flows import checked
from wizard.interview.survey import survey
from wizard.storage import plan_file


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="pseudo-terminals are not for Windows")
def test_flows_of_ones_own_are_sat_through_and_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, plan, page = tmp_path / "own", tmp_path / "ours.plan.yaml", tmp_path / "ours.html"
    own.mkdir()
    write(own, ("toolkit.yaml", "OWN-3]", "OWN-3, OWN-4]"))

    with Terminal("--flows", own, "new", plan, state=tmp_path) as terminal:
        sits_through(terminal)
        assert terminal.end() == 0
    code = cli.main(["print", str(plan), "--flows", str(own), "--html", str(page)])

    draft = plan_file.draft_of(plan.read_bytes())
    assert draft.toolkit == "own@1"
    assert draft.get("build.coverage") == {"schools": {"forming": "none"}}
    assert (code, capsys.readouterr().out) == (0, f"{page}\n{tmp_path / 'ours.pdf'}\n")
    said = unescape(re.sub(r"<[^>]+>", " ", page.read_text(encoding="utf-8")))
    for answer in ("Our group", "Just forming", "September 1, 2026", "Two Rivers Schools", "principal"):
        assert answer in said


def sits_through(terminal: Terminal) -> None:
    """Every question of the small toolkit, from the front door to leaving."""
    terminal.see("How much time do you have?", "The essential question, about a minute").press("down").see(
        "All 4 questions"
    ).press("enter")
    terminal.see("Welcome to all.").press("enter")
    terminal.see("What is it called?").answer("Our group")
    terminal.see("How old is it?").press("down", "enter")
    terminal.see("Since when?").answer("9/1/2026")
    terminal.see("Until when?", "September 1, 2027").press("enter")
    terminal.see("Who is a member?", "About us is complete").press("enter")
    terminal.see("Which organization?").answer("Two Rivers Schools")
    terminal.see("Which sector?").press("down", "enter")
    terminal.see("In which role?").answer("principal")
    terminal.see("This list is complete", "Two Rivers Schools").press("down", "enter")
    terminal.see("Schools, Just forming: how much help is there?").press("down", "enter")
    terminal.see("Schools, Renewing: how much help is there?").press("c-c")


def without(text: str, ident: str) -> str:
    """A section's file without one of its questions."""
    return re.sub(rf"(?ms)^- id: {ident}$.*?(?=^- id: |\Z)", "", text)


def test_the_essential_questions_alone_are_flows_that_load_and_print(tmp_path: Path) -> None:
    kept = {each.id for each in toolkit().questions.values() if each.essential} | {
        "EV-04"
    }  # EV-09 refers to it
    for file in content.FLOWS.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        for ident in (each.id for each in toolkit().questions.values() if each.id not in kept):
            text = without(text, ident)
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    choices = tmp_path / "choices.yaml"
    fifth = "\n    only_if: {define.ps: {is: five}}"  # which nobody asks about any more
    choices.write_text(choices.read_text(encoding="utf-8").replace(fifth, ""), encoding="utf-8")

    made, faults, notes = checked(tmp_path)

    assert faults == []
    assert made is not None
    assert len(made.questions) == 38
    assert "flows.slot_unasked" in {note.key for note in notes}
    quick = plan_file.draft_of((content.PACKAGE / "examples" / "two-rivers-quick.plan.yaml").read_bytes())
    assert "Two Rivers" in printed_plan(survey(made, quick)).html
