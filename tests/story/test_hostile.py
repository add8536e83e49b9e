"""Files from strangers, kept in tests/hostile: each gets its own sentence, and nothing else happens."""

import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.small_flows import write
from wizard import cli
from wizard.storage.yaml import text

HOSTILE = Path(__file__).parents[1] / "hostile"
SENTENCES = text.read((HOSTILE / "sentences.yaml").read_bytes()).data
CASES = [
    each.relative_to(HOSTILE).as_posix()
    for room in ("plans", "flows")
    for each in sorted((HOSTILE / room).iterdir())
]
LONGEST = 6  # lines of a sentence that are kept in the table


def said_of(case: str, folder: Path) -> str:
    """What is said to whoever looks into a plan of a stranger's, or asks whether a stranger's flows are good."""
    came = folder / (HOSTILE / case).name
    if case.startswith("plans/"):
        shutil.copy(HOSTILE / case, came)
        return heard(folder, "status", came.name)
    came.mkdir()
    write(came)
    shutil.copytree(HOSTILE / case, came, dirs_exist_ok=True)
    return heard(folder, "flows", "check", came.name)


def heard(folder: Path, *typed: str) -> str:
    """What one command says on the error stream, with nothing of where the folder lies. It does nothing but refuse."""
    before = sorted(folder.rglob("*"))
    ear = folder.parent / "ear"
    place, stream = Path.cwd(), sys.stderr
    os.chdir(folder)
    try:
        with ear.open("w+", encoding="utf-8") as sys.stderr:
            code = cli.main(typed)
            sys.stderr.seek(0)
            said = sys.stderr.read()
    finally:
        sys.stderr = stream
        os.chdir(place)
        ear.unlink(missing_ok=True)
    assert code == cli.COULD_NOT
    assert sorted(folder.rglob("*")) == before
    lines = said.replace(str(folder), "FOLDER").rstrip().split("\n")
    return "\n".join(lines[:LONGEST] + [f"… {len(lines)} lines"] * (len(lines) > LONGEST))


def test_every_file_of_a_stranger_has_its_sentence_and_every_sentence_its_file() -> None:
    templates = {f"templates/{each.name}" for each in (HOSTILE / "templates").iterdir()}

    assert min(len(CASES), 2 * len(templates)) > 60
    assert {*CASES, *GROWN, *templates} == set(SENTENCES)


@pytest.mark.parametrize("case", CASES)
def test_a_file_of_a_stranger_gets_its_sentence_and_nothing_happens(case: str, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()

    assert said_of(case, tmp_path / "here") == SENTENCES[case]


def endless(path: Path) -> None:
    """100 MB that take no room on the disk."""
    with path.open("wb") as file:
        file.truncate(100_000_000)


GROWN: dict[str, Callable[[Path], object]] = {
    "grown/100_megabytes": endless,
    "grown/two_megabytes": lambda path: path.write_bytes(b"a: " + b"x" * 2_000_000),
    "grown/50000_entries": lambda path: path.write_bytes(b"a:\n" + b"- x\n" * 60_000),
    "grown/100000_brackets": lambda path: path.write_bytes(b"a: " + b"[" * 100_000),
    "grown/a_file_wrong_everywhere": lambda path: path.write_bytes(b"a: 1\n" * 100_000),
    "grown/a_pipe_that_never_ends": os.mkfifo,
    "grown/a_link_to_itself": lambda path: path.symlink_to(path.name),
    "grown/a_folder": lambda path: path.mkdir(),
}


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes and links of this sort on Windows")
@pytest.mark.parametrize("case", GROWN)
def test_what_is_too_large_or_no_file_gets_its_sentence_at_once(case: str, tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    GROWN[case](folder / "x.plan.yaml")
    start = time.process_time()

    said = heard(folder, "status", "x.plan.yaml")

    assert said == SENTENCES[case]
    assert time.process_time() - start < 5
