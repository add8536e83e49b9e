"""What somebody can put right, as it is printed for whoever works on the program."""

import pytest

from wizard.errors import Fault, Faults, Problem


@pytest.mark.parametrize(
    ("problem", "printed"),
    [
        (Problem("store.busy"), "store.busy"),
        (Problem("store.busy", file="a.plan.yaml"), "store.busy {'file': 'a.plan.yaml'}"),
        (
            Faults(
                [
                    Fault("flows.unknown_kind", {"name": "txt"}, "about.yaml", 3, 5, "AB-01.name"),
                    Fault("flows.not_opened", {}, "trust.yaml"),
                ],
                "flows.faults",
            ),
            "flows.faults\n"
            "about.yaml:3:5 AB-01.name: flows.unknown_kind {'name': 'txt'}\n"
            "trust.yaml: flows.not_opened",
        ),
    ],
    ids=["key", "details", "faults"],
)
def test_a_problem_prints_its_key_details_and_faults(problem: Problem, printed: str) -> None:
    assert str(problem) == printed
