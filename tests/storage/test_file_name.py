"""What a plan file is called."""

from pathlib import Path

import pytest

from wizard.storage.file_name import with_suffix


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("two-rivers", "two-rivers.plan.yaml"),
        ("two-rivers.plan.yaml", "two-rivers.plan.yaml"),
        ("Two.PLAN.YAML", "Two.PLAN.YAML"),
        ("two.yaml", "two.plan.yaml"),
        ("two.plan", "two.plan.yaml"),
        ("v1.2", "v1.2.plan.yaml"),
        ("two.plan.yml", "two.plan.yaml"),
        ("two.plan.yaml.txt", "two.plan.yaml"),
    ],
)
def test_the_ending_is_added_where_it_is_missing(given: str, name: str) -> None:
    assert with_suffix(given) == Path(name)
