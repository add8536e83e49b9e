"""`partnership outline` and `partnership flows check`: the questionnaire before anyone starts, and for authors."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.inventory import ESSENTIAL, INVENTORY, MINUTES
from tests.support.shipped import toolkit
from tests.support.small_flows import place_of, write
from wizard import cli


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(arguments)
    said = capsys.readouterr()
    return code, said.out, said.err


def data(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    code, out, err = run(capsys, "outline", "--json", *arguments)
    assert (code, err) == (0, "")
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_the_outline_as_data_has_every_question_in_the_order_of_asking(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = data(capsys)

    assert [each["id"] for each in found] == list(toolkit().questions)
    assert len(found) == len(INVENTORY)


def test_a_question_as_data_has_exactly_what_was_promised(capsys: pytest.CaptureFixture[str]) -> None:
    found = {each["id"]: each for each in data(capsys)}

    assert {tuple(each) for each in found.values()} == {
        ("id", "section", "ask", "minutes", "essential", "covers", "parts")
    }
    assert {tuple(part) for each in found.values() for part in each["parts"]} == {("id", "fills", "kind")}
    assert found["OP-07"]["section"] == "operations"
    assert found["GO-06"]["covers"] == ["G4", "E1", "G2"]
    assert found["GO-06"]["essential"] is True
    assert found["GO-06"]["minutes"] == 1.5
    assert {"id": "GO-06.baseline", "fills": "goals.items[].baseline", "kind": "number"} in found["GO-06"][
        "parts"
    ]


def test_the_outline_can_be_the_essential_questions_only(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "--essential")

    assert len(found) == len(ESSENTIAL)
    assert all(each["essential"] for each in found)


def test_the_outline_is_read_section_by_section(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "outline")

    lines = out.splitlines()
    assert code == 0
    assert "  * AB-01  What is the partnership called?" in lines
    assert sum(line.startswith("  * ") for line in lines) == len(ESSENTIAL)
    assert (
        f"{len(INVENTORY)} questions ({len(ESSENTIAL)} essential, marked *), {MINUTES:g} minutes" in lines[-1]
    )


def test_the_outline_of_flows_of_ones_own(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    write(tmp_path)

    found = data(capsys, "--flows", str(tmp_path))

    assert [each["id"] for each in found] == ["OWN-1", "OWN-2", "OWN-3", "OWN-4"]


def test_flows_of_ones_own_may_be_named_before_the_command(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    write(tmp_path)

    code, out, _ = run(capsys, "--flows", str(tmp_path), "outline")

    assert code == 0
    assert "OWN-4" in out


def test_the_shipped_flows_are_all_good(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "flows", "check")

    assert (code, err) == (0, "")
    assert out.startswith(f"{len(INVENTORY)} questions, ")
    assert len(out.splitlines()) == 1


@pytest.mark.parametrize("way", [[], ["--flows"]], ids=["behind", "with --flows"])
def test_a_shorter_flow_is_good_and_gets_its_notes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, way: list[str]
) -> None:
    write(tmp_path)

    code, out, err = run(capsys, "flows", "check", *way, str(tmp_path))

    assert (code, err) == (0, "")
    assert out.startswith("Not a must")
    assert "about.host" in out
    assert "4 questions, " in out.splitlines()[-1]


def test_all_that_is_wrong_is_said_with_its_places(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    files = write(
        tmp_path,
        ("about.yaml", "fills: about.name", "fills: about.nam"),
        ("about.yaml", "{is: forming}", "{is: formin}"),
    )

    code, out, err = run(capsys, "flows", "check", str(tmp_path))

    assert (code, out) == (1, "")
    for ident, near in (("OWN-1.name", "about.name"), ("OWN-2.start", "forming")):
        file, line, column = place_of(files, ident)
        assert f"{file}:{line}:{column} {ident}: " in err
        assert f'did you mean "{near}"?' in err


def test_a_folder_without_flows_is_said_in_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run(capsys, "flows", "check", str(tmp_path / "nowhere"))

    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
