"""A file written in the place of another keeps whose it was."""

import os
from pathlib import Path

import pytest

from wizard.storage import atomic


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_a_save_by_root_leaves_the_file_to_its_owner(tmp_path: Path) -> None:
    plan = tmp_path / "two-rivers.plan.yaml"
    plan.write_bytes(b"before")
    os.chown(plan, 12345, 23456)

    atomic.replace_whole(plan, b"after", "test", plan.stat())

    facts = plan.stat()
    assert (plan.read_bytes(), facts.st_uid, facts.st_gid) == (b"after", 12345, 23456)
