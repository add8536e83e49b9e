"""A newcomer's sitting on a real pseudo-terminal: from nothing to a printed plan, with everything that happens."""

import json
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from tests.support.newcomer import Newcomer
from tests.support.terminal_driver import Terminal
from wizard.cli import main
from wizard.content import PACKAGE
from wizard.storage import plan_file
from wizard.storage.draft import Draft, OpenPoint

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="pseudo-terminals are not for Windows")

FILE = "two-rivers.plan.yaml"
EXAMPLE = PACKAGE / "examples" / "two-rivers-quick.plan.yaml"

NAME = "Two Rivers Anti-Trafficking Partnership"
WORKING_TITLE = "Two Rivers Partnership"
MISSION = "What is our mission: who we are, what we do, for whom, where, and to what end?"
NOT_KNOWN = OpenPoint(
    at="operations.minutes",
    reason="not_known",
    note="The library has to say how long its room is free",
    owner="Coordinator",
    by="2026-10-15",
)


def on_disk(folder: Path) -> Draft:
    return plan_file.draft_of((folder / FILE).read_bytes())


def begin(folder: Path, columns: int = 80, rows: int = 24) -> Terminal:
    """A new plan, up to its first question."""
    terminal = Terminal("new", "two-rivers", state=folder, columns=columns, rows=rows)
    terminal.see("How much time do you have?", "Quick plan").press("enter")
    terminal.see("Before we begin").press("enter")
    return terminal.see("What is the partnership called?")


def starts_and_is_cut_off_in_mid_word(newcomer: Newcomer, folder: Path) -> None:
    """The first pages: help, a working title, back; then the machine stops while an organization is typed."""
    with Terminal("new", "two-rivers", state=folder) as terminal:
        newcomer.terminal = terminal.see("How much time do you have?", "Never write about a person")
        terminal.see("› Quick plan").turn().see("Read aloud: Before we begin").turn()
        terminal.see("What is the partnership called?").key("?").see("Why we ask", "A good example")
        terminal.key("?").lose("Why we ask")
        newcomer.gives(newcomer.turn_of("What is the partnership called?"), WORKING_TITLE)
        terminal.see("Which places does it cover?", "Saved.").turn("<")
        terminal.see("What is the partnership called?", f"› {WORKING_TITLE}").turn()
        newcomer.answers_until("Which organizations are in the room today?")
        newcomer.answers()
        terminal.see("Which organization?").writes("Two Rivers Leg", "Two Rivers Leg").kill()


def goes_on_until_the_window_is_closed_in_mid_sentence(newcomer: Newcomer, folder: Path) -> None:
    """The half name is there again. Then come ground rules and patterns, and half of the mission."""
    with Terminal("open", "two-rivers", state=folder, nimble=True) as terminal:
        newcomer.terminal = terminal.see("Welcome back", "› Go on with what you were typing").turn()
        terminal.see("Which organization?", "Here is what you were writing last time.", "› Two Rivers Leg")
        newcomer.answers_until(MISSION)
        terminal.writes("We are agencies, survivors and nei", "We are agencies, survivors and nei")
        assert terminal.close_window() == 130


def answers_all_the_rest(newcomer: Newcomer) -> None:
    """The half sentence is there again; then all members and all else, with one thing that nobody knows yet."""
    terminal = newcomer.terminal.see("Welcome back", "› Go on with what you were typing").turn()
    terminal.see(MISSION, "Here is what you were writing last time.", "› We are agencies, survivors and nei")
    newcomer.answers_until("Who is a member now?")
    newcomer.answers_until("How long is a meeting?")
    newcomer.leaves_open(NOT_KNOWN)
    newcomer.answers_until("Where would you like to work?")
    terminal.see("nothing open ahead", "Every question is answered or noted as open.")


def reads_over_and_changes_the_name(newcomer: Newcomer) -> None:
    newcomer.points_at("Read over what is written")
    terminal = newcomer.terminal.turn().see("Which section would you like to read over?")
    newcomer.points_at("About the partnership: complete")
    terminal.turn().see("this is what is written", f"Name: {WORKING_TITLE}", "Places: Alder County")
    newcomer.points_at(f"Name: {WORKING_TITLE}")
    terminal.turn().see("What is the partnership called?", f"› {WORKING_TITLE}")
    newcomer.types(NAME)
    terminal.turn().see("this is what is written", "Saved.", f"› Name: {NAME}")
    terminal.turn("<").see("Which section").turn("<").see("Where would you like to work?")


def makes_the_document_and_leaves(newcomer: Newcomer) -> None:
    newcomer.points_at("Make the document (PDF)")
    terminal = newcomer.terminal.turn().see("Your plan is made", "two-rivers.pdf")
    terminal.turn().see("Open it now?").key("n").see("› No").turn().see("Where would you like to work?")
    newcomer.points_at("Save and leave")
    terminal.key("enter")
    assert terminal.end() == 0
    terminal.see("Everything is saved in", "partnership open")
    assert terminal.echoes


def sat_through(folder: Path) -> Newcomer:
    """The whole quick plan, from the first page to the printed document, in three evenings."""
    newcomer = Newcomer(plan_file.draft_of(EXAMPLE.read_bytes()))
    starts_and_is_cut_off_in_mid_word(newcomer, folder)
    goes_on_until_the_window_is_closed_in_mid_sentence(newcomer, folder)
    with Terminal("open", "two-rivers", state=folder, patience=60, nimble=True) as newcomer.terminal:
        answers_all_the_rest(newcomer)
        reads_over_and_changes_the_name(newcomer)
        makes_the_document_and_leaves(newcomer)
    return newcomer


