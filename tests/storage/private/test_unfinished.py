"""The words being typed: kept on every change, never in the way."""

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from wizard.storage.private.unfinished import NAME, Unfinished


def test_what_was_being_typed_is_there_in_the_next_sitting(tmp_path: Path) -> None:
    kept = Unfinished(tmp_path)
    for end in range(1, 6):
        kept.keep({"goals.items.goal-k3f9.statement": "By\nMa\ud800"[:end]})

    left = Unfinished(tmp_path).left_over()
    kept.close()

    assert left == {"goals.items.goal-k3f9.statement": "By\nMa"}
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_even_half_a_character_survives(tmp_path: Path) -> None:
    kept = Unfinished(tmp_path)

    kept.keep({"about.name": "a\ud83d"})
    kept.close()

    assert Unfinished(tmp_path).left_over() == {"about.name": "a\ud83d"}


def test_an_answer_that_was_given_is_no_longer_unfinished(tmp_path: Path) -> None:
    kept = Unfinished(tmp_path)
    kept.keep({"about.name": "Two"})

    kept.keep({})
    kept.keep({})
    kept.close()

    assert kept.left_over() == {}
    assert list(tmp_path.iterdir()) == []
    assert kept.trouble is None


def test_an_emptied_line_leaves_nothing_to_offer(tmp_path: Path) -> None:
    kept = Unfinished(tmp_path)

    kept.keep({"about.name": ""})
    kept.close()

    assert kept.left_over() == {}


def test_the_disk_is_made_to_remember_a_little_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    kept = Unfinished(tmp_path, every=0.05)

    for number in range(200):
        kept.keep({"about.name": "x" * number})
    after_typing = len(flushed)
    waited = time.monotonic() + 2
    while not flushed and time.monotonic() < waited:
        time.sleep(0.005)
    kept.close()

    assert flushed
    assert after_typing < 20


def test_a_full_disk_never_stops_the_typing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Unfinished(tmp_path)
    kept.keep({"about.name": "Two"})

    def refuse(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as full:
        full.setattr(os, "write", refuse)
        kept.keep({"about.name": "Two R"})
        kept.keep({"about.name": "Two Ri"})
    during = kept.left_over()
    kept.keep({"about.name": "Two Riv"})
    kept.close()

    assert during == {"about.name": "Two"}
    assert kept.trouble is not None
    assert kept.trouble.errno == errno.ENOSPC
    assert kept.left_over() == {"about.name": "Two Riv"}


def test_without_a_private_folder_nothing_is_kept_and_nothing_breaks() -> None:
    kept = Unfinished(None)

    kept.keep({"about.name": "Two"})
    kept.keep({})
    kept.close()

    assert kept.left_over() == {}


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b'{"place": 1, "text": "x"}', b"\xff\xfe", b"[" * 100_000, b'{"text": "x"}']
)
def test_a_damaged_note_is_as_good_as_none(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / NAME).write_bytes(raw)

    assert Unfinished(tmp_path).left_over() == {}


def test_a_link_put_in_its_place_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("precious")
    (tmp_path / NAME).symlink_to(target)
    kept = Unfinished(tmp_path)

    kept.keep({"about.name": "Two"})
    kept.close()

    assert target.read_text() == "precious"
    assert kept.left_over() == {"about.name": "Two"}
