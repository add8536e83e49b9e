"""The id of a plan, where it stands in a file."""

import pytest

from wizard.storage.plan_id import plan_id_of


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"format: 1\r\nplan_id: p-7f3kq2\r\n", "p-7f3kq2"),
        (b"\xff broken [\nplan_id: 'p-7f3kq2'  # ours\n", "p-7f3kq2"),
        (b"note: |\n  plan_id: p-7f3kq2\n", None),
        (b"plan_id: ../../etc\n", None),
    ],
)
def test_the_id_is_found_even_in_a_broken_file(raw: bytes, found: str | None) -> None:
    assert plan_id_of(raw) == found
