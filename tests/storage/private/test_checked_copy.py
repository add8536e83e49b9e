"""The note of a plan that was read and checked: it stands for exactly one text, and losing it costs time only."""

from pathlib import Path

import pytest

from wizard.storage.draft import Draft, OpenPoint
from wizard.storage.private import checked_copy

RAW = b"format: 1\nplan_id: p-aaaaaa\n"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARTNERSHIP_CACHE", str(tmp_path))
    return tmp_path


@pytest.fixture
def draft() -> Draft:
    points = [OpenPoint("about.places", "parked", owner="chair")]
    return Draft(data={"about": {"name": "Zwei Flüsse"}}, plan_id="p-aaaaaa", path="full", open_points=points)


def note_in(cache: Path) -> Path:
    return next(cache.rglob(checked_copy.NAME))


def test_the_same_text_gives_the_draft_it_was_noted_with(draft: Draft) -> None:
    checked_copy.keep("p-aaaaaa", RAW, draft)

    assert checked_copy.find("p-aaaaaa", RAW) == draft


@pytest.mark.parametrize(
    ("plan_id", "raw"),
    [("p-aaaaaa", RAW + b"\n"), ("p-bbbbbb", RAW), (None, RAW), ("../..", RAW)],
    ids=["another text", "another plan", "no plan", "no id"],
)
def test_anything_else_gives_nothing(draft: Draft, plan_id: str | None, raw: bytes) -> None:
    checked_copy.keep("p-aaaaaa", RAW, draft)

    assert checked_copy.find(plan_id, raw) is None


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"of": "x"}', b"\xff\xfe"])
def test_a_damaged_note_gives_nothing(draft: Draft, cache: Path, damage: bytes) -> None:
    checked_copy.keep("p-aaaaaa", RAW, draft)
    note_in(cache).write_bytes(damage)

    assert checked_copy.find("p-aaaaaa", RAW) is None


def test_a_note_that_cannot_be_written_is_done_without(draft: Draft, cache: Path) -> None:
    (cache / "plans").write_text("a file where the folder should be")

    checked_copy.keep("p-aaaaaa", RAW, draft)

    assert checked_copy.find("p-aaaaaa", RAW) is None


def test_only_its_owner_may_read_a_note(draft: Draft, cache: Path) -> None:
    checked_copy.keep("p-aaaaaa", RAW, draft)

    assert note_in(cache).stat().st_mode & 0o077 == 0
