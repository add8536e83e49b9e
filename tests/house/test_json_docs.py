"""What docs/json.md promises is what the commands print: the same names, and the same kinds of values."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.inventory import INVENTORY
from tests.support.small_flows import write
from wizard import cli
from wizard.content import PACKAGE

DOCS = Path(__file__).parents[2] / "docs" / "json.md"
NUMBER = "number"


def examples() -> dict[str, Any]:
    """The example below each heading, by the command in the heading."""
    found = re.findall(r"^## `partnership (\w+).*?`\n.*?```json\n(.*?)```", DOCS.read_text(), re.M | re.S)
    return {command: json.loads(text) for command, text in found}


def shape(data: Any) -> Any:
    """Names and kinds of values; of a list, the kinds that stand in it."""
    if isinstance(data, dict):
        return {name: shape(value) for name, value in data.items()}
    if isinstance(data, list):
        return [json.loads(each) for each in sorted({json.dumps(shape(value)) for value in data})]
    return NUMBER if type(data) in (int, float) else type(data).__name__


def said(capsys: pytest.CaptureFixture[str], *typed: str) -> Any:
    cli.main([*typed, "--json"])
    return json.loads(capsys.readouterr().out)


def without_empty_lists(kinds: list[Any]) -> list[Any]:
    return [each for each in kinds if [] not in each.values()]


def test_every_command_has_its_example() -> None:
    assert set(examples()) == {"status", "outline", "flows", "fill"}


def test_status_has_the_shape_that_is_promised(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    plan = tmp_path / "x.plan.yaml"
    plan.write_text("format: 1\nplan_id: p-7f3kq2\npath: quick\nabout:\n  name: Two Rivers\n")
    promised = shape(examples()["status"])

    started, example = (
        shape(said(capsys, "status", str(path)))
        for path in (plan, PACKAGE / "examples" / "two-rivers-quick.plan.yaml")
    )

    assert {**started, "sections": without_empty_lists(started["sections"])} == promised
    assert example.keys() == promised.keys()
    assert {tuple(each) for each in example["sections"]} == {tuple(promised["sections"][0])}


def test_the_outline_has_the_shape_that_is_promised(capsys: pytest.CaptureFixture[str]) -> None:
    promised = shape(examples()["outline"])

    assert without_empty_lists(shape(said(capsys, "outline"))) == promised


def test_checking_flows_has_the_shape_that_is_promised(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    write(tmp_path, ("about.yaml", "fills: about.name", "fills: about.nam"))
    promised = shape(examples()["flows"])

    faulty = said(capsys, "flows", "check", str(tmp_path))

    assert shape({**faulty, "notes": []}) == promised
    assert (faulty["ok"], [each["at"] for each in faulty["faults"]]) == (False, ["OWN-1.name"])


def test_notes_have_the_shape_of_faults_and_good_flows_are_counted(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    write(tmp_path)

    own, shipped = said(capsys, "flows", "check", str(tmp_path)), said(capsys, "flows", "check")

    assert own["ok"]
    assert {tuple(each) for each in own["notes"]} == {tuple(examples()["flows"]["faults"][0])}
    assert (own["counts"]["questions"], shipped["counts"]["questions"]) == (4, len(INVENTORY))
    assert (shipped["ok"], shipped["faults"], shipped["notes"]) == (True, [], [])


def test_flows_to_be_mended_end_with_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    write(tmp_path, ("about.yaml", "fills: about.name", "fills: about.nam"))

    codes = [cli.main(["flows", "check", *where, "--json"]) for where in ([str(tmp_path)], [])]

    assert codes == [1, 0]
    assert capsys.readouterr().err == ""


def test_the_answers_in_the_example_can_be_filled_in(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("answers.json").write_text(json.dumps(examples()["fill"]))

    code = cli.main(["fill", "two-rivers", "--from", "answers.json"])

    assert (code, capsys.readouterr().err) == (0, "")
    assert "owner: chair" in Path("two-rivers.plan.yaml").read_text()