def test_a_newcomer_walks_the_whole_quick_plan_to_a_printed_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], record_property: Callable[[str, object], None]
) -> None:
    newcomer = sat_through(tmp_path)

    draft, paper = on_disk(tmp_path), newcomer.paper
    paper.put(NOT_KNOWN.at, None)
    assert newcomer.with_ids_of_paper(draft) == paper.data
    assert draft.open_points == [NOT_KNOWN]
    assert (draft.path, set(draft.complete)) == (paper.path, set(paper.complete))
    assert set(newcomer.asked) == {turn.part.id for turn in newcomer.here.turns}
    assert len(newcomer.cards) == len(set(newcomer.cards)) == 11
    assert essentials_open(tmp_path, capsys) == []
    printed = words_of(tmp_path / "two-rivers.pdf")
    assert [each for each in said_in(paper) if each not in printed] == []
    told = f"{len(newcomer.asked)} answers given, {len(newcomer.cards)} cards read aloud, one plan printed"
    record_property("shown", f"A newcomer at a real terminal: {told}")


def said_in(paper: Draft) -> list[str]:
    """Some of the answers, as they must stand in the document; and what is open, with who finds out."""
    goals = [goal["statement"] for goal in paper.items("goals.items")]
    members = [member["organization"] for member in paper.items("build.members")]
    return [NAME, str(paper.get("define.mission")), *goals, *members, str(NOT_KNOWN.note), "October 15, 2026"]


def essentials_open(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The essential questions that `partnership status --json` still calls open, in any section."""
    capsys.readouterr()
    assert main(["status", str(folder / FILE), "--json"]) == 0
    return [
        each
        for section in json.loads(capsys.readouterr().out)["sections"]
        for each in section["essential_open"]
    ]


def words_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as opened:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in opened).split())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_keeps_every_word_and_ends_with_130(tmp_path: Path, number: signal.Signals) -> None:
    with begin(tmp_path) as terminal:
        terminal.type("Two Riv")
        code = terminal.kill(number)
        assert terminal.echoes
    with Terminal("open", "two-rivers", state=tmp_path) as terminal:
        terminal.see("Go on with what you were typing").press("enter")
        terminal.see("What is the partnership called?", "› Two Riv")

    assert code == 130


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_before_the_first_page_ends_with_130_too(tmp_path: Path, number: signal.Signals) -> None:
    with Terminal("new", "two-rivers", state=tmp_path) as terminal:
        code = terminal.see("one moment").kill(number)
        assert terminal.echoes

    assert code == 130
    assert not (tmp_path / FILE).exists()


def test_a_window_closed_before_the_first_page_is_left_in_the_same_way(tmp_path: Path) -> None:
    with Terminal("new", "two-rivers", state=tmp_path) as terminal:
        code = terminal.see("one moment").close_window()

    assert code == 130


@pytest.mark.slow
@pytest.mark.parametrize("delay", range(0, 600, 20))
def test_a_signal_at_any_moment_of_the_start_ends_with_130(tmp_path: Path, delay: int) -> None:
    with Terminal("new", "two-rivers", state=tmp_path) as terminal:
        terminal.see("one moment")
        time.sleep(delay / 1000)
        code = terminal.kill(signal.SIGTERM)
        assert terminal.echoes

    assert code == 130


def test_a_second_window_on_the_same_plan_is_told_so(tmp_path: Path) -> None:
    with begin(tmp_path), Terminal("open", "two-rivers", state=tmp_path) as second:
        code = second.end()
        second.see("two-rivers.plan.yaml is open in another wizard window")

    assert code == 1


def test_a_missing_plan_is_offered_and_no_is_an_answer(tmp_path: Path) -> None:
    with Terminal("open", "two-rivers", state=tmp_path) as terminal:
        terminal.see("There is no file called two-rivers.plan.yaml", "Start a new plan there?").press(
            "n", "enter"
        )
        code = terminal.end()

    assert code == 0
    assert not (tmp_path / FILE).exists()


def test_the_folder_of_plans_offers_them_and_names_new_ones(tmp_path: Path) -> None:
    with Terminal("--in", tmp_path / "plans", state=tmp_path) as terminal:
        terminal.see("What is the partnership called?").answer("Two Rivers!")
        terminal.see("How much time do you have?").press("c-c")
        assert terminal.end() == 0
    with Terminal("--in", tmp_path / "plans", state=tmp_path) as terminal:
        terminal.see("Which plan would you like to open?", "› two-rivers", "Start a new plan").press("down")
        terminal.see("› Start a new plan").press("enter").see("What is the partnership called?").press("c-c")
        assert terminal.end() == 0

    assert on_disk(tmp_path / "plans").get("about.name") == "Two Rivers!"


def test_pages_fit_a_window_of_40_by_16(tmp_path: Path) -> None:
    with begin(tmp_path, 40, 16) as terminal:
        terminal.answer("Two Rivers").see("Which places").press("enter").see("Are all of these").press(
            "enter"
        )
        terminal.see("start?").answer("9/1/2026").see("end?", "August 31, 2027").press("enter")
        terminal.see("Which organizations are in the room", "› Add an organization").press("enter")
        terminal.see("Which organization?").answer("Legal Aid").see("How many people").answer("3")
        terminal.see("Legal Aid", "› Add an organization", "This list is complete").press("c-g")
        terminal.see("Where would you like to go?", "› AB-06").press("c-c")
        code = terminal.end()

    assert code == 0
