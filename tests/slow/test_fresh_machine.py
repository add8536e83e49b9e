"""A machine with nothing on it: from a bare Debian to printed examples and a green suite; and the one file there.

One root is made and copied for those who change it. It takes minutes, so all of this is slow.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import bare_root
from tests.support.bare_root import PERSON, BareRoot
from tests.support.terminal_driver import Terminal
from wizard import words

RUN = "/opt/wizard/run"  # where everybody may read it
ONE_FILE = "usr/local/bin/partnership"
PLANS = {"two-rivers-quick", "two-rivers"}
EXAMPLE = {f"{name}.{ending}" for name in PLANS for ending in ("plan.yaml", "pdf")}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BareRoot]:
    """The smallest Debian, with a checkout. Nobody changes it."""
    if lacks := bare_root.why_not():
        pytest.skip(lacks)
    folder = tmp_path_factory.mktemp("machines") / "bare"
    try:
        root = bare_root.made(folder)
        root.put_checkout("/opt")
        yield root
    finally:
        shutil.rmtree(folder.parent)  # with the copies


@dataclass(frozen=True)
class Settled:
    """A machine on which the first start was killed while pip worked; and what the start after that said."""

    root: BareRoot
    was_killed: bool
    was_ready: bool
    healed: "subprocess.CompletedProcess[str]"


@pytest.fixture(scope="module")
def settled(bare: BareRoot) -> Settled:
    """The bare machine with Python, where `./run` was killed in the middle and started again."""
    root = bare.copy(bare.folder.with_name("settled"))
    for order in (["update"], ["install", "--yes", "--no-install-recommends", "python3"]):
        done = root.run("apt-get", "--quiet", *order)
        assert done.returncode == 0, done.stdout + done.stderr
    checkout = root.folder / "opt" / "wizard"
    first = root.start(RUN, "--version")
    while first.poll() is None and not [*checkout.glob(".venv/lib/python3*/site-packages/pydantic*")]:
        time.sleep(0.05)
    first.kill()
    first.wait()
    was_killed, was_ready = first.returncode == -signal.SIGKILL, (checkout / ".venv" / "installed").exists()
    return Settled(root, was_killed, was_ready, root.run(RUN, "example", "/opt/plans"))


def printed(folder: Path) -> set[str]:
    """What lies in a folder of examples; of the PDFs only those that are whole."""
    return {
        file.name
        for file in folder.iterdir()
        if file.suffix == ".yaml" or (file.read_bytes()[:5] == b"%PDF-" and file.stat().st_size > 50_000)
    }


def test_without_python_one_sentence_says_what_to_do(bare: BareRoot) -> None:
    done = bare.run(RUN)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "This needs Python 3.11 or newer. Install it from python.org, then start ./run again.\n"
    )


def test_a_first_start_that_was_killed_is_healed_by_the_next(settled: Settled) -> None:
    assert (settled.was_killed, settled.was_ready) == (True, False)
    assert (settled.healed.returncode, settled.healed.stderr.count("\n")) == (0, 1), settled.healed.stderr
    assert settled.healed.stderr.startswith("Setting up")


def test_a_bare_machine_prints_the_examples(settled: Settled) -> None:
    assert printed(settled.root.folder / "opt" / "plans") == EXAMPLE


def test_a_second_start_needs_no_internet_and_prints(settled: Settled) -> None:
    begun = time.monotonic()
    done = settled.root.run(RUN, "example", "/opt/offline", offline=True)

    assert (done.returncode, done.stderr) == (0, ""), f"after {time.monotonic() - begun:.0f} s"
    assert printed(settled.root.folder / "opt" / "offline") == EXAMPLE


def test_a_first_start_without_internet_is_one_sentence(settled: Settled) -> None:
    settled.root.put_checkout("/srv")

    done = settled.root.run("/srv/wizard/run", offline=True)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[1:] == [
        "The set-up could not finish: it needs the internet once. Connect and start ./run again "
        "(details are in /srv/wizard/.venv/setup.log)."
    ]


def test_somebody_without_rights_prints_the_examples(settled: Settled) -> None:
    home = "/home/person"
    settled.root.put_checkout(home, PERSON)

    done = settled.root.run(f"{home}/wizard/run", "example", f"{home}/plans", user=PERSON, home=home)

    assert (done.returncode, done.stderr.count("\n")) == (0, 1), done.stderr
    assert printed(settled.root.folder / home[1:] / "plans") == EXAMPLE
    assert (settled.root.folder / home[1:] / "plans").stat().st_uid == PERSON


def test_the_suite_is_green_on_it(settled: Settled, record_property: Callable[[str, object], None]) -> None:
    begun = time.monotonic()
    done = settled.root.run(RUN, "test", "-q")

    told = done.stdout.strip().splitlines()
    assert done.returncode == 0, "\n".join(told[-60:]) + done.stderr
    record_property(
        "shown", f"on a bare Debian: {told[-1]} (with its set-up {time.monotonic() - begun:.0f} s)"
    )


@pytest.fixture(scope="module")
def with_one_file(bare: BareRoot, tmp_path_factory: pytest.TempPathFactory) -> BareRoot:
    """The bare machine with the one file as `./run build` makes it in a fresh checkout, and nothing else."""
    checkout = bare_root.copied_checkout(tmp_path_factory.mktemp("build") / "wizard")
    done = subprocess.run(
        [checkout / "run", "build"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    root = bare.copy(bare.folder.with_name("with-one-file"))
    shutil.copy(checkout / "dist" / "partnership", root.folder / ONE_FILE)
    assert (checkout / "dist" / "NOTICE").stat().st_size > 100_000
    shutil.rmtree(checkout.parent)
    return root


def test_the_one_file_prints_the_examples_without_python_pango_or_fonts(with_one_file: BareRoot) -> None:
    folder = with_one_file.folder
    assert not [*folder.glob("usr/bin/python3*"), *folder.glob("usr/lib/*/libpango*")]
    assert not [*folder.glob("usr/share/fonts/**/*.?tf")]

    done = with_one_file.run("partnership", "example", "/opt/plans", offline=True)

    assert (done.returncode, done.stderr) == (0, "")
    assert printed(folder / "opt" / "plans") == EXAMPLE
    assert [*folder.glob("tmp/*")] == []


def test_the_one_file_opens_the_wizard(
    with_one_file: BareRoot, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    command = [*with_one_file.entering(offline=True), "partnership"]
    took = []

    for name in ("first", "second"):
        begun = time.monotonic()
        plan = f"/opt/{name}.plan.yaml"
        with Terminal("new", plan, state=tmp_path, command=command, patience=60) as at:
            at.see(words.say("path.ask"))
            took.append(time.monotonic() - begun)

    size = (with_one_file.folder / ONE_FILE).stat().st_size / 1_000_000
    record_property(
        "shown",
        f"one file: {size:.0f} MB, first page after {took[0]:.1f} s, after {took[1]:.1f} s the second time",
    )
    assert size < 100
