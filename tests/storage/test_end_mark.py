"""The last line of a plan file: what is whole, and what was cut short on its way."""

from pathlib import Path

import pytest

from tests.support.shipped import draft_of
from wizard.storage import plan_file
from wizard.storage.end_mark import END, SIGN, is_cut, is_ended

GOLDEN = sorted((Path(__file__).parent.parent / "golden").glob("format-1-*.plan.yaml"))
OLD = b"format: 1\nplan_id: p-7f3kq2\nabout:\n  name: Two Rivers\n"


def saved() -> bytes:
    plan = {
        "about.name": "Two Rivers",
        "build.members.member-aaaa.organization": "Legal Aid",
        "define.mission": "One line.\nAnother line.",
        "goals.items.goal-aaaa.statement": "Answer 90 of every 100 referrals",
    }
    return plan_file.text_of(draft_of(plan)).encode()


def test_a_saved_plan_ends_with_its_mark() -> None:
    raw = saved()

    assert raw.endswith(f"\n{END}\n".encode())
    assert is_ended(raw)
    assert plan_file.draft_of(raw).get("about.name") == "Two Rivers"


def test_a_plan_cut_short_at_any_byte_is_known_or_cannot_be_read() -> None:
    raw = saved()
    head = raw.index(SIGN.encode()) + len(SIGN)
    whole = len(raw) - 1  # the end of the last line is nobody's word

    missed = [at for at in range(1, whole) if not is_cut(raw[:at])]

    assert missed == [at for at in range(1, head) if raw[at - 1 : at] == b"\n"]  # no id yet: refused anyway


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.stem)
def test_plans_from_before_there_was_a_mark_are_whole(file: Path) -> None:
    assert not is_cut(file.read_bytes())


@pytest.mark.parametrize(
    "end",
    [
        b"goals:\n  items:\n  - id: goal-k3f9\n    statement: By March 31, answer",
        b"goals:\n",
        b"goals:\n  items:\n  - id: goal-k3f9\n",
        b"define:\n  mission: |-\n",
        b"define:\n  mission: |2-\n\n",
    ],
)
def test_an_older_plan_that_stops_inside_an_entry_was_cut(end: bytes) -> None:
    assert is_cut(OLD + end)


def test_an_older_plan_that_stops_before_what_was_saved_last_was_cut() -> None:
    assert is_cut(OLD, OLD + b"define:\n  mission: Help\n")
    assert not is_cut(OLD, OLD)
    assert not is_cut(OLD, OLD + b"\n")
    assert not is_cut(OLD, OLD.replace(b"Two Rivers", b"Two Rivers Partnership"))


@pytest.mark.parametrize("end", [f"{END}", f"{END}\r\n", f"{END}  \n\n", f"{END}\nfunding: {{}}\n"])
def test_an_editor_may_touch_the_last_lines(end: str) -> None:
    assert not is_cut(OLD + end.encode())
