"""A newcomer's sitting on a real pseudo-terminal: from nothing to a printed plan, with everything that happens."""

import signal
import time
from pathlib import Path

import pytest

from tests.terminal_driver import Terminal
from wizard.storage import plan_file
from wizard.storage.draft import Draft

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="pseudo-terminals are not for Windows")

FILE = "two-rivers.plan.yaml"


def on_disk(folder: Path) -> Draft:
    return plan_file.draft_of((folder / FILE).read_bytes())


def begin(folder: Path, columns: int = 80, rows: int = 24) -> Terminal:
    """A new plan, up to its first question."""
    terminal = Terminal("new", "two-rivers", state=folder, columns=columns, rows=rows)
    terminal.see("How much time do you have?", "Quick plan").press("enter")
    terminal.see("Before we begin").press("enter")
    return terminal.see("What is the partnership called?")


def starts_with_help_and_back(folder: Path) -> None:
    """The first pages: help, a name, back, a place, not decided yet; then the window closes in mid-sentence."""
    with begin(folder) as terminal:
        terminal.press("?").see("Why we ask", "A good example").press("?").lose("Why we ask")
        terminal.see("What is the partnership called?").type("Two Rivers Partnership").press("enter")
        terminal.see("Which places", "Saved.").press("<")
        terminal.see("What is the partnership called?", "› Two Rivers Partnership").press("enter")
        terminal.see("Which places").press("boulder").see("1 found").press("space").see("1 marked").press(
            "enter"
        )
        terminal.see("Are all of these places in Colorado?").press("up", "enter")
        terminal.see("On which day does this plan start?").answer("9/1/2026")
        terminal.see("On which day does it end?", "August 31, 2027", "suggestion").press("enter")
        terminal.see("Three jobs for today").press("enter")
        terminal.see("Which organizations are in the room today?").press("c-t")
        terminal.see("Why is it open?", "› Not decided yet").press("enter")
        terminal.see("What should people know about it?").press("enter")
        terminal.see("Who will find out?").answer("Coordinator")
        terminal.see("By when?").press("enter")
        terminal.see("Who types today?", "Noted as open").type("Youth counse")
        terminal.kill()


def goes_on_where_the_words_were_left(folder: Path) -> None:
    """The half sentence is there again; then members are listed, and the window is closed in mid-word."""
    with Terminal("open", "two-rivers", state=folder) as terminal:
        terminal.see("Welcome back", "Go on with what you were typing").press("enter")
        terminal.see("Who types today?", "Youth counse").type("lor, Schools").press("enter")
        terminal.see("How we work", "Go on").press("enter")
        terminal.see("Ground rules").press("enter")
        terminal.see("Which ground rules", "About the partnership is complete").press("c-g")
        terminal.see("Where would you like to go?").press("build").see("Build your partnership")
        pick_members(terminal)
        enter_members(terminal)
        assert terminal.close_window() == 130


def pick_members(terminal: Terminal) -> None:
    terminal.press("enter").see("Which question?").press(*["down"] * 6).see("› BU-11").press("enter")


def enter_members(terminal: Terminal) -> None:
    terminal.see("Before we build").press("enter")
    terminal.see("Add a member").press("enter")
    terminal.see("Which organization").answer("Two Rivers Legal Aid")
    terminal.see("Organization Two Rivers Legal Aid").press("legal serv").press("enter")
    terminal.see("Ps").press("enter")
    terminal.see("› Add a member", "Two Rivers Legal Aid").press("enter")
    terminal.see("Which organization").type("Mesquite Scho")


def finishes_the_members_reviews_and_changes(folder: Path) -> None:
    """The half name is there again; the list is called complete; one answer is read over and changed."""
    with Terminal("open", "two-rivers.plan.yaml", state=folder) as terminal:
        terminal.see("Go on with what you were typing").press("enter")
        terminal.see("Which organization", "Mesquite Scho").type("ols").press("enter")
        terminal.see("Organization Mesquite Schools").press("c-t")
        terminal.see("Why is it open?").press("down", "enter")
        terminal.see("How much is open?").press("down").see("› Everything still empty").press("enter")
        terminal.see("What should people know").press("enter").see("Who will find out?").press("enter")
        terminal.see("By when?").press("enter")
        terminal.see("› Add a member", "Mesquite Schools").press("down").see("› This list is complete").press(
            "enter"
        )
        terminal.see("You are at the end of Build your partnership").press("up").see("› See the whole plan")
        terminal.press("enter").see("Where would you like to work?").press("read over")
        terminal.see("› Read over what is written").press("enter").see("Which section").press(
            "about", "enter"
        )
        terminal.see("this is what is written", "Name: Two Rivers Partnership").press("enter")
        terminal.see("What is the partnership called?").press(*["backspace"] * 11)
        terminal.see("› Two Rivers").type("Anti-Trafficking Partnership").press("enter")
        terminal.see("Name: Two Rivers Anti-Trafficking Partnership", "Saved.").press("c-c")
        assert terminal.end() == 0
        terminal.see("Everything is saved in", "partnership open")
        assert terminal.echoes


def prints(folder: Path) -> None:
    with Terminal("print", "two-rivers", state=folder, patience=60) as terminal:
        assert terminal.end() == 0
        terminal.see("two-rivers.pdf")


def test_a_newcomer_gets_from_nothing_to_a_printed_plan(tmp_path: Path) -> None:
    starts_with_help_and_back(tmp_path)
    goes_on_where_the_words_were_left(tmp_path)
    finishes_the_members_reviews_and_changes(tmp_path)
    prints(tmp_path)

    draft = on_disk(tmp_path)
    members = draft.items("build.members")
    assert draft.get("about.name") == "Two Rivers Anti-Trafficking Partnership"
    assert draft.get("about.recorder") == "Youth counselor, Schools"
    assert [member["organization"] for member in members] == ["Two Rivers Legal Aid", "Mesquite Schools"]
    assert members[0]["sector"] == "legal_services"
    assert "build.members" in draft.complete
    assert {point.at: point.reason for point in draft.open_points} == {
        "about.room": "not_decided",
        f"build.members.{members[1]['id']}": "not_known",
    }
    assert (tmp_path / "two-rivers.pdf").read_bytes().startswith(b"%PDF")


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
        terminal.see("Which plan would you like to open?", "› two-rivers", "Start a new plan").press("c-c")
        assert terminal.end() == 0

    assert on_disk(tmp_path / "plans").get("about.name") == "Two Rivers!"


def test_pages_fit_a_window_of_40_by_16(tmp_path: Path) -> None:
    with begin(tmp_path, 40, 16) as terminal:
        terminal.answer("Two Rivers").see("Which places").press("enter").see("Are all of these").press(
            "enter"
        )
        terminal.see("start?").answer("9/1/2026").see("end?", "August 31, 2027").press("enter")
        terminal.see("Three jobs", "Go on").press("enter")
        terminal.see("Which organizations are in the room", "› Add an organization").press("enter")
        terminal.see("Which organization?").answer("Legal Aid").see("How many people").answer("3")
        terminal.see("Legal Aid", "› Add an organization", "This list is complete").press("c-g")
        terminal.see("Where would you like to go?", "About the partnership").press("c-c")
        code = terminal.end()

    assert code == 0
