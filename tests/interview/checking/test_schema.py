"""The schema that editors get: it takes the flows that are good, and refuses what an author gets wrong."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
import yaml

from tests.support.small_flows import FILES
from wizard import cli, content
from wizard.interview.checking.schema import schema


# An editor's YAML knows true, false and numbers, but not that `yes` and `no` were more once.
class Editor(yaml.SafeLoader):
    yaml_implicit_resolvers = {  # noqa: RUF012 — PyYAML's own
        first: [(tag, form) for tag, form in forms if not tag.endswith((":bool", ":timestamp"))]
        for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), ["t", "f"])


@cache
def validate() -> Callable[[Any], Any]:
    made: Callable[[Any], Any] = fastjsonschema.compile(schema())
    return made


def as_an_editor_reads(text: str) -> Any:
    return yaml.load(text, Loader=Editor)


@pytest.mark.parametrize("file", sorted(content.FLOWS.glob("*.yaml")), ids=lambda file: file.name)
def test_every_shipped_file_is_as_the_schema_says(file: Path) -> None:
    data = as_an_editor_reads(file.read_text(encoding="utf-8"))

    assert validate()(data)


@pytest.mark.parametrize("name", FILES)
def test_flows_of_ones_own_are_as_the_schema_says(name: str) -> None:
    assert validate()(as_an_editor_reads(FILES[name]))


# A file, what stands in it, what an author writes instead, and what the editor says is wrong.
BROKEN: dict[str, tuple[str, str, str, str]] = {
    "a slip in a name": ("about.yaml", "covers: [X1]", "covrs: [X1]", "covrs"),
    "a name that is missing": ("about.yaml", "  label: Name\n", "", "label"),
    "a part without a kind": ("about.yaml", "    kind: text\n", "", "kind"),
    "an unknown kind": ("about.yaml", "kind: text", "kind: txt", "kind"),
    "an unknown path": ("about.yaml", "fills: about.name", "fills: about.nam", "fills"),
    "a list that is none": ("about.yaml", "covers: [X1]", "covers: X1", "covers"),
    "minutes in words": ("about.yaml", "minutes: 1.5", "minutes: a while", "minutes"),
    "no questions": ("about.yaml", "questions:", "qestions:", "data"),
    "an option without a label": ("build.yaml", "{key: some, label: Some}", "{key: some}", "options"),
    "a choice without a key": ("choices.yaml", "{key: forming, ", "{", "key"),
    "choices without options": ("choices.yaml", "ages:\n  options:", "ages:", "ages"),
    "an outline without its credits": ("toolkit.yaml", "credits: The group itself.\n", "", "credits"),
    "an order that is no list": ("toolkit.yaml", "order: [about, build]", "order: about", "order"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_an_author_gets_wrong_is_refused(case: str) -> None:
    name, old, new, said = BROKEN[case]
    assert FILES[name].count(old) == 1

    with pytest.raises(fastjsonschema.JsonSchemaValueException, match=said):
        validate()(as_an_editor_reads(FILES[name].replace(old, new)))


def test_editors_get_it_from_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.main(["flows", "check", "--schema"])

    assert code == 0
    assert json.loads(capsys.readouterr().out) == schema()
    assert schema()["$schema"].startswith("https://json-schema.org/")
    assert "from" in schema()["$defs"]["Default"]["properties"]
