"""The program that changes one place at a time: it changes just that place, and sees what a test notices."""

import ast
from pathlib import Path

from tests.support.mutants import mutants

SOURCE = """def is_full(count, most):
    if count >= most and not count == 0:
        return f"{count + 1}"
    return most or 5
"""


def test_each_comparison_condition_and_number_is_changed_alone(tmp_path: Path) -> None:
    file = tmp_path / "module.py"
    file.write_text(SOURCE, encoding="utf-8")

    found = list(mutants(file))

    assert sorted((each.before, each.after) for each in found) == [
        ("0", "1"),
        ("5", "6"),
        ("count == 0", "count != 0"),
        ("count >= most", "count > most"),
        ("count >= most and (not count == 0)", "count >= most or not count == 0"),
        ("most or 5", "most and 5"),
        ("not count == 0", "count == 0"),
    ]
    assert len({each.text for each in found} | {SOURCE}) == len(found) + 1
    assert all(ast.parse(each.text) for each in found)
